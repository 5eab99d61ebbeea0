/** Words that stand for one another in place names; the postal service writes either. */
const WORDS: Readonly<Record<string, string>> = {
  ST: 'SAINT',
  STE: 'SAINTE',
  FT: 'FORT',
  MT: 'MOUNT',
  MTN: 'MOUNTAIN',
  PT: 'POINT',
  N: 'NORTH',
  S: 'SOUTH',
  E: 'EAST',
  W: 'WEST',
  HTS: 'HEIGHTS',
  HGTS: 'HEIGHTS',
  SPGS: 'SPRINGS',
  SPG: 'SPRING',
  BCH: 'BEACH',
  LK: 'LAKE',
  LKS: 'LAKES',
  HBR: 'HARBOR',
  HARBOUR: 'HARBOR',
  JCT: 'JUNCTION',
  TWP: 'TOWNSHIP',
  VLG: 'VILLAGE',
  CTR: 'CENTER',
  CENTRE: 'CENTER',
  GRV: 'GROVE',
  PK: 'PARK',
  IS: 'ISLAND',
  CY: 'CITY',
  AFB: 'AIRFORCEBASE',
};

const PRINTED = /^[A-Z0-9]+( [A-Z0-9]+)*$/;

/** A name as it is printed: capitals, letters and digits only, single spaces. Diacritics fall off. */
export function printedName(name: string): string {
  const capitals = name.toUpperCase();
  if (PRINTED.test(capitals)) return capitals;
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/['’`.]/g, '')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}

/** Equal for spellings of one name: `St. Louis`, `SAINT LOUIS`; `De Forest`, `DEFOREST`. */
export function nameKey(name: string): string {
  return printedName(name)
    .split(' ')
    .map((word) => WORDS[word] ?? word)
    .join('');
}
