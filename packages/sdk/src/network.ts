import { CarrierFault, faultCodes } from './errors.ts';

/** Codes that only a connection still being made can have, so nothing of the request left. */
const WHILE_CONNECTING = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** Certificates that were not accepted, before anything was sent: waiting does not help. */
const CERTIFICATE =
  /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_|ERR_SSL_WRONG_VERSION_NUMBER$)/;

interface SystemError {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly errors?: unknown;
  readonly cause?: unknown;
}

/**
 * What a rejected `fetch` or a broken answer means. Only what surely happened before the request left counts as
 * `not-sent`; every doubt is `unknown`.
 */
export function networkFault(thrown: unknown): CarrierFault {
  const chain = causesOf(thrown);
  if (chain.some(neverConnected)) return notConnected(thrown, true);
  if (chain.some(hasBadCertificate)) return notConnected(thrown, false);
  return new CarrierFault({
    code: faultCodes.connectionLost,
    text: 'The connection broke before the answer was complete.',
    outcome: 'unknown',
    retryable: true,
    cause: thrown,
  });
}

function notConnected(cause: unknown, retryable: boolean): CarrierFault {
  const text = retryable
    ? 'No connection could be made.'
    : 'No connection could be made: the certificate was not accepted.';
  return new CarrierFault({ code: faultCodes.notConnected, text, outcome: 'not-sent', retryable, cause });
}

/** The error and what is behind it; a ring of causes ends after a few. */
function causesOf(thrown: unknown): readonly SystemError[] {
  const chain: SystemError[] = [];
  let at: unknown = thrown;
  while (typeof at === 'object' && at !== null && chain.length < 8) {
    chain.push(at);
    at = (at as SystemError).cause;
  }
  return chain;
}

/** With several addresses tried at once, all of them must have failed while connecting. */
function neverConnected(error: SystemError): boolean {
  if (Array.isArray(error.errors) && error.errors.length > 0) {
    return error.errors.every((one: SystemError) => neverConnected(one));
  }
  return (
    WHILE_CONNECTING.has(String(error.code)) || error.syscall === 'connect' || error.syscall === 'getaddrinfo'
  );
}

function hasBadCertificate(error: SystemError): boolean {
  return typeof error.code === 'string' && CERTIFICATE.test(error.code);
}
