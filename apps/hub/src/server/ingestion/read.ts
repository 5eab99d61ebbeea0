import type { Hub } from '../hub.ts';
import { nextReadAt, nextTryAt } from './back-off.ts';
import { ourFault, type ReadingFault, readingFaultOf } from './faults.ts';
import { ingestLeft } from './ingest.ts';
import { type Due, endLease, keepLease, type Lease, markAttempt, takeLease, type WalkEnd } from './lease.ts';
import { LeaseLost } from './store.ts';
import { type Reading, type WalkOutcome, walk } from './walk.ts';

const HOUR_MS = 3_600_000;
/** The carrier keeps files this long (guide, Quantum View), less what the clocks may differ. */
const KEPT_MS = 7 * 24 * HOUR_MS - 10 * 60_000;
/**
 * How far a re-read reaches back before the last complete walk: the zone in which the carrier reads the bounds of
 * a range is not published, and American ones are up to ten hours behind.
 */
const OVERLAP_MS = 12 * HOUR_MS;

/** From 0 up to but not including 1. */
export type Random = () => number;

/**
 * Reads one due subscription to its end, under its lease: first what was stored and not read, then by date what a
 * broken attempt may have lost, then what is unread. Every outcome ends in the subscription's row. Does nothing
 * when somebody else is reading it.
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
  const startMs = hub.clock.now();
  const mark = { value: lease.rereadFrom };
  try {
    await ingestLeft(hub, lease);
    const outcome = await readAll(reading, startMs, mark);
    await endLease(hub.door, lease, endOf(reading, startMs, outcome, mark.value, random));
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    const fault = readingFaultOf(error);
    hub.log.warn({ err: error, ...idsOf(lease), code: fault.code }, 'a walk did not reach its end');
    const rereadFrom = fault.mayHaveLost ? mark.value : lease.rereadFrom;
    await endLease(hub.door, lease, { ...failed(hub, lease, fault, random), rereadFrom });
  }
}

/** From where files may be missing if the walk that is under way breaks. */
interface Mark {
  value: Date | null;
}

async function readAll(reading: Reading, startMs: number, mark: Mark): Promise<WalkOutcome> {
  const { hub, lease } = reading;
  // A clock that was turned back leaves a last walk in the future, where the carrier has no files.
  const lastMs = Math.min(lease.lastWalkAt?.getTime() ?? 0, startMs);
  const since = new Date(Math.max(lastMs - OVERLAP_MS, startMs - KEPT_MS));
  if (lease.mode === 'shadow') return walk(reading, earlier(since, lease.rereadFrom, startMs));
  const again = lease.rereadFrom && (await walk(reading, earlier(since, lease.rereadFrom, startMs)));
  if (again?.end === 'stopped') return again;
  mark.value = earlier(since, lease.rereadFrom, startMs);
  await markAttempt(hub.door, lease, mark.value, new Date(startMs));
  const unread = await walk(reading, null);
  return { end: unread.end, notes: [...(again?.notes ?? []), ...unread.notes] };
}

/** The earlier of the two, as far back as the carrier still keeps files. */
function earlier(since: Date, rereadFrom: Date | null, nowMs: number): Date {
  const earliest = Math.min(since.getTime(), rereadFrom?.getTime() ?? Number.POSITIVE_INFINITY);
  return new Date(Math.max(earliest, nowMs - KEPT_MS));
}

function endOf(
  { hub, lease }: Reading,
  startMs: number,
  outcome: WalkOutcome,
  mark: Date | null,
  random: Random,
): WalkEnd {
  const nowMs = hub.clock.now();
  // Every answer of a walk that was stopped is stored, so what it did not reach is still unread.
  if (outcome.end === 'stopped') {
    return { nextReadAt: new Date(nowMs), rereadFrom: lease.rereadFrom, failures: lease.failures };
  }
  const blocking = outcome.notes.find((note) => note.isForPeople);
  if (blocking) return { ...failed(hub, lease, blocking, random), rereadFrom: null };
  const note = outcome.notes[0] ?? gapOf(lease, startMs, mark);
  return {
    nextReadAt: nextReadAt(startMs, random()),
    rereadFrom: null,
    failures: 0,
    lastWalkAt: new Date(nowMs),
    ...(note ? { fault: faultRow(note, nowMs) } : {}),
  };
}

function failed(
  hub: Hub,
  lease: Lease,
  fault: ReadingFault,
  random: Random,
): Pick<WalkEnd, 'nextReadAt' | 'failures'> & { readonly fault: NonNullable<WalkEnd['fault']> } {
  const nowMs = hub.clock.now();
  const failures = lease.failures + 1;
  return {
    nextReadAt: nextTryAt(nowMs, failures, fault.retryAfterSeconds, random()),
    failures,
    fault: faultRow(fault, nowMs),
  };
}

function faultRow({ code, message }: ReadingFault, nowMs: number): NonNullable<WalkEnd['fault']> {
  return { code: code.slice(0, 60), message: message.slice(0, 1000), at: new Date(nowMs) };
}

/** A subscription that rested longer than the carrier keeps files has a hole that nothing closes. */
function gapOf(lease: Lease, startMs: number, mark: Date | null): ReadingFault | null {
  if (mark === null || lease.lastWalkAt === null) return null;
  return startMs - lease.lastWalkAt.getTime() > KEPT_MS ? ourFault('FEED_GAP', { mayHaveLost: false }) : null;
}

function idsOf({ tenantId, integrationId, subscriptionId }: Due): Due {
  return { tenantId, integrationId, subscriptionId };
}
