import { errorHints as oauthHints } from '@lading/contract/oauth/wire';
import { errorHints as generalHints } from '@lading/contract/response/wire';

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
  /** The answer to the grant's last refresh was lost: asking once more tries it again. */
  grantInDoubt: 'GRANT_IN_DOUBT',
} as const);

/** A sentence for the developer who reads a fault, in both languages. */
export interface Hint {
  readonly en: string;
  readonly fr: string;
}

/** What a program can do about codes. */
export type Hints = Readonly<Record<string, Hint>>;

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
  /** Hints for codes of one API, before those that every API shares. */
  readonly hints?: Hints | undefined;
  readonly hint?: Hint | undefined;
  readonly howToLook?: Hint | undefined;
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
  /**
   * The number of the exchange, worth quoting to the carrier's support: its own, or the one that the request bore where
   * the answer names none. Absent for operations that take none and for requests that surely never arrived.
   */
  readonly transactionId: string | undefined;
  /** Whether the trouble passes by itself. Look at `outcome` before asking again. */
  readonly retryable: boolean;
  /** How long the carrier asks to wait, in seconds. */
  readonly retryAfterSeconds: number | undefined;
  readonly outcome: Outcome;
  /** What lies behind this code, where the carrier's sentence does not tell; in English and French. */
  readonly hint: Hint | undefined;
  /**
   * Only where the outcome is `unknown` and the call changes or consumes something: how to find out whether the carrier
   * did it, before asking again.
   */
  readonly howToLook: Hint | undefined;

  constructor(details: FaultDetails) {
    super(`${details.code}: ${details.text}`, { cause: details.cause });
    this.code = details.code;
    this.text = details.text;
    this.status = details.status;
    this.transactionId = details.transactionId;
    this.retryable = details.retryable ?? false;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.outcome = details.outcome;
    this.hint = details.hint ?? hintOf(details.code, details.hints);
    this.howToLook = details.outcome === 'unknown' ? details.howToLook : undefined;
  }

  /** The same fault where more is known about what became of the request. */
  withOutcome(outcome: Outcome): CarrierFault {
    return new CarrierFault({ ...this, outcome, cause: this.cause });
  }

  /**
   * The same fault with what its API knows about its code, how to find out what became of the call, and the number
   * that the request bore.
   */
  withAdvice(
    hints: Hints | undefined,
    howToLook: Hint | undefined,
    sentTransactionId: string | undefined,
  ): CarrierFault {
    const sent = this.outcome === 'not-sent' ? undefined : sentTransactionId;
    const transactionId = this.transactionId ?? sent;
    const hint = hintOf(this.code, hints) ?? this.hint;
    return new CarrierFault({ ...this, hint, howToLook, transactionId, cause: this.cause });
  }
}

/** Whether something caught is a fault of a call; anything else is a mistake in a program. */
export function isCarrierFault(error: unknown): error is CarrierFault {
  return error instanceof CarrierFault;
}

/**
 * What a program can do about a code, for codes that arrive as values too: `TW0001` is a warning inside a 200. Codes
 * that explain nothing by themselves have a page in `docs/errors`.
 */
export function hintOf(code: string, hints: Hints = {}): Hint | undefined {
  const tables = [hints, oauthHints, generalHints];
  return tables.find((table) => Object.hasOwn(table, code))?.[code];
}
