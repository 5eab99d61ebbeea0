import { isZip3InUse } from './positions.ts';
import type { RatedService } from './services.ts';
import type { ZoneChartRow, ZoneCharts } from './zone-charts.ts';
import { zoneOf } from './zones.ts';

/** How far computed zones agree with charted ones, counted over pairs of three-digit ZIP areas. */
export interface ZoneAgreement {
  readonly pairs: number;
  readonly exact: number;
  readonly withinOne: number;
}

const GROUND: RatedService = '03';
const chartServices = ['03', '12', '02', '59', '13', '01'] as const;

/**
 * Reads charts that stand in one table: tab-separated, one heading line, then origin, first and last destination and
 * the zones of Ground, 3 Day Select, 2nd Day Air, 2nd Day Air A.M., Next Day Air Saver and Next Day Air. What is not
 * three digits or fewer is no zone.
 */
export function readChartTable(text: string): ZoneCharts {
  const charts = new Map<string, ZoneChartRow[]>();
  for (const line of text.trim().split('\n').slice(1)) {
    const [origin = '', low = '', high = '', ...zones] = line.split('\t');
    const rows = charts.get(origin) ?? [];
    charts.set(origin, rows);
    rows.push({ low, high, zones: zonesOf(zones) });
  }
  return charts;
}

/** The model (or, with `loaded`, what was loaded) against charts, over the contiguous United States and Ground zones 2 to 8. */
export function compareGroundZones(charted: ZoneCharts, loaded?: ZoneCharts): ZoneAgreement {
  const tally = { pairs: 0, exact: 0, withinOne: 0 };
  for (const { origin, destination, zone } of groundPairs(charted)) {
    const lane = { from: place(origin), to: place(destination) };
    const off = Math.abs(Number(zoneOf(lane, GROUND, loaded) ?? Number.NaN) - zone);
    tally.pairs += 1;
    if (off === 0) tally.exact += 1;
    if (off <= 1) tally.withinOne += 1;
  }
  return tally;
}

function* groundPairs(charts: ZoneCharts) {
  for (const [origin, rows] of charts) {
    if (!isZip3InUse(origin)) continue;
    for (const row of rows) {
      const zone = Number(row.zones[GROUND] ?? Number.NaN);
      if (!(zone >= 2 && zone <= 8)) continue;
      for (const destination of areasOf(row)) yield { origin, destination, zone };
    }
  }
}

function areasOf({ low, high }: ZoneChartRow): string[] {
  const count = Number(high) - Number(low) + 1;
  return Array.from({ length: count }, (_, index) => String(Number(low) + index).padStart(3, '0')).filter(
    isZip3InUse,
  );
}

function zonesOf(cells: readonly string[]): ZoneChartRow['zones'] {
  return Object.fromEntries(
    chartServices.map((service, column) => {
      const cell = cells[column] ?? '';
      return [service, /^\d{1,3}$/.test(cell) ? cell.padStart(3, '0') : null];
    }),
  );
}

function place(zip3: string) {
  return { country: 'US', state: '', postalCode: `${zip3}01` };
}
