import type { Locale } from '@lading/kit/text';

const tags: Readonly<Record<Locale, string>> = { en: 'en-CA', fr: 'fr-CA' };
const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, zone, options]);
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: zone });
  cache.set(key, made);
  return made;
}

const DAY: Intl.DateTimeFormatOptions = { weekday: 'short', month: 'short', day: 'numeric' };
const HALF_A_YEAR_MS = 183 * 86_400_000;

/** The year is said where it could be mistaken: more than half a year away. */
function dayOptions(atMs: number, nowMs: number): Intl.DateTimeFormatOptions {
  return Math.abs(atMs - nowMs) < HALF_A_YEAR_MS ? DAY : { ...DAY, year: 'numeric' };
}

/** `Mon, Nov 16, 14:05`: an instant in the reader's zone, 24-hour clock in both languages. */
export function formatInstant(iso: string, locale: Locale, zone: string, nowMs = Date.now()): string {
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const at = new Date(iso);
  return formatter(locale, zone, { ...dayOptions(at.getTime(), nowMs), ...time }).format(at);
}

/** `Mon, Nov 16`: a calendar day, the same for every reader. */
export function formatDay(day: string, locale: Locale, nowMs = Date.now()): string {
  const at = new Date(`${day}T00:00:00Z`);
  return formatter(locale, 'UTC', dayOptions(at.getTime(), nowMs)).format(at);
}

/** A scan's own local time as the carrier wrote it, without any zone applied. */
export function formatLocal(localAt: string, locale: Locale): string {
  return formatInstant(`${localAt}Z`, locale, 'UTC');
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `5 minutes ago`, `in 2 days`; under a minute it is `now`. */
export function formatAge(iso: string, nowMs: number, locale: Locale): string {
  const distance = Date.parse(iso) - nowMs;
  const relative = new Intl.RelativeTimeFormat(tags[locale], { numeric: 'auto' });
  for (const [unit, length] of STEPS) {
    if (Math.abs(distance) >= length) return relative.format(Math.round(distance / length), unit);
  }
  return relative.format(0, 'second');
}
