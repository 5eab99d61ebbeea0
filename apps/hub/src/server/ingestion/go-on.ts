import { eventIdOf } from './identity.ts';
import { saysNothingNew } from './known.ts';
import { LIFE_GAP_DAYS } from './lives.ts';
import { localMs } from './local-time.ts';
import { type Ends, type LocatedEvent, locate } from './located.ts';
import { inTotalOrder, rankOf } from './order.ts';
import { columnsOf, type Progress, progressAfter, zoneAt } from './progress.ts';
import type { StoredProgress } from './stored-progress.ts';
import type { Telling, ToldRecord, Writes } from './writes.ts';

/** Nearer than this the last life goes on for certain, whatever lies between. */
const SURELY_SAME_LIFE_MS = (LIFE_GAP_DAYS - 1) * 86_400_000;

/** The first life of a tracking number, as far as going on from it needs it. */
export interface FirstLife {
  readonly parcelId: string;
  /** How many lives the number has. */
  readonly lives: number;
  readonly seenBy: readonly string[];
  /** Null where it was folded by another version of the program. */
  readonly progress: StoredProgress | null;
}

/**
 * The way most records go: they tell what happened after everything known of the parcel and nothing new of what it
 * is. Then the fold goes on from where it ended, and neither events nor state have to be read. The outcome is that
 * of folding all events; where that is not certain nothing is done and the answer is false.
 */
export function goOn(told: readonly ToldRecord[], first: FirstLife, telling: Telling, into: Writes): boolean {
  const { parcelId, progress } = first;
  if (!progress || !isCurrent(first, progress, telling)) return false;
  if (!told.every(({ record }) => isSurelySameLife(record.localAt, progress))) return false;
  const ends = endsOf(progress);
  const events = told.map(({ record }) => {
    const eventId = eventIdOf(parcelId, record.identity, record.ordinal);
    return locate(record, eventId, ends, telling.companyZone);
  });
  if (!events.every((event) => isAfter(event, progress) && saysNothingNew(event, progress.known)))
    return false;
  // Two parts may tell of one event.
  if (events.length > 1 && new Set(events.map(({ eventId }) => eventId)).size < events.length) return false;
  events.forEach((event, at) => {
    into.newEvents.push({ parcelId, event });
    const by = told[at]?.by;
    if (by) into.told.push({ parcelId, eventId: event.eventId, by });
  });
  const moved = inTotalOrder(events).reduce<Progress>(progressAfter, progress);
  const { version, companyZone, isSettled, known } = progress;
  into.progressedParcels.push({
    parcelId,
    columns: columnsOf(moved, companyZone),
    progress: { ...moved, version, companyZone, isSettled, known },
  });
  return true;
}

/** Folded under the assumptions of now, and seen by this subscription before. */
function isCurrent({ lives, seenBy }: FirstLife, progress: StoredProgress, telling: Telling): boolean {
  return (
    lives === 1 &&
    progress.isSettled &&
    progress.companyZone === telling.companyZone &&
    seenBy.includes(telling.subscriptionId)
  );
}

/** As the manifest named them: a settled parcel's places are the manifest's. */
function endsOf({ shipperAt, consigneeAt }: Progress): Ends {
  return { shipper: zoneAt(shipperAt), destination: zoneAt(consigneeAt) };
}

function isSurelySameLife(localAt: string, { lastLocalAt }: Progress): boolean {
  if (localAt.startsWith(lastLocalAt.slice(0, 7))) return true;
  return Math.abs(localMs(localAt) - localMs(lastLocalAt)) < SURELY_SAME_LIFE_MS;
}

function isAfter(event: LocatedEvent, { lastMs, lastRank }: Progress): boolean {
  return event.instantMs > lastMs || (event.instantMs === lastMs && rankOf(event) > lastRank);
}
