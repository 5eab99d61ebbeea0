import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLogFile } from './log-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lading-log-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('is there, its owner’s alone, as soon as it is given', async () => {
  const path = join(folder, 'lading.log');
  const log = await openLogFile(path);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  log.end('a line\n');
  await once(log, 'close');
  expect(await readFile(path, 'utf8')).toBe('a line\n');
});

it('keeps what another program that runs has written, and goes on writing', async () => {
  const path = join(folder, 'lading.log');
  const running = await openLogFile(path);
  running.write('one\n');
  const second = await openLogFile(path);
  second.end('refused\n');
  await once(second, 'close');
  running.end('two\n');
  await once(running, 'close');
  const lines = (await readFile(path, 'utf8')).trim().split('\n');
  expect(lines.sort()).toEqual(['one', 'refused', 'two']);
});

it('that cannot be written is refused with the system’s word and the path', async () => {
  const path = join(folder, 'lading.log');
  await mkdir(path);
  await expect(openLogFile(path)).rejects.toMatchObject({ code: 'EISDIR', path });
});
