import { base64Url } from './basic.ts';

/** The pair of proof-key exchange; `verifier` stays secret until the code is exchanged. */
export interface Pkce {
  readonly verifier: string;
  readonly challenge: string;
}

/** A fresh pair: 32 random bytes and their S256 challenge, the only method the carrier knows. */
export async function createPkce(): Promise<Pkce> {
  const verifier = base64Url(crypto.getRandomValues(new Uint8Array(32)));
  return { verifier, challenge: await challengeOf(verifier) };
}

/** `BASE64URL(SHA256(ASCII(verifier)))`. */
export async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64Url(new Uint8Array(digest));
}
