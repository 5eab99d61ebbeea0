import { createHmac } from 'node:crypto';
import { equalBytes } from '@lading/kit/crypto';

/** As authenticator programs expect it: SHA-1, six digits, thirty seconds (RFC 6238). */
const STEP_MS = 30_000;
const DIGITS = 6;
/** A clock may be one step off in either direction. */
const TOLERANCE = [0, -1, 1] as const;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 (RFC 4648) without padding: how people and programs write the secret. */
export function base32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** The code of one step (RFC 4226, section 5.3). */
export function codeAt(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The step whose code was typed, later than the last one used; null where there is none. */
export function stepOf(
  secret: Uint8Array,
  typed: string,
  nowMs: number,
  lastStep: number | null,
): number | null {
  const code = Buffer.from(typed.replace(/\s/g, ''));
  const now = Math.floor(nowMs / STEP_MS);
  for (const offset of TOLERANCE) {
    const step = now + offset;
    if (lastStep !== null && step <= lastStep) continue;
    if (equalBytes(Buffer.from(codeAt(secret, step)), code)) return step;
  }
  return null;
}

/** What an authenticator program reads from a picture or a link. */
export function otpauthUrl(secret: Uint8Array, email: string): string {
  const label = `Lading:${email}`;
  const query = new URLSearchParams({ secret: base32(secret), issuer: 'Lading' });
  return `otpauth://totp/${encodeURIComponent(label)}?${query}`;
}
