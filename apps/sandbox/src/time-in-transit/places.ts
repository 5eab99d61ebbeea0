import type { UsPlaces } from '@lading/carrier/places/built-in';
import { printedName } from '@lading/carrier/places/names';
import { pointOf } from '@lading/carrier/rating/positions';
import { textAt } from '../rating/reading.ts';
import type { JsonObject } from '../registry.ts';

/** A place as it was asked for; texts are empty where nothing was said. */
export interface AskedPlace {
  readonly country: string;
  readonly state: string;
  readonly city: string;
  readonly postalCode: string;
}

/** A place that a name may mean. */
export interface Candidate {
  readonly city: string;
  readonly state: string;
  readonly low: string;
  readonly high: string;
}

/** One place, several that could be meant, or none. */
export type Found =
  | { readonly place: AskedPlace }
  | { readonly candidates: readonly Candidate[] }
  | { readonly nothing: true };

/** @param side `origin` or `destination`, with which the members begin. */
export function readPlace(body: JsonObject, side: 'origin' | 'destination', country: string): AskedPlace {
  const member = (name: string) => textAt(body, `${side}${name}`) ?? '';
  return {
    country: (member('CountryCode') || country).toUpperCase(),
    state: member('StateProvince').toUpperCase(),
    city: printedName(member('CityName')),
    postalCode: member('PostalCode').toUpperCase(),
  };
}

/** Held against the places of the United States; elsewhere a country that is known, and in Canada a code or province. */
export function findPlace(asked: AskedPlace, places: UsPlaces): Found {
  if (asked.country !== 'US') return pointOf(asked) === null ? { nothing: true } : { place: asked };
  return asked.postalCode === '' ? findByName(asked, places) : findByCode(asked, places);
}

function findByCode(asked: AskedPlace, places: UsPlaces): Found {
  const code = asked.postalCode.slice(0, 5);
  const cities = places.byCode(code);
  const fitting = cities.filter(({ state }) => asked.state === '' || state === asked.state);
  const [city] = fitting;
  if (city === undefined || !/^\d{5}/.test(code)) return { nothing: true };
  return {
    place: {
      ...asked,
      postalCode: code,
      state: city.state,
      city: asked.city === '' ? city.name : asked.city,
    },
  };
}

/** One city of that name is meant with its first code; several are candidates. */
function findByName({ country, state, city }: AskedPlace, places: UsPlaces): Found {
  const cities = places.byName(city).filter((one) => state === '' || one.state === state);
  const [only] = cities;
  if (city === '' || only === undefined) return { nothing: true };
  const low = only.ranges[0]?.low ?? '';
  if (cities.length === 1) return { place: { country, state: only.state, city: only.name, postalCode: low } };
  const candidates = cities.flatMap(({ name, state: at, ranges }) =>
    ranges.map((range) => ({ city: name, state: at, low: range.low, high: range.high })),
  );
  return { candidates };
}
