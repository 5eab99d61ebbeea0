import { isRatedService, type RatedService } from './services.ts';
import type { LoadedRateRow } from './tariff.ts';
import type { ZoneChartRow } from './zone-charts.ts';

/** A chart as text, as a library of imported tables keeps it: per row `004 005 03=005 12=305 01=-`. */
export function packZoneChart(rows: readonly ZoneChartRow[]): string {
  return rows
    .map(({ low, high, zones }) => {
      const cells = Object.entries(zones).map(([service, zone]) => `${service}=${zone ?? '-'}`);
      return [low, high, ...cells].join(' ');
    })
    .join('\n');
}

/** Reads `packZoneChart`; cells of services that are not rated are passed over. */
export function unpackZoneChart(text: string): ZoneChartRow[] {
  return linesOf(text).map((line) => {
    const [low = '', high = '', ...cells] = line.split(' ');
    return { low, high, zones: Object.fromEntries(cells.flatMap(zoneCell)) };
  });
}

/** Rates as text: per weight `5 004=1533 005=1610`; 0 pounds is the letter, amounts in cents. */
export function packRates(rows: readonly LoadedRateRow[]): string {
  return rows
    .map(({ pounds, centsByZone }) =>
      [pounds, ...Object.entries(centsByZone).map(([zone, cents]) => `${zone}=${cents}`)].join(' '),
    )
    .join('\n');
}

/** Reads `packRates`. */
export function unpackRates(text: string): LoadedRateRow[] {
  return linesOf(text).map((line) => {
    const [pounds = '', ...cells] = line.split(' ');
    const prices = cells
      .map((cell) => cell.split('='))
      .map(([zone = '', cents]) => [zone, Number(cents)] as const);
    return { pounds: Number(pounds), centsByZone: Object.fromEntries(prices) };
  });
}

function zoneCell(cell: string): [RatedService, string | null][] {
  const [service = '', zone = '-'] = cell.split('=');
  return isRatedService(service) ? [[service, zone === '-' ? null : zone]] : [];
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
