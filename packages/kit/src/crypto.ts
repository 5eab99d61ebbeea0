import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Problem } from './errors.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface SealKey {
  /** Stands beside every sealed value, so that keys can be changed while old values stay readable. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

export interface Sealed {
  readonly keyId: string;
  /** Nonce (12 bytes), cipher text, tag (16 bytes). */
  readonly sealed: Buffer;
}

export interface Sealer {
  /** AES-256-GCM under the first key. `aad` (for example the tenant id) must be the same at `open`. */
  seal(plain: Uint8Array | string, aad: string): Sealed;
  /** @throws `SEAL_KEY_UNKNOWN`, or `SEAL_BROKEN` when bytes, key or `aad` are not those of the sealing. */
  open(sealed: Uint8Array, keyId: string, aad: string): Buffer;
}

/** The first key seals; every key opens. */
export function createSealer({ keys }: { readonly keys: readonly SealKey[] }): Sealer {
  const [first] = keys;
  if (!first) throw new TypeError('A sealer needs a key.');
  for (const { id, key } of keys) {
    if (key.length !== KEY_BYTES)
      throw new TypeError(`The key "${id}" has ${key.length} bytes, not ${KEY_BYTES}.`);
  }
  const byId = new Map(keys.map(({ id, key }) => [id, key]));
  return {
    seal: (plain, aad) => ({ keyId: first.id, sealed: seal(first.key, plain, aad) }),
    open: (sealed, keyId, aad) => {
      const key = byId.get(keyId);
      if (!key) throw unknownKeyProblem(keyId);
      return open(key, sealed, aad);
    },
  };
}

function seal(key: Uint8Array, plain: Uint8Array | string, aad: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(aad));
  const text = Buffer.concat([cipher.update(Buffer.from(plain)), cipher.final()]);
  return Buffer.concat([nonce, text, cipher.getAuthTag()]);
}

function open(key: Uint8Array, sealed: Uint8Array, aad: string): Buffer {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw brokenSealProblem();
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const text = sealed.subarray(NONCE_BYTES, -TAG_BYTES);
  const opener = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  opener.setAAD(Buffer.from(aad)).setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([opener.update(text), opener.final()]);
  } catch (error) {
    throw brokenSealProblem(error);
  }
}

function unknownKeyProblem(keyId: string): Problem {
  return new Problem({
    code: 'SEAL_KEY_UNKNOWN',
    status: 500,
    text: {
      en: 'A stored secret was sealed with the key {keyId}, which this program was not given.',
      fr: 'Un secret enregistré a été scellé avec la clé {keyId}, que ce programme n’a pas reçue.',
    },
    params: { keyId },
  });
}

function brokenSealProblem(cause?: unknown): Problem {
  return new Problem({
    code: 'SEAL_BROKEN',
    status: 500,
    text: {
      en: 'A stored secret cannot be opened: it was changed, or it belongs to something else.',
      fr: 'Un secret enregistré ne peut pas être ouvert : il a été modifié ou appartient à autre chose.',
    },
    cause,
  });
}

/** argon2id with 19 MiB, two passes, one lane; the text carries its own salt and parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** False for a wrong password; an unreadable stored hash is an error, not a wrong password. */
export function verifyPassword(storedHash: string, password: string): Promise<boolean> {
  return verify(storedHash, password);
}

export function sha256(value: Uint8Array | string): Buffer {
  return createHash('sha256').update(value).digest();
}

/** Compares without telling by its duration where the first difference is. */
export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
