import { grouped } from './grouped.ts';
import { nameKey } from './names.ts';
import { createNameIndex, type NameIndex } from './similar-names.ts';
import type { PlaceRow } from './table.ts';

/** A city in one state, with its postal codes. */
export interface City {
  readonly name: string;
  readonly state: string;
  readonly key: string;
  /** Unbroken runs of its codes, in order. */
  readonly ranges: readonly CodeRange[];
}

/** Postal codes from `low` to `high`, both included, all of one city. */
export interface CodeRange {
  readonly low: string;
  readonly high: string;
}

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** Which places there are: what a question about a city is answered from. */
export interface Places {
  /** Cities with that postal code; most codes have one. */
  byCode(code: string): readonly City[];
  /** Cities of that name in any spelling, in every state. */
  byName(name: string): readonly City[];
  /** Cities whose names are at most so many typing errors away, nearest first; the same name is not among them. */
  similar(name: string, mostErrors: number): readonly { readonly city: City; readonly errors: number }[];
  /** Cities with a code that begins so. */
  byCodePrefix(prefix: string): readonly City[];
  position(code: string): Position | null;
  /** How many postal codes are known. */
  readonly size: number;
}

/** @param rows in any order; the same row twice counts once. */
export function createPlaces(rows: readonly PlaceRow[]): Places {
  const inOrder = rows.toSorted((a, b) => (a.code < b.code ? -1 : Number(a.code > b.code)));
  const cities = citiesOf(inOrder);
  const citiesByKey = grouped(cities, ({ key }) => key);
  const codes = codesOf(inOrder, cities);
  const sorted = [...codes.keys()];
  let index: NameIndex | undefined;
  const indexed = (): NameIndex => {
    index ??= createNameIndex([...citiesByKey.keys()]);
    return index;
  };
  return {
    byCode: (code) => codes.get(code)?.cities ?? [],
    byName: (name) => citiesByKey.get(nameKey(name)) ?? [],
    similar: (name, mostErrors) =>
      indexed()
        .near(nameKey(name), mostErrors)
        .flatMap(({ name: key, errors }) => (citiesByKey.get(key) ?? []).map((city) => ({ city, errors }))),
    byCodePrefix: (prefix) => {
      const from = firstAtOrAfter(sorted, prefix);
      const cities = new Set<City>();
      for (let at = from; sorted[at]?.startsWith(prefix); at += 1) {
        for (const city of codes.get(sorted[at] ?? '')?.cities ?? []) cities.add(city);
      }
      return [...cities];
    },
    position: (code) => codes.get(code)?.position ?? null,
    size: codes.size,
  };
}

function firstAtOrAfter(sorted: readonly string[], wanted: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function citiesOf(sorted: readonly PlaceRow[]): City[] {
  const named = grouped(sorted, ({ city, state }) => `${city}/${state}`);
  return [...named.values()].map((rows) => {
    const { city = '', state = '' } = rows[0] ?? {};
    return { name: city, state, key: nameKey(city), ranges: rangesOf(rows.map(({ code }) => code)) };
  });
}

/** Runs of digits that follow one another: codes with letters stand alone. */
function rangesOf(codes: readonly string[]): CodeRange[] {
  const ranges: { low: string; high: string }[] = [];
  for (const code of codes) {
    const last = ranges.at(-1);
    if (last?.high === code) continue;
    const follows = last !== undefined && /^\d+$/.test(code) && Number(code) === Number(last.high) + 1;
    if (follows && last.high.length === code.length) last.high = code;
    else ranges.push({ low: code, high: code });
  }
  return ranges;
}

interface CodeEntry {
  readonly position: Position;
  readonly cities: City[];
}

function codesOf(sorted: readonly PlaceRow[], cities: readonly City[]): Map<string, CodeEntry> {
  const known = new Map(cities.map((city) => [`${city.name}/${city.state}`, city]));
  const codes = new Map<string, CodeEntry>();
  for (const { code, city: name, state, latitude, longitude } of sorted) {
    const city = known.get(`${name}/${state}`);
    if (city === undefined) continue;
    const entry = codes.get(code);
    if (entry === undefined) codes.set(code, { position: { latitude, longitude }, cities: [city] });
    else if (!entry.cities.includes(city)) entry.cities.push(city);
  }
  return codes;
}
