import { type CarrierError, nameCodes, sources } from '../stated.ts';

const ours = sources.ours('code and status as for its neighbours, wording ours');

/** Refusals of the OAuth addresses, in the envelope `{ response: { errors: [{ code, message }] } }`. */
export const oauthErrors = Object.freeze({
  redirectUriInvalid: {
    code: '10400',
    status: 400,
    text: 'Invalid Redirect URL',
    en: 'The redirect URI is not one that the application registered',
    fr: 'L’URI de redirection n’est pas parmi celles que l’application a enregistrées',
    ...sources.seen('UPS-API/api-documentation, thread 45'),
  },
  refreshTokenInvalid: {
    code: '10400',
    status: 400,
    text: 'Invalid Refresh Token',
    en: 'The refresh token is unknown, used, expired or revoked',
    fr: 'Le jeton d’actualisation est inconnu, déjà utilisé, expiré ou révoqué',
    ...sources.seen('Techship support, article 261465'),
  },
  authorizationHeaderInvalid: {
    code: '10400',
    status: 400,
    text: 'Invalid/Missing Authorization Header',
    en: 'The Basic header is missing or cannot be read',
    fr: 'L’en-tête Basic est absent ou illisible',
    ...sources.seen('openillumi.com, UPS API OAuth Basic header'),
  },
  authorizationCodeInvalid: {
    code: '10400',
    status: 400,
    text: 'Invalid Authorization Code',
    en: 'The authorization code is unknown, used or expired',
    fr: 'Le code d’autorisation est inconnu, déjà utilisé ou expiré',
    ...sources.seen('taourl.com, article 2561277', '2025-05-12'),
  },
  codeVerifierInvalid: {
    code: '10400',
    status: 400,
    text: 'Invalid Code Verifier',
    en: 'The code verifier does not fit the code challenge',
    fr: 'Le vérificateur ne correspond pas au défi du code',
    ...ours,
  },
  grantTypeInvalid: {
    code: '10400',
    status: 400,
    text: 'Invalid Grant Type',
    en: 'The grant type is missing or unknown at this address',
    fr: 'Le type d’octroi est absent ou inconnu à cette adresse',
    ...ours,
  },
  responseTypeInvalid: {
    code: '10400',
    status: 400,
    text: 'Invalid Response Type',
    en: 'The response type must be “code”',
    fr: 'Le type de réponse doit être « code »',
    ...ours,
  },
  parameterMissing: {
    code: '10400',
    status: 400,
    text: 'Missing Parameter: {name}',
    en: 'A required parameter is missing',
    fr: 'Un paramètre obligatoire est absent',
    ...ours,
  },
  clientIdInvalid: {
    code: '10401',
    status: 401,
    text: 'ClientId is Invalid',
    en: 'The client identifier is unknown here',
    fr: 'L’identifiant du client est inconnu ici',
    ...sources.seen('karrioapi/karrio, thread 503'),
  },
  clientSecretInvalid: {
    code: '10401',
    status: 401,
    text: 'Invalid Client Credentials',
    en: 'The client secret is wrong',
    fr: 'Le secret du client est erroné',
    ...ours,
  },
  merchantIdInvalid: {
    code: '10401',
    status: 401,
    text: 'Invalid Merchant Id',
    en: 'The account in x-merchant-id does not belong to the application’s owner',
    fr: 'Le compte dans x-merchant-id n’appartient pas au propriétaire de l’application',
    ...ours,
  },
  tooManyAttempts: {
    code: '10429',
    status: 429,
    text: 'Too Many Requests',
    en: 'Too many attempts: wait before trying again',
    fr: 'Trop de tentatives : attendez avant de recommencer',
    ...ours,
  },
} as const satisfies Readonly<Record<string, CarrierError>>);

const bearer = sources.seen('threads of client libraries: ShippingRates 66, UPS-SDKs 21', '2024-08-05');

/** Refusals of a token at any API, before the API itself looks at the request. */
export const bearerErrors = Object.freeze({
  tokenInvalid: {
    code: '250002',
    status: 401,
    text: 'Invalid Authentication Information.',
    en: 'The access token is missing, unknown or revoked',
    fr: 'Le jeton d’accès est absent, inconnu ou révoqué',
    ...bearer,
  },
  productMissing: {
    code: '250002',
    status: 401,
    text: 'Invalid Authentication Information.',
    en: 'The application does not hold this API’s product',
    fr: 'L’application n’est pas abonnée à cette API',
    ...bearer,
  },
  tokenExpired: {
    code: '251004',
    status: 401,
    text: 'Bearer Token expired (oauth)',
    en: 'The access token has expired',
    fr: 'Le jeton d’accès est expiré',
    ...sources.seen('comments in a public client of the REST APIs'),
  },
  /** What the newer APIs of the carrier say in place of 250002. */
  tokenUnverified: {
    code: 'UJ0001',
    status: 401,
    text: 'The token was invalid/expired or could not be verified',
    en: 'The access token is invalid or has expired',
    fr: 'Le jeton d’accès est invalide ou expiré',
    ...sources.file('GlobalCheckout.yaml'),
  },
} as const satisfies Readonly<Record<string, CarrierError>>);

/** Values of `status` and `refresh_token_status`; only `approved` is documented by example. */
export const tokenStatuses = Object.freeze({
  ...nameCodes(sources.seen('public mirror of the carrier’s Postman collection', '2024-01-31'), {
    approved: ['Approved', 'Approuvé'],
  }),
  ...nameCodes(sources.ours('for tokens that no longer serve'), {
    expired: ['Expired', 'Expiré'],
    revoked: ['Revoked', 'Révoqué'],
  }),
});
