import { createHash, randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { takeLock } from '../db/lock-file.ts';
import { damagedTable } from './problems.ts';

/** Where a table came from. */
export interface Provenance {
  /** As the person named it; the file's name when nothing was said. */
  readonly source: string;
  /** The day that the content is of, `2026-10-01`. */
  readonly asOf: string;
  readonly importedAt: string;
  /** SHA-256 of the imported file, hex. */
  readonly fileChecksum: string;
}

export interface TableEntry extends Provenance {
  readonly kind: string;
  readonly key: string;
  readonly records: number;
  readonly bytes: number;
}

interface KeptEntry extends TableEntry {
  readonly payload: string;
  /** SHA-256 of the table, hex. */
  readonly checksum: string;
}

export interface NewTable {
  readonly kind: string;
  readonly key: string;
  readonly records: number;
  readonly bytes: Uint8Array;
}

/** Imported tables in one folder. One catalogue names them all, so one rename changes several tables or none. */
export interface Library {
  entries(): Promise<readonly TableEntry[]>;
  /** The table, or null where none was imported. @throws `REFERENCE_DAMAGED` when its checksum is wrong. */
  read(kind: string, key: string): Promise<Uint8Array | null>;
  /** Adds tables, or replaces those of the same kind and key. @throws `DIRECTORY_IN_USE` after waiting half a minute. */
  put(tables: readonly NewTable[], provenance: Provenance): Promise<void>;
  /** @returns whether there was such a table. */
  remove(kind: string, key: string): Promise<boolean>;
}

const CATALOGUE = 'catalogue.json';
/** A change writes some tables, which takes seconds at most. */
const PATIENCE_MS = 30_000;
const pack = promisify(gzip);
const unpack = promisify(gunzip);

export function openLibrary(folder: string): Library {
  return {
    entries: async () => (await readCatalogue(folder)).map(visible),
    read: async (kind, key) => {
      const entry = (await readCatalogue(folder)).find((one) => one.kind === kind && one.key === key);
      return entry ? readPayload(folder, entry) : null;
    },
    put: (tables, provenance) =>
      alone(folder, async () => {
        const added = await Promise.all(tables.map((table) => writePayload(folder, table, provenance)));
        const kept = (await readCatalogue(folder)).filter((one) => !added.some((two) => isSame(one, two)));
        await writeCatalogue(folder, [...kept, ...added]);
      }),
    remove: (kind, key) =>
      alone(folder, async () => {
        const all = await readCatalogue(folder);
        const kept = all.filter((one) => one.kind !== kind || one.key !== key);
        if (kept.length < all.length) await writeCatalogue(folder, kept);
        return kept.length < all.length;
      }),
  };
}

/** Two who change the catalogue at once would each forget the other's tables, and sweep them. Readers need no lock. */
async function alone<Result>(folder: string, change: () => Promise<Result>): Promise<Result> {
  const lock = await takeLock(folder, { program: 'lading data', patienceMs: PATIENCE_MS });
  try {
    return await change();
  } finally {
    await lock.release();
  }
}

function isSame(one: TableEntry, two: TableEntry): boolean {
  return one.kind === two.kind && one.key === two.key;
}

function visible({ payload: _payload, checksum: _checksum, ...entry }: KeptEntry): TableEntry {
  return entry;
}

async function readCatalogue(folder: string): Promise<readonly KeptEntry[]> {
  const text = await readFile(join(folder, CATALOGUE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]';
    throw error;
  });
  const entries: unknown = parseCatalogue(text);
  if (!Array.isArray(entries) || !entries.every(isEntry)) throw damagedTable(CATALOGUE);
  return entries;
}

function parseCatalogue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

function isEntry(value: unknown): value is KeptEntry {
  if (typeof value !== 'object' || value === null) return false;
  const texts = ['kind', 'key', 'payload', 'checksum', 'source', 'asOf', 'importedAt', 'fileChecksum'];
  const found: Readonly<Record<string, unknown>> = { ...value };
  return texts.every((name) => typeof found[name] === 'string') && typeof found.records === 'number';
}

async function readPayload(folder: string, entry: KeptEntry): Promise<Uint8Array> {
  const { kind, key, payload, checksum } = entry;
  const bytes = await readFile(join(folder, payload))
    .then((packed) => unpack(packed))
    .catch((cause: unknown) => {
      throw damagedTable(`${kind}-${key}`, cause);
    });
  if (sha256(bytes) !== checksum) throw damagedTable(`${kind}-${key}`);
  return bytes;
}

async function writePayload(folder: string, table: NewTable, provenance: Provenance): Promise<KeptEntry> {
  const { kind, key, records, bytes } = table;
  const checksum = sha256(bytes);
  const payload = `${kind}-${key}-${checksum.slice(0, 12)}.gz`;
  await writeWhole(join(folder, payload), await pack(bytes));
  return { kind, key, records, bytes: bytes.byteLength, payload, checksum, ...provenance };
}

/** The one moment at which an import happens; payloads that nothing names any more are swept after it. */
async function writeCatalogue(folder: string, entries: readonly KeptEntry[]): Promise<void> {
  const sorted = entries.toSorted((a, b) => `${a.kind} ${a.key}`.localeCompare(`${b.kind} ${b.key}`));
  await writeWhole(join(folder, CATALOGUE), Buffer.from(`${JSON.stringify(sorted, null, 2)}\n`));
  const named = new Set(sorted.map(({ payload }) => payload));
  const swept = (await readdir(folder)).filter((name) => name.endsWith('.gz') && !named.has(name));
  await Promise.all(swept.map((name) => rm(join(folder, name), { force: true })));
}

/** Written beside, flushed and renamed: whoever reads sees the old bytes or the new ones. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${randomUUID()}.part`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
