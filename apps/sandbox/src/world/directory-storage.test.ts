import { appendFile, cp, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directoryStorage } from './directory-storage.ts';
import { FRAME_VERSION, frameOf } from './frames.ts';
import { hang, heard, openBells, START } from './testing/bells.ts';

const HOUR = 3_600_000;
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lading-journal-'));
});
afterEach(() => rm(directory, { recursive: true }));

const open = async (at = directory) => openBells({ storage: await directoryStorage(at) });
const journal = (at = directory) => join(at, 'journal-000000.log');

/** A world with so many bells hung, each acknowledged on its own. */
async function keepBells(count: number): Promise<void> {
  const world = await open();
  for (let index = 0; index < count; index += 1) {
    hang(world, `bell ${index}`, START + (index + 1) * HOUR);
    await world.durable();
  }
  await world.close();
}

async function bellsAt(at: string): Promise<number> {
  const world = await open(at);
  const { pending } = world;
  await world.close();
  return pending;
}

describe('a world kept in a directory', () => {
  it('comes back with its state, its clock, its due moments and its identifiers', async () => {
    const first = await open();
    hang(first, 'a', START + HOUR);
    hang(first, 'b', START + 3 * HOUR);
    await first.clock.advance(2 * HOUR);
    await first.durable();
    await first.close();
    const second = await open();
    expect([second.now(), second.pending, heard(second)]).toEqual([START + 2 * HOUR, 1, heard(first)]);
    expect(second.ids.token(9)).toBe(first.ids.token(9));
    await second.clock.advance(2 * HOUR);
    expect(heard(second)).toHaveLength(2);
    await second.close();
  });

  it('has on disk what durable promised, without any proper end', async () => {
    const world = await open();
    hang(world, 'a', START + HOUR);
    await world.durable();
    const copy = `${directory}-copy`;
    await cp(directory, copy, { recursive: true, filter: (path) => !path.includes('lading-lock') });
    expect(await bellsAt(copy)).toBe(1);
    await rm(copy, { recursive: true });
    await world.close();
  });

  it('writes many records that wait together as one group, and loses none', async () => {
    const world = await open();
    const waits = Array.from({ length: 500 }, (_, index) => {
      hang(world, `bell ${index}`, START + HOUR + index);
      return world.durable();
    });
    await Promise.all(waits);
    await world.close();
    expect(await bellsAt(directory)).toBe(500);
  });

  it('refuses a second program', async () => {
    const world = await open();
    await expect(open()).rejects.toMatchObject({ code: 'DIRECTORY_IN_USE' });
    await world.close();
  });

  it('keeps a reset and a restore over a restart, and drops the journals before them', async () => {
    const first = await open();
    hang(first, 'a', START + HOUR);
    await first.snapshot('one bell');
    await first.reset();
    await first.close();
    const second = await open();
    expect(second.pending).toBe(0);
    await second.restore('one bell');
    hang(second, 'b', START + 2 * HOUR);
    await second.durable();
    await second.close();
    expect(await bellsAt(directory)).toBe(2);
    const files = (await readdir(directory)).filter((name) => /^(journal|snapshot)-/.test(name));
    expect(files.sort()).toEqual(['journal-000002.log', 'snapshot-000002.rows']);
  });
});

describe('a journal whose last record was cut off', () => {
  it('starts without it, wherever it was cut, and goes on writing', async () => {
    await keepBells(2);
    const { size: before } = await stat(journal());
    const world = await open();
    hang(world, 'last', START + HOUR);
    await world.close();
    const whole = await readFile(journal());
    const copy = join(directory, 'cut');
    for (let length = before; length < whole.byteLength; length += 1) {
      await rm(copy, { recursive: true, force: true });
      await directoryStorage(copy).then((storage) => storage.close());
      await writeFile(journal(copy), whole.subarray(0, length));
      const cut = await open(copy);
      expect(cut.pending, `cut at byte ${length}`).toBe(2);
      hang(cut, 'after', START + HOUR);
      await cut.close();
      expect(await bellsAt(copy)).toBe(3);
    }
  });

  it('starts without it when zeros stand in its place', async () => {
    await keepBells(2);
    await appendFile(journal(), Buffer.alloc(700));
    expect(await bellsAt(directory)).toBe(2);
  });
});

describe('a journal damaged in the middle', () => {
  it('stops the start with a sentence, whichever byte was flipped, and changes nothing', async () => {
    await keepBells(1);
    const { size: middle } = await stat(journal());
    const world = await open();
    hang(world, 'last', START + HOUR);
    await world.close();
    const whole = await readFile(journal());
    for (let at = 0; at < middle; at += 1) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 0x10, at);
      await writeFile(journal(), damaged);
      await expect(open(), `byte ${at}`).rejects.toMatchObject({ code: 'JOURNAL_DAMAGED', status: 500 });
      expect(await readFile(journal())).toEqual(damaged);
    }
    await writeFile(journal(), whole);
    expect(await bellsAt(directory)).toBe(2);
  });

  it('of another format is refused as such', async () => {
    const frame = frameOf(Buffer.from('{}'));
    const { crc32 } = await import('node:zlib');
    frame.writeUInt8(FRAME_VERSION + 1, 0);
    frame.writeUInt32BE(crc32(frame.subarray(0, 9)), 9);
    await directoryStorage(directory).then((storage) => storage.close());
    await writeFile(journal(), frame);
    await expect(open()).rejects.toMatchObject({ code: 'JOURNAL_OF_OTHER_VERSION' });
  });

  it('stands for a snapshot too, which is never half written under its name', async () => {
    const world = await open();
    hang(world, 'a', START + HOUR);
    await world.reset();
    await world.close();
    const snapshot = join(directory, 'snapshot-000001.rows');
    const { size } = await stat(snapshot);
    await truncate(snapshot, size - 1);
    await expect(open()).rejects.toMatchObject({ code: 'JOURNAL_DAMAGED' });
  });
});
