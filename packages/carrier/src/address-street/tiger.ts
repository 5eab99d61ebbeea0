import { parseStreetName } from './parse.ts';
import type { StreetRange, StreetSegment } from './ranges.ts';
import { comparableNumber, streetName } from './street.ts';

/** The columns of a Census TIGER/Line address-range feature (ADDRFEAT) that are read. */
export const tigerFields = Object.freeze([
  ...['FULLNAME', 'LFROMHN', 'LTOHN', 'RFROMHN', 'RTOHN', 'ZIPL', 'ZIPR', 'PARITYL', 'PARITYR'],
] as const);

export type TigerFault = 'zip' | 'number' | 'parity';

type Values = Readonly<Record<string, string>>;

const PARITIES: Readonly<Record<string, StreetSegment['parity']>> = {
  O: 'odd',
  E: 'even',
  B: 'both',
  '': 'both',
};

/** The ranges of both sides of one stretch of a street; a side without numbers or name has none. */
export function readTigerRecord(values: Values): readonly StreetRange[] | { readonly fault: TigerFault } {
  const name = values.FULLNAME ?? '';
  if (name === '') return [];
  const street = streetName(parseStreetName(name, 'US'));
  const sides = [readSide(values, 'L', street), readSide(values, 'R', street)];
  const fault = sides.find((side) => side !== null && 'fault' in side);
  if (fault !== undefined && fault !== null && 'fault' in fault) return fault;
  return sides.flatMap((side) => (side !== null && 'street' in side ? [side] : []));
}

function readSide(
  values: Values,
  side: 'L' | 'R',
  street: string,
): StreetRange | { readonly fault: TigerFault } | null {
  const [from, to] = [values[`${side}FROMHN`] ?? '', values[`${side}TOHN`] ?? ''];
  const postalCode = values[`ZIP${side}`] ?? '';
  if ((from === '' && to === '') || postalCode === '') return null;
  if (!/^\d{5}$/.test(postalCode)) return { fault: 'zip' };
  const [first, last] = [comparableNumber(from || to), comparableNumber(to || from)];
  if (first === null || last === null) return { fault: 'number' };
  const parity = PARITIES[values[`PARITY${side}`] ?? ''];
  if (parity === undefined) return { fault: 'parity' };
  const [low, high] = [Math.min(first, last), Math.max(first, last)];
  return { postalCode, street, low, high, parity, units: [] };
}
