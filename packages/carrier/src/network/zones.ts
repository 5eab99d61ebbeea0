/** Days since 1970-01-01 and seconds since midnight, as a clock on the wall shows them. */
export interface LocalTime {
  readonly day: number;
  readonly second: number;
}

interface Stretch {
  readonly from: number;
  readonly offsetMs: number;
}

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const stretches = new Map<string, Map<number, readonly Stretch[]>>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds east of UTC in an IANA zone at an instant. @throws RangeError for an unknown zone. */
export function offsetMs(zone: string, atMs: number): number {
  const year = new Date(atMs).getUTCFullYear();
  const list = stretchesOf(zone, year);
  for (let index = list.length - 1; index > 0; index -= 1) {
    const stretch = list[index];
    if (stretch !== undefined && stretch.from <= atMs) return stretch.offsetMs;
  }
  return list[0]?.offsetMs ?? 0;
}

/** What the wall clock shows in a zone at an instant. */
export function localTime(zone: string, atMs: number): LocalTime {
  const shifted = atMs + offsetMs(zone, atMs);
  const day = Math.floor(shifted / DAY_MS);
  return { day, second: Math.floor((shifted - day * DAY_MS) / 1000) };
}

/**
 * The instant at which the wall clock shows this time. A time that daylight saving skips is moved forward by the
 * hour skipped; of a time shown twice, the first.
 */
export function instantOf(zone: string, day: number, second: number): number {
  const shown = day * DAY_MS + second * 1000;
  const early = shown - offsetMs(zone, shown - DAY_MS);
  const late = shown - offsetMs(zone, shown + DAY_MS);
  const fits = (instant: number) => instant + offsetMs(zone, instant) === shown;
  if (fits(early)) return early;
  return fits(late) ? late : early;
}

/** `YYYYMMDD` of a local day, or with something between year, month and date. */
export function dayText(day: number, between = ''): string {
  const { year, month, date } = dateOf(day);
  return String(year).padStart(4, '0') + between + two(month) + between + two(date);
}

/** `HHMMSS` of a second of the day, or with something between hours, minutes and seconds. */
export function timeText(second: number, between = ''): string {
  return (
    two(Math.floor(second / 3600)) + between + two(Math.floor(second / 60) % 60) + between + two(second % 60)
  );
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** Days since 1970-01-01 of a calendar date; the month counts from 1. */
export function dayOf(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / DAY_MS;
}

/** A date of the Gregorian calendar; the month counts from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** Days from 1 March of the year 0 to 1970-01-01. */
const EPOCH_FROM_MARCH = 719_468;
const DAYS_OF_400_YEARS = 146_097;

/**
 * The date of a local day. By whole numbers, many times as quick as the platform's `Date`: years that begin in March
 * have their leap day at the end, and their months repeat in five of 153 days.
 */
export function dateOf(day: number): CalendarDate {
  const era = Math.floor((day + EPOCH_FROM_MARCH) / DAYS_OF_400_YEARS);
  const inEra = day + EPOCH_FROM_MARCH - era * DAYS_OF_400_YEARS;
  const leapDays = Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / 146_096);
  const yearInEra = Math.floor((inEra - leapDays) / 365);
  const inYear = inEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100));
  const monthFromMarch = Math.floor((5 * inYear + 2) / 153);
  const isBeforeMarch = monthFromMarch >= 10;
  return {
    year: era * 400 + yearInEra + (isBeforeMarch ? 1 : 0),
    month: monthFromMarch + (isBeforeMarch ? -9 : 3),
    date: inYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** 0 is Sunday. */
export function weekday(day: number): number {
  return (day + 4) % 7;
}

function stretchesOf(zone: string, year: number): readonly Stretch[] {
  const years = stretches.get(zone) ?? new Map<number, readonly Stretch[]>();
  stretches.set(zone, years);
  const known = years.get(year);
  if (known !== undefined) return known;
  const found = findStretches(zone, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
  years.set(year, found);
  return found;
}

function findStretches(zone: string, startMs: number, endMs: number): readonly Stretch[] {
  const found: Stretch[] = [{ from: startMs, offsetMs: askOffset(zone, startMs) }];
  for (let at = startMs; at < endMs; at += WEEK_MS) {
    const next = Math.min(at + WEEK_MS, endMs);
    const before = askOffset(zone, at);
    const after = askOffset(zone, next - 1);
    if (before !== after) found.push({ from: findChange(zone, at, next, before), offsetMs: after });
  }
  return found;
}

function findChange(zone: string, startMs: number, endMs: number, before: number): number {
  let [low, high] = [startMs, endMs];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (askOffset(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function askOffset(zone: string, atMs: number): number {
  const format = formats.get(zone) ?? makeFormat(zone);
  formats.set(zone, format);
  const name = format.formatToParts(atMs).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name);
  if (match === null) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return (match[1] === '-' ? -1000 : 1000) * seconds;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
}
