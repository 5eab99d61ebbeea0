import { type CityCandidate, type CityQuestion, validateCity } from '../address-city/rules.ts';
import type { Places } from '../places/places.ts';
import { type Classification, classify } from './classify.ts';
import { syntheticExtension } from './extension.ts';
import { matchModelled, matchRanges } from './match.ts';
import { observedAnswer } from './observed.ts';
import { parseStreet } from './parse.ts';
import type { StreetBank } from './ranges.ts';
import { houseNumber, type Street, streetLines, streetName, unitText } from './street.ts';

/** What validation is answered from. */
export interface StreetSources {
  readonly places: Places;
  readonly streets: StreetBank;
}

export interface StreetQuestion extends CityQuestion {
  /** As they were written, in any order. */
  readonly lines: readonly string[];
  /** Company or person; only the classification looks at it. */
  readonly consignee: string;
  readonly country: 'US' | 'PR';
}

export interface StreetCandidate {
  /** The street with its number, then units, then what else was written. */
  readonly lines: readonly string[];
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  /** Four digits; empty for what has no street. */
  readonly extension: string;
  readonly classification: Classification;
}

export interface StreetAnswer {
  readonly match: 'valid' | 'ambiguous' | 'none';
  /** Best first. */
  readonly candidates: readonly StreetCandidate[];
  /** Of the address as it was asked. */
  readonly classification: Classification;
  /**
   * What the answer stands on: a recording of the real service, loaded ranges of streets, or our model, in which every
   * street that parses exists.
   */
  readonly basis: 'observed' | 'ranges' | 'modelled';
}

const NONE: StreetAnswer = {
  match: 'none',
  candidates: [],
  classification: 'unclassified',
  basis: 'modelled',
};

/**
 * Standardises an address of the United States or Puerto Rico and says whether it is valid, what it may mean, or that
 * nothing comes near. At most `cap` candidates (guide, Street-level address validation: 10; today 15 unless told
 * otherwise), each valid itself. A unit that was given stays; one is asked for only where the building's are known.
 */
export function validateStreet(sources: StreetSources, question: StreetQuestion, cap: number): StreetAnswer {
  const street = parseStreet(question.lines, question.country);
  if (street === null || (street.kind === 'street' && houseNumber(street) === null)) return NONE;
  const place = validateCity(sources.places, question, Math.max(cap, 1));
  if (place.match === 'none') return NONE;
  const found = place.candidates.map((one) => housesAt(sources, street, question, one));
  const candidates = found.flatMap(({ houses }) => houses).slice(0, cap);
  const basis = found.find((one) => one.houses.length > 0)?.basis ?? 'ranges';
  const classification = found[0]?.houses[0]?.classification ?? 'unclassified';
  if (found.every(({ houses }) => houses.length === 0)) return { ...NONE, basis };
  const isValid = place.match === 'valid' && found[0]?.isCertain === true;
  return { match: isValid ? 'valid' : 'ambiguous', candidates, classification, basis };
}

interface HousesAt {
  readonly isCertain: boolean;
  readonly houses: readonly StreetCandidate[];
  readonly basis: StreetAnswer['basis'];
}

/** What the street may be in one place. The code that was asked stays where it is one of the place's. */
function housesAt(
  { streets }: StreetSources,
  street: Street,
  { postalCode, consignee }: StreetQuestion,
  { city, state, lowEnd, highEnd }: CityCandidate,
): HousesAt {
  const isInside = postalCode !== null && postalCode >= lowEnd && postalCode <= highEnd;
  const code = isInside ? postalCode : lowEnd;
  const known = streets(code);
  const match = known === null ? matchModelled(street) : matchRanges(street, known);
  const isOneCode = isInside || lowEnd === highEnd;
  const read = match.streets.map((one) => houseOf(one, consignee, code));
  const isObserved = read.some(({ isObserved: seen }) => seen);
  return {
    isCertain: match.isCertain && isOneCode,
    houses: read.map(({ house }) => ({ city, state, postalCode: code, ...house })),
    basis: isObserved ? 'observed' : known === null ? 'modelled' : 'ranges',
  };
}

function houseOf(
  street: Street,
  consignee: string,
  code: string,
): {
  readonly house: Pick<StreetCandidate, 'lines' | 'extension' | 'classification'>;
  readonly isObserved: boolean;
} {
  const name = streetName(street);
  const seen = observedAnswer(code, street.number, name);
  if (seen !== null) {
    const lines = [`${street.number} ${seen.street}`, unitText(street.units), ...street.others];
    const { extension, classification } = seen;
    return {
      house: { lines: lines.filter((one) => one !== ''), extension, classification },
      isObserved: true,
    };
  }
  const number = houseNumber(street);
  const extension = number === null ? '' : syntheticExtension(code, name, number);
  const classification = classify(street, consignee, code);
  return { house: { lines: streetLines(street), extension, classification }, isObserved: false };
}
