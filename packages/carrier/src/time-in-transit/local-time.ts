import { nearest, places } from '../network/facilities.ts';
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
  const near = places.filter(({ country }) => country === end.country);
  return point === null || near.length === 0 ? 'UTC' : nearest(point, near).zone;
}
