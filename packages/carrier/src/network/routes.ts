import {
  distanceKm,
  type Facility,
  facility,
  nearest,
  type Place,
  place,
  sortingFacilities,
} from './facilities.ts';
import type { Mode } from './services.ts';

/** One ride between two facilities. */
export interface Leg {
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
}

/** The way from one town's center to another's; empty where both are the same. */
export interface Route {
  readonly legs: readonly Leg[];
  /** The facility where customs clears it, on lanes that cross a border. */
  readonly importAt: number | null;
}

const HUB_REACH_KM = 900;
const roadHubs = sortingFacilities.filter((one) => one.isHub && !isIsland(one));
const airports = sortingFacilities.filter((one) => one.isAir);
const routes = new Map<number, Route>();

/**
 * The stops between two towns, remembered per lane. Trucks go hub to hub on the shortest road network; planes go
 * over the sorting airport of the region.
 */
export function routeBetween(fromPlace: number, toPlace: number, mode: Mode): Route {
  const isFlying = mode === 'air' || mode === 'worldwide';
  const key = (fromPlace * 10_000 + toPlace) * 2 + (isFlying ? 1 : 0);
  const known = routes.get(key);
  if (known !== undefined) return known;
  const [from, to] = [place(fromPlace), place(toPlace)];
  const stops = isFlying ? airStops(from, to) : roadStops(from, to);
  const route = routeOver([from.center, ...stops, to.center], isFlying);
  routes.set(key, route);
  return route;
}

/** The way back over the facilities already seen, latest first. */
export function wayBack(visited: readonly number[]): Route {
  return routeOver([...visited].reverse(), false);
}

function routeOver(stops: readonly number[], isFlying: boolean): Route {
  const path = stops.filter((stop, index) => stop !== stops[index - 1]);
  const legs = path.slice(1).map((to, index) => {
    const from = path[index] ?? to;
    return { from, to, minutes: rideMinutes(facility(from), facility(to), isFlying) };
  });
  const origin = facility(path[0] ?? 0);
  const importAt = path.find((stop) => facility(stop).country !== origin.country) ?? null;
  return { legs, importAt };
}

/** Trucks at 80 km/h on roads 20 % longer than the straight line; planes at 800 km/h with 40 minutes on the ground. */
function rideMinutes(from: Facility, to: Facility, isFlying: boolean): number {
  const km = distanceKm(from, to);
  const isFlight = isFlying && from.isAir && to.isAir;
  return Math.round(isFlight ? 40 + (km / 800) * 60 : 15 + ((km * 1.2) / 80) * 60);
}

function airStops(from: Place, to: Place): number[] {
  const start = nearest(from, atHome(airports, from.country));
  const end = nearest(to, atHome(airports, to.country));
  if (start === end) return [start.index];
  return [start.index, sortingAirport(start, end).index, end.index];
}

/** Ontario sorts what stays in the west of the United States, Louisville everything else. */
function sortingAirport(start: Facility, end: Facility): Facility {
  const isWestern = [start, end].every((one) => one.country === 'US' && one.longitude < -104);
  const name = isWestern ? 'ONTARIO' : 'LOUISVILLE';
  const found = airports.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(`no airport ${name}`);
  return found;
}

function roadStops(from: Place, to: Place): number[] {
  const start = nearest(from, atHome(roadHubs, from.country));
  const end = nearest(to, atHome(roadHubs, to.country));
  const country = from.country === to.country ? from.country : null;
  return shortestPath(start.index, end.index, roadsOf(country));
}

function atHome(facilities: readonly Facility[], country: string): readonly Facility[] {
  const found = facilities.filter((one) => one.country === country);
  return found.length > 0 ? found : facilities;
}

function isIsland(one: Facility): boolean {
  return one.state === 'AK' || one.state === 'HI';
}

/** Longer rides cost more than their length, so trucks prefer to change at hubs on the way. */
function rideCost(from: Facility, to: Facility): number {
  return 60 + distanceKm(from, to) ** 1.15;
}

/** `null` is the network of both countries; a parcel that stays at home uses its own country's roads only. */
const networks = new Map<string | null, ReadonlyMap<number, readonly Facility[]>>();

function roadsOf(country: string | null): ReadonlyMap<number, readonly Facility[]> {
  const hubs = roadHubs.filter((hub) => country === null || hub.country === country);
  const roads = networks.get(country) ?? new Map(hubs.map((hub) => [hub.index, reachableFrom(hub, hubs)]));
  networks.set(country, roads);
  return roads;
}

function reachableFrom(hub: Facility, hubs: readonly Facility[]): readonly Facility[] {
  const open = hubs.filter((other) => other !== hub && mayCross(hub, other));
  const near = open.filter((other) => distanceKm(hub, other) <= HUB_REACH_KM);
  const atLeast = [...open].sort((one, two) => distanceKm(hub, one) - distanceKm(hub, two)).slice(0, 4);
  return [...new Set([...near, ...atLeast])];
}

/** The border is crossed at a gateway only. */
function mayCross(one: Facility, other: Facility): boolean {
  return one.country === other.country || one.isGateway || other.isGateway;
}

function shortestPath(start: number, end: number, roads: ReadonlyMap<number, readonly Facility[]>): number[] {
  const costs = new Map([[start, 0]]);
  const previous = new Map<number, number>();
  const open = new Set([start]);
  while (open.size > 0) {
    const current = cheapest(open, costs);
    if (current === end) break;
    open.delete(current);
    for (const next of roads.get(current) ?? []) {
      const cost = (costs.get(current) ?? 0) + rideCost(facility(current), next);
      if (cost >= (costs.get(next.index) ?? Number.POSITIVE_INFINITY)) continue;
      costs.set(next.index, cost);
      previous.set(next.index, current);
      open.add(next.index);
    }
  }
  return traceBack(previous, start, end);
}

function cheapest(open: ReadonlySet<number>, costs: ReadonlyMap<number, number>): number {
  let best = -1;
  for (const one of open) {
    if (best < 0 || (costs.get(one) ?? 0) < (costs.get(best) ?? 0)) best = one;
  }
  return best;
}

function traceBack(previous: ReadonlyMap<number, number>, start: number, end: number): number[] {
  const path = [end];
  for (let at = previous.get(end); at !== undefined; at = previous.get(at)) path.unshift(at);
  if (path[0] !== start) throw new RangeError(`no road from facility ${start} to ${end}`);
  return path;
}
