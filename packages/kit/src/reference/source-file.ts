import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createInflateRaw, gunzipSync, inflateRawSync } from 'node:zlib';
import { tooLarge, truncated } from './problems.ts';
import { largestTable } from './zip.ts';

/** A file as an importer sees it: unpacked when it ends in `.gz`; of a `.zip` the largest table inside. */
export interface SourceFile {
  /** Without folder and without `.gz`; of an archive the name inside. */
  readonly name: string;
  /** The first bytes, at most 64 KiB. */
  readonly head: Uint8Array;
  /** The content piece by piece; may be asked for again. @throws `IMPORT_TRUNCATED` */
  pieces(): AsyncIterable<Uint8Array>;
  /** The content at once. @throws `IMPORT_TOO_LARGE` when it has more than `mostBytes`. */
  whole(mostBytes: number): Promise<Uint8Array>;
}

/** What the frame knows beside: the file as it lies on the disk. */
export interface OpenedFile extends SourceFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedAt: number;
  /** SHA-256 of the file on the disk, in hex. */
  checksum(): Promise<string>;
}

/** Called with how many bytes of the file on the disk were read so far. */
export type OnRead = (bytes: number) => void;

const HEAD_BYTES = 65_536;

export async function openSourceFile(path: string, onRead: OnRead = () => undefined): Promise<OpenedFile> {
  const { size, mtimeMs } = await stat(path);
  const content = await contentOf(path);
  const pieces = () => unpacked(content, onRead);
  return {
    path,
    name: content.name,
    sizeBytes: size,
    modifiedAt: mtimeMs,
    head: await readHead(content),
    pieces,
    whole: (mostBytes) => gather(pieces(), path, mostBytes),
    checksum: async () => {
      const hash = createHash('sha256');
      for await (const piece of createReadStream(path)) hash.update(piece);
      return hash.digest('hex');
    },
  };
}

/** Where the content lies in the file on the disk, and how it is packed. */
interface Content {
  readonly path: string;
  readonly name: string;
  readonly packing: 'none' | 'gzip' | 'deflate';
  readonly start: number;
  /** The end excluded; absent: the end of the file. */
  readonly end?: number;
  /** Where an archive states it. */
  readonly unpackedBytes?: number;
}

async function contentOf(path: string): Promise<Content> {
  if (path.endsWith('.gz')) return { path, name: basename(path, '.gz'), packing: 'gzip', start: 0 };
  if (!/\.zip$/i.test(path)) return { path, name: basename(path), packing: 'none', start: 0 };
  const { name, isDeflated, start, end, unpackedBytes } = await largestTable(path);
  return { path, name, packing: isDeflated ? 'deflate' : 'none', start, end, unpackedBytes };
}

async function readHead({ path, packing, start, end = start + HEAD_BYTES }: Content): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const length = Math.min(HEAD_BYTES, end - start);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
    return unpackHead(buffer.subarray(0, bytesRead), packing);
  } finally {
    await file.close();
  }
}

/** The end is missing on purpose here; a file that is no gzip at all shows itself when it is read whole. */
function unpackHead(packed: Uint8Array, packing: Content['packing']): Uint8Array {
  const isGzip = packed[0] === 0x1f && packed[1] === 0x8b;
  if (packing === 'none' || (packing === 'gzip' && !isGzip)) return packed;
  const unpack = packing === 'gzip' ? gunzipSync : inflateRawSync;
  return unpack(packed, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, HEAD_BYTES);
}

async function* unpacked(content: Content, onRead: OnRead): AsyncGenerator<Uint8Array> {
  const { path, packing, start, end, unpackedBytes } = content;
  const source = createReadStream(path, {
    start,
    ...(end === undefined ? {} : { end: Math.max(start, end - 1) }),
  });
  let read = start;
  source.on('data', (piece) => {
    read += piece.length;
    onRead(read);
  });
  const out = new PassThrough();
  const unpacking = packing === 'gzip' ? [createGunzip()] : packing === 'deflate' ? [createInflateRaw()] : [];
  const running = pipeline([source, ...unpacking, out]);
  // A fault reaches the reader through `out`; this second report of it must not go unheard.
  const ended = running.catch((error: unknown) => error);
  let given = 0;
  try {
    for await (const piece of out as AsyncIterable<Uint8Array>) {
      given += piece.byteLength;
      yield piece;
    }
  } catch (cause) {
    throw packing === 'none' ? cause : truncated(path, cause);
  } finally {
    source.destroy();
    await ended;
  }
  if (unpackedBytes !== undefined && given !== unpackedBytes) throw truncated(path, undefined);
}

async function gather(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  mostBytes: number,
): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.byteLength;
    if (size > mostBytes) throw tooLarge(path, mostBytes);
    all.push(piece);
  }
  return Buffer.concat(all, size);
}
