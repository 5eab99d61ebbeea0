import type { World } from '../world/world.ts';
import type { ClientTokenIssued, CodeExchanged, GrantRefreshed } from './facts.ts';
import { hashOf } from './secrets.ts';
import { forgetAccess, forgetGrant, oauthStore } from './store.ts';

/** Every member is text, the numbers too. */
export type TokenDocument = Readonly<Record<string, string>>;

const TOKEN_BYTES = 48;

interface NewPair {
  readonly access: string;
  readonly refresh: string;
  readonly kept: {
    readonly accessHash: string;
    readonly accessExpiresAt: number;
    readonly refreshHash: string;
    readonly refreshExpiresAt: number;
  };
}

/** Turns a code into a grant with its first pair of tokens. */
export function exchangeCode(world: World, codeHash: string): TokenDocument {
  const grantId = world.ids.uuid();
  const pair = drawPair(world);
  const fact: CodeExchanged = { type: 'code-exchanged', codeHash, grantId, ...pair.kept };
  world.record(fact);
  return announcePair(world, grantId, pair);
}

/** A new pair for a grant; its former refresh token is used up. */
export function refreshGrant(world: World, grantId: string): TokenDocument {
  const pair = drawPair(world);
  const fact: GrantRefreshed = { type: 'grant-refreshed', grantId, ...pair.kept };
  world.record(fact);
  return announcePair(world, grantId, pair);
}

/** A token for the application itself. */
export function issueClientToken(
  world: World,
  clientId: string,
  merchantId: string | undefined,
): TokenDocument {
  const { accessTokenSeconds } = world.state(oauthStore).lifetimes;
  const access = world.ids.token(TOKEN_BYTES);
  const issuedAt = world.now();
  const fact: ClientTokenIssued = {
    type: 'client-token-issued',
    clientId,
    accessHash: hashOf(access),
    accessExpiresAt: issuedAt + accessTokenSeconds * 1_000,
    ...(merchantId === undefined ? {} : { merchantId }),
  };
  world.record(fact);
  world.schedule(forgetAccess(fact.accessHash, fact.accessExpiresAt));
  return {
    token_type: 'Bearer',
    issued_at: String(issuedAt),
    client_id: clientId,
    access_token: access,
    scope: '',
    expires_in: String(accessTokenSeconds),
    refresh_count: '0',
    status: 'approved',
  };
}

function drawPair(world: World): NewPair {
  const { accessTokenSeconds, refreshTokenSeconds } = world.state(oauthStore).lifetimes;
  const [access, refresh] = [world.ids.token(TOKEN_BYTES), world.ids.token(TOKEN_BYTES)];
  const now = world.now();
  const kept = {
    accessHash: hashOf(access),
    accessExpiresAt: now + accessTokenSeconds * 1_000,
    refreshHash: hashOf(refresh),
    refreshExpiresAt: now + refreshTokenSeconds * 1_000,
  };
  return { access, refresh, kept };
}

function announcePair(world: World, grantId: string, { access, refresh, kept }: NewPair): TokenDocument {
  world.schedule(forgetAccess(kept.accessHash, kept.accessExpiresAt));
  world.schedule(forgetGrant(grantId, kept.refreshExpiresAt));
  const { grants, lifetimes } = world.state(oauthStore);
  const grant = grants.get(grantId);
  if (!grant) throw new Error(`grant ${grantId} is gone`);
  const issuedAt = String(world.now());
  return {
    refresh_token_expires_in: String(lifetimes.refreshTokenSeconds),
    refresh_token_status: 'approved',
    token_type: 'Bearer',
    issued_at: issuedAt,
    client_id: grant.clientId,
    access_token: access,
    refresh_token: refresh,
    scope: grant.scope,
    refresh_token_issued_at: issuedAt,
    expires_in: String(lifetimes.accessTokenSeconds),
    refresh_count: String(grant.refreshCount),
    status: 'approved',
  };
}
