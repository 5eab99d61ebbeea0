import { Temporal } from 'temporal-polyfill';

/** Local time at which feeds are reconciled: few parcels move, and nobody waits for a page. */
const HOUR = 3;
/** Companies of one zone drift apart. */
const SPREAD_MS = 3_600_000;
/** No night is further away; one that is was chosen by a clock since turned back. */
const LONGEST_WAIT_MS = 26 * 3_600_000;

/** When a company's feeds are reconciled next: after three in the morning in its zone. `random` is from 0 to below 1. */
export function nextNight(nowMs: number, zone: string, random: number): Date {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone);
  const tonight = now.withPlainTime({ hour: HOUR });
  const night = tonight.epochMilliseconds > nowMs ? tonight : tonight.add({ days: 1 });
  return new Date(night.epochMilliseconds + random * SPREAD_MS);
}

/** Whether the night that was chosen has come. None is chosen before a subscription was read to its end once. */
export function isNight(reconcileAt: Date | null, nowMs: number): boolean {
  return reconcileAt !== null && reconcileAt.getTime() <= nowMs;
}

/** Whether a night to come is chosen that will be the next one. */
export function isPlanned(reconcileAt: Date | null, nowMs: number): boolean {
  return reconcileAt !== null && reconcileAt.getTime() <= nowMs + LONGEST_WAIT_MS;
}
