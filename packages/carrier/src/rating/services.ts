import { isServiceCode, type ServiceCode, serviceCodes } from '../network/services.ts';
import { europeanUnion, isWithinUnitedStates, type Lane, regionsOf } from './lane.ts';

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
export function servicesOf(lane: Lane): readonly RatedService[] {
  const { from, to } = regionsOf(lane);
  if (isWithinUnitedStates(lane)) return from === 'contiguous' && to === 'contiguous' ? DOMESTIC : OVERSEAS;
  if (from === 'canada' && to === 'canada') return CANADA;
  return isByRoad(lane) ? BY_ROAD : WORLDWIDE;
}

/** Standard runs over the Canadian border and within the European Union. */
function isByRoad(lane: Lane): boolean {
  const { from, to } = regionsOf(lane);
  const isNorthAmerican = [from, to].every((region) => region === 'contiguous' || region === 'canada');
  return isNorthAmerican || [lane.from, lane.to].every((end) => europeanUnion.has(end.country));
}
