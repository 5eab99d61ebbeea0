import { alternatesOf } from '../places/alternate-names.ts';
import { nameKey } from '../places/names.ts';
import type { City, CodeRange, Places } from '../places/places.ts';
import { isInside, quality } from './quality.ts';

/** What is asked about; null where nothing was said. */
export interface CityQuestion {
  /** As it was written. */
  readonly city: string | null;
  /** Two letters; any other text matches no state. */
  readonly state: string | null;
  /** Five digits; any other text matches no code. */
  readonly postalCode: string | null;
}

export interface CityCandidate {
  /** From 1, best first. */
  readonly rank: number;
  /** From 0 to 1, four decimals; 1 where everything asked agrees. */
  readonly quality: number;
  readonly city: string;
  readonly state: string;
  /** First and last code of an unbroken run that is all of this city. */
  readonly lowEnd: string;
  readonly highEnd: string;
}

export interface CityAnswer {
  /** `valid`: one place agrees with everything asked. `ambiguous`: several do, or none does and these come near. */
  readonly match: 'valid' | 'ambiguous' | 'none';
  readonly candidates: readonly CityCandidate[];
}

/** What comes less near is no candidate. */
const LEAST_QUALITY = 0.55;

/**
 * Holds a city, a state and a postal code against the places there are, in any combination: typing errors, a state or
 * a code that belongs elsewhere, other names of a city. At most `cap` candidates (guide, Address Validation: 10; the
 * carrier's file of today: 15 unless the caller says otherwise). What agrees wholly keeps everything else out.
 */
export function validateCity(places: Places, question: CityQuestion, cap: number): CityAnswer {
  const { postalCode } = question;
  const agreeing = exactCities(places, question)
    .flatMap((city) => city.ranges.map((range) => ({ city, range })))
    .filter(({ range }) => postalCode === null || isInside(range, postalCode))
    .map(({ city, range }) => scored(question, city, range))
    .filter((one) => one.quality === 1);
  const near = agreeing.length > 0 ? agreeing : scoredRanges(question, candidatesFor(places, question));
  const ranked = near
    .filter((one) => one.quality >= LEAST_QUALITY)
    .toSorted((a, b) => b.quality - a.quality || nearer(question, a, b));
  if (ranked.length === 0) return { match: 'none', candidates: [] };
  const candidates = ranked.slice(0, cap).map((one, at) => ({ rank: at + 1, ...one }));
  return { match: agreeing.length === 1 ? 'valid' : 'ambiguous', candidates };
}

/** Where a place may be that agrees wholly: behind the code, else behind the name. */
function exactCities(places: Places, { city, postalCode }: CityQuestion): readonly City[] {
  if (postalCode !== null) return places.byCode(postalCode);
  return city === null ? [] : [...new Set([...places.byName(city), ...citiesByAlternate(places, city)])];
}

function scoredRanges(question: CityQuestion, cities: readonly City[]): Scored[] {
  return cities.flatMap((city) => city.ranges.map((range) => scored(question, city, range)));
}

/** Among equals: the code nearest to the one asked about, then by the alphabet. */
function nearer({ postalCode }: CityQuestion, a: Scored, b: Scored): number {
  const away = ({ lowEnd }: Scored): number => Math.abs(Number(lowEnd) - Number(postalCode)) || 0;
  return away(a) - away(b) || order(a.city, b.city) || order(a.state, b.state) || order(a.lowEnd, b.lowEnd);
}

type Scored = Omit<CityCandidate, 'rank'>;

function scored(question: CityQuestion, city: City, range: CodeRange): Scored {
  return {
    quality: quality(question, city, range),
    city: city.name,
    state: city.state,
    lowEnd: range.low,
    highEnd: range.high,
  };
}

/** Every city worth looking at, each once. */
function candidatesFor(places: Places, question: CityQuestion): readonly City[] {
  const { city, state, postalCode } = question;
  const byCode = postalCode === null ? [] : citiesNearCode(places, postalCode, city === null);
  if (city === null) return byCode;
  const named = [...places.byName(city), ...citiesByAlternate(places, city)];
  const isFound = named.some((one) => state === null || one.state === state);
  const isLikely = byCode.some((one) => quality({ ...question, postalCode: null }, one, NO_RANGE) >= LIKELY);
  const similar = isFound || isLikely ? [] : similarCities(places, city, state);
  return [...new Set([...byCode, ...named, ...similar])];
}

/** A city behind the code that agrees so well leaves no need to look for similar names. */
const LIKELY = 0.75;
const NO_RANGE: CodeRange = { low: '', high: '' };

function citiesByAlternate(places: Places, name: string): readonly City[] {
  return alternatesOf(name).flatMap(({ state, name: known }) =>
    places.byName(known).filter((city) => city.state === state),
  );
}

/** With the code's own cities; where nothing but the code was said also those of codes one typing error away. */
function citiesNearCode(places: Places, code: string, isAlone: boolean): readonly City[] {
  const own = places.byCode(code);
  if (own.length > 0 || !isAlone) return own;
  return oneErrorAway(code).flatMap((other) => places.byCode(other));
}

function oneErrorAway(code: string): string[] {
  const digits = [...code];
  const changed = digits.flatMap((_digit, at) =>
    [...'0123456789'].map((other) => code.slice(0, at) + other + code.slice(at + 1)),
  );
  const exchanged = digits
    .slice(1)
    .map((digit, at) => code.slice(0, at) + digit + code.charAt(at) + code.slice(at + 2));
  return [...new Set([...changed, ...exchanged])];
}

/** In the state that was said, else in any: nearest names only, one error before two. */
function similarCities(places: Places, name: string, state: string | null): readonly City[] {
  for (const errors of nameKey(name).length < 6 ? [1] : [1, 2]) {
    const found = places.similar(name, errors).map(({ city }) => city);
    const inState = found.filter((city) => state === null || city.state === state);
    if (inState.length > 0) return inState;
    if (errors === 2) return found;
  }
  return [];
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
