import { isServiceCode, type ServiceCode, serviceCodes } from '../network/services.ts';
import { europeanUnion, isUnitedStates, type Lane, type LaneEnd, type Region, regionOf } from './lane.ts';

/** A service that is rated and timed: two digits, those of the network. */
export type RatedService = ServiceCode;

/** All of them, in the order in which an answer lists them: the quickest first within a kind. */
export const ratedServices: readonly RatedService[] = [
  ...(['14', '01', '13', '59', '02', '12', '03'] as const),
  ...(['54', '07', '65', '08', '11'] as const),
];

export function isRatedService(text: string): text is RatedService {
  return isServiceCode(text) && serviceCodes.includes(text);
}

/** Whether a plane carries it at home: its zones, fuel and residential surcharge are those of the air services. */
export function isDomesticAir(service: RatedService): boolean {
  return ['01', '02', '13', '14', '59'].includes(service);
}

const DOMESTIC = listed('14', '01', '13', '59', '02', '12', '03');
/** By air, and on ships that connect with Ground. */
const OVERSEAS = listed('14', '01', '02', '03');
const CANADA = listed('14', '01', '13', '02', '11');
const WORLDWIDE = listed('54', '07', '65', '08');
const BY_ROAD = listed(...WORLDWIDE, '11');

function listed(...offered: readonly RatedService[]): readonly RatedService[] {
  return ratedServices.filter((service) => offered.includes(service));
}

/** The services between two ends, in the order of `ratedServices`; none where the network does not go. */
export function servicesOf({ from, to }: Lane): readonly RatedService[] {
  const [start, end] = [regionOf(from), regionOf(to)];
  if (isUnitedStates(start) && isUnitedStates(end)) return offeredInUnitedStates(start, end);
  if (start === 'canada' && end === 'canada') return CANADA;
  return isByRoad(from, to) ? BY_ROAD : WORLDWIDE;
}

function offeredInUnitedStates(start: Region, end: Region): readonly RatedService[] {
  return start === 'contiguous' && end === 'contiguous' ? DOMESTIC : OVERSEAS;
}

/** Standard runs over the Canadian border and within the European Union. */
function isByRoad(from: LaneEnd, to: LaneEnd): boolean {
  const ends = [from, to];
  const isNorthAmerican = ends.every((end) => ['contiguous', 'canada'].includes(regionOf(end)));
  return isNorthAmerican || ends.every((end) => europeanUnion.has(end.country));
}
