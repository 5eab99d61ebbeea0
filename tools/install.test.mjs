import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isNodeNewEnough, speaksFrench } from '../bin/node-version.mjs';
import { missingPackages } from './install.mjs';

const lock = (packages) => ({ packages: { '': {}, 'apps/hub': {}, ...packages } });

describe('a second start', () => {
  test.each([
    ['installs nothing where all stands', { 'node_modules/a': { version: '1.0.0' } }, []],
    ['sees a package that is missing', {}, ['node_modules/a']],
    ['sees a package of another version', { 'node_modules/a': { version: '1.0.1' } }, ['node_modules/a']],
  ])('%s', (_sentence, installed, missing) => {
    const wanted = lock({ 'node_modules/a': { version: '1.0.0' } });
    expect(missingPackages(wanted, { packages: installed })).toEqual(missing);
  });

  test('does not miss packages for other machines', () => {
    const wanted = lock({ 'node_modules/a-win32': { version: '1.0.0', optional: true } });
    expect(missingPackages(wanted, { packages: {} })).toEqual([]);
  });

  test('looks into workspaces and takes links as they are', () => {
    const wanted = lock({
      'node_modules/@lading/hub': { resolved: 'apps/hub', link: true },
      'apps/hub/node_modules/a': { version: '2.0.0' },
    });
    const installed = { packages: { 'node_modules/@lading/hub': { resolved: 'apps/hub', link: true } } };
    expect(missingPackages(wanted, installed)).toEqual(['apps/hub/node_modules/a']);
  });

  test('installs everything where npm never ran', () => {
    expect(missingPackages(lock({ 'node_modules/a': { version: '1.0.0' } }), {})).toEqual(['node_modules/a']);
  });
});

test.each([
  ['18.20.0', false],
  ['20.19.5', false],
  ['20.20.0', true],
  ['22.0.0', true],
  ['24.21.0', true],
])('Node %s is new enough: %s', (version, isEnough) => {
  expect(isNodeNewEnough(version)).toBe(isEnough);
});

test('an old Node is told so in one sentence, in the language of the machine', () => {
  const program = join(import.meta.dirname, '..', 'bin', 'node-version.mjs');
  const code = `Object.defineProperty(process.versions, 'node', { value: '18.1.0' });
    import(${JSON.stringify(program)}).then(({ requireNode }) => requireNode());`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', code], {
    env: { ...process.env, LC_ALL: 'fr_CA.UTF-8' },
    encoding: 'utf8',
  });
  expect(stderr.trim()).toMatch(/^Lading exige Node 20\.20 ou plus récent; voici Node 18\.1\.0\..*$/);
  expect(status).toBe(1);
  expect(speaksFrench({ LANG: 'en_CA.UTF-8' })).toBe(false);
});
