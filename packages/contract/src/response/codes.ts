import { type CarrierError, sources } from '../stated.ts';

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
    ...ours,
  },
} as const satisfies Readonly<Record<string, CarrierError>>);
