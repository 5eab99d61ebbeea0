import { perObject } from '../memo.ts';
import { businessDayFrom, isBusinessDay, isHoliday } from '../network/calendar.ts';
import { distanceKm, type Position, sortingFacilities } from '../network/facilities.ts';
import { service as networkService } from '../network/services.ts';
import { weekday } from '../network/zones.ts';
import { inForce } from '../rating/dated.ts';
import type { Lane, LaneEnd } from '../rating/lane.ts';
import { pointOf } from '../rating/positions.ts';
import { type RatedService, servicesOf } from '../rating/services.ts';
import type { DeliveryArea } from '../rating/shipment.ts';
import type { ZoneCharts } from '../rating/zone-charts.ts';
import { zoneOf } from '../rating/zones.ts';
import { businessDaysOf, calendarOf, customsDaysOf, deliveryDayOf } from './days.ts';
import { levelOf, saturdayLevelOf } from './levels.ts';

/** What decides when a shipment arrives. Days since 1970-01-01 and seconds since midnight, local. */
export interface TransitQuestion {
  readonly lane: Lane;
  /** The day and second on which it is handed over at the origin. */
  readonly shipDay: number;
  readonly shipSecond: number;
  readonly isHome: boolean;
  readonly deliveryArea: DeliveryArea | null;
  /** Papers pass customs without a day of their own. */
  readonly isDocuments: boolean;
}

/** When a service delivers. */
export interface Transit {
  readonly service: RatedService;
  /** The code of time in transit: 1DA, GND, 01 … */
  readonly level: string;
  readonly pickupDay: number;
  /** Until when the origin's center takes parcels for that day. */
  readonly cutoffSecond: number;
  readonly deliveryDay: number;
  readonly deliverySecond: number;
  readonly businessDays: number;
  /** Calendar days from pickup to delivery: business days, rest days, holidays. */
  readonly totalDays: number;
  readonly restDays: number;
  readonly holidays: number;
  /** Days that customs takes, among the business days. */
  readonly customsDays: number;
  readonly isGuaranteed: boolean;
  /** It went on a later day than it was handed over. */
  readonly isNextDayPickup: boolean;
  /** An earlier delivery on a Saturday, for who asks for it; null where there is none. */
  readonly saturday: { readonly level: string | null; readonly day: number; readonly second: number } | null;
}

const HOUR = 3600;
const CUTOFF = { town: 18.5 * HOUR, country: 16 * HOUR } as const;
/** Within so many kilometres of a building that sorts, a center takes parcels later. */
const TOWN_KM = 60;
/** Noon, where the morning services come later to who lives far out. */
const LATE_MORNING = 12 * HOUR;
const SATURDAY = 6;
const guaranteed = [
  { from: '2006-01-02', value: 'all' },
  { from: '2020-03-26', value: 'express' },
] as const;
const EXPRESS: ReadonlySet<RatedService> = new Set(['14', '01', '13', '54', '07']);

/** When each service of the lane delivers, the quickest service first; none where no service goes. */
export function transits(question: TransitQuestion, charts?: ZoneCharts): readonly Transit[] {
  const transitBy = timetableOf(question, charts);
  return servicesOf(question.lane)
    .map(transitBy)
    .filter((transit) => transit !== null);
}

/** Says when a service of the lane delivers, null of those that do not go there. Sources and grades in SOURCES.md. */
export function timetableOf(
  question: TransitQuestion,
  charts?: ZoneCharts,
): (service: RatedService) => Transit | null {
  const { lane } = question;
  const offered = servicesOf(lane);
  const cutoffSecond = cutoffOf(lane.from);
  const departure = { cutoffSecond, pickupDay: pickupDayOf(question, cutoffSecond) };
  return (service) => {
    const level = offered.includes(service) ? levelOf(lane, service) : null;
    const isServed = level !== null && zoneOf(lane, service, charts) !== null;
    return isServed ? transitOf(question, service, level, departure) : null;
  };
}

/** How every service of a shipment starts. */
interface Departure {
  readonly cutoffSecond: number;
  readonly pickupDay: number;
}

function transitOf(
  question: TransitQuestion,
  service: RatedService,
  level: string,
  { cutoffSecond, pickupDay }: Departure,
): Transit {
  const { lane, shipDay } = question;
  const customsDays = question.isDocuments ? 0 : customsDaysOf(lane, service);
  const days = businessDaysOf(lane, service) + customsDays;
  const deliveryDay = deliveryDayOf(lane.to.country, pickupDay, days, false);
  return {
    service,
    level,
    pickupDay,
    cutoffSecond,
    deliveryDay,
    deliverySecond: commitSecond(question, service),
    ...daysBetween(lane.to.country, pickupDay, deliveryDay),
    customsDays,
    isGuaranteed: inForce(guaranteed, shipDay) === 'all' || EXPRESS.has(service),
    isNextDayPickup: pickupDay > shipDay,
    saturday: saturdayOf(question, service, pickupDay, days),
  };
}

/** Later in towns, where a building that sorts is near. */
function cutoffOf(origin: LaneEnd): number {
  const point = pointOf(origin);
  return point !== null && isTown(point) ? CUTOFF.town : CUTOFF.country;
}

/** Points of the model are the same objects every time. */
const isTown = perObject((point: Position) =>
  sortingFacilities.some((one) => distanceKm(point, one) <= TOWN_KM),
);

/** The same day until the cut-off, else the next that counts at the origin. */
function pickupDayOf({ lane, shipDay, shipSecond }: TransitQuestion, cutoffSecond: number): number {
  return businessDayFrom(calendarOf(lane.from.country), shipSecond <= cutoffSecond ? shipDay : shipDay + 1);
}

function commitSecond({ isHome, deliveryArea }: TransitQuestion, service: RatedService): number {
  const due = networkService(service).dueSecond[isHome ? 'home' : 'business'];
  return service === '01' && deliveryArea !== null ? Math.max(due, LATE_MORNING) : due;
}

function daysBetween(country: string, pickupDay: number, deliveryDay: number) {
  const calendar = calendarOf(country);
  let [businessDays, holidays] = [0, 0];
  for (let day = pickupDay + 1; day <= deliveryDay; day += 1) {
    if (isBusinessDay(calendar, day)) businessDays += 1;
    else if (isHoliday(calendar, day)) holidays += 1;
  }
  const totalDays = deliveryDay - pickupDay;
  return { businessDays, holidays, restDays: totalDays - businessDays - holidays, totalDays };
}

/** The Saturday on which it could be there, where the service knows Saturdays and one comes before the ordinary day. */
function saturdayOf(
  question: TransitQuestion,
  service: RatedService,
  pickupDay: number,
  days: number,
): Transit['saturday'] {
  if (!networkService(service).allowsSaturday) return null;
  const day = deliveryDayOf(question.lane.to.country, pickupDay, days, true);
  if (weekday(day) !== SATURDAY) return null;
  const second = Math.max(commitSecond(question, service), SATURDAY_MORNING);
  return { level: saturdayLevelOf(question.lane, service), day, second };
}

/** On a Saturday nothing is promised before half past nine. */
const SATURDAY_MORNING = 9.5 * HOUR;
