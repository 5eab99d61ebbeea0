import { perObject } from '../memo.ts';

/** Where a shipment starts or ends, as far as zones, days and surcharges need it. */
export interface LaneEnd {
  /** Two letters; Puerto Rico is `PR` or, written like a state of the United States, `US` with state `PR`. */
  readonly country: string;
  /** Two letters where the country has states or provinces, otherwise empty. */
  readonly state: string;
  /** As given; read without blanks and dashes. Empty where the country has none. */
  readonly postalCode: string;
}

/** A way for goods: from one end to the other. */
export interface Lane {
  readonly from: LaneEnd;
  readonly to: LaneEnd;
}

/** What decides which zones and services apply to an end. */
export type Region = 'contiguous' | 'alaska' | 'hawaii' | 'puerto-rico' | 'canada' | 'abroad';

/** The first three digits of a ZIP code; empty where there are none. */
export function zip3Of(end: LaneEnd): string {
  return /^\d{3}/.exec(end.postalCode.trim())?.[0] ?? '';
}

/** The region of an end. The ZIP code decides over the state, as on the carrier's charts. */
export const regionOf: (end: LaneEnd) => Region = perObject((end) => {
  if (end.country === 'CA') return 'canada';
  if (end.country === 'PR') return 'puerto-rico';
  if (end.country !== 'US') return 'abroad';
  return regionOfZip3(zip3Of(end)) ?? regionOfState(end.state);
});

/** Whether both ends are served by the domestic services of the United States. */
export function isUnitedStates(region: Region): boolean {
  return region !== 'canada' && region !== 'abroad';
}

/** Whether goods on the lane pass customs. */
export function crossesBorder({ from, to }: Lane): boolean {
  return customsArea(from) !== customsArea(to);
}

/** The currency in which the origin's tariff is stated, ISO 4217. */
export function currencyOf(from: LaneEnd): string {
  return from.country === 'CA' ? 'CAD' : 'USD';
}

function regionOfZip3(zip3: string): Region | undefined {
  if (zip3 === '') return undefined;
  const number = Number(zip3);
  if (number >= 995) return 'alaska';
  if (number === 967 || number === 968) return 'hawaii';
  if (number >= 6 && number <= 9 && number !== 8) return 'puerto-rico';
  return 'contiguous';
}

function regionOfState(state: string): Region {
  const regions: Readonly<Record<string, Region>> = { AK: 'alaska', HI: 'hawaii', PR: 'puerto-rico' };
  return regions[state] ?? 'contiguous';
}

function customsArea(end: LaneEnd): string {
  const region = regionOf(end);
  if (isUnitedStates(region)) return 'US';
  return europeanUnion.has(end.country) ? 'EU' : end.country;
}

/** Members of the customs union of the European Union, ISO 3166-1. */
export const europeanUnion: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MC MT NL PL PT RO SE SI SK'.split(' '),
);
