import { facilityRows } from './data/facility-rows.ts';
import { placeRows } from './data/place-rows.ts';

/** A point on the map, in degrees. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** A building where parcels are scanned. */
export interface Facility extends Position {
  /** Its number in plans and journals. */
  readonly index: number;
  /** In capitals, uncut; the wire cuts it at 20 characters. */
  readonly name: string;
  /** Two or three letters; empty abroad. */
  readonly state: string;
  readonly country: string;
  readonly zone: string;
  readonly isHub: boolean;
  readonly isAir: boolean;
  readonly isGateway: boolean;
}

/** A town that the network collects from and delivers to, with its own local center. */
export interface Place extends Position {
  readonly index: number;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly country: string;
  readonly zone: string;
  /** Facility number of the local center, or of the hub of the same name, which then delivers itself. */
  readonly center: number;
}

/** Facility numbers below this are hubs, from here on local centers; room is left to append hubs. */
const FIRST_CENTER = 1000;

const hubs: readonly Facility[] = rowsOf(facilityRows).map((row, index) => {
  const [country = '', state = '', name = '', zone = '', latitude, longitude, roles = ''] = row;
  return Object.freeze({
    index,
    name,
    state,
    country,
    zone,
    latitude: Number(latitude),
    longitude: Number(longitude),
    isHub: roles.includes('hub'),
    isAir: roles.includes('air'),
    isGateway: roles.includes('gateway'),
  });
});

/** All towns, in the order of the table. */
export const places: readonly Place[] = rowsOf(placeRows).map((row, index) => {
  const [country = '', state = '', city = '', postalCode = '', zone = '', latitude, longitude] = row;
  return Object.freeze({
    index,
    city,
    state,
    postalCode,
    country,
    zone,
    latitude: Number(latitude),
    longitude: Number(longitude),
    center: hubIn(city, state)?.index ?? FIRST_CENTER + index,
  });
});

const centers: readonly Facility[] = rowsOf(placeRows).map((row, index) => {
  const { city, state, country, zone, latitude, longitude } = place(index);
  const name = row[7] === undefined || row[7] === '' ? city : row[7];
  const roles = { isHub: false, isAir: false, isGateway: false };
  return Object.freeze({
    index: FIRST_CENTER + index,
    name,
    state,
    country,
    zone,
    latitude,
    longitude,
    ...roles,
  });
});

/** Hubs and air gateways, in the order of the table. */
export const sortingFacilities: readonly Facility[] = hubs;

/** The facility with that number, hub or local center. @throws RangeError when there is none. */
export function facility(index: number): Facility {
  const found = index < FIRST_CENTER ? hubs[index] : centers[index - FIRST_CENTER];
  if (found === undefined) throw new RangeError(`no facility ${index}`);
  return found;
}

/** The town with that number. @throws RangeError when there is none. */
export function place(index: number): Place {
  const found = places[index];
  if (found === undefined) throw new RangeError(`no place ${index}`);
  return found;
}

/** A town by name; capitals do not matter. */
export function findPlace(country: string, state: string, city: string): Place | undefined {
  const wanted = city.toUpperCase();
  return places.find((one) => one.country === country && one.state === state && one.city === wanted);
}

/** Great-circle distance in kilometres. */
export function distanceKm(from: Position, to: Position): number {
  const rad = Math.PI / 180;
  const halfLatitude = Math.sin(((to.latitude - from.latitude) * rad) / 2);
  const halfLongitude = Math.sin(((to.longitude - from.longitude) * rad) / 2);
  const shrink = Math.cos(from.latitude * rad) * Math.cos(to.latitude * rad);
  return 12_742 * Math.asin(Math.sqrt(halfLatitude ** 2 + shrink * halfLongitude ** 2));
}

/** The nearest of the candidates. @throws RangeError without candidates. */
export function nearest<T extends Position>(from: Position, candidates: readonly T[]): T {
  let best: T | undefined;
  let bestKm = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const km = distanceKm(from, candidate);
    if (km < bestKm) [best, bestKm] = [candidate, km];
  }
  if (best === undefined) throw new RangeError('nearest needs candidates');
  return best;
}

function hubIn(city: string, state: string): Facility | undefined {
  return hubs.find((hub) => hub.isHub && hub.name === city && hub.state === state);
}

function rowsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|'));
}
