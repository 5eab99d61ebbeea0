import { grouped } from '../places/grouped.ts';

/** Houses on one stretch of a street. */
export interface StreetSegment {
  readonly low: number;
  readonly high: number;
  /** Which of them: odd or even numbers, or both. */
  readonly parity: 'odd' | 'even' | 'both';
  /** Known units, `STE 200`; empty where none are known. */
  readonly units: readonly string[];
}

export interface StreetRange extends StreetSegment {
  readonly postalCode: string;
  /** Standardised, `PEACHTREE ST NE`. */
  readonly street: string;
}

/** The streets of one postal code, by standardised name. */
export type StreetsOfCode = ReadonlyMap<string, readonly StreetSegment[]>;

/** The streets of a postal code; null where nothing was loaded for it, which says nothing about its streets. */
export type StreetBank = (postalCode: string) => StreetsOfCode | null;

/** Whether a house of that number may stand there. */
export function holds({ low, high, parity }: StreetSegment, number: number): boolean {
  if (number < low || number > high) return false;
  return parity === 'both' || (parity === 'odd') === (number % 2 === 1);
}

const PARITIES = { odd: 'O', even: 'E', both: 'B' } as const;

/**
 * Ranges as text: per postal code a heading `#30328`, per street one line
 * `GLENLAKE PKWY NE|1-99O;55-55B:STE 200,STE 300`.
 */
export function packStreetRanges(ranges: readonly StreetRange[]): string {
  const codes = grouped(ranges, ({ postalCode }) => postalCode);
  return [...codes]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([code, own]) => [
      `#${code}`,
      ...[...grouped(own, ({ street }) => street)].map(
        ([street, segments]) => `${street}|${[...new Set(segments.map(packSegment))].join(';')}`,
      ),
    ])
    .join('\n');
}

/** Postal codes with their streets. */
export function unpackStreetRanges(text: string): Map<string, Map<string, readonly StreetSegment[]>> {
  const codes = new Map<string, Map<string, readonly StreetSegment[]>>();
  let streets = new Map<string, readonly StreetSegment[]>();
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) {
      streets = new Map();
      codes.set(line.slice(1), streets);
      continue;
    }
    const [street = '', segments = ''] = line.split('|');
    if (street !== '') streets.set(street, segments.split(';').map(unpackSegment));
  }
  return codes;
}

function packSegment({ low, high, parity, units }: StreetSegment): string {
  return `${low}-${high}${PARITIES[parity]}${units.length === 0 ? '' : `:${units.join(',')}`}`;
}

function unpackSegment(text: string): StreetSegment {
  const [, low, high, letter, units = ''] = /^(\d+)-(\d+)([OEB])(?::(.*))?$/.exec(text) ?? [];
  const parities = { O: 'odd', E: 'even', B: 'both' } as const;
  return {
    low: Number(low),
    high: Number(high),
    parity: parities[letter === 'O' || letter === 'E' ? letter : 'B'],
    units: units === '' ? [] : units.split(','),
  };
}
