import { EventEmitter } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepSettings, keptSettings } from './hub-env.ts';
import { type PassphraseOrder, readPassphrase } from './passphrase.ts';
import { askHidden } from './terminal.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lading-passphrase-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = async (order: Partial<PassphraseOrder>) =>
  (
    await readPassphrase({ file: undefined, env: {}, terminal: null, locale: 'en', isNew: true, ...order })
  ).reveal();
const typing = (...lines: string[]) => ({ ask: async () => lines.shift() ?? '' });

describe('a passphrase', () => {
  test('is the first line of its file, before the environment and the terminal', async () => {
    const file = join(folder, 'one');
    await writeFile(file, ' from the file \nsecond line');
    const env = { LADING_BACKUP_PASSPHRASE: 'from the environment' };
    expect(await read({ file, env })).toBe(' from the file ');
    expect(await read({ env, terminal: typing('from the terminal') })).toBe('from the environment');
  });

  test('is typed twice where it is chosen, once where it opens', async () => {
    expect(await read({ terminal: typing('twelve chars', 'twelve chars') })).toBe('twelve chars');
    expect(await read({ terminal: typing('twelve chars'), isNew: false })).toBe('twelve chars');
    await expect(read({ terminal: typing('twelve chars', 'twelve charz') })).rejects.toMatchObject({
      code: 'PASSPHRASES_DIFFER',
    });
  });

  test('is refused where it is short or missing', async () => {
    await expect(read({ env: { LADING_BACKUP_PASSPHRASE: 'eleven char' } })).rejects.toMatchObject({
      code: 'PASSPHRASE_SHORT',
    });
    await expect(read({})).rejects.toMatchObject({ code: 'PASSPHRASE_MISSING' });
    await expect(read({ file: join(folder, 'none') })).rejects.toMatchObject({ code: 'FILE_MISSING' });
  });
});

class Keyboard extends EventEmitter {
  readonly raw: boolean[] = [];
  setRawMode(isRaw: boolean): this {
    this.raw.push(isRaw);
    return this;
  }
  resume = (): this => this;
  pause = (): this => this;
}

describe('a line typed unseen', () => {
  const type = async (...pieces: Buffer[]) => {
    const keyboard = new Keyboard();
    const shown: string[] = [];
    const write = (text: unknown): boolean => shown.push(String(text)) > 0;
    const line = askHidden('Word: ', keyboard as never, { write } as never);
    for (const piece of pieces) keyboard.emit('data', piece);
    return { line: await line, shown: shown.join(''), raw: keyboard.raw };
  };

  test('is not shown, takes backspaces and letters of several bytes, and leaves the terminal as it was', async () => {
    const accent = Buffer.from('é');
    const typed = await type(
      Buffer.from('clx\u007f'),
      accent.subarray(0, 1),
      accent.subarray(1),
      Buffer.from('\r'),
    );
    expect(typed).toEqual({ line: 'clé', shown: 'Word: \n', raw: [true, false] });
  });

  test('is given up with Ctrl-C', async () => {
    await expect(type(Buffer.from('abc\u0003'))).rejects.toMatchObject({ code: 'PASSPHRASE_MISSING' });
  });
});

test('settings are read as they were kept, whatever quotes they hold', async () => {
  const settings = { A: `it's`, B: 'say "no"', C: 'back\\slash\\n', D: '# no comment = x', E: '' };
  await keepSettings(join(folder, 'hub.env'), settings);
  expect(await keptSettings(folder)).toEqual(settings);
});
