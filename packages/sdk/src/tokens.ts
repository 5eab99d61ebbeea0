import { CarrierFault, faultCodes } from './errors.ts';
import type { OAuthClient } from './oauth/client.ts';
import type { AccessToken, GrantToken } from './oauth/token.ts';
import { type SingleFlight, singleFlight } from './single-flight.ts';

/**
 * Where tokens live between calls. The default keeps them in memory; a store of yours may share them between
 * processes. What it holds is secret: keep it sealed.
 */
export interface TokenStore {
  get(key: string): Promise<AccessToken | GrantToken | undefined>;
  set(key: string, token: AccessToken | GrantToken): Promise<void>;
  delete(key: string): Promise<void>;
}

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

/** What the tokens are made of. */
export interface TokenParts {
  readonly oauth: OAuthClient;
  readonly store: TokenStore;
  readonly clock: { now(): number };
  readonly clientId: string;
}

/** Tokens out of a store, asked for or refreshed through the OAuth client. */
export function createTokens(parts: TokenParts): Tokens {
  const renewals: SingleFlight<AccessToken> = singleFlight();
  return {
    accessToken: async (access) => {
      if (access.kind === 'token') return access.accessToken;
      const key = keyOf(access, parts);
      const { accessToken } = await renewals.run(key, () => current(access, key, parts));
      return accessToken;
    },
    forget: (access, accessToken) => forget(access, accessToken, parts),
  };
}

/** Tokens that live as long as the process. */
export function memoryTokens(): TokenStore {
  const kept = new Map<string, AccessToken | GrantToken>();
  return {
    get: async (key) => kept.get(key),
    set: async (key, token) => {
      kept.set(key, token);
    },
    delete: async (key) => {
      kept.delete(key);
    },
  };
}

type KeptAccess = Exclude<Access, { kind: 'token' }>;

function keyOf(access: KeptAccess, { clientId }: TokenParts): string {
  return access.kind === 'grant' ? access.key : `client:${clientId}:${access.merchantId ?? ''}`;
}

async function current(access: KeptAccess, key: string, parts: TokenParts): Promise<AccessToken> {
  const kept = await parts.store.get(key);
  if (kept !== undefined && isFresh(kept, parts.clock.now())) return kept;
  const renewed = access.kind === 'grant' ? await renewGrant(kept, key, parts) : await ask(access, parts);
  await parts.store.set(key, renewed);
  return renewed;
}

function isFresh({ expiresAt, lifetimeMs }: AccessToken, now: number): boolean {
  return expiresAt - now > Math.min(EARLY_MS, lifetimeMs / 10);
}

function ask(
  { merchantId }: Extract<Access, { kind: 'client' }>,
  { oauth }: TokenParts,
): Promise<AccessToken> {
  return oauth.clientCredentials(merchantId === undefined ? {} : { merchantId });
}

function renewGrant(
  kept: AccessToken | GrantToken | undefined,
  key: string,
  { oauth }: TokenParts,
): Promise<GrantToken> {
  if (kept === undefined || !('refreshToken' in kept)) throw noGrant(key);
  return oauth.refresh({ refreshToken: kept.refreshToken });
}

async function forget(access: Access, accessToken: string, parts: TokenParts): Promise<boolean> {
  if (access.kind === 'token') return false;
  const key = keyOf(access, parts);
  const kept = await parts.store.get(key);
  if (kept === undefined) return access.kind === 'client';
  if (kept.accessToken !== accessToken) return true;
  if ('refreshToken' in kept) await parts.store.set(key, { ...kept, expiresAt: 0 });
  else await parts.store.delete(key);
  return true;
}

function noGrant(key: string): CarrierFault {
  return new CarrierFault({
    code: faultCodes.noGrant,
    text: `The token store holds no grant under “${key}”.`,
    outcome: 'not-sent',
  });
}
