import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { open, seal } from './sealed-file.ts';

const PASSPHRASE = 'correct horse battery';
/** The strength of the key is not what is tried here. */
const CHEAP = { log2N: 2, r: 1, p: 1 };
const HEAD_BYTES = 68;
const FULL_FRAME_BYTES = 4 + 65_536 + 16;

async function* inPieces(bytes: Uint8Array, size = 10_000): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  return Buffer.concat(pieces);
}

const sealed = (text: Uint8Array): Promise<Buffer> => all(seal(inPieces(text), PASSPHRASE, CHEAP));
const opened = (file: Uint8Array, passphrase = PASSPHRASE): Promise<Buffer> =>
  all(open(inPieces(file, 7_001), passphrase));
const refusal = (file: Uint8Array): Promise<string> =>
  opened(file).then(
    () => 'accepted',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );

const REFUSALS = /^(NOT_A_DUMP|DUMP_NEWER|DUMP_PASSPHRASE_WRONG|DUMP_ALTERED|DUMP_CUT)$/;

describe('a sealed file', () => {
  const text = randomBytes(200_000);
  let file: Buffer;
  beforeAll(async () => {
    file = await sealed(text);
  });

  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])('gives back its %i bytes', async (size) => {
    const some = randomBytes(size);
    expect((await opened(await sealed(some))).equals(some)).toBe(true);
  });

  it('shows nothing of what it holds, and is another file each time', async () => {
    const word = Buffer.from('LADING_HUB_KEY=secret'.repeat(50));
    const [one, other] = [await sealed(word), await sealed(word)];
    expect(one.includes('secret')).toBe(false);
    expect(one.subarray(12).equals(other.subarray(12))).toBe(false);
  });

  it('opens with its passphrase alone, however its letters are composed', async () => {
    const composed = await all(seal(inPieces(text), 'cl\u00e9 de vo\u00fbte', CHEAP));
    expect((await opened(composed, 'cle\u0301 de vou\u0302te')).equals(text)).toBe(true);
    await expect(opened(composed, 'cle de voute')).rejects.toMatchObject({ code: 'DUMP_PASSPHRASE_WRONG' });
  });

  it('is refused with any of its bytes changed', async () => {
    const short = await sealed(Buffer.from('a row'));
    for (let at = 0; at < short.length; at += 1) {
      const changed = Buffer.from(short);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect([at, await refusal(changed)]).toEqual([at, expect.stringMatching(REFUSALS)]);
    }
  });

  it('is refused with any byte of its frames changed, and cut anywhere', async () => {
    const place = fc.integer({ min: HEAD_BYTES, max: file.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(file);
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(await refusal(changed)).toMatch(/^DUMP_(ALTERED|CUT)$/);
        expect(await refusal(file.subarray(0, at))).toBe('DUMP_CUT');
      }),
      { numRuns: 300 },
    );
    for (let length = 0; length < HEAD_BYTES; length += 1) {
      expect(await refusal(file.subarray(0, length))).toMatch(/^(NOT_A_DUMP|DUMP_CUT)$/);
    }
  });

  it('is refused with frames left out, repeated, exchanged, added or of another file', async () => {
    const frames = [0, 1, 2].map((at) => {
      const from = HEAD_BYTES + at * FULL_FRAME_BYTES;
      return file.subarray(from, from + FULL_FRAME_BYTES);
    });
    const [first, second, third] = frames as [Buffer, Buffer, Buffer];
    const head = file.subarray(0, HEAD_BYTES);
    const last = file.subarray(HEAD_BYTES + 3 * FULL_FRAME_BYTES);
    const foreign = (await sealed(text)).subarray(HEAD_BYTES, HEAD_BYTES + FULL_FRAME_BYTES);
    expect(await refusal(Buffer.concat([head, first, second, third, last]))).toBe('accepted');
    for (const order of [
      [first, third, last],
      [first, second, second, third, last],
      [second, first, third, last],
      [first, second, third],
      [first, second, third, last, last],
      [foreign, second, third, last],
      [last],
    ]) {
      expect(await refusal(Buffer.concat([head, ...order]))).toMatch(/^DUMP_(ALTERED|CUT)$/);
    }
  });

  it('says so where the file is another kind or of a later version', async () => {
    expect(await refusal(Buffer.from('%PDF-1.7 and so on, for more than a head of a file'.repeat(3)))).toBe(
      'NOT_A_DUMP',
    );
    const later = Buffer.from(file);
    later[8] = 2;
    expect(await refusal(later)).toBe('DUMP_NEWER');
  });
});
