import { printedName } from '../places/names.ts';
import { hashOf } from './extension.ts';
import { houseNumber, type Street, streetName } from './street.ts';

export type Classification = 'unclassified' | 'commercial' | 'residential';

const BUSINESS_UNITS = new Set([
  'STE',
  'FL',
  'DEPT',
  'OFC',
  'BUREAU',
  'HNGR',
  'PIER',
  'SLIP',
  'STOP',
  'ETAGE',
]);
const HOME_UNITS = new Set(['APT', 'APP', 'LOT', 'TRLR', 'PH', 'BSMT', 'UPPR', 'LOWR']);

/** Words by which companies are called, in English and French. */
const COMPANY =
  /\b(INC|LLC|LLP|LTD|LTEE|ENR|CORP|CO|COMPANY|CIE|STORES?|SHOP|MARKET|HOTEL|MOTEL|INN|BANK|BANQUE|CENT(?:ER|RE)S?|RESTAURANT|CAFE|MEDICAL|CLINI(?:C|QUE)|HOSPITAL|HOPITAL|UNIVERSITY|UNIVERSITE|COLLEGE|SCHOOL|ECOLE|INDUSTR(?:Y|IES|IE)|SERVICES?|GROUPE?|WAREHOUSE|ENTREPOT|ASSOCIATES|PARTNERS|FOUNDATION|MUSEUM|LIBRARY|DEPT|OFFICE)\b/;
const BUSINESS_STREET =
  /\b(INDUSTRIAL|INDUSTRIEL|COMMERCE|CORPORATE|BUSINESS|TECHNOLOGY|AIRPORT|AEROPORT|HARBOR|WAREHOUSE)\b/;

/** How many of a hundred houses are homes, by the kind of street. */
const HOMES_BY_SUFFIX: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['CT', 'CIR', 'LN', 'DR', 'TER', 'TRL', 'CV', 'PL', 'CRES'].map((one) => [one, 94])),
  ...Object.fromEntries(['BLVD', 'PKWY', 'HWY', 'PLZ', 'SQ', 'EXPY', 'FWY', 'BOUL'].map((one) => [one, 40])),
};
const HOMES_OTHERWISE = 78;

/**
 * Whether parcels go to a home or to a business: by the unit, the company's name, the name of the street, and where
 * all of that is silent by lot, weighted by the kind of street and always the same for one house. No public table
 * says which it really is: the whole rule is ours. Boxes and routes are neither.
 */
export function classify(street: Street, consignee: string, postalCode: string): Classification {
  if (street.kind !== 'street') return 'unclassified';
  const designators = street.units.map(({ designator }) => designator);
  if (designators.some((one) => HOME_UNITS.has(one))) return 'residential';
  if (designators.some((one) => BUSINESS_UNITS.has(one))) return 'commercial';
  const words = printedName([consignee, ...street.others].join(' '));
  if (COMPANY.test(words) || BUSINESS_STREET.test(street.name)) return 'commercial';
  const homes = HOMES_BY_SUFFIX[street.suffix || street.type] ?? HOMES_OTHERWISE;
  const lot = hashOf(`${postalCode}/${streetName(street)}/${houseNumber(street) ?? 0}`) % 100;
  return lot < homes ? 'residential' : 'commercial';
}
