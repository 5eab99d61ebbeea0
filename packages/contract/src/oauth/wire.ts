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
      en: 'Check the redirect URI letter by letter, that the code or refresh token was not used before, and that the Basic header is sent.',
      fr: 'Vérifiez l’URI de redirection lettre par lettre, que le code ou le jeton d’actualisation n’a pas déjà servi et que l’en-tête Basic est envoyé.',
    },
    '10401': {
      en: 'Check the client identifier and secret, and that they belong to this environment.',
      fr: 'Vérifiez l’identifiant et le secret du client, et qu’ils appartiennent à cet environnement.',
    },
    '250002': {
      en: 'The token was not accepted. The same answer comes when the application does not hold this API’s product.',
      fr: 'Le jeton n’a pas été accepté. La même réponse vient quand l’application n’est pas abonnée à cette API.',
    },
    '251004': {
      en: 'The access token has expired: refresh it or ask for a new one.',
      fr: 'Le jeton d’accès est expiré : actualisez-le ou demandez-en un nouveau.',
    },
  });
