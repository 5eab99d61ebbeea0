import { rememberingLast } from '../memo.ts';

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
export function zip3Of({ postalCode }: LaneEnd): string {
  const start = postalCode.trim().slice(0, 3);
  return /^\d{3}$/.test(start) ? start : '';
}

/** The region of an end. The ZIP code decides over the state, as on the carrier's charts. */
export function regionOf(end: LaneEnd): Region {
  if (end.country === 'CA') return 'canada';
  if (end.country === 'PR') return 'puerto-rico';
  if (end.country !== 'US') return 'abroad';
  const zip3 = zip3Of(end);
  return zip3 === '' ? regionOfState(end.state) : (regionOfZip3.get(zip3) ?? 'contiguous');
}

/** The regions of both ends. */
export const regionsOf: (lane: Lane) => { readonly from: Region; readonly to: Region } = rememberingLast(
  ({ from, to }) => ({ from: regionOf(from), to: regionOf(to) }),
);

/** Whether goods stay within the United States, their overseas parts included. */
export function isWithinUnitedStates(lane: Lane): boolean {
  const { from, to } = regionsOf(lane);
  return isUnitedStates(from) && isUnitedStates(to);
}

/** Whether both ends are served by the domestic services of the United States. */
export function isUnitedStates(region: Region): boolean {
  return region !== 'canada' && region !== 'abroad';
}

/** Whether goods on the lane pass customs. */
export function crossesBorder(lane: Lane): boolean {
  const { from, to } = regionsOf(lane);
  return customsArea(lane.from, from) !== customsArea(lane.to, to);
}

/** The currency in which the origin's tariff is stated, ISO 4217. */
export function currencyOf(from: LaneEnd): string {
  return from.country === 'CA' ? 'CAD' : 'USD';
}

/** Three-digit ZIP areas outside of the contiguous United States. */
const regionOfZip3: ReadonlyMap<string, Region> = new Map([
  ...['995', '996', '997', '998', '999'].map((zip3) => [zip3, 'alaska'] as const),
  ...['967', '968'].map((zip3) => [zip3, 'hawaii'] as const),
  ...['006', '007', '009'].map((zip3) => [zip3, 'puerto-rico'] as const),
]);

const regionOfStates: Readonly<Record<string, Region>> = { AK: 'alaska', HI: 'hawaii', PR: 'puerto-rico' };

function regionOfState(state: string): Region {
  return regionOfStates[state] ?? 'contiguous';
}

function customsArea(end: LaneEnd, region: Region): string {
  if (isUnitedStates(region)) return 'US';
  return europeanUnion.has(end.country) ? 'EU' : end.country;
}

/** Members of the customs union of the European Union, ISO 3166-1. */
export const europeanUnion: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MC MT NL PL PT RO SE SI SK'.split(' '),
);
