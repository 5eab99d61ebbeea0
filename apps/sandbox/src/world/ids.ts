import { hash } from 'node:crypto';
import type { Ids } from '@lading/kit/ids';

/**
 * Identifiers that depend on the seed and on how much was recorded before, so that the same commands give the same
 * bytes, also after a restart: what was recorded moved the place on, and what was not recorded may come again.
 */
export function seededWorldIds(world: () => { readonly seed: string }, place: () => string): Ids {
  const block = (at: string, ordinal: number): Buffer =>
    hash('sha512', `${world().seed}/${at}/${ordinal}`, 'buffer');
  const draw = (bytes: number): Buffer => {
    const at = place();
    const first = block(at, 0);
    if (bytes <= first.byteLength) return first.subarray(0, bytes);
    const others = Math.ceil(bytes / first.byteLength) - 1;
    const rest = Array.from({ length: others }, (_, index) => block(at, index + 1));
    return Buffer.concat([first, ...rest]).subarray(0, bytes);
  };
  return { uuid: () => asUuid(draw(16)), token: (bytes) => draw(bytes).toString('base64url') };
}

/** Version 8 of RFC 9562: bits of our own making. */
function asUuid(bytes: Buffer): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
