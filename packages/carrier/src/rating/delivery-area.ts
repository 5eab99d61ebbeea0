import { perObject } from '../memo.ts';
import { distanceKm, type Position, places } from '../network/facilities.ts';
import { isUnitedStates, type LaneEnd, regionOf } from './lane.ts';
import type { DeliveryArea } from './shipment.ts';
import { isRemote } from './zones.ts';

/** Kilometres from the nearest town of the network up to which an address costs nothing, is suburban, is rural. */
const AREA_KM = { none: 60, suburban: 90, rural: 200 } as const;

/**
 * How hard an address is to reach, null where it costs nothing. By distance from the nearest town that the network
 * serves itself: the carrier's list of ZIP codes is not public. Only the United States are graded.
 * @param position of the address's own postal code; null where it is not known, which costs nothing.
 */
export function deliveryAreaOf(end: LaneEnd, position: Position | null): DeliveryArea | null {
  if (!isUnitedStates(regionOf(end))) return null;
  if (isRemote(end)) return 'remote';
  if (position === null) return null;
  const km = kmToTown(position);
  if (km <= AREA_KM.none) return null;
  if (km <= AREA_KM.suburban) return 'suburban';
  return km <= AREA_KM.rural ? 'rural' : 'extended';
}

/** A table of places gives the same position for a code every time. */
const kmToTown = perObject((position: Position) =>
  Math.min(...places.map((place) => distanceKm(position, place))),
);
