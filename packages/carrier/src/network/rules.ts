import { between, type Random } from '../random.ts';
import { businessDaysOf, customsDaysOf, deliveryDayOf } from '../time-in-transit/days.ts';
import { businessDayFrom } from './calendar.ts';
import { drawHandover } from './delivery-places.ts';
import { place } from './facilities.ts';
import type { Plan, Scan } from './plan.ts';
import { firstOf, inOrder, later, ride, scanAt, stopsOf } from './ride.ts';
import { routeBetween } from './routes.ts';
import { type ServiceCode, service } from './services.ts';
import { instantOf, localTime } from './zones.ts';

/** What decides how a parcel travels. */
export interface Journey {
  readonly service: ServiceCode;
  /** Place numbers. */
  readonly from: number;
  readonly to: number;
  /** Delivered to a home rather than a business. */
  readonly isHome: boolean;
  readonly wantsSaturday: boolean;
}

export interface Departure {
  /** When the label was made, in UTC milliseconds. */
  readonly labelAt: number;
  /** The shipper's end of day, when the manifest goes out; not before `labelAt`. */
  readonly closeAt: number;
  /** The manifest is the shipment's: its lead parcel carries it. */
  readonly carriesManifest: boolean;
}

export interface PlannedParcel {
  readonly plan: Plan;
  /** Local day at the destination, see `dayText`. */
  readonly scheduledDay: number;
}

const MINUTE_MS = 60_000;
const HOUR = 3600;

/** All scans of a parcel from label to delivery, when nothing goes wrong. */
export function planParcel(journey: Journey, departure: Departure, random: Random): PlannedParcel {
  const center = place(journey.from).center;
  const pickupAt = later(departure.closeAt, random, 10, 50);
  const originAt = later(pickupAt, random, 50, 170);
  const departAt = later(originAt, random, 40, 120);
  const route = routeBetween(journey.from, journey.to, service(journey.service).mode);
  const stops = stopsOf(route, random);
  const scheduledDay = dueDay(journey, departure.closeAt);
  const mile = lastMile(journey, scheduledDay, random);
  const plan = [
    scanAt('label', departure.labelAt, center),
    ...(departure.carriesManifest ? [scanAt('manifest', departure.closeAt, center)] : []),
    scanAt('pickup', pickupAt, center),
    scanAt('origin', originAt, center),
    ...ride(stops, departAt, firstOf(mile).at - 10 * MINUTE_MS),
    ...mile,
  ];
  return { plan: inOrder(plan), scheduledDay };
}

/** The shipper's pickup day for a label: the same business day before the end of day, else the next. */
export function pickupDay(placeIndex: number, labelAt: number, closeSecond: number): number {
  const { country, zone } = place(placeIndex);
  const { day, second } = localTime(zone, labelAt);
  return businessDayFrom(country, second < closeSecond ? day : day + 1);
}

/** Destination scan before dawn, out for delivery in the morning, handed over before the service is due. */
export function lastMile(journey: Journey, day: number, random: Random): Scan[] {
  const { zone, center } = place(journey.to);
  const due = service(journey.service).dueSecond[journey.isHome ? 'home' : 'business'];
  const latest = Math.min(due - 240, journey.isHome ? 19.75 * HOUR : 16.75 * HOUR);
  const out = Math.min(latest - HOUR, between(random, 6.6 * HOUR, 9.3 * HOUR));
  const arrived = Math.min(out - HOUR, between(random, 3.4 * HOUR, 5.4 * HOUR));
  const handed = between(random, out + 1200, latest);
  return [
    scanAt('destination', instantOf(zone, day, Math.floor(arrived)), center),
    scanAt('out-for-delivery', instantOf(zone, day, Math.floor(out)), center),
    {
      ...scanAt('delivered', instantOf(zone, day, Math.floor(handed)), center),
      detail: drawHandover(random, journey.isHome),
    },
  ];
}

/** The day that time in transit promises for it. */
function dueDay(journey: Journey, closeAt: number): number {
  const pickedUp = localTime(place(journey.from).zone, closeAt).day;
  const takesSaturday = journey.wantsSaturday && service(journey.service).allowsSaturday;
  return deliveryDayOf(place(journey.to).country, pickedUp, transitDays(journey), takesSaturday);
}

const daysOfLanes = new Map<number, number>();

/** Remembered per lane and service. */
function transitDays({ from, to, service: code }: Journey): number {
  const key = (from * 10_000 + to) * 100 + Number(code);
  const known = daysOfLanes.get(key);
  if (known !== undefined) return known;
  const lane = { from: place(from), to: place(to) };
  const days = businessDaysOf(lane, code) + customsDaysOf(lane, code);
  daysOfLanes.set(key, days);
  return days;
}
