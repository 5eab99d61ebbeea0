import type { PasswordChanged } from '../carrier-users/store.ts';
import type { Fact } from '../world/store.ts';

/** Lengths of life in seconds of the world's clock. */
export interface Lifetimes {
  readonly accessTokenSeconds: number;
  readonly refreshTokenSeconds: number;
  readonly authorizationCodeSeconds: number;
}

export interface ApplicationRegistered extends Fact {
  readonly type: 'application-registered';
  readonly clientId: string;
  readonly secretHash: string;
  readonly name: string;
  readonly ownerUserName: string;
  readonly redirectUris: readonly string[];
  readonly products: readonly string[];
}

export interface RedirectUriRegistered extends Fact {
  readonly type: 'redirect-uri-registered';
  readonly clientId: string;
  readonly redirectUri: string;
}

export interface ProductsChosen extends Fact {
  readonly type: 'products-chosen';
  readonly clientId: string;
  readonly products: readonly string[];
}

export interface LifetimesChosen extends Fact {
  readonly type: 'lifetimes-chosen';
  readonly lifetimes: Lifetimes;
}

/** What an application asked for when it sent the browser. */
export interface AuthorizeRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  /** Undefined where the application sent none: then none goes back. */
  readonly state?: string;
  readonly codeChallenge?: string;
}

export interface LoginOpened extends Fact {
  readonly type: 'login-opened';
  readonly loginId: string;
  /** Of the cookie of the browser that opened it; no other browser can go on. */
  readonly browserHash: string;
  readonly request: AuthorizeRequest;
}

export interface LoginNamed extends Fact {
  readonly type: 'login-named';
  readonly loginId: string;
  readonly userName: string;
}

export interface LoginClosed extends Fact {
  readonly type: 'login-closed';
  readonly loginId: string;
}

export interface CodeIssued extends Fact {
  readonly type: 'code-issued';
  readonly codeHash: string;
  readonly userName: string;
  readonly request: AuthorizeRequest;
  readonly expiresAt: number;
}

/** A code became a grant with its first pair of tokens. */
export interface CodeExchanged extends Fact {
  readonly type: 'code-exchanged';
  readonly codeHash: string;
  readonly grantId: string;
  readonly accessHash: string;
  readonly accessExpiresAt: number;
  readonly refreshHash: string;
  readonly refreshExpiresAt: number;
}

export interface GrantRefreshed extends Fact {
  readonly type: 'grant-refreshed';
  readonly grantId: string;
  readonly accessHash: string;
  readonly accessExpiresAt: number;
  readonly refreshHash: string;
  readonly refreshExpiresAt: number;
}

export interface ClientTokenIssued extends Fact {
  readonly type: 'client-token-issued';
  readonly clientId: string;
  readonly accessHash: string;
  readonly accessExpiresAt: number;
  /** The one account that the token is narrowed to. */
  readonly merchantId?: string;
}

export interface GrantRevoked extends Fact {
  readonly type: 'grant-revoked';
  readonly grantId: string;
  readonly reason: 'code-reused' | 'refresh-token-reused';
}

/** Everything granted so far by one user, to one application or to all. */
export interface GrantsRevoked extends Fact {
  readonly type: 'grants-revoked';
  readonly userName: string;
  readonly clientId?: string;
}

/** Long after its end nobody needs to know any more that it was. */
export interface OAuthForgotten extends Fact {
  readonly type: 'oauth-forgotten';
  readonly what: 'code' | 'access' | 'grant';
  readonly key: string;
}

export type OAuthFact =
  | ApplicationRegistered
  | RedirectUriRegistered
  | ProductsChosen
  | LifetimesChosen
  | LoginOpened
  | LoginNamed
  | LoginClosed
  | CodeIssued
  | CodeExchanged
  | GrantRefreshed
  | ClientTokenIssued
  | GrantRevoked
  | GrantsRevoked
  | OAuthForgotten
  | PasswordChanged;
