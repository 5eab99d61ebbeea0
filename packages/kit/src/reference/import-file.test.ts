import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isProblem, type Problem } from '../errors.ts';
import { importFile } from './import-file.ts';
import type { Importer } from './importer.ts';
import { type Library, openLibrary } from './library.ts';
import { LineFaults } from './line-faults.ts';
import { linesOf } from './lines.ts';

let folder = '';
let library: Library;

/** An archive as bytes; `sizeError` is added to every size that it states. */
function zipOf(
  members: readonly (readonly [string, string])[],
  isDeflated: boolean,
  sizeError = 0,
): Uint8Array {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, content] of members) {
    const plain = Buffer.from(content);
    const packed = isDeflated ? deflateRawSync(plain) : plain;
    const local = Buffer.alloc(30);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(isDeflated ? 8 : 0, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(plain.length + sizeError, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    bodies.push(local, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name));
    at += local.length + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lading-reference-'));
  library = openLibrary(join(folder, 'library'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** `key:number` per line; one table per key, the numbers joined. */
const tides: Importer = {
  kind: 'tides',
  takes: { en: 'tide lists', fr: 'listes de marées' },
  recognises: ({ name }) => name.endsWith('.tide'),
  read: async (file, faults) => {
    const found = new Map<string, string[]>();
    for await (const { number, text } of linesOf(file)) {
      if (text === '') faults.leaveOut();
      if (text === '') continue;
      const [, key, value] = /^(\w+):(\d+)$/.exec(text) ?? [];
      if (key === undefined || value === undefined) faults.add(number, BAD, { text });
      else found.set(key, [...(found.get(key) ?? []), value]);
    }
    return [...found].map(([key, values]) => ({
      key,
      records: values.length,
      bytes: Buffer.from(values.join(',')),
    }));
  },
};
/** With `--kind` a file need not be recognised. */
const ONLY = { kind: 'tides' };
const BAD = { en: '“{text}” is no tide', fr: '« {text} » n’est pas une marée' };

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const bring = (path: string, more: object = {}) =>
  importFile({ path, importers: [tides], library, now: Date.UTC(2026, 10, 21, 9), ...more });

async function refusalOf(act: Promise<unknown>): Promise<Problem> {
  const error = await act.then(
    () => new Error('it was taken'),
    (cause: unknown) => cause,
  );
  if (isProblem(error)) return error;
  throw error;
}

const textOf = async (key: string) => {
  const bytes = await library.read('tides', key);
  return bytes === null ? null : Buffer.from(bytes).toString();
};

describe('a file that is in order', () => {
  test('becomes its tables, with source, day and checksum', async () => {
    const path = await put('north.tide', 'hull:1\nhull:2\n\nleith:3\n');
    await utimes(path, new Date('2026-10-01T12:00:00Z'), new Date('2026-10-01T12:00:00Z'));
    const imported = await bring(path, { source: 'harbour office' });
    expect(imported).toEqual({
      kind: 'tides',
      tables: [
        { key: 'hull', records: 2 },
        { key: 'leith', records: 1 },
      ],
      leftOut: 1,
      source: 'harbour office',
      asOf: '2026-10-01',
      importedAt: '2026-11-21T09:00:00.000Z',
      fileChecksum: createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    });
    expect([await textOf('hull'), await textOf('leith'), await textOf('oban')]).toEqual(['1,2', '3', null]);
    expect((await library.entries()).map(({ key, records, bytes }) => [key, records, bytes])).toEqual([
      ['hull', 2, 3],
      ['leith', 1, 1],
    ]);
  });

  test('is unpacked when it ends in .gz, and its progress is told', async () => {
    const path = await put('north.tide.gz', gzipSync('hull:4\r\nhull:5'));
    const told: (readonly [number, number])[] = [];
    await bring(path, { onProgress: (read: number, size: number) => told.push([read, size]) });
    expect(await textOf('hull')).toBe('4,5');
    const size = (await readFile(path)).byteLength;
    expect(told.at(-1)).toEqual([size, size]);
  });

  test.each([
    ['deflated', true],
    ['stored', false],
  ])('may be the largest table of an archive, %s', async (_how, isDeflated) => {
    const archive = zipOf(
      [
        ['readme.txt', 'a'.repeat(500)],
        ['geometry.shp', 'b'.repeat(500)],
        ['tables/north.tide.txt', 'hull:1\nhull:2\n'],
        ['south.txt', 'x'],
      ],
      isDeflated,
    );
    const inside: Importer = {
      ...tides,
      recognises: ({ name, head }) => name === 'north.tide.txt' && head[0] === 0x68,
    };
    const imported = await bring(await put('all.zip', archive), { importers: [inside] });
    expect([imported.source, imported.tables]).toEqual(['north.tide.txt', [{ key: 'hull', records: 2 }]]);
  });

  test('replaces the table of the same key, keeps the others and leaves no old bytes behind', async () => {
    await bring(await put('a.tide', 'hull:1\nleith:3'));
    await bring(await put('b.tide', 'hull:9'));
    expect([await textOf('hull'), await textOf('leith')]).toEqual(['9', '3']);
    expect((await readdir(join(folder, 'library'))).filter((name) => name.endsWith('.gz'))).toHaveLength(2);
    expect(await library.remove('tides', 'hull')).toBe(true);
    expect([await textOf('hull'), await library.remove('tides', 'hull')]).toEqual([null, false]);
  });
});

describe('a file that is not', () => {
  test('names its lines and changes nothing', async () => {
    await bring(await put('a.tide', 'hull:1'));
    const before = await readFile(join(folder, 'library', 'catalogue.json'), 'utf8');
    const refusal = await refusalOf(bring(await put('b.tide', 'hull:2\nlow\nleith:3\nhigh')));
    expect([refusal.code, refusal.params.count]).toEqual(['IMPORT_MALFORMED', 2]);
    const { faults } = refusal.details;
    expect(faults instanceof LineFaults ? faults.sentences('fr') : []).toEqual([
      'ligne 2 : « low » n’est pas une marée',
      'ligne 4 : « high » n’est pas une marée',
    ]);
    expect(await readFile(join(folder, 'library', 'catalogue.json'), 'utf8')).toBe(before);
    expect([await textOf('hull'), await textOf('leith')]).toEqual(['1', null]);
  });

  test.each([
    ['nobody knows it', 'a.txt', 'hull:1', {}, 'IMPORT_UNKNOWN'],
    ['its kind does not exist', 'a.tide', 'hull:1', { kind: 'winds' }, 'IMPORT_KIND_UNKNOWN'],
    ['it is empty', 'a.tide', '', {}, 'IMPORT_EMPTY'],
    ['it is no text', 'a.tide', Buffer.from([0x61, 0xff, 0xfe]), {}, 'IMPORT_NOT_TEXT'],
    ['it is no gzip', 'a.tide.gz', 'hull:1', {}, 'IMPORT_TRUNCATED'],
    ['it is no archive', 'a.zip', 'hull:1', {}, 'IMPORT_NOT_ZIP'],
    ['it is an empty archive', 'a.zip', '', {}, 'IMPORT_NOT_ZIP'],
    ['its archive holds no table', 'a.zip', zipOf([['a.shp', 'x']], true), {}, 'IMPORT_NOT_ZIP'],
    [
      'its archive lies about its size',
      'a.zip',
      zipOf([['a.txt', 'hull:1']], true, 7),
      ONLY,
      'IMPORT_TRUNCATED',
    ],
    ['it is cut off', 'a.tide.gz', gzipSync('hull:1\n'.repeat(500)).subarray(0, 30), {}, 'IMPORT_TRUNCATED'],
  ])('is refused when %s', async (_why, name, content, more, code) => {
    expect((await refusalOf(bring(await put(name, content), more))).code).toBe(code);
    expect(await library.entries()).toEqual([]);
  });

  test('counts the faults that it does not show', () => {
    const faults = new LineFaults();
    for (let line = 1; line <= 25; line += 1) faults.add(line, BAD, { text: 'x' });
    expect([faults.count, faults.shown.length, faults.sentences('en').at(-1)]).toEqual([
      25,
      20,
      '… and 5 more',
    ]);
  });
});

describe('the library', () => {
  test('keeps the tables of all who import at once', async () => {
    const ports = ['hull', 'leith', 'oban', 'wick'];
    const paths = await Promise.all(ports.map((port, at) => put(`${port}.tide`, `${port}:${at}`)));
    // Each with a library of its own, as commands of different processes have.
    const own = () => openLibrary(join(folder, 'library'));
    await Promise.all(paths.map((path) => bring(path, { library: own() })));
    expect((await library.entries()).map(({ key }) => key)).toEqual(ports);
    expect(await Promise.all(ports.map(textOf))).toEqual(['0', '1', '2', '3']);
  });

  test('says so when a table was damaged on the disk', async () => {
    await bring(await put('a.tide', 'hull:1'));
    const [payload = ''] = (await readdir(join(folder, 'library'))).filter((name) => name.endsWith('.gz'));
    await writeFile(join(folder, 'library', payload), gzipSync('7'));
    expect((await refusalOf(library.read('tides', 'hull'))).code).toBe('REFERENCE_DAMAGED');
    await writeFile(join(folder, 'library', 'catalogue.json'), '[{}]');
    expect((await refusalOf(library.entries())).code).toBe('REFERENCE_DAMAGED');
  });
});
