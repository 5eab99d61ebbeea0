import type { CarrierFault } from './errors.ts';

/** How patient a client is. */
export interface RetryOptions {
  /** How often a call is tried in all; 1 means never again. Default 3. */
  readonly attempts?: number;
  /** The longest wait before the second attempt, in milliseconds; it doubles from then on. Default 250. */
  readonly baseMs?: number;
  /** The longest wait ever, in milliseconds; a carrier that asks for more is not asked again. Default 20,000. */
  readonly capMs?: number;
}

/**
 * Whether a call may be sent again by itself. `once` is for what the carrier counts or consumes: an unread read,
 * an authorization code, a refresh token.
 */
export type Repeat = 'freely' | 'once';

/** How patient a client is, decided. */
export type RetryPolicy = Required<RetryOptions>;

/** The options with what they leave open filled in. */
export function retryPolicy({ attempts = 3, baseMs = 250, capMs = 20_000 }: RetryOptions = {}): RetryPolicy {
  return { attempts, baseMs, capMs };
}

/**
 * How long to wait before the next attempt, in milliseconds, or `undefined` when there must be none.
 *
 * @param attempt The number of the attempt that just failed, from 1.
 * @param random From 0 up to but not including 1.
 */
export function waitBefore(
  fault: CarrierFault,
  repeat: Repeat,
  attempt: number,
  { attempts, baseMs, capMs }: RetryPolicy,
  random: () => number,
): number | undefined {
  if (attempt >= attempts || !fault.retryable) return undefined;
  if (repeat === 'once' && fault.outcome !== 'not-sent') return undefined;
  const asked = (fault.retryAfterSeconds ?? 0) * 1000;
  if (asked > capMs) return undefined;
  const jittered = random() * Math.min(capMs, baseMs * 2 ** (attempt - 1));
  return Math.min(capMs, asked + jittered);
}
