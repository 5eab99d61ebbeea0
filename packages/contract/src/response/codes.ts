import { type CarrierError, nameErrors, sources } from '../stated.ts';

const gateway = sources.seen('public lists of the carrier’s error codes');
const ours = sources.ours('the carrier’s files name the status, not the code');

/** Answers of the carrier's gateway that any API can give, in the envelope `{ response: { errors } }`. */
export const gatewayErrors = Object.freeze({
  documentMalformed: {
    code: '10001',
    status: 400,
    text: 'The XML document is not well formed',
    en: 'The request cannot be read',
    fr: 'La demande est illisible',
    ...gateway,
  },
  documentInvalid: {
    code: '10002',
    status: 400,
    text: 'The XML document is well formed but the document is not valid',
    en: 'The request lacks something or holds something that does not fit',
    fr: 'Il manque quelque chose à la demande, ou quelque chose n’y convient pas',
    ...gateway,
  },
  documentEmpty: {
    code: '10003',
    status: 400,
    text: 'The XML document is either empty or null',
    en: 'The request is empty',
    fr: 'La demande est vide',
    ...gateway,
  },
  documentTooLarge: {
    code: '10013',
    status: 400,
    text: 'The message is too large to be processed by the Application',
    en: 'The request is too large',
    fr: 'La demande est trop volumineuse',
    ...gateway,
  },
  serviceUnavailable: {
    code: '10004',
    status: 503,
    text: 'The service is temporarily unavailable',
    en: 'The service is temporarily unavailable',
    fr: 'Le service est momentanément indisponible',
    ...sources.seen('recorded answers in the test suite of friendly_shipping'),
  },
  clientBlocked: {
    code: '10403',
    status: 403,
    text: 'Blocked Merchant',
    en: 'The carrier has blocked this application',
    fr: 'Le transporteur a bloqué cette application',
    ...ours,
  },
  versionUnknown: {
    code: '10404',
    status: 404,
    text: 'Invalid version',
    en: 'The version in the path does not exist',
    fr: 'La version dans le chemin n’existe pas',
    ...ours,
  },
  tooManyRequests: {
    code: '10429',
    status: 429,
    text: 'Too Many Requests',
    en: 'Too many requests in a short time',
    fr: 'Trop de demandes en peu de temps',
    ...sources.seen('ioBroker.parcel, thread 45', '2023-05-10'),
  },
} as const satisfies Readonly<Record<string, CarrierError>>);

const kit = sources.seen('the kit’s introduction of July 2018, in UPS_python', '2018-07');
const hard = { status: 400, severity: 'Hard', ...kit } as const;
const refused = { status: 401, severity: 'Authentication', ...kit } as const;

/** General errors of the access-key era, with the status that the REST edge of today would give them. */
export const legacyErrors = nameErrors(hard, {
  valuesInvalid: [
    '10006',
    'Although the document is well formed and valid, the element content contains values which do not conform to the rules and constraints contained in this specification',
    'A value in the document breaks a rule',
    'Une valeur du document enfreint une règle',
  ],
  versionInvalid: [
    '20002',
    'The specified service name, {name}, and version number, {version}, combination is invalid',
    'The service does not exist in that version',
    'Le service n’existe pas dans cette version',
  ],
  environmentUnfit: [
    '20003',
    'Please check the server environment for the proper J2EE ws apis',
    'The carrier’s server is not set up for this call',
    'Le serveur du transporteur n’est pas prêt pour cet appel',
  ],
  actionInvalid: [
    '20006',
    'Invalid request action',
    'The request action does not fit the address',
    'L’action demandée ne correspond pas à l’adresse',
  ],
  fieldMissing: ['20007', 'Missing Required field, {field}', 'A field is missing', 'Un champ est absent'],
  fieldInvalid: [
    '20008',
    'The field, {field}, contains invalid data, {value}',
    'A field holds something invalid',
    'Un champ contient une donnée invalide',
  ],
  clientInformationTooLong: [
    '20012',
    'The Client Information exceeds its Maximum Limit of {limit}',
    'The client information is too long',
    'Les renseignements sur le client sont trop longs',
  ],
  declarationMissing: [
    '250000',
    'No XML declaration in the XML document',
    'The XML declaration is missing',
    'La déclaration XML est absente',
  ],
  fieldValueInvalid: [
    '250019',
    'Invalid Field value',
    'A credential field holds something invalid',
    'Un champ d’identification contient une donnée invalide',
  ],
});

/** Refusals of an access key, a user or a password. */
export const accessKeyErrors = nameErrors(refused, {
  keyNotForTool: [
    '250001',
    'Invalid Access License for the tool. Please re-license.',
    'The access key does not open this tool',
    'La clé d’accès n’ouvre pas cet outil',
  ],
  userInvalid: [
    '250002',
    'Invalid UserId/Password',
    'The user or the password is wrong',
    'L’utilisateur ou le mot de passe est erroné',
  ],
  keyInvalid: [
    '250003',
    'Invalid Access License number',
    'The access key is wrong or no longer served',
    'La clé d’accès est erronée ou n’est plus servie',
  ],
  passwordIncorrect: [
    '250004',
    'Incorrect UserId or Password',
    'The user and the password do not fit together',
    'L’utilisateur et le mot de passe ne concordent pas',
  ],
  credentialsMissing: [
    '250005',
    'No Access and Authentication Credentials provided',
    'No credentials were sent',
    'Aucune identification n’a été envoyée',
  ],
  tooManyAttempts: [
    '250006',
    'The maximum number of user access attempts was exceeded',
    'Too many attempts to get in',
    'Trop de tentatives d’accès',
  ],
  userLocked: [
    '250007',
    'The UserId is currently locked out, please try again in 24 hours.',
    'The user is locked out for 24 hours',
    'L’utilisateur est bloqué pendant 24 heures',
  ],
  keyUnknown: [
    '250009',
    'License Number not found in the UPS database',
    'The carrier does not know this access key',
    'Le transporteur ne connaît pas cette clé d’accès',
  ],
});

/** Failures of the carrier’s own; worth another try. */
export const transientErrors = nameErrors(
  { status: 503, severity: 'Transient', ...kit },
  {
    processFailed: ['20001', 'General process failure', 'The carrier failed', 'Le transporteur a failli'],
    licensingUnavailable: [
      '250050',
      'License system not available',
      'Access keys cannot be checked now',
      'Les clés d’accès ne peuvent pas être vérifiées pour l’instant',
    ],
  },
);

/** What the first JSON dialect says of a request that reaches no tool, as `{ Error: { Code, Description } }`. */
export const firstJsonErrors = nameErrors(
  { status: 400, ...kit },
  {
    unrecognized: ['1', 'Unrecognized Error', 'An error without a name', 'Une erreur sans nom'],
    operationUnknown: ['2', 'Unknown Operation', 'The operation is unknown', 'L’opération est inconnue'],
    networkFailed: [
      '3',
      'Network Error',
      'The carrier’s network failed',
      'Le réseau du transporteur a failli',
    ],
    syntaxInvalid: ['4', 'JSON Syntax Error', 'The JSON cannot be read', 'Le JSON est illisible'],
  },
);

/** What the developer portal says when an application is made. */
export const portalErrors = nameErrors(
  { status: 400, ...sources.seen('UPS-API/api-documentation, thread 254', '2026-07-24') },
  {
    applicationRefused: [
      '182279',
      'There is a non-technical issue with your request',
      'The carrier reviews the profile before it allows an application',
      'Le transporteur examine le profil avant d’autoriser une application',
    ],
  },
);
