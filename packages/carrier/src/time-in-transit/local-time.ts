import { perObject } from '../memo.ts';
import { nearest, type Place, type Position, places } from '../network/facilities.ts';
import { type LocalTime, localTime } from '../network/zones.ts';
import type { LaneEnd } from '../rating/lane.ts';
import { pointOf } from '../rating/positions.ts';

/** What the clock on the wall shows at an end: the time of the nearest town of the network, UTC where none is near. */
export function localTimeAt(end: LaneEnd, atMs: number): LocalTime {
  return localTime(timeZoneOf(end), atMs);
}

/** The IANA zone of the nearest town of the network in the same country; UTC where the country has none. */
export function timeZoneOf(end: LaneEnd): string {
  const point = pointOf(end);
  const towns = townsByCountry.get(end.country);
  return point === null || towns === undefined ? 'UTC' : zoneAmong(towns)(point);
}

const townsByCountry: ReadonlyMap<string, readonly Place[]> = new Map(
  places.map(({ country }) => [country, places.filter((town) => town.country === country)]),
);

/** Points of the model are the same objects every time, as are the towns of a country. */
const zoneAmong = perObject((towns: readonly Place[]) =>
  perObject((point: Position) => nearest(point, towns).zone),
);
