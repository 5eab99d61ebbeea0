import { crossesBorder, europeanUnion, isUnitedStates, type Lane, type LaneEnd, regionOf } from './lane.ts';

/** Why the model has no price for a service that the carrier offers on a lane. */
export type WhyUnrated = 'agreement' | 'pallets' | 'access-points' | 'same-day' | 'few-lanes';

/**
 * `unknown`: no such code. `origin`: the service does not start there. `lane`: it starts there and does not go to this
 * destination. Else the carrier offers it on the lane, and the model has no tariff for it, for that reason.
 */
export type Unrated =
  | { readonly is: 'unknown' | 'origin' | 'lane' }
  | { readonly is: 'offered'; readonly why: WhyUnrated };

interface Offer {
  readonly codes: string;
  readonly from: (end: LaneEnd) => boolean;
  readonly goes: (lane: Lane) => boolean;
  readonly why: WhyUnrated;
}

const isDomestic = (lane: Lane) => !crossesBorder(lane);
const inUnitedStates = (end: LaneEnd) => isUnitedStates(regionOf(end));
const anywhere = () => true;
const within = (country: string) => (end: LaneEnd) => end.country === country;

/** Codes of the carrier's table that are not rated, by where they run: see SOURCES.md. */
const offers: readonly Offer[] = [
  { codes: '17 72', from: anywhere, goes: crossesBorder, why: 'agreement' },
  { codes: 'M5 M6', from: inUnitedStates, goes: crossesBorder, why: 'agreement' },
  { codes: '75 92 93 94 95 M2 M3 M4 M7', from: inUnitedStates, goes: isDomestic, why: 'agreement' },
  { codes: '71 96', from: anywhere, goes: crossesBorder, why: 'pallets' },
  {
    codes: '70',
    from: ({ country }) => country === 'CA' || country === 'MX' || europeanUnion.has(country),
    goes: ({ from, to }) =>
      from.country === to.country || [from, to].every((end) => europeanUnion.has(end.country)),
    why: 'access-points',
  },
  { codes: '74', from: within('DE'), goes: ({ to }) => to.country === 'DE', why: 'few-lanes' },
  { codes: '82 83 84 85 86', from: within('PL'), goes: ({ to }) => to.country === 'PL', why: 'same-day' },
  { codes: 'C6 C7 C8', from: inUnitedStates, goes: isDomestic, why: 'same-day' },
];

/** What there is to say of a service without a price. @param code as on the wire, of a service that is not rated. */
export function unratedOn(code: string, lane: Lane): Unrated {
  const offer = offers.find(({ codes }) => codes.split(' ').includes(code));
  if (offer === undefined) return { is: 'unknown' };
  if (!offer.from(lane.from)) return { is: 'origin' };
  return offer.goes(lane) ? { is: 'offered', why: offer.why } : { is: 'lane' };
}
