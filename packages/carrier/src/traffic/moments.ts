import { instantOf, localTime, weekday } from '../network/zones.ts';
import type { Random } from '../random.ts';

const HOUR_MS = 3_600_000;
/** How busy the days are, Sunday first. */
const DAY_SHAPE = [0.08, 1.15, 1.2, 1.1, 1.05, 0.95, 0.15] as const;
/** How busy the hours are, midnight first: little at night, most around noon, a last rush before pickup. */
const HOUR_SHAPE = [
  1, 1, 1, 1, 1, 2, 5, 12, 30, 55, 75, 85, 80, 85, 90, 100, 95, 60, 30, 18, 12, 8, 4, 2,
] as const;

/**
 * Instants at which labels are made, in order, shaped by weekday and hour as seen from one zone.
 * @param from UTC milliseconds, included.
 * @param to UTC milliseconds, excluded; not before `from`.
 */
export function drawMoments(random: Random, count: number, from: number, to: number, zone: string): number[] {
  const hours = hoursBetween(from, to, zone);
  const total = hours.at(-1)?.upTo ?? 0;
  const moments = Array.from({ length: count }, () => {
    const hour = find(hours, random() * total);
    return Math.floor((hour.start + random() * (hour.end - hour.start)) / 1000) * 1000;
  });
  return moments.map((at) => Math.max(at, Math.ceil(from / 1000) * 1000)).sort((one, two) => one - two);
}

interface Hour {
  readonly start: number;
  readonly end: number;
  /** The weight of this hour and all before it. */
  readonly upTo: number;
}

function hoursBetween(from: number, to: number, zone: string): Hour[] {
  const hours: Hour[] = [];
  let upTo = 0;
  let start = from;
  while (start < to || hours.length === 0) {
    const { day, second } = localTime(zone, start);
    const next = instantOf(zone, day, (Math.floor(second / 3600) + 1) * 3600);
    const end = Math.min(to, next > start ? next : start + HOUR_MS);
    const busyness = (DAY_SHAPE[weekday(day)] ?? 1) * (HOUR_SHAPE[Math.floor(second / 3600)] ?? 1);
    upTo += busyness * Math.max(1, end - start);
    hours.push({ start, end, upTo });
    start = Math.max(end, start + 1);
  }
  return hours;
}

function find(hours: readonly Hour[], weight: number): Hour {
  let [low, high] = [0, hours.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hours[middle]?.upTo ?? 0) > weight) high = middle;
    else low = middle + 1;
  }
  const found = hours[low];
  if (found === undefined) throw new RangeError('no hours to draw from');
  return found;
}
