import { OPEN_STATUSES, type PARCEL_STATUSES } from '../../api/words.ts';
import type { PartyFacts } from './facts.ts';
import type { LocatedEvent } from './located.ts';
import { fold as foldText } from './terms.ts';

export type ParcelStatus = (typeof PARCEL_STATUSES)[number];

/** Where a generic record leaves a parcel; types that are not here tell something else than a move. */
const MOVES: Readonly<Record<string, ParcelStatus>> = {
  AG: 'in-transit',
  DS: 'in-transit',
  FM: 'in-transit',
  PC: 'in-transit',
  PS: 'in-transit',
  PT: 'in-transit',
  TC: 'in-transit',
  AD: 'out-for-delivery',
  OD: 'out-for-delivery',
  OT: 'out-for-delivery',
  RO: 'out-for-delivery',
};

const BEING_RETURNED = 'UR';

/** As much of an address as tells two places apart. */
export interface PlaceAt {
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
}

export interface Parties {
  readonly shipperAt: PlaceAt | null;
  readonly consigneeAt: PlaceAt | null;
}

/**
 * Where a parcel stands after one more event, in their total order:
 *
 * - The latest scan decides: origin, moves, exceptions. Manifests and voids never do.
 * - A delivery is final against everything but a later exception, which opens the parcel again, and a return.
 * - A return is told by the record `UR`, or by a delivery at the shipper's address that is not the consignee's.
 *   It is final unless the parcel is delivered at the consignee's address after all.
 */
export function statusAfter(status: ParcelStatus, event: LocatedEvent, parties: Parties): ParcelStatus {
  if (event.kind === 'delivery') return afterDelivery(status, event, parties);
  if (status === 'returned') return status;
  if (event.kind === 'exception') return 'exception';
  if (event.kind === 'generic' && event.code === BEING_RETURNED) return 'returned';
  if (status === 'delivered') return status;
  if (event.kind === 'origin') return 'picked-up';
  return (event.kind === 'generic' && MOVES[event.code]) || status;
}

/** Whether a parcel can still become late. */
export function isOpenStatus(status: ParcelStatus): boolean {
  return OPEN_STATUSES.some((open) => open === status);
}

function afterDelivery(
  status: ParcelStatus,
  event: LocatedEvent,
  { shipperAt, consigneeAt }: Parties,
): ParcelStatus {
  const at = event.facts.deliveredTo;
  const isAtConsignee = isSamePlace(at, consigneeAt);
  if (!isAtConsignee && isSamePlace(at, shipperAt)) return 'returned';
  return status === 'returned' && !isAtConsignee ? 'returned' : 'delivered';
}

/** The same postal code (the shorter one may lack its extension), or the same city where one has none. */
function isSamePlace(one: PartyFacts | undefined, other: PlaceAt | null): boolean {
  if (!one || !other) return false;
  const [a, b] = [foldText(one.postalCode ?? ''), foldText(other.postalCode ?? '')];
  if (a !== '' && b !== '') return a.startsWith(b) || b.startsWith(a);
  const [city, otherCity] = [foldText(one.city ?? ''), foldText(other.city ?? '')];
  return city !== '' && city === otherCity && (one.region ?? null) === other.region;
}
