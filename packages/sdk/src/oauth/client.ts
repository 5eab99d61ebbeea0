import {
  authorize,
  grantTypes,
  merchantIdHeader,
  refresh,
  responseType,
  token,
} from '@lading/contract/oauth/wire';
import { CarrierFault, type Hint } from '../errors.ts';
import { type SingleFlight, singleFlight } from '../single-flight.ts';
import { type Limits, type Surroundings, send } from '../transport.ts';
import { basic } from './basic.ts';
import { doubts } from './doubts.ts';
import { type AccessToken, accessTokenFrom, type GrantToken, grantTokenFrom } from './token.ts';

/** What the log-in page is told. */
export interface AuthorizeUrlOptions {
  /** One that the application registered, letter by letter. */
  readonly redirectUri: string;
  /** Comes back unchanged; keep it on the server, bound to the session that asked. */
  readonly state: string;
  /** Separated by spaces. */
  readonly scope?: string;
  /** From `createPkce`; then the code is exchanged with its verifier. */
  readonly codeChallenge?: string;
}

/** What came back from the log-in, and where to. */
export interface ExchangeOptions {
  readonly code: string;
  /** The same as in the authorize address. */
  readonly redirectUri: string;
  /** With it the code is exchanged by proof key, without the client's secret. */
  readonly codeVerifier?: string;
  readonly signal?: AbortSignal;
}

/** The refresh token to be spent. */
export interface RefreshOptions {
  readonly refreshToken: string;
}

/** What narrows an application’s own token. */
export interface ClientCredentialsOptions {
  /** Narrows the token to one of the owner's accounts: six characters. */
  readonly merchantId?: string;
}

/** Ways to a token. Nothing here keeps one: that is done by the client’s token store. */
export interface OAuthClient {
  /** Where to send the person who shall authorize. Nothing is sent. */
  authorizeUrl(options: AuthorizeUrlOptions): string;
  /**
   * A grant for the code that came back. Never repeated by itself: a code serves once.
   *
   * @throws CarrierFault with outcome `unknown` when the code may be spent: its `howToLook` says what to do.
   */
  exchangeCode(options: ExchangeOptions): Promise<GrantToken>;
  /**
   * A new grant for an old one, whose refresh token is dead afterwards. Calls with the same token at the same
   * time share one request. It cannot be aborted, since an answer given up would lose the new grant.
   *
   * @throws CarrierFault with outcome `unknown` when the old refresh token may be spent: its `howToLook` says what to do.
   */
  refresh(options: RefreshOptions): Promise<GrantToken>;
  /** A new token of the application's own, always asked for; `tokens` of the client keep and renew them. */
  clientCredentials(options?: ClientCredentialsOptions): Promise<AccessToken>;
}

/** What the OAuth client is made of. */
export interface OAuthParts extends Surroundings {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly limits: Omit<Limits, 'maxBytes'>;
}

/** A token answer has less than 4 KB. */
const MAX_BYTES = 64 * 1024;

type Form = Readonly<Record<string, string | undefined>>;

/** The OAuth member of a client. */
export function createOAuthClient(parts: OAuthParts): OAuthClient {
  const refreshes: SingleFlight<GrantToken> = singleFlight();
  return {
    authorizeUrl: (options) => authorizeUrl(parts, options),
    exchangeCode: (options) => onceOnly(exchangeCode(parts, options), doubts.exchange),
    refresh: ({ refreshToken }) =>
      refreshes.run(refreshToken, () => onceOnly(refreshGrant(parts, refreshToken), doubts.refresh)),
    clientCredentials: (options = {}) => clientCredentials(parts, options),
  };
}

/** What serves once says what to do where its answer was lost. */
async function onceOnly<Result>(call: Promise<Result>, howToLook: Hint): Promise<Result> {
  try {
    return await call;
  } catch (thrown) {
    throw thrown instanceof CarrierFault ? thrown.withAdvice(undefined, howToLook, undefined) : thrown;
  }
}

function authorizeUrl({ baseUrl, clientId }: OAuthParts, options: AuthorizeUrlOptions): string {
  const query = encode({
    client_id: clientId,
    redirect_uri: options.redirectUri,
    response_type: responseType,
    state: options.state,
    scope: options.scope,
    code_challenge: options.codeChallenge,
  });
  return `${baseUrl}${authorize.path}?${query}`;
}

async function exchangeCode(parts: OAuthParts, options: ExchangeOptions): Promise<GrantToken> {
  const { code, redirectUri, codeVerifier, signal } = options;
  const askedAt = parts.clock.now();
  const form = { grant_type: grantTypes.authorizationCode, code, redirect_uri: redirectUri };
  const proof = { ...form, code_verifier: codeVerifier, client_id: parts.clientId };
  const answer = await send(
    {
      ...post(parts, token.id, token.path, codeVerifier === undefined ? form : proof),
      headers: codeVerifier === undefined ? withBasic(parts) : formHeaders,
      repeat: 'once',
      signal,
    },
    parts,
  );
  return grantTokenFrom(answer, askedAt);
}

async function refreshGrant(parts: OAuthParts, refreshToken: string): Promise<GrantToken> {
  const askedAt = parts.clock.now();
  const form = { grant_type: grantTypes.refreshToken, refresh_token: refreshToken };
  const call = post(parts, refresh.id, refresh.path, form);
  const answer = await send({ ...call, headers: withBasic(parts), repeat: 'once' }, parts);
  return grantTokenFrom(answer, askedAt);
}

async function clientCredentials(
  parts: OAuthParts,
  { merchantId }: ClientCredentialsOptions,
): Promise<AccessToken> {
  const askedAt = parts.clock.now();
  const call = post(parts, token.id, token.path, { grant_type: grantTypes.clientCredentials });
  const narrowed = merchantId === undefined ? {} : { [merchantIdHeader]: merchantId };
  const headers = { ...withBasic(parts), ...narrowed };
  return accessTokenFrom(await send({ ...call, headers, repeat: 'freely' }, parts), askedAt);
}

function post({ baseUrl, limits }: OAuthParts, operation: string, path: string, form: Form) {
  const url = `${baseUrl}${path}`;
  return { ...limits, maxBytes: MAX_BYTES, operation, method: 'POST', url, body: encode(form) };
}

const formHeaders = Object.freeze({
  accept: 'application/json',
  'content-type': 'application/x-www-form-urlencoded',
});

function withBasic({ clientId, clientSecret }: OAuthParts): Readonly<Record<string, string>> {
  return { ...formHeaders, authorization: basic(clientId, clientSecret) };
}

function encode(form: Form): string {
  const given = Object.entries(form).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(given).toString();
}
