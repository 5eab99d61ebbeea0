import { dayOf, dayText } from '@lading/carrier/network/zones';
import { legacyErrors } from '@lading/contract/response/codes';
import { objectOf, textOf } from '../edge/reading.ts';
import { type JsonObject, type Refusal, refuse } from '../registry.ts';

const NOTHING: JsonObject = {};

/** The object that members lead to, one within the other; an empty one where any of them is absent. */
export function within(object: JsonObject, ...members: readonly string[]): JsonObject {
  let inner = object;
  for (const member of members) inner = objectOf(inner, member) ?? NOTHING;
  return inner;
}

/** The text of the last member; undefined where it or one on the way is absent or empty. */
export function textAt(object: JsonObject, ...members: readonly string[]): string | undefined {
  let inner = object;
  let last: string | undefined;
  for (const member of members) {
    if (last !== undefined) inner = objectOf(inner, last) ?? NOTHING;
    last = member;
  }
  return last === undefined ? undefined : textOf(inner, last)?.trim();
}

/** Whether an indicator is set: an empty member counts, as its presence is what matters. */
export function isSet(object: JsonObject, member: string): boolean {
  return Object.hasOwn(object, member) && object[member] !== null;
}

/** Hundredths of a decimal number that is not below zero; null where the text is none. */
export function hundredthsOf(text: string): number | null {
  return /^\d{0,9}(\.\d*)?$/.test(text) && /\d/.test(text) ? Math.round(Number(text) * 100) : null;
}

/** Days since 1970-01-01 of `YYYYMMDD` or `YYYY-MM-DD`; null where the calendar has no such day. */
export function calendarDay(text: string): number | null {
  const [, year, month, date] = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return null;
  const day = dayOf(Number(year), Number(month), Number(date));
  return dayText(day) === `${year}${month}${date}` ? day : null;
}

/** Seconds since midnight of `HHMM`, `HHMMSS` or the same with colons; null where no clock shows it. */
export function secondOfDay(text: string): number | null {
  const [, hours, minutes, seconds = '00'] = /^([01]\d|2[0-3]):?([0-5]\d)(?::?([0-5]\d))?$/.exec(text) ?? [];
  return hours === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

export function missing(field: string): Refusal {
  return refuse(legacyErrors.fieldMissing, { field });
}

export function invalid(field: string, value: string): Refusal {
  return refuse(legacyErrors.fieldInvalid, { field, value: value.slice(0, 100) });
}
