import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/**
 * A file of frames: format version (1 byte), length of the payload (4 bytes), checksum of the payload (4), checksum
 * of these nine bytes (4), payload. Numbers are big-endian. What was written together stands in one frame, so it is
 * read back whole or not at all.
 */
export const FRAME_VERSION = 1;
const HEAD_BYTES = 13;
/** Longer frames are never written; a length above is a broken one. */
export const MOST_FRAME_BYTES = 256_000_000;

export function frameOf(payload: Buffer): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(FRAME_VERSION, 0);
  head.writeUInt32BE(payload.byteLength, 1);
  head.writeUInt32BE(crc32(payload), 5);
  head.writeUInt32BE(crc32(head.subarray(0, 9)), 9);
  return Buffer.concat([head, payload]);
}

/** How reading a file ended. `goodBytes` is where the last whole frame ends. */
export interface FramesEnd {
  readonly goodBytes: number;
  readonly end: 'whole' | 'torn' | 'broken' | 'other-version';
}

/**
 * Hands over every whole frame. At the first one that is not whole it stops: `torn` when nothing readable follows
 * (the machine went down while writing it), `broken` when something does (the file was damaged in the middle).
 */
export async function readFrames(path: string, take: (payload: Buffer) => void): Promise<FramesEnd> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    let at = 0;
    while (at < size) {
      const payload = await readFrame(file, at, size);
      if (payload === 'other-version') return { goodBytes: at, end: 'other-version' };
      if (payload === undefined) {
        const follows = await hasWholeFrame(file, at + 1, size);
        return { goodBytes: at, end: follows ? 'broken' : 'torn' };
      }
      take(payload);
      at += HEAD_BYTES + payload.byteLength;
    }
    return { goodBytes: at, end: 'whole' };
  } finally {
    await file.close();
  }
}

type Reading = Awaited<ReturnType<typeof open>>;

async function readFrame(
  file: Reading,
  at: number,
  size: number,
): Promise<Buffer | undefined | 'other-version'> {
  const head = await readBytes(file, at, HEAD_BYTES);
  const length = lengthIn(head);
  if (length === undefined) return undefined;
  if (head.readUInt8(0) !== FRAME_VERSION) return 'other-version';
  if (at + HEAD_BYTES + length > size) return undefined;
  const payload = await readBytes(file, at + HEAD_BYTES, length);
  return payload.byteLength === length && crc32(payload) === head.readUInt32BE(5) ? payload : undefined;
}

/** The payload's length when these bytes are a sound head. */
function lengthIn(head: Buffer): number | undefined {
  if (head.byteLength < HEAD_BYTES) return undefined;
  if (crc32(head.subarray(0, 9)) !== head.readUInt32BE(9)) return undefined;
  const length = head.readUInt32BE(1);
  return length <= MOST_FRAME_BYTES ? length : undefined;
}

const WINDOW_BYTES = 1_048_576;

/** Looks for a sound frame at any place from `start` on. */
async function hasWholeFrame(file: Reading, start: number, size: number): Promise<boolean> {
  for (let from = start; from < size; from += WINDOW_BYTES) {
    const window = await readBytes(file, from, WINDOW_BYTES + HEAD_BYTES);
    for (let index = 0; index < Math.min(window.byteLength - HEAD_BYTES + 1, WINDOW_BYTES); index += 1) {
      if (window[index] !== FRAME_VERSION) continue;
      if (lengthIn(window.subarray(index, index + HEAD_BYTES)) === undefined) continue;
      if ((await readFrame(file, from + index, size)) !== undefined) return true;
    }
  }
  return false;
}

async function readBytes(file: Reading, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, at);
  return buffer.subarray(0, bytesRead);
}
