import { usualStatuses } from '../operation/wire.ts';
import type { WireOperation } from '../operation.ts';

const common = {
  slug: 'oauth',
  versions: [],
  currentVersion: null,
  deprecatedVersions: [],
  requestArrays: [],
  responseArrays: [],
  responseNames: [],
  parameters: [],
  statuses: usualStatuses,
  effect: 'consumes',
  errorsInsideSuccess: false,
} as const;

/** Sends the browser on to the carrier's log-in page (302); never answers with a code itself. */
export const authorize = Object.freeze({
  ...common,
  id: 'oauth.authorize',
  effect: 'reads',
  statuses: [302, 400, 401, 403, 429],
  method: 'GET',
  path: '/security/v1/oauth/authorize',
  requestFormat: 'query',
  auth: 'none',
  headers: [],
} as const) satisfies WireOperation;

/** Both grants share this address; `grant_type` tells them apart. */
export const token = Object.freeze({
  ...common,
  id: 'oauth.token',
  method: 'POST',
  path: '/security/v1/oauth/token',
  requestFormat: 'form',
  auth: 'client-or-basic',
  headers: [{ name: 'x-merchant-id', required: false }],
} as const) satisfies WireOperation;

/** A new access token and a new refresh token for an old refresh token, which is dead afterwards. */
export const refresh = Object.freeze({
  ...common,
  id: 'oauth.refresh',
  method: 'POST',
  path: '/security/v1/oauth/refresh',
  requestFormat: 'form',
  auth: 'basic',
  headers: [],
} as const) satisfies WireOperation;

/** Gone from today's published file; programs of 2022 still ask it for the address of the log-in page. */
export const validateClient = Object.freeze({
  ...common,
  id: 'oauth.validate-client',
  effect: 'reads',
  method: 'GET',
  path: '/security/v1/oauth/validate-client',
  requestFormat: 'query',
  auth: 'none',
  headers: [],
} as const) satisfies WireOperation;

/** The registered operations, in the order of a person’s way through them. */
export const operations: readonly WireOperation[] = Object.freeze([
  authorize,
  token,
  refresh,
  validateClient,
]);

/** Values of `grant_type`. */
export const grantTypes = Object.freeze({
  authorizationCode: 'authorization_code',
  clientCredentials: 'client_credentials',
  refreshToken: 'refresh_token',
} as const);

/** The six characters of a shipper's account, for a client-credentials token narrowed to that account. */
export const merchantIdHeader = 'x-merchant-id';

/** The only value of `response_type`. */
export const responseType = 'code';

/** What a program can do about a code, for the developer who reads the fault. */
export const errorHints: Readonly<Record<string, { readonly en: string; readonly fr: string }>> =
  Object.freeze({
    '10400': {
      en: 'Read the text beside the code. Compare the redirect URI letter by letter and send the Basic header; a code or refresh token that was used before is dead, and the person authorizes again.',
      fr: 'Lisez le texte à côté du code. Comparez l’URI de redirection lettre par lettre et envoyez l’en-tête Basic; un code ou un jeton d’actualisation qui a déjà servi est mort, et la personne autorise de nouveau.',
    },
    '10401': {
      en: 'Client identifier or secret is wrong, was replaced, or belongs to the other environment. Copy both again from the developer portal and compare the host.',
      fr: 'L’identifiant ou le secret du client est erroné, a été remplacé, ou vient de l’autre environnement. Copiez-les de nouveau depuis le portail des développeurs et comparez l’hôte.',
    },
    '250002': {
      en: 'Either the application does not hold this API’s product, or the token has ended or is of the other environment. Where other APIs answer with the same token, add the product on the developer portal; otherwise ask for a new token and compare credentials and host.',
      fr: 'L’application n’est pas abonnée à cette API, ou le jeton est expiré ou vient de l’autre environnement. Si d’autres API répondent avec ce jeton, ajoutez le produit sur le portail des développeurs; sinon, demandez un nouveau jeton et comparez les identifiants et l’hôte.',
    },
    '251004': {
      en: 'The access token has expired: refresh it or ask for a new one.',
      fr: 'Le jeton d’accès est expiré : actualisez-le ou demandez-en un nouveau.',
    },
  });
