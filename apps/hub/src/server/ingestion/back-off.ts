/** A subscription is read this often: the carrier cuts files every 30 minutes at most (guide, Quantum View). */
export const READ_EVERY_MS = 30 * 60_000;

const FIRST_MS = 60_000;
const LONGEST_MS = 30 * 60_000;
const LONGEST_ASKED_MS = 24 * 3_600_000;
/** Readers that began together drift apart. */
const SPREAD_MS = 60_000;

/** When a subscription is read next after a complete walk that began at `startMs`. `random` is from 0 to below 1. */
export function nextReadAt(startMs: number, random: number): Date {
  return new Date(startMs + READ_EVERY_MS - random * SPREAD_MS);
}

/**
 * When it is tried again after so many faults in a row: a minute, doubling up to half an hour, less up to half of
 * it by chance; never before the carrier asked for, at most a day.
 */
export function nextTryAt(
  nowMs: number,
  failures: number,
  retryAfterSeconds: number | null,
  random: number,
): Date {
  const doubled = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(20, Math.max(0, failures - 1)));
  const asked = Math.min(LONGEST_ASKED_MS, (retryAfterSeconds ?? 0) * 1000);
  return new Date(nowMs + Math.max(asked, doubled * (1 - random / 2)));
}
