import { type Beginning, foldedBefore, withEndsOf } from './beginning.ts';
import { foldEvents } from './fold.ts';
import type { FirstLife } from './go-on.ts';
import { eventIdOf, parcelIdOf } from './identity.ts';
import { joinFacts, sameFacts } from './join-facts.ts';
import { knownOf } from './known.ts';
import { livesOf } from './lives.ts';
import { type Ends, endsOf, type LocatedEvent, locate } from './located.ts';
import { inTotalOrder } from './order.ts';
import { columnsOf, type Progress, zoneAt } from './progress.ts';
import type { NumberedRecord } from './reader.ts';
import type { ParcelState } from './state.ts';
import { FOLD_VERSION } from './stored-progress.ts';
import { termsOfState } from './terms.ts';
import type { ParcelGone, ParcelToWrite, Telling, ToldBy, ToldRecord, Writes } from './writes.ts';

/** An event as it stands in the store. */
export interface StoredEvent extends LocatedEvent {
  readonly parcelId: string;
}

/** A parcel as it stands in the store: what has to be known to write it anew. */
export interface StoredParcel extends FirstLife {
  readonly shippedOn: string;
  readonly state: ParcelState;
  readonly beginning: Beginning;
}

/** Everything stored about one tracking number. */
export interface StoredNumber {
  readonly parcels: readonly StoredParcel[];
  readonly events: readonly StoredEvent[];
}

/** An event of the number, told now, known before, or both. */
interface Merged {
  readonly record: NumberedRecord;
  readonly localAt: string;
  readonly stored: StoredEvent | undefined;
  readonly toldBy: readonly ToldBy[];
  /** The telling adds something to what was stored. */
  readonly isFuller: boolean;
}

/**
 * Works out what the records told of one tracking number change, given everything stored about it. Pure: the outcome is a
 * function of the union of stored and told events, so the order of files does not matter.
 */
export function assembleNumber(
  trackingNumber: string,
  told: readonly ToldRecord[],
  stored: StoredNumber,
  telling: Telling,
  into: Writes,
): void {
  const lives = livesOf(merge(told, stored.events));
  const ids = lives.map((_, epoch) => parcelIdOf(telling, trackingNumber, epoch));
  const isRecounted =
    stored.parcels.some(({ parcelId }) => !ids.includes(parcelId)) ||
    lives.some((life, epoch) => life.some((event) => event.stored && event.stored.parcelId !== ids[epoch]));
  if (isRecounted) into.goneParcels.push(...stored.parcels.map(goneParcel));
  lives.forEach((life, epoch) => {
    const parcelId = ids[epoch] ?? '';
    const known = stored.parcels.filter((one) =>
      life.some((event) => event.stored?.parcelId === one.parcelId),
    );
    const place = { parcelId, trackingNumber, shipEpoch: epoch, lives: lives.length };
    assembleLife({ life, place, known, isRecounted }, telling, into);
  });
}

function merge(told: readonly ToldRecord[], stored: readonly StoredEvent[]): Merged[] {
  const merged = new Map<string, Merged>();
  for (const event of stored) {
    const { localAt } = event;
    merged.set(keyOf(event), { record: event, localAt, stored: event, toldBy: [], isFuller: false });
  }
  for (const one of told) {
    const key = keyOf(one.record);
    const known = merged.get(key);
    merged.set(key, known ? tellAgain(known, one) : toldFirst(one));
  }
  return [...merged.values()];
}

function keyOf(event: NumberedRecord): string {
  return `${event.identity} ${event.ordinal}`;
}

function toldFirst({ record, by }: ToldRecord): Merged {
  return { record, localAt: record.localAt, stored: undefined, toldBy: [by], isFuller: false };
}

function tellAgain(known: Merged, { record: { facts: told }, by }: ToldRecord): Merged {
  const { record } = known;
  const toldBy = known.toldBy.includes(by) ? known.toldBy : [...known.toldBy, by];
  if (sameFacts(record.facts, told)) return { ...known, toldBy };
  const facts = joinFacts(record.facts, told);
  const isFuller = known.isFuller || !sameFacts(facts, record.facts);
  return { ...known, record: { ...record, facts }, toldBy, isFuller };
}

function goneParcel({ parcelId, shippedOn, state }: StoredParcel): ParcelGone {
  return { parcelId, terms: termsOfState(state).map((term) => ({ parcelId, shippedOn, term })) };
}

type LifePlace = Pick<ParcelToWrite, 'parcelId' | 'trackingNumber' | 'shipEpoch' | 'lives'>;

interface LifeToAssemble {
  readonly life: readonly Merged[];
  readonly place: LifePlace;
  /** The stored parcels whose events are in this life. */
  readonly known: readonly StoredParcel[];
  readonly isRecounted: boolean;
}

function assembleLife(toAssemble: LifeToAssemble, telling: Telling, into: Writes): void {
  const { life, place, known, isRecounted } = toAssemble;
  const ids = life.map((event) => idOf(event, place.parcelId, isRecounted));
  const cutOff = known.find((one) => isCutOff(one, life));
  const ends = withEndsOf(endsOf(life.map(({ record }) => record)), cutOff?.state ?? null);
  const located = life.map(({ record }, at) => locate(record, ids[at] ?? '', ends, telling.companyZone));
  const changes = located.map((event, at) => writeEvent(event, life[at], toAssemble, into));
  const seenBy = seenByOf(known, life, telling.subscriptionId);
  const standing = isRecounted ? undefined : known[0];
  if (standing && isUnchanged(standing, place, seenBy, telling) && !changes.includes(true)) return;
  const ordered = inTotalOrder(located);
  const { progress, nature } = foldEvents(ordered, cutOff ? foldedBefore(cutOff) : null);
  const { environment, companyZone } = telling;
  const isSettled = isSettledBy(ordered, ends, progress);
  const assumptions = { version: FOLD_VERSION, companyZone, isSettled, known: knownOf(ordered, nature) };
  const parcel: ParcelToWrite = {
    ...place,
    ...{ environment, seenBy, nature },
    columns: columnsOf(progress, companyZone),
    progress: { ...progress, ...assumptions },
  };
  (standing ? into.changedParcels : into.newParcels).push(parcel);
  writeTerms(parcel, standing, into);
}

/** Whether earlier events than those at hand have made the stored parcel: their month is no longer kept. */
function isCutOff({ parcelId, beginning: { firstOn } }: StoredParcel, life: readonly Merged[]): boolean {
  return (
    firstOn !== null &&
    life.every(({ stored }) => stored?.parcelId !== parcelId || stored.localAt.slice(0, 10) > firstOn)
  );
}

/**
 * One manifest names both ends, in places that the table of zones knows, and nothing has corrected them: then they
 * can be told from the fold's progress alone.
 */
function isSettledBy(
  ordered: readonly LocatedEvent[],
  ends: Ends,
  { shipperAt, consigneeAt }: Progress,
): boolean {
  const isCorrected = ordered.some(({ facts }) => facts.updatedAddress !== undefined);
  const manifests = ordered.filter(({ facts }) => facts.consignee && facts.shipper);
  if (isCorrected || manifests.length !== 1) return false;
  return (
    ends.destination === zoneAt(consigneeAt) &&
    ends.shipper === zoneAt(shipperAt) &&
    ends.destination !== null
  );
}

function idOf({ record, stored }: Merged, parcelId: string, isRecounted: boolean): string {
  const kept = isRecounted ? undefined : stored?.eventId;
  return kept ?? eventIdOf(parcelId, record.identity, record.ordinal);
}

function isUnchanged(
  standing: StoredParcel,
  place: LifePlace,
  seenBy: readonly string[],
  telling: Telling,
): boolean {
  const isCurrent = standing.progress?.companyZone === telling.companyZone;
  return isCurrent && standing.lives === place.lives && standing.seenBy.length === seenBy.length;
}

/** Notes what the store does about one event; whether anything of it is new. */
function writeEvent(
  event: LocatedEvent,
  merged: Merged | undefined,
  { place: { parcelId }, isRecounted }: LifeToAssemble,
  into: Writes,
): boolean {
  if (!merged) return false;
  const { stored, toldBy, isFuller } = merged;
  const { eventId } = event;
  for (const by of toldBy) into.told.push({ parcelId, eventId, by });
  if (stored && isRecounted) into.movedEvents.push({ from: stored, to: { parcelId, eventId } });
  if (!stored || isRecounted) {
    into.newEvents.push({ parcelId, event });
    return true;
  }
  const isMoved =
    stored.instantMs !== event.instantMs || stored.zone !== event.zone || stored.source !== event.source;
  if (isFuller || isMoved) into.changedEvents.push({ parcelId, event });
  return isFuller || isMoved;
}

function seenByOf(
  known: readonly StoredParcel[],
  life: readonly Merged[],
  subscriptionId: string,
): readonly string[] {
  const before = known.flatMap((parcel) => parcel.seenBy);
  const now = life.some((event) => event.toldBy.length > 0) ? [subscriptionId] : [];
  return [...new Set([...before, ...now])].sort();
}

function writeTerms(
  { parcelId, nature }: ParcelToWrite,
  standing: StoredParcel | undefined,
  into: Writes,
): void {
  const { shippedOn } = nature;
  const hasMoved = standing?.shippedOn !== shippedOn;
  const before = new Set(standing ? termsOfState(standing.state) : []);
  const now = new Set(termsOfState(nature.state));
  for (const term of now) {
    if (hasMoved || !before.has(term)) into.newTerms.push({ parcelId, shippedOn, term });
  }
  if (!standing) return;
  for (const term of before) {
    if (hasMoved || !now.has(term)) into.goneTerms.push({ parcelId, shippedOn: standing.shippedOn, term });
  }
}
