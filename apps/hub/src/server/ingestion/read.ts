import type { Hub } from '../hub.ts';
import { walkSince } from './by-date.ts';
import { findCompetitor } from './competitor.ts';
import { ourFault, readingFaultOf } from './faults.ts';
import { type Due, endLease, keepLease, markAttempt, takeLease } from './lease.ts';
import { ingestLeft } from './left-over.ts';
import { isNight } from './night.ts';
import { LeaseLost } from './store.ts';
import { takeUnreadWalk } from './unread-walks.ts';
import { type Reading, type WalkOutcome, walk } from './walk.ts';
import { type Attempt, beginAttempt, endOfFault, endOfWalk, KEPT_MS, type Random } from './walk-end.ts';

/**
 * How far a re-read reaches back before the last complete walk: the zone in which the carrier reads the bounds of
 * a range is not published, and American ones are up to ten hours behind.
 */
const OVERLAP_MS = 12 * 3_600_000;
const SHORT_RANGE_MS = 60_000;
/** What may have been lost is waited for this often; then the unread files are read without it. */
const REREADS_WAITED_FOR = 1;

/**
 * Reads one due subscription to its end, under its lease: first what was stored and not read, then by date what a
 * broken attempt may have lost, then what is unread, unless another walk of the same carrier user is under way. In
 * shadow everything is read by date, and nothing is consumed. At night the carrier's full seven days are read by
 * date, the oldest first.
 * Every outcome ends in the subscription's row. Does nothing when somebody else is reading it.
 */
export async function readSubscription(
  hub: Hub,
  due: Due,
  owner: string,
  signal: AbortSignal,
  random: Random = Math.random,
): Promise<void> {
  const lease = await takeLease(hub.door, due, owner);
  if (!lease) return;
  const lost = new AbortController();
  const stop = keepLease(hub.door, lease, {
    onLost: () => lost.abort(),
    onError: (err) => hub.log.warn({ err, ...due }, 'a lease could not be renewed'),
  });
  try {
    await readUnderLease({ hub, lease, signal: AbortSignal.any([signal, lost.signal]) }, random);
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
    hub.log.info(due, 'another reader took the subscription over');
  } finally {
    stop();
  }
}

async function readUnderLease(reading: Reading, random: Random): Promise<void> {
  const { hub, lease } = reading;
  const attempt = beginAttempt(lease, hub.clock.now());
  try {
    const left = await ingestLeft(hub, lease);
    const { end, notes } = await readAll(reading, attempt);
    const outcome = { end, notes: [...left, ...notes] };
    await endLease(hub.door, lease, endOfWalk(attempt, outcome, hub.clock.now(), random));
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    const fault = readingFaultOf(error);
    hub.log.warn({ err: error, ...idsOf(lease), code: fault.code }, 'a walk did not reach its end');
    await endLease(hub.door, lease, endOfFault(attempt, fault, hub.clock.now(), random));
  }
}

async function readAll(reading: Reading, attempt: Attempt): Promise<WalkOutcome> {
  const { hub, lease } = reading;
  const { startMs } = attempt;
  // A clock that was turned back leaves a last walk in the future, where the carrier has no files.
  const lastMs = Math.min(lease.lastWalkAt?.getTime() ?? 0, startMs);
  const since = new Date(Math.max(lastMs - OVERLAP_MS, startMs - KEPT_MS));
  attempt.isReconciling = isNight(lease.reconcileAt, startMs);
  const from = attempt.isReconciling
    ? new Date(startMs - KEPT_MS)
    : earlier(since, lease.rereadFrom, startMs);
  if (lease.mode === 'shadow') {
    await markAttempt(hub.door, lease, lease.rereadFrom, new Date(startMs));
    return walkSince(reading, from, startMs);
  }
  if (!(await mayWalkUnread(reading, startMs))) return { end: 'stopped', notes: [] };
  const isByDate = attempt.isReconciling || lease.rereadFrom !== null;
  const again = isByDate ? await readAgain(reading, attempt, from) : null;
  if (again?.end === 'stopped') return again;
  attempt.mark = from;
  await markAttempt(hub.door, lease, from, new Date(startMs));
  const unread = await walk(reading, null);
  if (unread.end === 'complete') attempt.competitor = await lookForCompetitor(reading, attempt);
  return { end: unread.end, notes: [...(again?.notes ?? []), ...unread.notes] };
}

/**
 * After a night's reading, unless an attempt of ours broke since the feed was whole: what the carrier marked as read
 * then looks the same as what somebody else has taken.
 */
async function lookForCompetitor(
  { hub, lease }: Reading,
  { isReconciling, rereadFault }: Attempt,
): Promise<Attempt['competitor']> {
  const { unreadSince, rereadFrom } = lease;
  if (!isReconciling || rereadFault || rereadFrom !== null || unreadSince === null) return null;
  return findCompetitor(hub.door, lease, unreadSince);
}

/**
 * Whether the carrier user's unread walk is ours; otherwise the next tick asks again. Where nobody has told yet who
 * the user is, a short range by date does, and consumes nothing.
 */
async function mayWalkUnread(reading: Reading, nowMs: number): Promise<boolean> {
  const { hub, lease } = reading;
  const turn = await takeUnreadWalk(hub.door, lease);
  if (turn !== 'unknown') return turn === 'ours';
  await walk(reading, { from: new Date(nowMs - SHORT_RANGE_MS), to: null });
  return (await takeUnreadWalk(hub.door, lease)) !== 'taken';
}

/**
 * By date, what a broken attempt may have lost. Where that has failed before, its fault is kept for the end and
 * null is given: what is unread must not wait for a range that can never be read.
 */
async function readAgain(reading: Reading, attempt: Attempt, from: Date): Promise<WalkOutcome | null> {
  attempt.rereadFailures += 1;
  try {
    const again = await walkSince(reading, from, attempt.startMs);
    attempt.rereadFailures = again.end === 'complete' ? 0 : reading.lease.rereadFailures;
    return again;
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    const { code, message, isForPeople, retryAfterSeconds } = readingFaultOf(error);
    // Neither an authorization that is gone nor a carrier that asks to wait is any better for what is unread.
    if (isForPeople || retryAfterSeconds !== null || attempt.rereadFailures <= REREADS_WAITED_FOR)
      throw error;
    reading.hub.log.warn({ err: error, ...idsOf(reading.lease), code }, 'what may be lost could not be read');
    attempt.rereadFault = ourFault('REREAD_FAILED', { mayHaveLost: true, detail: `${code}: ${message}` });
    return null;
  }
}

/** The earlier of the two, as far back as the carrier still keeps files. */
function earlier(since: Date, rereadFrom: Date | null, nowMs: number): Date {
  const earliest = Math.min(since.getTime(), rereadFrom?.getTime() ?? Number.POSITIVE_INFINITY);
  return new Date(Math.max(earliest, nowMs - KEPT_MS));
}

function idsOf({ tenantId, integrationId, subscriptionId }: Due): Due {
  return { tenantId, integrationId, subscriptionId };
}
