import type { Place } from '../../api/parcels.ts';

/** `Halifax, NS, CA`; empty when nothing is known. */
export function placeOf(place: Place): string {
  return [place.city, place.region, place.country].filter(Boolean).join(', ');
}
