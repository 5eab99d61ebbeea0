import { errorsBetween } from '../places/similar-names.ts';
import { parseStreetName } from './parse.ts';
import { holds, type StreetSegment, type StreetsOfCode } from './ranges.ts';
import { houseNumber, type Street, type StreetName, streetName } from './street.ts';
import { suffixes } from './words.ts';

/** Streets that an address may mean. */
export interface StreetMatch {
  /** Whether the first is what was asked, or the only one that it can mean. */
  readonly isCertain: boolean;
  readonly streets: readonly Street[];
}

const NOTHING: StreetMatch = { isCertain: false, streets: [] };

/**
 * Without ranges: what parses is taken to exist. Only a last word that is one typing error away from a suffix leaves
 * a doubt, and each suffix that it may be is proposed.
 */
export function matchModelled(street: Street): StreetMatch {
  const words = street.name.split(' ');
  const last = words.at(-1) ?? '';
  if (street.kind !== 'street' || street.suffix !== '' || street.type !== '' || words.length < 2)
    return { isCertain: true, streets: [street] };
  const meant = last.length < 4 ? [] : suffixesNear(last);
  if (meant.length === 0) return { isCertain: true, streets: [street] };
  const name = words.slice(0, -1).join(' ');
  return { isCertain: false, streets: meant.map((suffix) => ({ ...street, name, suffix })) };
}

function suffixesNear(word: string): string[] {
  const near = [...suffixes].filter(([known]) => known.length >= 4 && errorsBetween(word, known, 1) === 1);
  return [...new Set(near.map(([, suffix]) => suffix))];
}

/**
 * Against the ranges of its postal code, which bind: the house must stand in one. Otherwise streets of that name with
 * other directions or another suffix, and names with typing errors, where a house of that number stands.
 */
export function matchRanges(street: Street, known: StreetsOfCode): StreetMatch {
  const number = houseNumber(street);
  if (street.kind !== 'street') return { isCertain: true, streets: [street] };
  if (number === null) return NOTHING;
  const own = segmentAt(known.get(streetName(street)), number);
  if (own !== undefined) return withUnits(street, own);
  const sameName = streetsLike(known, number, (other) => other.name === street.name);
  const like = sameName.length > 0 ? sameName : streetsLike(known, number, nearTo(street.name));
  const streets = like.map((name) => ({ ...street, ...name }));
  return { isCertain: sameName.length === 1, streets };
}

/** A building whose units are known asks for one where none was given. */
function withUnits(street: Street, { units }: StreetSegment): StreetMatch {
  if (units.length === 0 || street.units.length > 0) return { isCertain: true, streets: [street] };
  const streets = units.map((text) => {
    const [designator = '', ...rest] = text.split(' ');
    return { ...street, units: [{ designator, id: rest.join(' ') }] };
  });
  return { isCertain: false, streets };
}

function segmentAt(
  segments: readonly StreetSegment[] | undefined,
  number: number,
): StreetSegment | undefined {
  const all = (segments ?? []).filter((segment) => holds(segment, number));
  return all.find(({ units }) => units.length > 0) ?? all[0];
}

function streetsLike(
  known: StreetsOfCode,
  number: number,
  isLike: (name: StreetName) => boolean,
): StreetName[] {
  return [...known]
    .filter(([, segments]) => segmentAt(segments, number) !== undefined)
    .map(([text]) => parseStreetName(text, 'US'))
    .filter(isLike);
}

function nearTo(name: string): (other: StreetName) => boolean {
  const most = name.length < 6 ? 1 : 2;
  return (other) => errorsBetween(name, other.name, most) <= most;
}
