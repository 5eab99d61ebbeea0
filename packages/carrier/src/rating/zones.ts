import { countryGroups } from './data/country-groups.ts';
import { remoteZips } from './data/remote-zips.ts';
import { isUnitedStates, type Lane, type LaneEnd, type Region, regionOf, regionsOf } from './lane.ts';
import { milesOf } from './positions.ts';
import { isDomesticAir, type RatedService } from './services.ts';
import { type ZoneCharts, zoneOnChart } from './zone-charts.ts';

/** Miles up to which a domestic lane stays in zone 2, 3 … 7; beyond is zone 8. */
const DOMESTIC_MILES = [150, 300, 600, 1000, 1400, 1800] as const;
/** Miles up to which a lane over the Canadian border stays in zone 51 … 55; beyond is zone 56. */
const CANADA_MILES = [300, 600, 1000, 1500, 2100] as const;
const FIRST_CANADA_ZONE = 51;
/** What a service adds to the ground zone; on every row of the charts with both. */
const ZONE_OFFSET: Readonly<Partial<Record<RatedService, number>>> = {
  ...{ '03': 0, '12': 300, '02': 200, '59': 240, '13': 130, '01': 100, '14': 100 },
};
const OVERSEAS_ZONE: Readonly<Record<Exclude<Region, 'contiguous' | 'canada' | 'abroad'>, number>> = {
  ...{ alaska: 44, hawaii: 44, 'puerto-rico': 45 },
};
const REMOTE_ZONE = 46;
/** Air zones of Alaska, Hawaii and Puerto Rico are 124, 224 … where ground says 44. */
const OVERSEAS_AIR_SHIFT = -20;
const NEAREST_ZONE = 2;

/**
 * The zone in which a service rates a lane, three digits, or null where it has none there. A loaded chart decides for
 * the origins it holds; everything else is the model of SOURCES.md.
 */
export function zoneOf(lane: Lane, service: RatedService, charts?: ZoneCharts): string | null {
  const charted = charts === undefined ? undefined : zoneOnChart(charts, lane, service);
  return charted === undefined ? modelZone(lane, service) : charted;
}

function modelZone(lane: Lane, service: RatedService): string | null {
  const { from, to } = regionsOf(lane);
  if (isUnitedStates(from) && isUnitedStates(to)) return written(unitedStatesZone(lane, from, to, service));
  if (from === 'canada' && to === 'canada') return written(domesticZone(lane, service));
  if (service === '11') return standardZone(lane);
  return worldwideZone(lane);
}

/**
 * Within the contiguous United States ground zone 2 to 8, null where a ZIP area is not in use. Agrees with the charts
 * of 2006 on 98.3 % of all pairs (`npm run fidelity`).
 */
function unitedStatesZone(lane: Lane, from: Region, to: Region, service: RatedService): number | null {
  if (from === 'contiguous' && to === 'contiguous') return domesticZone(lane, service);
  if (from === to) return withOffset(NEAREST_ZONE, service);
  return overseasZone(lane, from, to, service);
}

function overseasZone(lane: Lane, from: Region, to: Region, service: RatedService): number | null {
  const far = isOverseas(to) ? to : from;
  if (!isOverseas(far)) return null;
  const ground = [lane.from, lane.to].some(isRemote) ? REMOTE_ZONE : OVERSEAS_ZONE[far];
  const zone = withOffset(ground, service);
  return zone !== null && isDomesticAir(service) ? zone + OVERSEAS_AIR_SHIFT : zone;
}

function isOverseas(region: Region): region is keyof typeof OVERSEAS_ZONE {
  return region in OVERSEAS_ZONE;
}

/** Canada rates its own lanes in the bands of the contiguous United States. */
function domesticZone(lane: Lane, service: RatedService): number | null {
  const ground = bandOf(lane, DOMESTIC_MILES, NEAREST_ZONE);
  return ground === null ? null : withOffset(ground, service);
}

function standardZone(lane: Lane): string | null {
  return written(bandOf(lane, CANADA_MILES, FIRST_CANADA_ZONE));
}

/** The group of the country that is not the origin's home; between two countries abroad, the farther group. */
function worldwideZone({ from, to }: Lane): string | null {
  const groups = [from, to].map(groupOf).filter((group) => group !== null);
  return groups.length === 0 ? null : `90${Math.max(...groups)}`;
}

function groupOf(end: LaneEnd): number | null {
  if (isUnitedStates(regionOf(end))) return null;
  const group = countryGroups.findIndex((countries) => countries.includes(end.country));
  return group < 0 ? countryGroups.length : group + 1;
}

function bandOf(lane: Lane, bands: readonly number[], first: number): number | null {
  const miles = milesOf(lane);
  return miles === null ? null : first + bands.filter((limit) => miles > limit).length;
}

function withOffset(ground: number, service: RatedService): number | null {
  const offset = ZONE_OFFSET[service];
  return offset === undefined ? (service === '11' ? ground : null) : ground + offset;
}

/** Whether an end lies in Alaska or Hawaii beyond their main towns. */
export function isRemote(end: LaneEnd): boolean {
  const region = regionOf(end);
  if (region !== 'alaska' && region !== 'hawaii') return false;
  return !remoteZips.metropolitan[region].some((prefix) => end.postalCode.startsWith(prefix));
}

function written(zone: number | null): string | null {
  return zone === null ? null : String(zone).padStart(3, '0');
}
