import { crossesBorder, isWithinUnitedStates, type Lane } from '../rating/lane.ts';
import type { RatedService } from '../rating/services.ts';

/** The two codes of a service: time in transit has its own, and more of them than rating. */
export interface ServiceLevel {
  readonly level: string;
  readonly service: RatedService;
}

const domestic: Readonly<Partial<Record<RatedService, string>>> = {
  ...{ '14': '1DM', '01': '1DA', '13': '1DP', '59': '2DM', '02': '2DA', '12': '3DS', '03': 'GND' },
};
const saturday: Readonly<Partial<Record<RatedService, string>>> = { '14': '1DMS', '01': '1DAS' };
const canadian: Readonly<Partial<Record<RatedService, string>>> = {
  ...{ '14': '23', '01': '24', '13': '20', '02': '19', '11': '25' },
};
const abroad: Readonly<Partial<Record<RatedService, string>>> = {
  ...{ '54': '21', '07': '01', '65': '28', '08': '05', '11': '03' },
};

/** The level of a service on a lane; null where it has none there. */
export function levelOf(lane: Lane, service: RatedService): string | null {
  return levelsOn(lane)[service] ?? null;
}

/** The level of the same service delivered on a Saturday, where that is a level of its own. */
export function saturdayLevelOf(lane: Lane, service: RatedService): string | null {
  return isWithinUnitedStates(lane) ? (saturday[service] ?? null) : null;
}

function levelsOn(lane: Lane): typeof domestic {
  if (isWithinUnitedStates(lane)) return domestic;
  return !crossesBorder(lane) && lane.from.country === 'CA' ? canadian : abroad;
}
