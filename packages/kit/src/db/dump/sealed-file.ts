import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  type ScryptOptions,
  scrypt,
} from 'node:crypto';
import { promisify } from 'node:util';
import { equalBytes } from '../../crypto.ts';
import { ByteReader } from './byte-reader.ts';
import { dumpIsAltered, dumpIsNewer, notADump, wrongPassphrase } from './problems.ts';

/**
 * A stream of bytes under a passphrase (ADR 0014).
 *
 * Head: magic (8), version (1), scrypt log2 N, r, p (3), salt (16), nonce prefix (8), then the head's
 * HMAC-SHA-256 (32). Frames: length with the last frame's mark in the highest bit (4), AES-256-GCM text, tag (16).
 * A frame's nonce is prefix and number, its associated data head and mark: frames cannot change places, be left
 * out, be added, or be taken from another file, and the stream cannot end before its last frame.
 */
const MAGIC = Buffer.from('LADINGBK');
const VERSION = 1;
const SALT_BYTES = 16;
const PREFIX_BYTES = 8;
const HEAD_BYTES = MAGIC.length + 4 + SALT_BYTES + PREFIX_BYTES;
const MAC_BYTES = 32;
const TAG_BYTES = 16;
const FRAME_BYTES = 65_536;
const LAST = 0x8000_0000;
const CIPHER = 'aes-256-gcm';

interface Cost {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/** 128 MB and about half a second: what OWASP asks of scrypt (2025). */
const COST = { log2N: 17, r: 8, p: 1 } satisfies Cost;
/** A file cannot make its reader work for hours or take all memory. */
const MOST = { log2N: 20, r: 8, p: 4 } satisfies Cost;

type Bytes = AsyncIterable<Uint8Array>;
const derive = promisify<string, Uint8Array, number, ScryptOptions, Buffer>(scrypt);

interface Keys {
  readonly cipher: Buffer;
  readonly head: Buffer;
}

async function keysOf(passphrase: string, head: Buffer): Promise<Keys> {
  const [log2N = 0, r = 0, p = 0] = head.subarray(MAGIC.length + 1);
  const salt = head.subarray(MAGIC.length + 4, MAGIC.length + 4 + SALT_BYTES);
  const options = { N: 2 ** log2N, r, p, maxmem: 128 * r * (2 ** log2N + p + 2) + 1_048_576 };
  const both = await derive(passphrase.normalize('NFC'), salt, 64, options);
  return { cipher: both.subarray(0, 32), head: both.subarray(32) };
}

function newHead({ log2N, r, p }: Cost): Buffer {
  return Buffer.concat([MAGIC, Buffer.from([VERSION, log2N, r, p]), randomBytes(SALT_BYTES + PREFIX_BYTES)]);
}

const macOf = (keys: Keys, head: Buffer): Buffer => createHmac('sha256', keys.head).update(head).digest();

/** The bytes of `source`, sealed. `cost` is what one guess of the passphrase shall cost. */
export async function* seal(source: Bytes, passphrase: string, cost: Cost = COST): AsyncGenerator<Buffer> {
  const head = newHead(cost);
  const keys = await keysOf(passphrase, head);
  yield Buffer.concat([head, macOf(keys, head)]);
  const reader = new ByteReader(source);
  for (let number = 0; ; number += 1) {
    const text = await reader.take(FRAME_BYTES);
    const isLast = await reader.isAtEnd();
    yield sealFrame(text, { keys, head, number, isLast });
    if (isLast) return;
  }
}

interface FramePlace {
  readonly keys: Keys;
  readonly head: Buffer;
  readonly number: number;
  readonly isLast: boolean;
}

function sealFrame(text: Buffer, place: FramePlace): Buffer {
  const cipher = createCipheriv(CIPHER, place.keys.cipher, nonceOf(place)).setAAD(associated(place));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length + (place.isLast ? LAST : 0));
  return Buffer.concat([length, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

function nonceOf({ head, number }: FramePlace): Buffer {
  const nonce = Buffer.alloc(PREFIX_BYTES + 4);
  head.copy(nonce, 0, HEAD_BYTES - PREFIX_BYTES);
  nonce.writeUInt32BE(number, PREFIX_BYTES);
  return nonce;
}

function associated({ head, isLast }: FramePlace): Buffer {
  return Buffer.concat([head, Buffer.from([isLast ? 1 : 0])]);
}

/**
 * The bytes that were sealed. What it gives before its end is authentic; that nothing is missing is known only when
 * it has ended.
 * @throws `NOT_A_DUMP`, `DUMP_NEWER`, `DUMP_PASSPHRASE_WRONG`, `DUMP_ALTERED`, `DUMP_CUT`
 */
export async function* open(source: Bytes, passphrase: string): AsyncGenerator<Buffer> {
  const reader = new ByteReader(source);
  const head = await readHead(reader);
  const mac = await reader.takeAll(MAC_BYTES);
  const keys = await keysOf(passphrase, head).catch((error: unknown) => {
    throw dumpIsAltered({}, error);
  });
  if (!equalBytes(mac, macOf(keys, head))) throw wrongPassphrase();
  for (let number = 0; ; number += 1) {
    const word = (await reader.takeAll(4)).readUInt32BE();
    const isLast = word >= LAST;
    const length = isLast ? word - LAST : word;
    if (length > FRAME_BYTES || (!isLast && length !== FRAME_BYTES)) throw dumpIsAltered();
    yield openFrame(await reader.takeAll(length + TAG_BYTES), { keys, head, number, isLast });
    if (isLast) break;
  }
  if (!(await reader.isAtEnd())) throw dumpIsAltered();
}

async function readHead(reader: ByteReader): Promise<Buffer> {
  const start = await reader.take(MAGIC.length + 1);
  if (!start.subarray(0, MAGIC.length).equals(MAGIC)) throw notADump();
  const version = start[MAGIC.length] ?? VERSION;
  if (version > VERSION) throw dumpIsNewer({ what: `format ${version}` });
  const head = Buffer.concat([start, await reader.takeAll(HEAD_BYTES - start.length)]);
  const [log2N = 0, r = 0, p = 0] = head.subarray(MAGIC.length + 1);
  const isBearable = log2N > 0 && log2N <= MOST.log2N && r > 0 && r <= MOST.r && p > 0 && p <= MOST.p;
  if (version !== VERSION || !isBearable) throw dumpIsAltered();
  return head;
}

function openFrame(sealed: Buffer, place: FramePlace): Buffer {
  const opener = createDecipheriv(CIPHER, place.keys.cipher, nonceOf(place), { authTagLength: TAG_BYTES });
  opener.setAAD(associated(place)).setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([opener.update(sealed.subarray(0, -TAG_BYTES)), opener.final()]);
  } catch (error) {
    throw dumpIsAltered({}, error);
  }
}
