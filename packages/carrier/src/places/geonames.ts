import { printedName } from './names.ts';
import type { PlaceRow } from './table.ts';

/** One line of a GeoNames postal file that was understood. */
export interface CountryRow {
  readonly country: string;
  readonly row: PlaceRow;
}

/** Why a line was not: the number of columns, or the first column that is wrong. */
export type GeonamesFault = 'columns' | 'country' | 'code' | 'place' | 'position';

const COLUMNS = 12;

/** Parts of the United States that GeoNames lists as countries; the column of the state holds a district there. */
const TERRITORIES = new Set(['PR', 'VI', 'GU', 'AS', 'MP', 'FM', 'MH', 'PW']);

/** The armed forces stand in the column of the place, `APO AE`, and that of the state is empty. */
const MILITARY = /^([AFD]PO) (A[AEP])$/;

/**
 * Reads one line of a postal-code file of GeoNames: 12 columns between tabs, no heading (country, code, place,
 * three levels of name and code, latitude, longitude, accuracy).
 */
export function readGeonamesLine(line: string): CountryRow | { readonly fault: GeonamesFault } {
  const cells = line.split('\t');
  if (cells.length !== COLUMNS) return { fault: 'columns' };
  const [country = '', code = '', place = '', , state = ''] = cells;
  const [latitude, longitude] = [readDegrees(cells[9], 90), readDegrees(cells[10], 180)];
  if (!/^[A-Z]{2}$/.test(country)) return { fault: 'country' };
  if (!/^[0-9A-Z][0-9A-Z -]{0,9}$/.test(code)) return { fault: 'code' };
  const [, military, forces] = MILITARY.exec(place) ?? [];
  const city = printedName(military ?? place);
  if (city === '') return { fault: 'place' };
  if (latitude === null || longitude === null) return { fault: 'position' };
  const own = TERRITORIES.has(country) ? country : (forces ?? state.toUpperCase());
  return { country, row: { code, city, state: own, latitude, longitude } };
}

function readDegrees(text: string | undefined, most: number): number | null {
  const value = Number(text);
  if (text === undefined || text.trim() === '' || !(Math.abs(value) <= most)) return null;
  return Math.round(value * 100) / 100;
}
