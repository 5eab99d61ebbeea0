import { oauthErrors } from '@lading/contract/oauth/codes';
import { facts } from '@lading/contract/oauth/facts';
import {
  authorize,
  grantTypes,
  merchantIdHeader,
  refresh,
  token,
  validateClient,
} from '@lading/contract/oauth/wire';
import { defineTexts } from '@lading/kit/text';
import { carrierUsersStore } from '../carrier-users/store.ts';
import { textOf } from '../edge/reading.ts';
import {
  type Answer,
  type Context,
  isRefusal,
  type NormalisedRequest,
  type Outcome,
  operation,
  type Refusal,
  type RegisteredOperation,
  refuse,
} from '../registry.ts';
import type { World } from '../world/world.ts';
import { checkAuthorizeRequest, loginAddress, loginPath } from './authorize-request.ts';
import { authenticateClient } from './clients.ts';
import type { GrantRevoked } from './facts.ts';
import type { GuessGuard } from './guess-guard.ts';
import { fitsChallenge, hashOf } from './secrets.ts';
import { type AuthorizationCode, oauthStore } from './store.ts';
import { exchangeCode, issueClientToken, refreshGrant, type TokenDocument } from './tokens.ts';

/** The four addresses of the carrier under `/security/v1/oauth`. */
export function oauthOperations(guard: GuessGuard): readonly RegisteredOperation[] {
  return [
    operation(authorize, sendToLogin),
    operation(token, (context, request) => grantToken(context, request, guard)),
    operation(refresh, (context, request) => refreshToken(context, request, guard)),
    operation(validateClient, tellLoginPage),
  ];
}

function sendToLogin({ world, publicUrl }: Context, { query }: NormalisedRequest): Outcome {
  const checked = checkAuthorizeRequest(world, publicUrl, query);
  if (isRefusal(checked)) return describedInHeaders(checked);
  const location = loginAddress(publicUrl, checked.request, facts.loginPageType.today.value);
  const name = headerText(checked.application.name);
  return { status: 302, headers: { location, appname: name, displayname: name } };
}

/** The error stands in headers too, where programs of 2022 look for it. */
function describedInHeaders(refusal: Refusal): Refusal {
  const { code, text } = refusal.refused;
  const description = text.replace(/\{(\w+)\}/g, (place, name: string) => refusal.params?.[name] ?? place);
  return { ...refusal, headers: { errorcode: code, errordescription: headerText(description) } };
}

function headerText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}

function tellLoginPage({ world, publicUrl }: Context, { query }: NormalisedRequest): Outcome {
  const withType = new URLSearchParams([...query, ['response_type', 'code']]);
  const checked = checkAuthorizeRequest(world, publicUrl, withType);
  if (isRefusal(checked)) return describedInHeaders(checked);
  return { body: { LassoRedirectURL: `${publicUrl}${loginPath}`, type: facts.loginPageType.today.value } };
}

function grantToken(context: Context, request: NormalisedRequest, guard: GuessGuard): Outcome {
  const grantType = textOf(request.body, 'grant_type');
  if (grantType === undefined) return refuse(oauthErrors.parameterMissing, { name: 'grant_type' });
  if (grantType === grantTypes.clientCredentials) return grantToClient(context, request, guard);
  if (grantType === grantTypes.authorizationCode) return grantForCode(context, request, guard);
  return refuse(oauthErrors.grantTypeInvalid);
}

function grantToClient(context: Context, request: NormalisedRequest, guard: GuessGuard): Outcome {
  const application = authenticateClient(context, request, guard);
  if (isRefusal(application)) return application;
  const { world } = context;
  const merchantId = request.headers[merchantIdHeader] || undefined;
  const owner = world.state(carrierUsersStore).users.get(application.ownerUserName);
  if (merchantId !== undefined && !owner?.accounts.includes(merchantId)) {
    return refuse(oauthErrors.merchantIdInvalid);
  }
  return answerWith(issueClientToken(world, application.clientId, merchantId));
}

function grantForCode(context: Context, request: NormalisedRequest, guard: GuessGuard): Outcome {
  const { world } = context;
  const missing = ['code', 'redirect_uri'].find((name) => textOf(request.body, name) === undefined);
  if (missing) return refuse(oauthErrors.parameterMissing, { name: missing });
  const clientId = identifyForCode(context, request, guard);
  if (typeof clientId !== 'string') return clientId;
  const codeHash = hashOf(textOf(request.body, 'code') ?? '');
  const code = world.state(oauthStore).codes.get(codeHash);
  if (!code || code.request.clientId !== clientId) return refuse(oauthErrors.authorizationCodeInvalid);
  if (code.grantId !== undefined) return refuseReuse(world, code.grantId);
  if (world.now() >= code.expiresAt) return refuse(oauthErrors.authorizationCodeInvalid);
  if (textOf(request.body, 'redirect_uri') !== code.request.redirectUri) {
    return refuse(oauthErrors.redirectUriInvalid);
  }
  if (!fitsCode(code, textOf(request.body, 'code_verifier'))) return refuse(oauthErrors.codeVerifierInvalid);
  return answerWith(exchangeCode(world, codeHash));
}

/**
 * With PKCE the client is only named, in the body, and must send no Basic header; without it Basic proves it.
 * (guide of OAuthAuthCode: "Do not include an Authorization header")
 */
function identifyForCode(context: Context, request: NormalisedRequest, guard: GuessGuard): string | Refusal {
  if (textOf(request.body, 'code_verifier') === undefined) {
    const application = authenticateClient(context, request, guard);
    return isRefusal(application) ? application : application.clientId;
  }
  if (request.headers['authorization'] !== undefined) {
    context.note(rules.eitherWay, 'invented');
    return refuse(oauthErrors.authorizationHeaderInvalid);
  }
  const clientId = textOf(request.body, 'client_id');
  if (clientId === undefined) return refuse(oauthErrors.parameterMissing, { name: 'client_id' });
  const isKnown = context.world.state(oauthStore).applications.has(clientId);
  return isKnown ? clientId : refuse(oauthErrors.clientIdInvalid);
}

/** A verifier is owed exactly where a challenge was given: otherwise a stolen code could do without. */
function fitsCode({ request }: Pick<AuthorizationCode, 'request'>, verifier: string | undefined): boolean {
  if (request.codeChallenge === undefined) return verifier === undefined;
  return verifier !== undefined && fitsChallenge(verifier, request.codeChallenge);
}

function refuseReuse(world: World, grantId: string): Refusal {
  revoke(world, grantId, 'code-reused');
  return refuse(oauthErrors.authorizationCodeInvalid);
}

function refreshToken(context: Context, request: NormalisedRequest, guard: GuessGuard): Outcome {
  const { world } = context;
  const application = authenticateClient(context, request, guard);
  if (isRefusal(application)) return application;
  if (textOf(request.body, 'grant_type') !== grantTypes.refreshToken) {
    return refuse(oauthErrors.grantTypeInvalid);
  }
  const given = textOf(request.body, 'refresh_token');
  if (given === undefined) return refuse(oauthErrors.parameterMissing, { name: 'refresh_token' });
  const { grants, refresh: known } = world.state(oauthStore);
  const hash = hashOf(given);
  const grantId = known.get(hash) ?? '';
  const grant = grants.get(grantId);
  if (!grant || grant.clientId !== application.clientId || grant.isRevoked) {
    return refuse(oauthErrors.refreshTokenInvalid);
  }
  if (grant.refreshHash !== hash) {
    context.note(rules.familyEnds, 'invented');
    revoke(world, grantId, 'refresh-token-reused');
    return refuse(oauthErrors.refreshTokenInvalid);
  }
  if (world.now() >= grant.refreshExpiresAt) return refuse(oauthErrors.refreshTokenInvalid);
  return answerWith(refreshGrant(world, grantId));
}

function revoke(world: World, grantId: string, reason: GrantRevoked['reason']): void {
  const isAlive = world.state(oauthStore).grants.get(grantId)?.isRevoked === false;
  const fact: GrantRevoked = { type: 'grant-revoked', grantId, reason };
  if (isAlive) world.record(fact);
}

function answerWith(body: TokenDocument): Answer {
  return { body, headers: { 'cache-control': 'no-store', pragma: 'no-cache' } };
}

const rules = defineTexts({
  eitherWay: {
    en: 'PKCE beside a Basic header is refused',
    fr: 'PKCE à côté d’un en-tête Basic est refusé',
  },
  familyEnds: {
    en: 'a used refresh token revokes its whole family',
    fr: 'un jeton d’actualisation déjà utilisé révoque toute sa lignée',
  },
});
