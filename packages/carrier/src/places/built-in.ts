import { createPlaces, type Places } from './places.ts';
import { type PlaceRow, unpackPlaces } from './table.ts';

/** An imported table of one country as the library keeps it; null where none was imported. */
export type ImportedPlaces = (country: string) => Promise<Uint8Array | null>;

/** Countries of GeoNames that are states in an address. */
const TERRITORIES = ['PR', 'VI', 'GU', 'AS', 'MP', 'FM', 'MH', 'PW'];

/**
 * The United States with its territories. An imported country replaces its part of the built-in table, and an
 * imported `US` everything but the territories.
 */
export async function loadUsPlaces(imported: ImportedPlaces): Promise<UsPlaces> {
  const { usRows } = await import('./data/us-rows.ts');
  const builtIn = unpackPlaces(usRows.trim());
  const mainland = await rowsOf(imported, 'US');
  const territories = await Promise.all(TERRITORIES.map((state) => rowsOf(imported, state)));
  const replaced = new Set(TERRITORIES.filter((_state, at) => territories[at] !== null));
  const isTerritory = (state: string): boolean => TERRITORIES.includes(state);
  const kept = builtIn.filter(({ state }) => (isTerritory(state) ? !replaced.has(state) : mainland === null));
  const rows = [...kept, ...(mainland ?? []), ...territories.flatMap((one) => one ?? [])];
  const source = mainland === null ? 'built-in' : 'imported';
  return Object.assign(createPlaces(rows), { source } as const);
}

export interface UsPlaces extends Places {
  /** Whose table the mainland is from. */
  readonly source: 'built-in' | 'imported';
}

async function rowsOf(imported: ImportedPlaces, country: string): Promise<PlaceRow[] | null> {
  const bytes = await imported(country);
  return bytes === null ? null : unpackPlaces(new TextDecoder().decode(bytes));
}
