import { between, type Random } from '../random.ts';
import type { Plan, Scan } from './plan.ts';
import type { Route } from './routes.ts';

const MINUTE_MS = 60_000;
const HUB_MINUTES = { least: 80, most: 220 };

/** A stop on the way: minutes of the ride to it, minutes spent there, and whether customs is there. */
export interface Stop {
  readonly leaves: number;
  readonly facility: number;
  readonly rideMs: number;
  readonly stayMs: number;
  readonly isImport: boolean;
}

/** The stops of a route, with rides and stays drawn around the usual. */
export function stopsOf(route: Route, random: Random): Stop[] {
  const lastLeg = route.legs.length - 1;
  return route.legs.map((leg, index) => ({
    leaves: leg.from,
    facility: leg.to,
    rideMs: wholeSecond(leg.minutes * MINUTE_MS * (0.92 + random() * 0.2)),
    stayMs: index === lastLeg ? 0 : later(0, random, HUB_MINUTES.least, HUB_MINUTES.most),
    isImport: leg.to === route.importAt,
  }));
}

/** Milliseconds of all rides and stays. */
export function travelMs(stops: readonly Stop[]): number {
  return stops.reduce((sum, stop) => sum + stop.rideMs + stop.stayMs, 0);
}

/** Departures and arrivals between two instants: squeezed where time is short, waiting at the last hub where it is not. */
export function ride(stops: readonly Stop[], departAt: number, arriveBy: number): Scan[] {
  const window = Math.max(arriveBy - departAt, stops.length * 120_000);
  const total = travelMs(stops);
  const pace = Math.min(1, window / Math.max(1, total));
  const slack = Math.max(0, window - total);
  const waitsAt = stops.length - 2;
  const scans: Scan[] = [];
  let now = waitsAt < 0 ? departAt + slack : departAt;
  stops.forEach((stop, index) => {
    const stay = stop.stayMs * pace + (index === waitsAt ? slack : 0);
    scans.push(scanAt('departure', now, stop.leaves));
    now += stop.rideMs * pace;
    scans.push(scanAt('arrival', now, stop.facility));
    if (stop.isImport) scans.push(scanAt('import', now + Math.min(stay / 2, 20 * MINUTE_MS), stop.facility));
    now += stay;
  });
  return scans;
}

/** Whole seconds, and each scan at least a second after the one before. */
export function inOrder(scans: readonly Scan[]): Plan {
  let before = Number.NEGATIVE_INFINITY;
  return scans.map((scan) => {
    before = Math.max(wholeSecond(scan.at), before + 1000);
    return before === scan.at ? scan : { ...scan, at: before };
  });
}

/** A scan without detail, to the second. */
export function scanAt(kind: Scan['kind'], at: number, where: number): Scan {
  return { kind, at: wholeSecond(at), facility: where, detail: 0 };
}

/** Some minutes later, to the second. */
export function later(at: number, random: Random, low: number, high: number): number {
  return at + between(random, low * 60, high * 60) * 1000;
}

export function wholeSecond(at: number): number {
  return Math.floor(at / 1000) * 1000;
}

export function firstOf(scans: readonly Scan[]): Scan {
  const first = scans[0];
  if (first === undefined) throw new RangeError('a plan has at least one scan');
  return first;
}
