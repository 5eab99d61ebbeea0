import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { tooLarge, truncatedGzip } from './problems.ts';

/** A file as an importer sees it: unpacked when it ends in `.gz`. */
export interface SourceFile {
  /** Without folder and without `.gz`. */
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
  const isPacked = path.endsWith('.gz');
  const pieces = () => unpacked(createReadStream(path), { path, isPacked, onRead });
  return {
    path,
    name: basename(path, isPacked ? '.gz' : ''),
    sizeBytes: size,
    modifiedAt: mtimeMs,
    head: await readHead(path, isPacked),
    pieces,
    whole: (mostBytes) => gather(pieces(), path, mostBytes),
    checksum: async () => {
      const hash = createHash('sha256');
      for await (const piece of createReadStream(path)) hash.update(piece);
      return hash.digest('hex');
    },
  };
}

async function readHead(path: string, isPacked: boolean): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const read = buffer.subarray(0, bytesRead);
    return isPacked ? unpackHead(read) : read;
  } finally {
    await file.close();
  }
}

/** The end is missing on purpose here; a file that is no gzip at all shows itself when it is read whole. */
function unpackHead(packed: Uint8Array): Uint8Array {
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
  return gunzipSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, HEAD_BYTES);
}

interface Unpacking {
  readonly path: string;
  readonly isPacked: boolean;
  readonly onRead: OnRead;
}

async function* unpacked(
  source: Readable,
  { path, isPacked, onRead }: Unpacking,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  source.on('data', (piece: Uint8Array) => {
    read += piece.byteLength;
    onRead(read);
  });
  const out = new PassThrough();
  const stages = isPacked ? [source, createGunzip(), out] : [source, out];
  const running = pipeline(stages);
  // A fault reaches the reader through `out`; this second report of it must not go unheard.
  const ended = running.catch((error: unknown) => error);
  try {
    yield* out as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw isPacked ? truncatedGzip(path, cause) : cause;
  } finally {
    source.destroy();
    await ended;
  }
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
