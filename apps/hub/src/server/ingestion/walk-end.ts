import { nextReadAt, nextTryAt } from './back-off.ts';
import type { Competitor } from './competitor.ts';
import { ourFault, type ReadingFault } from './faults.ts';
import type { Lease, WalkEnd } from './lease.ts';
import { isPlanned, nextNight } from './night.ts';
import type { WalkOutcome } from './walk.ts';

const HOUR_MS = 3_600_000;
/** The carrier keeps files this long (guide, Quantum View), less what the clocks may differ. */
export const KEPT_MS = 7 * 24 * HOUR_MS - 10 * 60_000;

/** From 0 up to but not including 1. */
export type Random = () => number;

/** One attempt to read a subscription, as far as it came. */
export interface Attempt {
  readonly lease: Lease;
  readonly startMs: number;
  /** From where files may be missing if the walk that is under way breaks. */
  mark: Date | null;
  /** How often in a row what may have been lost could not be read by date, this time included. */
  rereadFailures: number;
  /** Why it could not, where the unread files were read without it. */
  rereadFault: ReadingFault | null;
  /** Everything that the carrier keeps is read by date this time. */
  isReconciling: boolean;
  /** Who was found out to read the same subscription. */
  competitor: Competitor | null;
}

export function beginAttempt(lease: Lease, startMs: number): Attempt {
  const { rereadFrom, rereadFailures } = lease;
  const open = { rereadFault: null, isReconciling: false, competitor: null };
  return { lease, startMs, mark: rereadFrom, rereadFailures, ...open };
}

/** What an attempt leaves that came to its end or was stopped. */
export function endOfWalk(attempt: Attempt, outcome: WalkOutcome, nowMs: number, random: Random): WalkEnd {
  const { lease, startMs, rereadFault, rereadFailures } = attempt;
  // Every answer of a walk that was stopped is stored, so what it did not reach is still unread.
  if (outcome.end === 'stopped') {
    const { rereadFrom, failures } = lease;
    return { nextReadAt: new Date(nowMs), rereadFrom, rereadFailures, failures };
  }
  const rereadFrom = rereadFault || isOutrun(lease) ? attempt.mark : null;
  const blocking = outcome.notes.find((note) => note.isForPeople) ?? rereadFault;
  if (blocking) return { ...failed(attempt, blocking, nowMs, random), rereadFrom };
  const gap = gapOf(attempt);
  const note = outcome.notes[0] ?? (gap && ourFault('FEED_GAP', { mayHaveLost: false }));
  return {
    nextReadAt: nextReadAt(startMs, random()),
    rereadFrom,
    rereadFailures,
    failures: 0,
    lastWalkAt: new Date(nowMs),
    ...wholeness(attempt, rereadFrom, nowMs),
    ...nightOf(attempt, nowMs, random),
    ...(gap ? { gap } : {}),
    ...(note ? { fault: faultRow(note, nowMs) } : {}),
  };
}

/**
 * From when on everything must come as unread: since the end of a reading that left nothing open, after one that
 * did. Whoever was found out is named once.
 */
function wholeness(
  { lease, competitor }: Attempt,
  rereadFrom: Date | null,
  nowMs: number,
): Pick<WalkEnd, 'unreadSince' | 'competitor'> {
  if (lease.mode === 'shadow' || rereadFrom !== null) return {};
  const at = new Date(nowMs);
  if (competitor) return { unreadSince: at, competitor: { ...competitor, at } };
  return lease.rereadFrom !== null || lease.unreadSince === null ? { unreadSince: at } : {};
}

function nightOf(
  { lease, isReconciling }: Attempt,
  nowMs: number,
  random: Random,
): Pick<WalkEnd, 'reconcileAt' | 'reconciledAt'> {
  if (!isReconciling && isPlanned(lease.reconcileAt, nowMs)) return {};
  return {
    reconcileAt: nextNight(nowMs, lease.zone, random()),
    ...(isReconciling ? { reconciledAt: new Date(nowMs) } : {}),
  };
}

/**
 * A holder that lost its lease may have asked for unread files and be answered only now, after they were read again
 * by date: what it was given is lost with it. So the mark that it left stands once more.
 */
function isOutrun({ isTakenOver, rereadFrom }: Lease): boolean {
  return isTakenOver && rereadFrom !== null;
}

/** What an attempt leaves that a fault has ended. */
export function endOfFault(attempt: Attempt, fault: ReadingFault, nowMs: number, random: Random): WalkEnd {
  const rereadFrom = fault.mayHaveLost ? attempt.mark : attempt.lease.rereadFrom;
  return { ...failed(attempt, fault, nowMs, random), rereadFrom };
}

function failed(
  { lease, rereadFailures }: Attempt,
  fault: ReadingFault,
  nowMs: number,
  random: Random,
): Omit<WalkEnd, 'rereadFrom'> {
  const failures = lease.failures + 1;
  return {
    nextReadAt: nextTryAt(nowMs, failures, fault.retryAfterSeconds, random()),
    rereadFailures,
    failures,
    fault: faultRow(fault, nowMs),
  };
}

function faultRow({ code, message }: ReadingFault, nowMs: number): NonNullable<WalkEnd['fault']> {
  return { code: code.slice(0, 60), message: message.slice(0, 1000), at: new Date(nowMs) };
}

/** A subscription that rested longer than the carrier keeps files has a hole that nothing closes. */
function gapOf({ lease: { lastWalkAt }, startMs }: Attempt): NonNullable<WalkEnd['gap']> | null {
  const until = new Date(startMs - KEPT_MS);
  return lastWalkAt !== null && lastWalkAt < until ? { from: lastWalkAt, until } : null;
}
