import { open } from 'node:fs/promises';
import { notAZip } from './problems.ts';

/** A file inside an archive, and where its bytes lie. */
export interface ZipMember {
  /** Without folders. */
  readonly name: string;
  readonly isDeflated: boolean;
  /** Of the packed bytes in the archive, the end excluded. */
  readonly start: number;
  readonly end: number;
  readonly unpackedBytes: number;
}

/** What official tables come as; what lies beside them (geometry, a note to read) is passed over. */
const TABLE = /\.(txt|csv|tsv|dbf)$/i;
const NOTE = /(^|\/)read_?me/i;

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 65_535;

/**
 * The largest table in an archive.
 * @throws `IMPORT_NOT_ZIP` for what is no archive, is cut off, encrypted, larger than 4 GB or holds no table.
 */
export async function largestTable(path: string): Promise<ZipMember> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const read = async (start: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
      if (bytesRead < length) throw notAZip(path);
      return buffer;
    };
    const tailBytes = Math.min(size, END_BYTES + LONGEST_COMMENT);
    const { start, length } = directoryIn(await read(size - tailBytes, tailBytes), path);
    const entries = entriesOf(await read(start, length), path).filter(isTable);
    const [entry] = entries.toSorted((a, b) => b.unpackedBytes - a.unpackedBytes);
    if (entry === undefined) throw notAZip(path);
    const local = await read(entry.localAt, LOCAL_BYTES);
    const from = entry.localAt + LOCAL_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
    const { name, isDeflated, unpackedBytes } = entry;
    return {
      name: name.split('/').at(-1) ?? name,
      isDeflated,
      unpackedBytes,
      start: from,
      end: from + entry.packedBytes,
    };
  } finally {
    await file.close();
  }
}

interface Entry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly isReadable: boolean;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly localAt: number;
}

function isTable({ name, isReadable }: Entry): boolean {
  return isReadable && TABLE.test(name) && !NOTE.test(name);
}

function directoryIn(tail: Buffer, path: string): { readonly start: number; readonly length: number } {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END_OF_DIRECTORY) continue;
    return { start: tail.readUInt32LE(at + 16), length: tail.readUInt32LE(at + 12) };
  }
  throw notAZip(path);
}

function entriesOf(directory: Buffer, path: string): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < directory.length; ) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY) throw notAZip(path);
    const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)];
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((place) =>
      directory.readUInt16LE(at + place),
    );
    const nameEnd = at + ENTRY_BYTES + (nameBytes ?? 0);
    entries.push({
      name: directory.toString('utf8', at + ENTRY_BYTES, nameEnd),
      isDeflated: method === 8,
      isReadable: (method === 8 || method === 0) && flags % 2 === 0,
      packedBytes: directory.readUInt32LE(at + 20),
      unpackedBytes: directory.readUInt32LE(at + 24),
      localAt: directory.readUInt32LE(at + 42),
    });
    at = nameEnd + (extraBytes ?? 0) + (commentBytes ?? 0);
  }
  return entries;
}
