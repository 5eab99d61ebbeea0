import { hash, timingSafeEqual } from 'node:crypto';

/** SHA-256, base64url: how secrets, codes and tokens are kept. */
export function hashOf(secret: string): string {
  return hash('sha256', secret, 'base64url');
}

/** Compares against a kept hash in constant time. */
export function isSecret(given: string, keptHash: string): boolean {
  const [left, right] = [Buffer.from(hashOf(given)), Buffer.from(keptHash)];
  return left.length === right.length && timingSafeEqual(left, right);
}

export interface BasicCredentials {
  readonly clientId: string;
  readonly secret: string;
}

/** The two parts of a Basic header; undefined when it is another scheme or cannot be read. */
export function readBasic(header: string | undefined): BasicCredentials | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/_-]+=*) *$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 1 ? undefined : { clientId: text.slice(0, colon), secret: text.slice(colon + 1) };
}

/** The token of a Bearer header. */
export function readBearer(header: string | undefined): string | undefined {
  return /^Bearer +([\x21-\x7e]{1,4096}) *$/i.exec(header ?? '')?.[1];
}

/** `BASE64URL(SHA256(ASCII(verifier)))`, the only method that the carrier knows. */
export function fitsChallenge(verifier: string, challenge: string): boolean {
  return isSecret(verifier, challenge.replace(/=+$/, ''));
}
