import type { AccessToken, GrantToken } from './oauth/token.ts';

/** A token as a store keeps it: plain data that goes through JSON unchanged. It is a secret. */
export interface KeptToken {
  /** Counts up with every write, from 1. */
  readonly version: number;
  readonly token: AccessToken | GrantToken;
  /** Until then (milliseconds since 1970) one process is renewing it and the others wait for what it writes. */
  readonly claimedUntil?: number;
  /**
   * The answer to a refresh was lost, and its refresh token may be spent. The access token serves until its end; then
   * whoever asks is told (`GRANT_IN_DOUBT`), and only who asks once more has it tried again.
   */
  readonly isInDoubt?: boolean;
}

/**
 * Where tokens live between calls, for one process or for several. The default keeps them in memory; a store of
 * yours needs one table with a key, a version and a sealed text. What it holds is secret.
 *
 * @example
 * // swap, in SQL: whoever changes no row has lost.
 * // update tokens set version = $3, sealed = $4 where key = $1 and version = $2
 */
export interface TokenStore {
  get(key: string): Promise<KeptToken | undefined>;
  /**
   * Writes `next` where what stands has the version `expected`, in one step; 0 stands for nothing there yet.
   * Whether it was written.
   */
  swap(key: string, expected: number, next: KeptToken): Promise<boolean>;
}

/** Tokens that live as long as the process. */
export function memoryTokens(): TokenStore {
  const kept = new Map<string, KeptToken>();
  return {
    get: async (key) => kept.get(key),
    swap: async (key, expected, next) => {
      if ((kept.get(key)?.version ?? 0) !== expected) return false;
      kept.set(key, next);
      return true;
    },
  };
}

/** Puts a grant into a store, for example after a person has authorized, whatever stands there. */
export async function keepGrant(store: TokenStore, key: string, token: GrantToken): Promise<void> {
  for (;;) {
    const version = (await store.get(key))?.version ?? 0;
    if (await store.swap(key, version, { version: version + 1, token })) return;
  }
}
