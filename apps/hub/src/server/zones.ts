import { Temporal } from 'temporal-polyfill';

/** A day's first instant in a zone, and the next day's; `2026-03-08` in Toronto has 23 hours. */
export function boundsOfDay(day: string, zone: string): { readonly start: Date; readonly end: Date } {
  const date = Temporal.PlainDate.from(day);
  const first = (of: Temporal.PlainDate) => new Date(of.toZonedDateTime(zone).epochMilliseconds);
  return { start: first(date), end: first(date.add({ days: 1 })) };
}

/** Whether this machine knows the zone: IANA names, as `Intl` takes them. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    // The only thing that the constructor refuses here is the zone.
    return false;
  }
}
