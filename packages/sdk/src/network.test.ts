import { describe, expect, it } from 'vitest';
import { networkFault } from './network.ts';

/** As `fetch` rejects: a TypeError with the system's error behind it. */
function fetchFailed(cause: unknown): TypeError {
  return new TypeError('fetch failed', { cause });
}

function systemError(code: string, syscall?: string): Error {
  return Object.assign(new Error(code), { code, ...(syscall === undefined ? {} : { syscall }) });
}

function several(...errors: readonly Error[]): Error {
  return Object.assign(new AggregateError(errors), { code: 'ECONNREFUSED' });
}

const endless = fetchFailed(undefined);
endless.cause = endless;

describe('networkFault', () => {
  it.each<[string, unknown]>([
    ['nobody listens', fetchFailed(systemError('ECONNREFUSED', 'connect'))],
    ['no such host', fetchFailed(systemError('ENOTFOUND', 'getaddrinfo'))],
    ['no route', fetchFailed(systemError('EHOSTUNREACH', 'connect'))],
    ['no connection in time', fetchFailed(systemError('ETIMEDOUT', 'connect'))],
    ['no connection in time, says undici', fetchFailed(systemError('UND_ERR_CONNECT_TIMEOUT'))],
    ['several addresses, none reached', fetchFailed(several(systemError('ECONNREFUSED', 'connect')))],
  ])('%s: not sent, and waiting may help', (_name, thrown) => {
    expect(networkFault(thrown)).toMatchObject({
      code: 'NOT_CONNECTED',
      outcome: 'not-sent',
      retryable: true,
    });
  });

  it.each(['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
    '%s: not sent, and waiting does not help',
    (code) => {
      const expected = { code: 'NOT_CONNECTED', outcome: 'not-sent', retryable: false };
      expect(networkFault(fetchFailed(systemError(code)))).toMatchObject(expected);
    },
  );

  it.each<[string, unknown]>([
    ['reset while reading', fetchFailed(systemError('ECONNRESET', 'read'))],
    ['reset, nobody knows when', fetchFailed(systemError('ECONNRESET'))],
    ['timed out while reading', fetchFailed(systemError('ETIMEDOUT', 'read'))],
    ['closed by the other side', fetchFailed(systemError('UND_ERR_SOCKET'))],
    [
      'a broken record in the middle',
      fetchFailed(systemError('ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC')),
    ],
    [
      'several addresses, one of which may have taken the request',
      fetchFailed(several(systemError('ECONNREFUSED', 'connect'), systemError('ECONNRESET', 'read'))),
    ],
    ['an error without any code', new Error('?')],
    ['something that is no error', 'broken'],
    ['causes in a ring', endless],
  ])('%s: in doubt', (_name, thrown) => {
    const expected = { code: 'CONNECTION_LOST', outcome: 'unknown', cause: thrown };
    expect(networkFault(thrown)).toMatchObject(expected);
  });
});
