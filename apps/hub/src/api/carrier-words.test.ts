import { describe, expect, it } from 'vitest';
import { refusalText } from './carrier-words.ts';

describe('what the carrier refused, told to a person', () => {
  it.each([
    [
      'means what the carrier’s tables say',
      { code: '10400', message: 'Invalid Refresh Token' },
      'The refresh token is unknown, used, expired or revoked. The carrier’s own words: “Invalid Refresh Token” (10400).',
      'Le jeton d’actualisation est inconnu, déjà utilisé, expiré ou révoqué. Le transporteur écrit : « Invalid Refresh Token » (10400).',
    ],
    [
      'is only quoted where its sentence stands for several things',
      { code: '250002', message: 'Invalid Authentication Information.' },
      'The carrier refused this. The carrier’s own words: “Invalid Authentication Information.” (250002).',
      'Le transporteur a refusé cette demande. Le transporteur écrit : « Invalid Authentication Information. » (250002).',
    ],
    [
      'is only quoted where a known code comes with another sentence, whatever that holds',
      { code: '10400', message: 'No {code} for {words}' },
      'The carrier refused this. The carrier’s own words: “No {code} for {words}” (10400).',
      'Le transporteur a refusé cette demande. Le transporteur écrit : « No {code} for {words} » (10400).',
    ],
    [
      'is a code alone',
      { code: '9999', message: ' ' },
      'The carrier refused this with the code 9999 and said no more.',
      'Le transporteur a refusé cette demande avec le code 9999, sans autre explication.',
    ],
    [
      'is a status alone, for which the SDK found words',
      { code: 'HTTP_502', message: 'The carrier answered 502.' },
      'The carrier answered with the HTTP status 502 and said no more.',
      'Le transporteur a répondu par l’état HTTP 502, sans autre explication.',
    ],
    [
      'is a status with a sentence',
      { code: 'HTTP_503', message: 'Try later' },
      'The carrier refused this. The carrier’s own words: “Try later” (HTTP_503).',
      'Le transporteur a refusé cette demande. Le transporteur écrit : « Try later » (HTTP_503).',
    ],
  ])('%s', (_name, fault, en, fr) => {
    expect(refusalText(fault)).toEqual({ en, fr });
  });
});
