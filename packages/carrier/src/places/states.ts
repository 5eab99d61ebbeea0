import { printedName } from './names.ts';

/** States, the district, territories and the armed forces by their two letters; the names as they are printed. */
export const states: Readonly<Record<string, string>> = Object.freeze({
  AL: 'ALABAMA',
  AK: 'ALASKA',
  AZ: 'ARIZONA',
  AR: 'ARKANSAS',
  CA: 'CALIFORNIA',
  CO: 'COLORADO',
  CT: 'CONNECTICUT',
  DE: 'DELAWARE',
  DC: 'DISTRICT OF COLUMBIA',
  FL: 'FLORIDA',
  GA: 'GEORGIA',
  HI: 'HAWAII',
  ID: 'IDAHO',
  IL: 'ILLINOIS',
  IN: 'INDIANA',
  IA: 'IOWA',
  KS: 'KANSAS',
  KY: 'KENTUCKY',
  LA: 'LOUISIANA',
  ME: 'MAINE',
  MD: 'MARYLAND',
  MA: 'MASSACHUSETTS',
  MI: 'MICHIGAN',
  MN: 'MINNESOTA',
  MS: 'MISSISSIPPI',
  MO: 'MISSOURI',
  MT: 'MONTANA',
  NE: 'NEBRASKA',
  NV: 'NEVADA',
  NH: 'NEW HAMPSHIRE',
  NJ: 'NEW JERSEY',
  NM: 'NEW MEXICO',
  NY: 'NEW YORK',
  NC: 'NORTH CAROLINA',
  ND: 'NORTH DAKOTA',
  OH: 'OHIO',
  OK: 'OKLAHOMA',
  OR: 'OREGON',
  PA: 'PENNSYLVANIA',
  RI: 'RHODE ISLAND',
  SC: 'SOUTH CAROLINA',
  SD: 'SOUTH DAKOTA',
  TN: 'TENNESSEE',
  TX: 'TEXAS',
  UT: 'UTAH',
  VT: 'VERMONT',
  VA: 'VIRGINIA',
  WA: 'WASHINGTON',
  WV: 'WEST VIRGINIA',
  WI: 'WISCONSIN',
  WY: 'WYOMING',
  AS: 'AMERICAN SAMOA',
  FM: 'FEDERATED STATES OF MICRONESIA',
  GU: 'GUAM',
  MH: 'MARSHALL ISLANDS',
  MP: 'NORTHERN MARIANA ISLANDS',
  PW: 'PALAU',
  PR: 'PUERTO RICO',
  VI: 'VIRGIN ISLANDS',
  AA: 'ARMED FORCES AMERICAS',
  AE: 'ARMED FORCES EUROPE',
  AP: 'ARMED FORCES PACIFIC',
});

/** Provinces and territories of Canada by their two letters. */
export const provinces: Readonly<Record<string, string>> = Object.freeze({
  AB: 'ALBERTA',
  BC: 'BRITISH COLUMBIA',
  MB: 'MANITOBA',
  NB: 'NEW BRUNSWICK',
  NL: 'NEWFOUNDLAND AND LABRADOR',
  NS: 'NOVA SCOTIA',
  NT: 'NORTHWEST TERRITORIES',
  NU: 'NUNAVUT',
  ON: 'ONTARIO',
  PE: 'PRINCE EDWARD ISLAND',
  QC: 'QUEBEC',
  SK: 'SASKATCHEWAN',
  YT: 'YUKON',
});

const stateCodes = codesByName(states);
const provinceCodes = new Map([
  ...codesByName(provinces),
  ...[
    ['COLOMBIE BRITANNIQUE', 'BC'],
    ['NOUVEAU BRUNSWICK', 'NB'],
    ['TERRE NEUVE ET LABRADOR', 'NL'],
    ['NOUVELLE ECOSSE', 'NS'],
    ['TERRITOIRES DU NORD OUEST', 'NT'],
    ['ILE DU PRINCE EDOUARD', 'PE'],
    ['PQ', 'QC'],
    ['NF', 'NL'],
  ].map(([name = '', code = '']) => [name, code] as const),
]);

/** Provinces by the first letter of a postal code (Canada Post); X serves two. */
const provincesByLetter: Readonly<Record<string, readonly string[]>> = {
  A: ['NL'],
  B: ['NS'],
  C: ['PE'],
  E: ['NB'],
  G: ['QC'],
  H: ['QC'],
  J: ['QC'],
  K: ['ON'],
  L: ['ON'],
  M: ['ON'],
  N: ['ON'],
  P: ['ON'],
  R: ['MB'],
  S: ['SK'],
  T: ['AB'],
  V: ['BC'],
  X: ['NT', 'NU'],
  Y: ['YT'],
};

/** Two letters for a state in letters or words, `ga`, `Georgia`; null where there is no such state. */
export function stateCode(text: string): string | null {
  return codeIn(states, stateCodes, text);
}

/** Two letters for a province in letters or in words of either language; null where there is none. */
export function provinceCode(text: string): string | null {
  return codeIn(provinces, provinceCodes, text);
}

/** Whether a Canadian postal code is delivered in a province; both well formed. */
export function isInProvince(postalCode: string, province: string): boolean {
  return (provincesByLetter[postalCode.charAt(0).toUpperCase()] ?? []).includes(province);
}

function codesByName(table: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(Object.entries(table).map(([code, name]) => [name, code]));
}

function codeIn(
  table: Readonly<Record<string, string>>,
  byName: ReadonlyMap<string, string>,
  text: string,
): string | null {
  const name = printedName(text);
  return Object.hasOwn(table, name) ? name : (byName.get(name) ?? null);
}
