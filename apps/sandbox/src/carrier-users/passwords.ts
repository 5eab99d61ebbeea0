import { scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Ids } from '@lading/kit/ids';

/** A password as the world keeps it; both members base64url. */
export interface KeptPassword {
  readonly salt: string;
  readonly hash: string;
}

const derive = promisify<string, Buffer, number, { N: number }, Buffer>(scrypt);
const BYTES = 32;
/** Far below what a real log-in needs: these passwords open a sandbox, and every new world makes several. */
const COST = { N: 4096 };

/** The salt comes from the world, so that the same seed gives the same bytes. */
export async function keepPassword(password: string, ids: Ids): Promise<KeptPassword> {
  const salt = ids.token(16);
  return { salt, hash: (await hashOf(password, salt)).toString('base64url') };
}

/** Takes the same time whether or not there is such a user. */
export async function isPassword(kept: KeptPassword | undefined, password: string): Promise<boolean> {
  const given = await hashOf(password, kept?.salt ?? '');
  const wanted = kept ? Buffer.from(kept.hash, 'base64url') : Buffer.alloc(BYTES);
  return timingSafeEqual(given, wanted) && kept !== undefined;
}

function hashOf(password: string, salt: string): Promise<Buffer> {
  return derive(password, Buffer.from(salt, 'base64url'), BYTES, COST);
}
