import type { AuthorizedToken } from '@lading/contract/oauth/schema';
import { CarrierFault, faultCodes } from '../errors.ts';
import { type JsonObject, readObject, textOf } from '../json.ts';
import type { Answer } from '../refusal.ts';

/** What calls are made with. Plain data: a store may keep it as JSON. It is a secret. */
export interface AccessToken {
  readonly accessToken: string;
  /** Milliseconds since 1970 on the client's clock, counted from before the request, so never too late. */
  readonly expiresAt: number;
  /** Milliseconds that the carrier gave the token to live. */
  readonly lifetimeMs: number;
  readonly scope: string;
  /** `approved`, as far as is known. */
  readonly status: string;
}

/** An access token with the means to renew it. The refresh token serves once. */
export interface GrantToken extends AccessToken {
  readonly refreshToken: string;
  /** Milliseconds since 1970 on the client's clock. */
  readonly refreshExpiresAt: number;
  readonly refreshStatus: string;
  /** How often this grant has been refreshed. */
  readonly refreshCount: number;
}

type Member = keyof AuthorizedToken;

/** @param askedAt When the request was sent, in milliseconds since 1970. */
export function accessTokenFrom(answer: Answer, askedAt: number): AccessToken {
  const document = readObject(answer.body, answer.status, 'unknown');
  const lifetimeMs = seconds(document, 'expires_in') * 1000;
  return {
    accessToken: demand(document, 'access_token'),
    expiresAt: askedAt + lifetimeMs,
    lifetimeMs,
    scope: member(document, 'scope') ?? '',
    status: member(document, 'status') ?? '',
  };
}

/** @param askedAt When the request was sent, in milliseconds since 1970. */
export function grantTokenFrom(answer: Answer, askedAt: number): GrantToken {
  const document = readObject(answer.body, answer.status, 'unknown');
  return {
    ...accessTokenFrom(answer, askedAt),
    refreshToken: demand(document, 'refresh_token'),
    refreshExpiresAt: askedAt + seconds(document, 'refresh_token_expires_in') * 1000,
    refreshStatus: member(document, 'refresh_token_status') ?? '',
    refreshCount: Number(member(document, 'refresh_count') ?? 0),
  };
}

function member(document: JsonObject, name: Member): string | undefined {
  return textOf(document, name);
}

function demand(document: JsonObject, name: Member): string {
  const value = member(document, name);
  if (value === undefined || value === '') throw unreadable(`The answer carries no ${name}.`);
  return value;
}

function seconds(document: JsonObject, name: Member): number {
  const value = Number(demand(document, name));
  if (!Number.isFinite(value) || value < 0) throw unreadable(`${name} is no number of seconds.`);
  return value;
}

function unreadable(text: string): CarrierFault {
  return new CarrierFault({ code: faultCodes.answerUnreadable, text, status: 200, outcome: 'unknown' });
}
