import { oauthErrors } from '@lading/contract/oauth/codes';
import { responseType } from '@lading/contract/oauth/wire';
import { type Refusal, refuse } from '../registry.ts';
import type { World } from '../world/world.ts';
import { findApplication, type KnownApplication } from './clients.ts';
import type { AuthorizeRequest } from './facts.ts';

/** Registered in the place of an address, it stands for the sandbox's own page after the log-in. */
export const ownLandingPage = 'sandbox:landing';
export const landingPath = '/landing';
export const loginPath = '/login';

const CHALLENGE = /^[A-Za-z0-9_-]{43}=?$/;
const LONGEST_VALUE = 2_000;

export interface CheckedRequest {
  readonly application: KnownApplication;
  readonly request: AuthorizeRequest;
}

/**
 * Reads and checks the query of the authorize address. Nothing of it is trusted before the client is known and the
 * redirect URI is found among the client's own, letter by letter.
 */
export function checkAuthorizeRequest(
  world: World,
  publicUrl: string,
  query: URLSearchParams,
): CheckedRequest | Refusal {
  const value = (name: string): string => query.get(name) ?? '';
  const missing = ['client_id', 'redirect_uri', 'response_type'].find((name) => value(name) === '');
  if (missing) return refuse(oauthErrors.parameterMissing, { name: missing });
  const application = findApplication(world, value('client_id'));
  if (!application) return refuse(oauthErrors.clientIdInvalid);
  const redirectUri = value('redirect_uri');
  if (!isRegistered(application, redirectUri, publicUrl)) return refuse(oauthErrors.redirectUriInvalid);
  if (value('response_type') !== responseType) return refuse(oauthErrors.responseTypeInvalid);
  const challenge = query.get('code_challenge');
  if (challenge && !CHALLENGE.test(challenge)) return refuse(oauthErrors.codeVerifierInvalid);
  const state = query.get('state');
  const tooLong = ['scope', 'state'].find((name) => value(name).length > LONGEST_VALUE);
  if (tooLong) return refuse(oauthErrors.parameterMissing, { name: tooLong });
  const request = {
    clientId: application.clientId,
    redirectUri,
    scope: value('scope'),
    ...(state === null ? {} : { state }),
    ...(challenge ? { codeChallenge: challenge.replace(/=$/, '') } : {}),
  };
  return { application, request };
}

export function isRegistered(
  { redirectUris }: KnownApplication,
  redirectUri: string,
  publicUrl: string,
): boolean {
  return redirectUris.some((registered) => {
    const meant = registered === ownLandingPage ? `${publicUrl}${landingPath}` : registered;
    return meant === redirectUri;
  });
}

/** The log-in page with everything it needs in its address, in the order that the carrier publishes. */
export function loginAddress(publicUrl: string, request: AuthorizeRequest, type: string): string {
  const query = new URLSearchParams({
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    response_type: responseType,
    scope: request.scope,
    ...(request.state === undefined ? {} : { state: request.state }),
    type,
    ...(request.codeChallenge === undefined ? {} : { code_challenge: request.codeChallenge }),
  });
  return `${publicUrl}${loginPath}?${query}`;
}

/** The application's address with the outcome of the log-in in its query; what it already held stays. */
export function returnAddress(
  { redirectUri, state }: AuthorizeRequest,
  outcome: Readonly<Record<string, string>>,
): string {
  const address = new URL(redirectUri);
  for (const [name, value] of Object.entries(outcome)) address.searchParams.append(name, value);
  if (state !== undefined) address.searchParams.append('state', state);
  return address.href;
}
