import { lifetimes } from '@lading/contract/oauth/facts';
import { type DueMoment, defineStore, type Frozen } from '../world/store.ts';
import type { AuthorizeRequest, CodeIssued, Lifetimes, OAuthFact } from './facts.ts';

/** An application of a developer. */
export interface Application {
  readonly clientId: string;
  readonly secretHash: string;
  readonly name: string;
  readonly ownerUserName: string;
  redirectUris: string[];
  products: readonly string[];
}

/** A log-in that a browser has begun. */
export interface Login {
  readonly browserHash: string;
  readonly request: AuthorizeRequest;
  readonly openedAt: number;
  /** Known once the first page was passed. */
  userName?: string;
}

export interface AuthorizationCode {
  readonly userName: string;
  readonly request: AuthorizeRequest;
  readonly expiresAt: number;
  /** What the code became; a second try revokes it. */
  grantId?: string;
}

/** What a carrier user granted to an application: a family of tokens, of which one refresh token lives. */
export interface Grant {
  readonly clientId: string;
  readonly userName: string;
  readonly scope: string;
  refreshHash: string;
  refreshExpiresAt: number;
  refreshCount: number;
  /** Former refresh tokens, to notice that one comes again. */
  usedRefreshHashes: string[];
  isRevoked: boolean;
}

export interface AccessToken {
  readonly clientId: string;
  readonly expiresAt: number;
  /** Undefined for a token that the application asked for itself. */
  readonly grantId?: string;
  readonly merchantId?: string;
}

/** Tokens and codes are known by their SHA-256 alone. */
export interface OAuthState {
  lifetimes: Lifetimes;
  readonly applications: Map<string, Application>;
  readonly logins: Map<string, Login>;
  readonly codes: Map<string, AuthorizationCode>;
  readonly grants: Map<string, Grant>;
  readonly access: Map<string, AccessToken>;
  /** Refresh token, living or used, → grant. */
  readonly refresh: Map<string, string>;
}

/** Logins that nobody finished: the oldest make room. */
const MOST_OPEN_LOGINS = 1_000;
/** How long what ended is still told apart from what never was. */
const REMEMBERED_MS = 24 * 3_600_000;

export const oauthStore = defineStore<OAuthState, OAuthFact>({
  name: 'oauth',
  create: () => ({
    lifetimes: {
      accessTokenSeconds: lifetimes.accessTokenSeconds.today.value,
      refreshTokenSeconds: lifetimes.refreshTokenSeconds.today.value,
      authorizationCodeSeconds: lifetimes.authorizationCodeSeconds.today.value,
    },
    applications: new Map(),
    logins: new Map(),
    codes: new Map(),
    grants: new Map(),
    access: new Map(),
    refresh: new Map(),
  }),
  apply: {
    'application-registered': (state, { type: _type, ...application }) => {
      state.applications.set(application.clientId, {
        ...application,
        redirectUris: [...application.redirectUris],
      });
    },
    'redirect-uri-registered': (state, { clientId, redirectUri }) => {
      state.applications.get(clientId)?.redirectUris.push(redirectUri);
    },
    'products-chosen': (state, { clientId, products }) => {
      const application = state.applications.get(clientId);
      if (application) application.products = products;
    },
    'lifetimes-chosen': (state, fact) => {
      state.lifetimes = fact.lifetimes;
    },
    'login-opened': (state, { loginId, browserHash, request }, at) => {
      state.logins.set(loginId, { browserHash, request, openedAt: at });
      const oldest = state.logins.keys().next().value;
      if (state.logins.size > MOST_OPEN_LOGINS && oldest !== undefined) state.logins.delete(oldest);
    },
    'login-named': (state, { loginId, userName }) => {
      const login = state.logins.get(loginId);
      if (login) login.userName = userName;
    },
    'login-closed': (state, { loginId }) => {
      state.logins.delete(loginId);
    },
    'code-issued': (state, { codeHash, userName, request, expiresAt }: CodeIssued) => {
      state.codes.set(codeHash, { userName, request, expiresAt });
    },
    'code-exchanged': (state, { codeHash, grantId, ...tokens }) => {
      const code = state.codes.get(codeHash);
      if (!code) return;
      code.grantId = grantId;
      const { clientId, scope } = code.request;
      state.grants.set(grantId, {
        clientId,
        userName: code.userName,
        scope,
        refreshHash: tokens.refreshHash,
        refreshExpiresAt: tokens.refreshExpiresAt,
        refreshCount: 0,
        usedRefreshHashes: [],
        isRevoked: false,
      });
      state.refresh.set(tokens.refreshHash, grantId);
      state.access.set(tokens.accessHash, { clientId, grantId, expiresAt: tokens.accessExpiresAt });
    },
    'grant-refreshed': (state, { grantId, ...tokens }) => {
      const grant = state.grants.get(grantId);
      if (!grant) return;
      grant.usedRefreshHashes.push(grant.refreshHash);
      grant.refreshHash = tokens.refreshHash;
      grant.refreshExpiresAt = tokens.refreshExpiresAt;
      grant.refreshCount += 1;
      state.refresh.set(tokens.refreshHash, grantId);
      const { clientId } = grant;
      state.access.set(tokens.accessHash, { clientId, grantId, expiresAt: tokens.accessExpiresAt });
    },
    'client-token-issued': (state, { accessHash, accessExpiresAt, clientId, merchantId }) => {
      const narrowed = merchantId === undefined ? {} : { merchantId };
      state.access.set(accessHash, { clientId, expiresAt: accessExpiresAt, ...narrowed });
    },
    'grant-revoked': (state, { grantId }) => {
      const grant = state.grants.get(grantId);
      if (grant) grant.isRevoked = true;
    },
    'grants-revoked': revokeAll,
    'password-changed': revokeAll,
    'oauth-forgotten': (state, { what, key }) => {
      const grant = what === 'grant' ? state.grants.get(key) : undefined;
      for (const hash of grant ? [grant.refreshHash, ...grant.usedRefreshHashes] : [])
        state.refresh.delete(hash);
      if (what === 'grant') state.grants.delete(key);
      else state[what === 'code' ? 'codes' : 'access'].delete(key);
    },
  },
  due: function* (state) {
    for (const [hash, code] of state.codes) yield forgetCode(hash, code.expiresAt);
    for (const [hash, token] of state.access) yield forgetAccess(hash, token.expiresAt);
    for (const [id, grant] of state.grants) yield forgetGrant(id, grant.refreshExpiresAt);
  },
});

function revokeAll(state: OAuthState, { userName, clientId }: { userName: string; clientId?: string }): void {
  for (const grant of state.grants.values()) {
    if (grant.userName === userName && (clientId === undefined || grant.clientId === clientId)) {
      grant.isRevoked = true;
    }
  }
  for (const [hash, code] of state.codes) {
    const isMeant = clientId === undefined || code.request.clientId === clientId;
    if (code.userName === userName && isMeant && code.grantId === undefined) state.codes.delete(hash);
  }
  for (const [id, login] of state.logins) if (login.userName === userName) state.logins.delete(id);
}

export const forgetKind = 'oauth-forget';

export function forgetCode(hash: string, expiresAt: number): DueMoment {
  return { at: expiresAt + REMEMBERED_MS, kind: forgetKind, key: `code:${hash}` };
}

export function forgetAccess(hash: string, expiresAt: number): DueMoment {
  return { at: expiresAt + REMEMBERED_MS, kind: forgetKind, key: `access:${hash}` };
}

export function forgetGrant(id: string, expiresAt: number): DueMoment {
  return { at: expiresAt + REMEMBERED_MS, kind: forgetKind, key: `grant:${id}` };
}

export type OAuthView = Frozen<OAuthState>;
