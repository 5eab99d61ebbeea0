import { type FileHandle, mkdir, open, readdir, rename, rm, truncate } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { takeLock } from '@lading/kit/db/lock-file';
import { isProblem, Problem } from '@lading/kit/errors';
import { frameOf, readFrames } from './frames.ts';
import type { JournalRecord, Reader, Storage } from './storage.ts';

/** The number in the names of a snapshot and of the journal that goes on from it. */
type Generation = number;

const JOURNAL = /^journal-(\d{6})\.log$/;
const SNAPSHOT = /^snapshot-(\d{6})\.rows$/;
const ROWS_A_FRAME = 500;
const FRAME_CHARS = 8_000_000;
/** A row that stands alone at the end: a snapshot without it was never finished. */
const END = { $end: true };

/**
 * Keeps a world in a directory: a snapshot, and an append-only journal since. Records that arrive while the disk is
 * busy are written and synced together. A record cut off at the end is dropped, it was never acknowledged; damage
 * before the end stops the start.
 *
 * @throws `DIRECTORY_IN_USE`, `JOURNAL_DAMAGED`, `JOURNAL_OF_OTHER_VERSION`.
 */
export async function directoryStorage(directory: string): Promise<Storage> {
  const lock = await takeLock(directory, { program: 'lading sandbox' });
  const copies = join(directory, 'snapshots');
  await mkdir(copies, { recursive: true, mode: 0o700 });
  const names = await readdir(directory);
  let generation = newest(names, SNAPSHOT) ?? 0;
  let writer = await openJournal(directory, generation).catch(async (error: unknown) => {
    await lock.release();
    throw error;
  });
  return {
    load: (reader) => load(directory, generation, reader),
    append: (record) => writer.append(record),
    flush: () => writer.flush(),
    get journalBytes() {
      return writer.bytes;
    },
    replace: async (rows) => {
      await writer.flush();
      await writeRows(join(directory, snapshotName(generation + 1)), rows);
      const next = await openJournal(directory, generation + 1);
      await writer.close();
      writer = next;
      generation += 1;
      await removeOlder(directory, generation);
    },
    saveCopy: (name, rows) => writeRows(join(copies, `${name}.rows`), rows),
    loadCopy: (name) => readCopy(join(copies, `${name}.rows`)),
    close: async () => {
      await writer.close();
      await lock.release();
    },
  };
}

interface JournalWriter {
  append(record: JournalRecord): void;
  flush(): Promise<void>;
  readonly bytes: number;
  close(): Promise<void>;
}

async function openJournal(directory: string, generation: Generation): Promise<JournalWriter> {
  const file = await open(join(directory, journalName(generation)), 'a', 0o600);
  await syncDirectory(directory);
  let { size: bytes } = await file.stat();
  let waiting: string[] = [];
  let waitingChars = 0;
  let last: Promise<void> = Promise.resolve();
  let isNextPlanned = false;
  const write = async (): Promise<void> => {
    isNextPlanned = false;
    const lines = waiting;
    waiting = [];
    waitingChars = 0;
    for (const part of partsOf(lines)) {
      const frame = frameOf(Buffer.from(part.join('\n')));
      await file.appendFile(frame);
      bytes += frame.byteLength;
    }
    await file.datasync();
  };
  // One group is on its way to the disk while the next gathers: nobody waits for more than two.
  const flush = (): Promise<void> => {
    if (waiting.length > 0 && !isNextPlanned) {
      isNextPlanned = true;
      last = last.then(write).catch((error: unknown) => {
        throw isProblem(error) ? error : notWritten(directory, error);
      });
    }
    return last;
  };
  return {
    append: (record) => {
      const line = JSON.stringify(record);
      waiting.push(line);
      waitingChars += line.length;
      // Whoever needs to know whether it was written asks `flush`, which fails with the same error.
      if (waitingChars > FRAME_CHARS) flush().catch(() => undefined);
    },
    flush,
    get bytes() {
      return bytes;
    },
    close: async () => {
      await flush().finally(() => file.close());
    },
  };
}

/** Few enough lines a frame that no string grows with the world. */
function* partsOf(lines: readonly string[]): Iterable<readonly string[]> {
  let part: string[] = [];
  let chars = 0;
  for (const line of lines) {
    if (part.length > 0 && chars + line.length > FRAME_CHARS) {
      yield part;
      part = [];
      chars = 0;
    }
    part.push(line);
    chars += line.length;
  }
  if (part.length > 0) yield part;
}

async function load(directory: string, generation: Generation, reader: Reader): Promise<boolean> {
  const isFirst = generation === 0;
  if (!isFirst) await loadRows(join(directory, snapshotName(generation)), (row) => reader.row(row));
  const hasRecords = await loadJournal(join(directory, journalName(generation)), reader);
  return hasRecords || !isFirst;
}

async function loadJournal(path: string, reader: Reader): Promise<boolean> {
  let records = 0;
  const { end, goodBytes } = await readFrames(path, (payload) => {
    for (const line of payload.toString('utf8').split('\n')) {
      records += 1;
      reader.record(JSON.parse(line) as JournalRecord);
    }
  });
  if (end === 'broken') throw damaged(path, goodBytes);
  if (end === 'other-version') throw otherVersion(path);
  if (end === 'torn') await truncate(path, goodBytes);
  return records > 0;
}

/** Beside first, then renamed: there is never half a snapshot under its name. */
async function writeRows(path: string, rows: Iterable<unknown>): Promise<void> {
  const beside = `${path}.tmp`;
  const file = await open(beside, 'w', 0o600);
  try {
    let lines: string[] = [];
    for (const row of rows) {
      lines.push(JSON.stringify(row));
      if (lines.length >= ROWS_A_FRAME) {
        await writeFrame(file, lines);
        lines = [];
      }
    }
    await writeFrame(file, [...lines, JSON.stringify(END)]);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  await syncDirectory(join(path, '..'));
}

async function writeFrame(file: FileHandle, lines: readonly string[]): Promise<void> {
  await file.appendFile(frameOf(Buffer.from(lines.join('\n'))));
}

async function loadRows(path: string, take: (row: unknown) => void): Promise<void> {
  let isFinished = false;
  const { end, goodBytes } = await readFrames(path, (payload) => {
    for (const line of payload.toString('utf8').split('\n')) {
      const row: unknown = JSON.parse(line);
      if (typeof row === 'object' && row !== null && '$end' in row) isFinished = true;
      else take(row);
    }
  });
  if (end === 'other-version') throw otherVersion(path);
  if (end !== 'whole' || !isFinished) throw damaged(path, goodBytes);
}

/** Read whole before the first row is handed over: a damaged copy must not leave half a world behind. */
async function readCopy(path: string): Promise<AsyncIterable<unknown> | undefined> {
  const rows: unknown[] = [];
  try {
    await loadRows(path, (row) => rows.push(row));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  return (async function* () {
    yield* rows;
  })();
}

function newest(names: readonly string[], pattern: RegExp): Generation | undefined {
  const numbers = names.flatMap((name) => Number(pattern.exec(name)?.[1] ?? Number.NaN));
  return numbers.filter(Number.isInteger).sort((a, b) => b - a)[0];
}

function snapshotName(generation: Generation): string {
  return `snapshot-${String(generation).padStart(6, '0')}.rows`;
}

function journalName(generation: Generation): string {
  return `journal-${String(generation).padStart(6, '0')}.log`;
}

async function removeOlder(directory: string, generation: Generation): Promise<void> {
  for (const name of await readdir(directory)) {
    const number = Number(JOURNAL.exec(name)?.[1] ?? SNAPSHOT.exec(name)?.[1] ?? generation);
    if (number < generation) await rm(join(directory, name), { force: true });
  }
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  await handle.sync().finally(() => handle.close());
}

function damaged(path: string, at: number): Problem {
  return new Problem({
    code: 'JOURNAL_DAMAGED',
    status: 500,
    text: {
      en: 'The file {path} is damaged at byte {at}, before its end. Restore it from a copy, or choose an empty directory.',
      fr: 'Le fichier {path} est endommagé à l’octet {at}, avant sa fin. Restaurez-le à partir d’une copie ou choisissez un répertoire vide.',
    },
    params: { path: resolve(path), at },
  });
}

function otherVersion(path: string): Problem {
  return new Problem({
    code: 'JOURNAL_OF_OTHER_VERSION',
    status: 409,
    text: {
      en: 'The file {path} was written by another version of this program. Use that version, or choose an empty directory.',
      fr: 'Le fichier {path} a été écrit par une autre version de ce programme. Utilisez cette version ou choisissez un répertoire vide.',
    },
    params: { path: resolve(path) },
  });
}

function notWritten(directory: string, cause: unknown): Problem {
  return new Problem({
    code: 'JOURNAL_NOT_WRITTEN',
    status: 500,
    text: {
      en: 'The sandbox cannot write into {directory}. Check the disk, then start it again.',
      fr: 'Le bac à sable ne peut pas écrire dans {directory}. Vérifiez le disque, puis redémarrez-le.',
    },
    params: { directory: resolve(directory) },
    cause,
  });
}
