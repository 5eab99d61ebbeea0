import { type Fact, sources } from '../stated.ts';

/** How long things live, in seconds. The carrier's files leave it to `expires_in`; clients must read that. */
export const lifetimes = Object.freeze({
  accessTokenSeconds: {
    today: {
      value: 3599,
      ...sources.seen('support notice of a reseller: one hour from 2026-04-01', '2025-12-03'),
    },
  },
  /** What public samples showed before the change. */
  formerAccessTokenSeconds: {
    today: { value: 14_399, ...sources.seen('readme of the carrier’s Java samples', '2022') },
  },
  refreshTokenSeconds: {
    today: {
      value: 5_183_999,
      ...sources.seen('public mirror of the carrier’s Postman collection', '2024-01-31'),
    },
  },
  authorizationCodeSeconds: {
    today: { value: 120, ...sources.ours('the files only say short; one unverified page says 30') },
  },
} as const satisfies Readonly<Record<string, Fact<number>>>);

/** Rules of the dialogue that are not lengths of time. */
export const facts = Object.freeze({
  /** `BASE64URL(SHA256(ASCII(code_verifier)))`; there is no `plain` and no method parameter. */
  codeChallengeMethod: { today: { value: 'S256', ...sources.file('OAuthAuthCode.yaml') } },
  /** With PKCE the code is exchanged without Basic; refreshing always takes Basic. */
  refreshTakesBasic: { today: { value: true, ...sources.file('OAuthAuthCode.yaml') } },
  /** The page where the browser ends when the authorize request itself is wrong. */
  errorPage: {
    today: {
      value: 'https://www.ups.com/error.page',
      ...sources.seen('the carrier’s Java samples', '2022'),
    },
  },
  /** The marker that the carrier adds to the log-in page's address. */
  loginPageType: { today: { value: 'ups_com_api', ...sources.file('OAuthAuthCode.yaml') } },
} as const satisfies Readonly<Record<string, Fact<string | boolean>>>);
