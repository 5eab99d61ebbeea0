import {
  type StreetBank,
  type StreetSegment,
  type StreetsOfCode,
  unpackStreetRanges,
} from '@lading/carrier/address-street/ranges';
import { onFirstUse, type Reference } from '../reference.ts';

/** The imported streets, by the first three digits of the postal code: a country at once would fill the memory. */
export interface StreetShelf {
  /** Streets of these postal codes, ready to be asked; where nothing was imported, nobody asks which codes. */
  bankFor(postalCodes: () => readonly string[]): Promise<StreetBank>;
}

/** How many parts of the country are held at once. */
const MOST_HELD = 12;
const AREA = 3;

export function createStreetShelf(reference: Reference): StreetShelf {
  const keys = onFirstUse(() => reference.keys('streets'));
  const held = new Map<string, Promise<StreetsByCode>>();
  const areaOf = async (area: string): Promise<StreetsByCode> => {
    const loading = held.get(area) ?? loadArea(reference, await keys(), area);
    // Put last again: the first of the map is the one that was not used for longest.
    held.delete(area);
    held.set(area, loading);
    loading.catch(() => held.delete(area));
    for (const oldest of held.keys()) if (held.size > MOST_HELD) held.delete(oldest);
    return loading;
  };
  return {
    bankFor: async (postalCodes) => {
      if ((await keys()).length === 0) return () => null;
      const areas = [...new Set(postalCodes().map((code) => code.slice(0, AREA)))];
      const loaded = new Map(
        await Promise.all(areas.map(async (area) => [area, await areaOf(area)] as const)),
      );
      return (code) => loaded.get(code.slice(0, AREA))?.get(code) ?? null;
    },
  };
}

type StreetsByCode = ReadonlyMap<string, StreetsOfCode>;

/** Several files may hold streets of one code: of one street, all its stretches. */
async function loadArea(reference: Reference, keys: readonly string[], area: string): Promise<StreetsByCode> {
  const all = new Map<string, Map<string, readonly StreetSegment[]>>();
  for (const key of keys.filter((one) => one.startsWith(`${area}-`))) {
    const bytes = await reference.read('streets', key);
    if (bytes === null) continue;
    for (const [code, streets] of unpackStreetRanges(new TextDecoder().decode(bytes))) {
      const known = all.get(code) ?? new Map<string, readonly StreetSegment[]>();
      for (const [street, segments] of streets)
        known.set(street, [...(known.get(street) ?? []), ...segments]);
      all.set(code, known);
    }
  }
  return all;
}
