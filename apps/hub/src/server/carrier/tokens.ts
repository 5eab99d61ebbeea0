import type { Sealer } from '@lading/kit/crypto';
import type { AccessToken, GrantToken } from '@lading/sdk/oauth/token';
import type { GrantRow, IssuedTokens, SealedTokens, TokenPair } from './grants.ts';

/** The carrier's answer as the store takes it. Its instants are the hub's clock already: the client runs on it. */
export function issuedFrom(token: GrantToken): IssuedTokens {
  return {
    accessToken: token.accessToken,
    refreshToken: token.refreshToken,
    accessExpiresAt: new Date(token.expiresAt),
    refreshExpiresAt: new Date(token.refreshExpiresAt),
    refreshCount: token.refreshCount,
  };
}

/** An application's own token as the store takes it. */
export function issuedToApplication(token: AccessToken): IssuedTokens {
  return {
    accessToken: token.accessToken,
    refreshToken: null,
    accessExpiresAt: new Date(token.expiresAt),
    refreshExpiresAt: null,
    refreshCount: 0,
  };
}

/** Sealed for one company: the tenant id is associated data, so a row moved to another company opens nothing. */
export function sealTokens(sealer: Sealer, tenantId: string, pair: TokenPair): SealedTokens {
  const { accessToken, refreshToken } = pair;
  return sealer.seal(JSON.stringify({ accessToken, refreshToken }), tenantId);
}

export function openTokens(sealer: Sealer, tenantId: string, grant: GrantRow): TokenPair {
  const plain: unknown = JSON.parse(
    Buffer.from(sealer.open(grant.sealed_tokens, grant.key_id, tenantId)).toString('utf8'),
  );
  if (!isTokenPair(plain)) throw new TypeError('The sealed tokens do not hold a token pair.');
  return plain;
}

function isTokenPair(value: unknown): value is TokenPair {
  return (
    typeof value === 'object' &&
    value !== null &&
    'accessToken' in value &&
    typeof value.accessToken === 'string' &&
    'refreshToken' in value &&
    (value.refreshToken === null || typeof value.refreshToken === 'string')
  );
}
