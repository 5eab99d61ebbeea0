import { CarrierFault, faultCodes } from './errors.ts';
import type { OAuthClient } from './oauth/client.ts';
import { doubts } from './oauth/doubts.ts';
import type { AccessToken, GrantToken } from './oauth/token.ts';
import { type SingleFlight, singleFlight } from './single-flight.ts';
import type { KeptToken, TokenStore } from './token-store.ts';

/**
 * On whose behalf a call is made: the application's own (narrowed to one account with `merchantId`), a grant
 * kept in the token store under `key`, or a token that the caller looks after.
 */
export type Access =
  | { readonly kind: 'client'; readonly merchantId?: string }
  | { readonly kind: 'grant'; readonly key: string }
  | { readonly kind: 'token'; readonly accessToken: string };

/** Hands out tokens that live. */
export interface Tokens {
  /** A token that still lives, asked for or refreshed where needed; at the same time only once. */
  accessToken(access: Access): Promise<string>;
  /** A token the carrier refused: it is not handed out again. Whether another one can be had. */
  forget(access: Access, accessToken: string): Promise<boolean>;
}

/** Renewed this long before the end, or within the last tenth of a shorter life. */
const EARLY_MS = 300_000;
/** Longer than a refresh takes; after it, whoever claimed the renewal is taken for dead. */
const CLAIM_MS = 60_000;
/** Between two looks at a renewal that another process has claimed. */
const LOOK_AGAIN_MS = 250;

/** What the tokens are made of. */
export interface TokenParts {
  readonly oauth: OAuthClient;
  readonly store: TokenStore;
  readonly clock: { now(): number };
  /** The address and the client id: what is issued there serves nowhere else. */
  readonly line: string;
  /** Waits; its signal is never aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

type KeptAccess = Exclude<Access, { kind: 'token' }>;

/** Tokens out of a store, asked for or refreshed through the OAuth client. */
export function createTokens(parts: TokenParts): Tokens {
  const renewals: SingleFlight<AccessToken> = singleFlight();
  return {
    accessToken: async (access) => {
      if (access.kind === 'token') return access.accessToken;
      const key = keyOf(access, parts);
      const { accessToken } = await renewals.run(key, () =>
        access.kind === 'grant' ? currentGrant(key, parts) : currentOwn(access, key, parts),
      );
      return accessToken;
    },
    forget: (access, accessToken) => forget(access, accessToken, parts),
  };
}

function keyOf(access: KeptAccess, { line }: TokenParts): string {
  return access.kind === 'grant' ? access.key : `client:${line}:${access.merchantId ?? ''}`;
}

function isFresh({ expiresAt, lifetimeMs }: AccessToken, now: number): boolean {
  return expiresAt - now > Math.min(EARLY_MS, lifetimeMs / 10);
}

/** The application's own: two processes that ask at once get two tokens, and both live. */
async function currentOwn(
  { merchantId }: Extract<Access, { kind: 'client' }>,
  key: string,
  parts: TokenParts,
): Promise<AccessToken> {
  const { oauth, store, clock } = parts;
  const kept = await store.get(key);
  if (kept !== undefined && isFresh(kept.token, clock.now())) return kept.token;
  try {
    const token = await oauth.clientCredentials(merchantId === undefined ? {} : { merchantId });
    const version = kept?.version ?? 0;
    await store.swap(key, version, { version: version + 1, token });
    return token;
  } catch (thrown) {
    return orStill(kept?.token, thrown, parts);
  }
}

/** Renewal comes early: where it fails for now, the token that still lives does. @throws what befell it, otherwise */
function orStill(old: AccessToken | undefined, thrown: unknown, parts: TokenParts): AccessToken {
  const passes = thrown instanceof CarrierFault && thrown.retryable;
  if (!passes || old === undefined || !isAlive(old, parts)) throw thrown;
  return old;
}

/**
 * A grant's: its refresh token serves once, so one process claims the renewal in the store and the others wait for
 * what it writes.
 */
async function currentGrant(key: string, parts: TokenParts): Promise<AccessToken> {
  for (let looks = 0; ; looks += 1) {
    const kept = await parts.store.get(key);
    if (kept === undefined) throw noGrant(key);
    const now = parts.clock.now();
    if (isFresh(kept.token, now)) return kept.token;
    if (kept.isInDoubt === true) return stillOrTold(kept, key, parts);
    const isAbandoned = (kept.claimedUntil ?? 0) <= now || looks * LOOK_AGAIN_MS > CLAIM_MS;
    const claimed = isAbandoned ? await claim(kept, key, now, parts) : undefined;
    if (claimed !== undefined) return renew(claimed, key, parts);
    if (kept.token.expiresAt > now) return kept.token;
    await parts.sleep(LOOK_AGAIN_MS, new AbortController().signal);
  }
}

/** The grant with our claim on it, or `undefined` where another process was faster. */
async function claim(
  kept: KeptToken,
  key: string,
  now: number,
  { store }: TokenParts,
): Promise<KeptToken | undefined> {
  const claimed = { version: kept.version + 1, token: kept.token, claimedUntil: now + CLAIM_MS };
  return (await store.swap(key, kept.version, claimed)) ? claimed : undefined;
}

async function renew(
  { version, token: old }: KeptToken,
  key: string,
  parts: TokenParts,
): Promise<AccessToken> {
  const { store, oauth } = parts;
  if (!('refreshToken' in old)) {
    await store.swap(key, version, { version: version + 1, token: old });
    throw noGrant(key);
  }
  let token: GrantToken;
  try {
    token = await oauth.refresh({ refreshToken: old.refreshToken });
  } catch (thrown) {
    const isInDoubt = isAlive(old, parts) && thrown instanceof CarrierFault && thrown.outcome === 'unknown';
    await store.swap(key, version, { version: version + 1, token: old, ...(isInDoubt ? { isInDoubt } : {}) });
    return orStill(old, thrown, parts);
  }
  await replace(old, token, key, store);
  return token;
}

/** Keeps a new pair in the place of its predecessor, whatever was noted about that one meanwhile. */
async function replace(
  { refreshToken }: GrantToken,
  token: GrantToken,
  key: string,
  store: TokenStore,
): Promise<void> {
  for (;;) {
    const kept = await store.get(key);
    if (kept === undefined || !('refreshToken' in kept.token)) return;
    if (kept.token.refreshToken !== refreshToken) return;
    if (await store.swap(key, kept.version, { version: kept.version + 1, token })) return;
  }
}

/** A refresh that may have spent its token is not sent again before somebody was told. */
async function stillOrTold(
  { version, token }: KeptToken,
  key: string,
  parts: TokenParts,
): Promise<AccessToken> {
  if (isAlive(token, parts)) return token;
  await parts.store.swap(key, version, { version: version + 1, token });
  throw new CarrierFault({
    code: faultCodes.grantInDoubt,
    text: `The answer to the last refresh of the grant under “${key}” was lost.`,
    outcome: 'not-sent',
    retryable: true,
    hint: doubts.refresh,
  });
}

function isAlive({ expiresAt }: AccessToken, { clock }: TokenParts): boolean {
  return expiresAt > clock.now();
}

async function forget(access: Access, accessToken: string, parts: TokenParts): Promise<boolean> {
  if (access.kind === 'token') return false;
  const key = keyOf(access, parts);
  const kept = await parts.store.get(key);
  if (kept === undefined) return access.kind === 'client';
  const { version, token } = kept;
  if (token.accessToken !== accessToken) return true;
  await parts.store.swap(key, version, { ...kept, version: version + 1, token: { ...token, expiresAt: 0 } });
  return true;
}

function noGrant(key: string): CarrierFault {
  return new CarrierFault({
    code: faultCodes.noGrant,
    text: `The token store holds no grant under “${key}”.`,
    outcome: 'not-sent',
  });
}
