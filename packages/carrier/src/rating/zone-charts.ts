import type { Lane } from './lane.ts';
import { zip3Of } from './lane.ts';
import type { RatedService } from './services.ts';

/** One line of a zone chart: the destinations it covers and the zone of each service; null where none is offered. */
export interface ZoneChartRow {
  /** First and last three-digit ZIP area, both included. */
  readonly low: string;
  readonly high: string;
  readonly zones: Readonly<Partial<Record<RatedService, string | null>>>;
}

/** Charts that a user loaded, by the three-digit ZIP area of the origin; rows in order of `low`. */
export type ZoneCharts = ReadonlyMap<string, readonly ZoneChartRow[]>;

/** The charted zone, null where the chart says that the service does not go there, undefined where no chart speaks. */
export function zoneOnChart(
  charts: ZoneCharts,
  lane: Lane,
  service: RatedService,
): string | null | undefined {
  const rows = charts.get(zip3Of(lane.from));
  if (rows === undefined || lane.to.country !== 'US') return undefined;
  const destination = zip3Of(lane.to);
  const row = rows.find(({ low, high }) => low <= destination && destination <= high);
  return row?.zones[service === '14' ? '01' : service];
}
