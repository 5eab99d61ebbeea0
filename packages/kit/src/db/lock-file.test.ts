import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startProgram } from '../testing/program.ts';
import { takeLock } from './lock-file.ts';
import { processStart, thisPlace } from './process-identity.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lading-lock-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const take = () => takeLock(directory, { program: 'test' });

async function plant(holder: Record<string, unknown>, ageMs = 0): Promise<void> {
  const path = join(directory, 'lading-lock-planted');
  await writeFile(path, JSON.stringify({ host: 'h', program: 'planted', isHeld: true, ...holder }));
  const touched = new Date(Date.now() - ageMs);
  await utimes(path, touched, touched);
}

describe('the lock of a directory', () => {
  it('is refused to a second taker, in one sentence that names the first', async () => {
    const lock = await take();
    await expect(take()).rejects.toMatchObject({
      code: 'DIRECTORY_IN_USE',
      params: { program: 'test', pid: process.pid },
    });
    await lock.release();
    await (await take()).release();
    expect(await readdir(directory)).toEqual([]);
  });

  it('goes to exactly one of many who come at once', async () => {
    const taken = await Promise.allSettled(Array.from({ length: 8 }, take));
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readdir(directory)).toHaveLength(1);
  });

  it('is held by another process while it lives, and free once it was killed', async () => {
    const holder = await startProgram(new URL('../testing/lock-holder.ts', import.meta.url), {
      LOCK_DIRECTORY: directory,
    });
    await expect(take()).rejects.toMatchObject({ params: { program: 'lock holder', pid: holder.pid } });
    await holder.kill();
    const lock = await take();
    expect(await readdir(directory)).toHaveLength(1);
    await lock.release();
  });

  it('of a dead process whose number lives again under another program is free', async () => {
    await plant({ pid: process.pid, startedAt: 'long ago', place: await thisPlace() });
    await (await take()).release();
  });

  it.each([
    ['held while it still beats', 1_000, 'DIRECTORY_IN_USE'],
    ['free when it has been silent', 120_000, undefined],
  ])('from another container or machine is %s', async (_what, ageMs, code) => {
    await plant({ pid: 1, startedAt: '1', place: 'elsewhere' }, ageMs);
    const outcome = await take().then(
      (lock) => lock.release(),
      (error: unknown) => error,
    );
    expect(outcome).toEqual(code === undefined ? undefined : expect.objectContaining({ code }));
  });
});

describe('the start of a process', () => {
  it('is known for a living one, empty for none', async () => {
    expect(await processStart(process.pid)).not.toBe('');
    expect(await processStart(process.pid)).toBe(await processStart(process.pid));
    expect(await processStart(2 ** 22 + 1)).toBe('');
  });
});
