import { Temporal } from 'temporal-polyfill';

const DAY_MS = 86_400_000;
const MOST_KNOWN = 50_000;

const QUARTER_MS = 900_000;

/** Offset of a zone on days without a change, in milliseconds; null on days around a change. */
const offsets = new Map<string, number | null>();
const quarters = new Map<string, number>();
const ends = new Map<string, number>();

/** A local time (`YYYY-MM-DDTHH:mm:ss`) as if its clock stood in Greenwich: milliseconds since 1970. */
export function localMs(localAt: string): number {
  return Date.parse(`${localAt}Z`);
}

/**
 * The instant of a local time in a zone, in milliseconds since 1970. A time that a zone shows twice is its first;
 * one that it skips is taken as if the clock had not been put forward yet (Temporal's `compatible`).
 * `zone` must be one that this machine knows.
 */
export function instantOf(localAt: string, zone: string): number {
  const shown = localMs(localAt);
  const offset = plainOffset(zone, Math.floor(shown / DAY_MS));
  return offset === null ? aroundChange(shown, zone) : shown - offset;
}

/** The first instant after a local day (`YYYY-MM-DD`) in a zone, in milliseconds since 1970. */
export function endOfDay(day: string, zone: string): number {
  return remembered(ends, `${zone} ${day}`, () => {
    const next = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
    return instantOf(`${next}T00:00:00`, zone);
  });
}

function plainOffset(zone: string, day: number): number | null {
  return remembered(offsets, `${zone} ${day}`, () => {
    const before = offsetAt(zone, (day - 1) * DAY_MS);
    const after = offsetAt(zone, (day + 2) * DAY_MS);
    return before === after ? before : null;
  });
}

/** With the offset before the change if that shows this time, else with the one after it; skipped times: before. */
function aroundChange(shown: number, zone: string): number {
  const [before, after] = [offsetAt(zone, shown - DAY_MS), offsetAt(zone, shown + DAY_MS)];
  if (offsetAt(zone, shown - before) === before) return shown - before;
  return offsetAt(zone, shown - after) === after ? shown - after : shown - before;
}

/** Zones change at quarters of an hour, so one answer serves for one quarter. */
function offsetAt(zone: string, instantMs: number): number {
  const quarter = Math.floor(instantMs / QUARTER_MS);
  return remembered(quarters, `${zone} ${quarter}`, () => {
    const instant = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER_MS);
    return instant.toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
  });
}

function remembered<Value>(known: Map<string, Value>, key: string, find: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = find();
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, value);
  return value;
}
