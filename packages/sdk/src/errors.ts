import { errorHints as oauthHints } from '@lading/contract/oauth/wire';
import { errorHints as quantumViewHints } from '@lading/contract/quantum-view/wire';

/**
 * What became of the request when a call fails. `refused`: the carrier answered and did nothing. `not-sent`: it
 * surely never arrived. `unknown`: it may have arrived and may have been acted on, so what reads once or serves
 * once must not be repeated blindly.
 */
export type Outcome = 'refused' | 'not-sent' | 'unknown';

/** Codes of our own, for failures in which the carrier gave none. Everything else in `code` is the carrier's. */
export const faultCodes = Object.freeze({
  /** The connection could not be made: refused, no such host, no route, certificate not accepted. */
  notConnected: 'NOT_CONNECTED',
  /** The connection broke before the answer was complete. */
  connectionLost: 'CONNECTION_LOST',
  /** `answerTimeoutMs` or `timeoutMs` ran out. */
  timeout: 'TIMEOUT',
  /** The caller's signal ended the call; its reason is the `cause`. */
  aborted: 'ABORTED',
  /** The answer is longer than `maxBytes`. */
  answerTooLarge: 'ANSWER_TOO_LARGE',
  /** The answer is not what the contract promises: no JSON, another kind of value, nested beyond reason. */
  answerUnreadable: 'ANSWER_UNREADABLE',
  /** Answers keep sending the walk in a circle. */
  bookmarkLoop: 'BOOKMARK_LOOP',
  /** The token store holds no grant under the key that was asked for. */
  noGrant: 'NO_GRANT',
} as const);

/** What a fault is made of. */
export interface FaultDetails {
  readonly code: string;
  readonly text: string;
  readonly outcome: Outcome;
  readonly retryable?: boolean;
  readonly status?: number | undefined;
  readonly transactionId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly cause?: unknown;
}

/** Any failed call: the carrier refused it, or the way there and back did not work. */
export class CarrierFault extends Error {
  override readonly name = 'CarrierFault';
  /** The carrier's own code (`10400`, `330015`), `HTTP_502` where a refusal carries none, or one of `faultCodes`. */
  readonly code: string;
  /** The carrier's sentence, or ours where it gave none. */
  readonly text: string;
  /** HTTP status; absent when no answer came. 200 for business errors inside a success. */
  readonly status: number | undefined;
  /** The carrier's number for the exchange, worth quoting to its support. */
  readonly transactionId: string | undefined;
  /** Whether the trouble passes by itself. Look at `outcome` before asking again. */
  readonly retryable: boolean;
  /** How long the carrier asks to wait, in seconds. */
  readonly retryAfterSeconds: number | undefined;
  readonly outcome: Outcome;
  /** What a program can do about this code, in English and French. */
  readonly hint: { readonly en: string; readonly fr: string } | undefined;

  constructor(details: FaultDetails) {
    super(`${details.code}: ${details.text}`, { cause: details.cause });
    this.code = details.code;
    this.text = details.text;
    this.status = details.status;
    this.transactionId = details.transactionId;
    this.retryable = details.retryable ?? false;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.outcome = details.outcome;
    this.hint = hintFor(details.code);
  }

  /** The same fault where more is known about what became of the request. */
  withOutcome(outcome: Outcome): CarrierFault {
    return new CarrierFault({ ...this, outcome, cause: this.cause });
  }
}

/** Whether something caught is a fault of a call; anything else is a mistake in a program. */
export function isCarrierFault(error: unknown): error is CarrierFault {
  return error instanceof CarrierFault;
}

function hintFor(code: string): CarrierFault['hint'] {
  const hints = { ...oauthHints, ...quantumViewHints };
  return Object.hasOwn(hints, code) ? hints[code] : undefined;
}
