import { addBusinessDays, businessDayFrom } from '../network/calendar.ts';
import { service as networkService } from '../network/services.ts';
import { crossesBorder, isWithinUnitedStates, type Lane, regionsOf } from '../rating/lane.ts';
import { milesOf } from '../rating/positions.ts';
import type { RatedService } from '../rating/services.ts';
import { zoneOf } from '../rating/zones.ts';

/** Miles up to which goods on the road take 1, 2, 3 and 4 business days; beyond it is 5. */
const ROAD_MILES = [200, 600, 1100, 1700] as const;
/** Business days of Ground to and from Alaska, Hawaii and Puerto Rico, where it goes by ship. */
const SHIP_DAYS = 7;
/** Further business days of the worldwide services by zone 901 to 909. */
const FARTHER_DAYS = [0, 0, 0, 0, 1, 1, 1, 2, 2] as const;
const REMOTE_ZONE_ENDING = '6';
/** Zones 901 to 904: express goods are cleared on the way. */
const LAST_QUICK_ZONE = 904;

/**
 * The business days between pickup and delivery, customs not counted. The one place where transit is decided: rating,
 * time in transit and the network's own plans ask here.
 */
export function businessDaysOf(lane: Lane, service: RatedService): number {
  const { mode, businessDays } = networkService(service);
  if (mode === 'ground' || mode === 'standard') return roadDays(lane);
  const zone = zoneOf(lane, service) ?? '';
  if (mode === 'worldwide') return businessDays + (FARTHER_DAYS[Number(zone) - 901] ?? 0);
  return businessDays + (isRemoteZone(zone) ? 1 : 0);
}

/** Goods that cross a border take a day at customs, but for express to the nearer countries. */
export function customsDaysOf(lane: Lane, service: RatedService): number {
  if (!crossesBorder(lane)) return 0;
  const isExpress = service === '54' || service === '07' || service === '65';
  return isExpress && Number(zoneOf(lane, service)) <= LAST_QUICK_ZONE ? 0 : 1;
}

/** The calendar that an end keeps: Puerto Rico keeps that of the United States. */
export function calendarOf(country: string): string {
  return country === 'PR' ? 'US' : country;
}

/**
 * The local day of delivery: so many business days of the destination after pickup, the last of them a Saturday where
 * Saturday counts.
 */
export function deliveryDayOf(
  country: string,
  pickupDay: number,
  days: number,
  withSaturday: boolean,
): number {
  const calendar = calendarOf(country);
  const before = addBusinessDays(calendar, pickupDay, Math.max(0, days - 1));
  return businessDayFrom(calendar, before + 1, withSaturday);
}

function roadDays(lane: Lane): number {
  const { from, to } = regionsOf(lane);
  const isByShip = isWithinUnitedStates(lane) && from !== to;
  if (isByShip) return SHIP_DAYS;
  const miles = milesOf(lane) ?? 0;
  return 1 + ROAD_MILES.filter((limit) => miles > limit).length;
}

/** Zones 126, 226 …: Alaska and Hawaii beyond the towns. */
function isRemoteZone(zone: string): boolean {
  return /^[12]2/.test(zone) && zone.endsWith(REMOTE_ZONE_ENDING);
}
