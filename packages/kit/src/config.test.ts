import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { address, flag, integer, oneOf, readEnv, Secret, secret, text } from './config.ts';
import { createLog } from './log.ts';

const spec = {
  port: integer('X_PORT', { fallback: 3000, least: 0, most: 65_535 }),
  host: text('X_HOST', { fallback: '127.0.0.1' }),
  name: text('X_NAME'),
  key: secret('X_KEY', { fallback: null }),
  mode: oneOf('X_MODE', ['fast', 'slow'], { fallback: 'fast' }),
  isDemo: flag('X_DEMO'),
  publicUrl: address('X_URL'),
};

describe('readEnv', () => {
  it('fills what is absent or empty', () => {
    expect(readEnv({ X_NAME: 'n', X_PORT: '' }, spec)).toEqual({
      port: 3000,
      host: '127.0.0.1',
      name: 'n',
      key: null,
      mode: 'fast',
      isDemo: false,
      publicUrl: null,
    });
  });

  it('reads what is given, into a frozen object', () => {
    const env = {
      X_NAME: 'n',
      X_PORT: '0',
      X_KEY: 'k',
      X_MODE: 'slow',
      X_DEMO: 'yes',
      X_URL: 'https://a.example/',
    };
    const read = readEnv(env, spec);
    expect({ ...read, key: read.key?.reveal() }).toMatchObject({
      port: 0,
      key: 'k',
      mode: 'slow',
      isDemo: true,
      publicUrl: 'https://a.example',
    });
    expect(Object.isFrozen(read)).toBe(true);
  });

  it.each([
    [{}, 'X_NAME', 'missing'],
    [{ X_NAME: 'n', X_PORT: '70000' }, 'X_PORT', 'from 0 to 65535'],
    [{ X_NAME: 'n', X_PORT: '80x' }, 'X_PORT', 'whole number'],
    [{ X_NAME: 'n', X_MODE: 'mid' }, 'X_MODE', 'fast, slow'],
    [{ X_NAME: 'n', X_DEMO: 'perhaps' }, 'X_DEMO', 'one of'],
    [{ X_NAME: 'n', X_URL: 'ftp://a' }, 'X_URL', 'http://'],
  ])('stops at %j with a sentence naming the setting', (env, setting, words) => {
    const read = () => readEnv(env, spec);
    expect(read).toThrow(expect.objectContaining({ code: 'INVALID_SETTING', details: { setting } }));
    expect(read).toThrow(words);
  });
});

describe('a secret', () => {
  const hidden = new Secret('sesame');

  it('shows itself only when asked to', () => {
    expect(hidden.reveal()).toBe('sesame');
  });

  it.each([
    ['text', `${hidden}`],
    ['JSON', JSON.stringify({ hidden })],
    ['inspection', inspect({ hidden }, { showHidden: true, depth: 9 })],
    ['members', JSON.stringify(Object.entries(hidden))],
  ])('stays hidden as %s', (_how, shown) => {
    expect(shown).not.toContain('sesame');
  });

  it('stays hidden in a log', () => {
    let written = '';
    createLog({
      name: 't',
      destination: {
        write: (line) => {
          written += line;
        },
      },
    }).info({ hidden }, 'x');
    expect(written).toContain('[secret]');
    expect(written).not.toContain('sesame');
  });
});
