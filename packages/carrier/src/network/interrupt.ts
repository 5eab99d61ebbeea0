import { between, type Random } from '../random.ts';
import { addBusinessDays, businessDayFrom } from './calendar.ts';
import { drawHandover } from './delivery-places.ts';
import { facility, place } from './facilities.ts';
import { type Incident, incident } from './incidents.ts';
import { exceptionDetail, type Plan, type Scan } from './plan.ts';
import { firstOf, inOrder, later, ride, scanAt, stopsOf, travelMs, wholeSecond } from './ride.ts';
import { wayBack } from './routes.ts';
import { type Journey, lastMile } from './rules.ts';
import { instantOf, localTime } from './zones.ts';

const MINUTE_MS = 60_000;
const HOUR = 3600;

/** Lets an incident happen where it belongs on the way. Returns the plan unchanged where it cannot. */
export function meet(plan: Plan, journey: Journey, what: Incident, random: Random): Plan {
  const at = momentOf(plan, what, random);
  return at === null ? plan : interrupt(plan, journey, what, at, random);
}

/**
 * Puts an exception into a plan at an instant, at the facility that scanned the parcel last, and plans the rest
 * anew: later, to the corrected address, or back to the shipper.
 */
export function interrupt(plan: Plan, journey: Journey, what: Incident, at: number, random: Random): Plan {
  const past = plan.filter((scan) => scan.at < at && scan.kind !== 'delivered');
  const where = past.at(-1)?.facility ?? place(journey.from).center;
  if (what.effect === 'return') return sendBack(past, what, at, where, journey, random);
  if (what.effect === 'release') return letGo(plan, past, what, at, where);
  const newDay = rescheduledDay(plan, journey, what, at);
  const days = what.delayDays === 0 ? 0 : newDay - localTime(facility(where).zone, at).day;
  const exception = { ...scanAt('exception', at, where), detail: exceptionDetail(what, days) };
  const mile = lastMile(journey, newDay, random);
  const isThere = past.some((scan) => scan.kind === 'destination');
  const rest = isThere ? [] : postponed(plan, what, at, firstOf(mile).at);
  return inOrder([...past, exception, ...rest, ...mile]);
}

/** Nothing changes but that it is told. */
function letGo(plan: Plan, past: Plan, what: Incident, at: number, where: number): Plan {
  const exception = { ...scanAt('exception', at, where), detail: exceptionDetail(what, 0) };
  return inOrder([...past, exception, ...plan.slice(past.length)]);
}

/** Hands a parcel over at an instant; scans that are missing on the way are dropped. */
export function deliverNow(plan: Plan, journey: Journey, at: number, detail: number): Plan {
  const past = plan.filter((scan) => scan.at < at && scan.kind !== 'delivered');
  const center = place(journey.to).center;
  const origin = past.some((scan) => scan.kind === 'origin')
    ? []
    : [scanAt('origin', at, place(journey.from).center)];
  return inOrder([...past, ...origin, { ...scanAt('delivered', at, center), detail }]);
}

/** Ends a plan before pickup. */
export function voidNow(plan: Plan, at: number): Plan {
  const past = plan.filter((scan) => scan.at < at);
  return inOrder([...past, scanAt('void', at, firstOf(plan).facility)]);
}

/** The day on which the plan ends, at the destination. */
function lastDay(plan: Plan, journey: Journey): number {
  return localTime(place(journey.to).zone, plan.at(-1)?.at ?? 0).day;
}

function rescheduledDay(plan: Plan, journey: Journey, what: Incident, at: number): number {
  const { zone, country } = place(journey.to);
  const day = Math.max(lastDay(plan, journey), localTime(zone, at).day);
  return addBusinessDays(country, day, Math.max(1, what.delayDays));
}

function momentOf(plan: Plan, what: Incident, random: Random): number | null {
  const delivered = plan.find((scan) => scan.kind === 'delivered');
  if (what.stage === 'attempt') return delivered?.at ?? null;
  if (what.stage === 'address') return afterScan(plan, 'destination', random, 20, 70);
  if (what.stage === 'import') return afterScan(plan, 'import', random, 10, 30);
  return afterScan(plan, 'arrival', random, 5, 25) ?? afterScan(plan, 'destination', random, 5, 25);
}

/** Soon after one of the scans of a kind, before the next scan. */
function afterScan(plan: Plan, kind: Scan['kind'], random: Random, low: number, high: number): number | null {
  const places = plan.flatMap((scan, index) => (scan.kind === kind ? [index] : []));
  if (places.length === 0) return null;
  const index = places[Math.floor(random() * places.length)] ?? 0;
  const scan = plan[index];
  const next = plan[index + 1];
  if (scan === undefined) return null;
  const wanted = later(scan.at, random, low, high);
  return next === undefined ? wanted : Math.max(scan.at + 1000, Math.min(wanted, next.at - 1000));
}

/** The rest of the way, stretched so that it ends on the new morning; customs lets go at a third of the wait. */
function postponed(plan: Plan, what: Incident, at: number, morning: number): Scan[] {
  const oldMorning = plan.find((scan) => scan.kind === 'destination')?.at ?? morning;
  const transit = plan.filter((scan) => scan.at >= at && scan.at < oldMorning);
  const isHeld = what.name === 'customs-hold';
  const from = isHeld ? wholeSecond(at + (morning - at) * 0.3) : at;
  const stretch = (morning - from - 30 * MINUTE_MS) / Math.max(1, oldMorning - at);
  const moved = transit.map((scan) => ({
    ...scan,
    at: wholeSecond(from + 20 * MINUTE_MS + (scan.at - at) * stretch),
  }));
  if (!isHeld) return moved;
  const where = plan.findLast((scan) => scan.at < at)?.facility ?? 0;
  const release = {
    ...scanAt('exception', from, where),
    detail: exceptionDetail(incident('customs-release'), 0),
  };
  return [release, ...moved];
}

function sendBack(
  past: readonly Scan[],
  what: Incident,
  at: number,
  where: number,
  journey: Journey,
  random: Random,
): Plan {
  const visited = past.map((scan) => scan.facility).filter((one, index, all) => one !== all[index - 1]);
  const stops = stopsOf(wayBack(visited), random);
  const departAt = later(at, random, 120, 360);
  const { zone, country } = place(journey.from);
  const home = localTime(zone, departAt + travelMs(stops));
  const day = businessDayFrom(country, home.day + 1);
  const backAt = instantOf(zone, day, between(random, 10 * HOUR, 15 * HOUR));
  return inOrder([
    ...past,
    { ...scanAt('exception', at, where), detail: exceptionDetail(what, 0) },
    ...ride(stops, departAt, backAt - 3 * 60 * MINUTE_MS),
    { ...scanAt('returned', backAt, place(journey.from).center), detail: drawHandover(random, false) },
  ]);
}
