import { grouped } from '../places/grouped.ts';
import { parseStreetName, wordsOf } from './parse.ts';
import type { StreetRange } from './ranges.ts';
import { comparableNumber, streetName, unitText } from './street.ts';
import { cutUnits } from './units.ts';

/** One address of an OpenAddresses file. */
export interface KnownAddress {
  readonly postalCode: string;
  readonly street: string;
  readonly number: number;
  /** `STE 200`; empty where the house has none. */
  readonly unit: string;
}

/** `unusable`: without street, number or a ZIP code, as many rows of the collection are. */
export type AddressRowFault = 'columns' | 'position' | 'unusable';

/** The columns that are read, in any order and case. */
export const openAddressesColumns = Object.freeze([
  ...(['LON', 'LAT', 'NUMBER', 'STREET', 'UNIT', 'POSTCODE'] as const),
]);

/** Where each column stands in a heading; null where one is missing. */
export function readHeading(cells: readonly string[]): ReadonlyMap<string, number> | null {
  const places = new Map(cells.map((cell, at) => [cell.trim().toUpperCase(), at]));
  return openAddressesColumns.every((name) => places.has(name)) ? places : null;
}

/** Reads a row under its heading. */
export function readAddressRow(
  heading: ReadonlyMap<string, number>,
  cells: readonly string[],
): KnownAddress | { readonly fault: AddressRowFault } {
  if (cells.length !== heading.size) return { fault: 'columns' };
  const cell = (name: string): string => cells[heading.get(name) ?? -1]?.trim() ?? '';
  const isPlaced = isDegrees(cell('LON'), 180) && isDegrees(cell('LAT'), 90);
  if (!isPlaced) return { fault: 'position' };
  const [, postalCode] = /^(\d{5})(?:-\d{4})?$/.exec(cell('POSTCODE')) ?? [];
  const number = comparableNumber(cell('NUMBER').toUpperCase());
  const street = streetName(parseStreetName(cell('STREET'), 'US'));
  if (postalCode === undefined || number === null || street === '') return { fault: 'unusable' };
  return { postalCode, street, number, unit: readUnit(cell('UNIT')) };
}

/** Addresses as ranges of one house each, with its units. */
export function rangesOf(addresses: Iterable<KnownAddress>): StreetRange[] {
  const houses = grouped(addresses, ({ postalCode, street, number }) => `${postalCode}|${street}|${number}`);
  return [...houses.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const { postalCode, street, number } = first;
    const units = [...new Set(rows.map(({ unit }) => unit).filter((unit) => unit !== ''))].toSorted();
    return [{ postalCode, street, low: number, high: number, parity: 'both', units }];
  });
}

/** A bare `4` is `# 4`. */
function readUnit(text: string): string {
  const words = wordsOf(text);
  if (words.length === 0) return '';
  const { words: rest, units } = cutUnits(words);
  if (rest.length === 0) return unitText(units);
  return rest.length === 1 && units.length === 0 ? `# ${rest[0]?.replace(/^#/, '')}` : '';
}

function isDegrees(text: string, most: number): boolean {
  return text !== '' && Math.abs(Number(text)) <= most;
}
