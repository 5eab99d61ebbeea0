import type { PartyFacts } from './facts.ts';
import { instantOf } from './local-time.ts';
import type { NumberedRecord } from './reader.ts';
import { type ZoneKnown, zoneOf } from './zones.ts';

/** An event of a parcel as it is stored, without its instant: that follows from all events together. */
export interface KnownEvent extends NumberedRecord {
  readonly eventId: string;
}

/** An event with its instant and how its zone was known. */
export interface LocatedEvent extends KnownEvent, ZoneKnown {
  readonly instantMs: number;
}

/** The zones of a parcel's two ends, for records that name no place. */
export interface Ends {
  readonly shipper: ZoneKnown | null;
  readonly destination: ZoneKnown | null;
}

/** Generic records that tell of the shipper's side; every other one happens where the parcel goes. */
const AT_SHIPPER = new Set(['VM']);

/**
 * Gives an event its instant. A record with a place has that place's zone. Manifests and generic records name none:
 * they take the shipper's or the destination's, as the parcel's other events tell them. Where nothing helps the
 * company's zone is assumed, and said to be (`company`: no place named, `unknown`: one that the table does not
 * know).
 */
export function locate(
  event: NumberedRecord,
  eventId: string,
  ends: Ends,
  companyZone: string,
): LocatedEvent {
  const { place } = event.facts;
  const known = place ? zoneOf(place) : assumedZone(event, ends);
  const zone = known ? known.zone : companyZone;
  const source = known ? known.source : place ? 'unknown' : 'company';
  const { trackingNumber, kind, code, localAt, facts, identity, ordinal } = event;
  const instantMs = instantOf(localAt, zone);
  return { trackingNumber, kind, code, localAt, facts, identity, ordinal, eventId, zone, source, instantMs };
}

function assumedZone(event: NumberedRecord, { shipper, destination }: Ends): ZoneKnown | null {
  if (event.kind === 'manifest') return event.facts.shipper ? zoneOf(event.facts.shipper) : null;
  return event.kind === 'generic' && AT_SHIPPER.has(event.code) ? shipper : destination;
}

/** Both ends as the last of a parcel's manifests tells them; the destination without one by the last delivery. */
export function endsOf(events: readonly NumberedRecord[]): Ends {
  const ordered = events.length < 2 ? events : [...events].sort(byLocalTime);
  return {
    shipper: lastZone(ordered, ({ facts }) => facts.shipper),
    destination:
      lastZone(ordered, ({ facts }) => facts.consignee) ??
      lastZone(ordered, ({ facts }) => facts.deliveredTo),
  };
}

function byLocalTime(a: NumberedRecord, b: NumberedRecord): number {
  if (a.localAt !== b.localAt) return a.localAt < b.localAt ? -1 : 1;
  if (a.identity !== b.identity) return a.identity < b.identity ? -1 : 1;
  return a.ordinal - b.ordinal;
}

function lastZone(
  ordered: readonly NumberedRecord[],
  pick: (event: NumberedRecord) => PartyFacts | undefined,
): ZoneKnown | null {
  for (let at = ordered.length - 1; at >= 0; at -= 1) {
    const event = ordered[at];
    const party = event && pick(event);
    const zone = party && zoneOf(party);
    if (zone) return zone;
  }
  return null;
}
