import type { RatingTables } from '@lading/carrier/rating/rules';
import { isRatedService } from '@lading/carrier/rating/services';
import { unpackRates, unpackZoneChart } from '@lading/carrier/rating/table-text';
import { isRateChart, type LoadedRates } from '@lading/carrier/rating/tariff';
import type { ZoneCharts } from '@lading/carrier/rating/zone-charts';
import { onFirstUse, type Reference } from '../reference.ts';

/** Zone charts and rates that the user loaded; empty where there are none. No world changes them. */
export type RatingShelf = () => Promise<RatingTables>;

/** Charts stand under the three digits of their origin, rates under `<service>-<chart>`. */
export function createRatingShelf(reference: Reference): RatingShelf {
  return onFirstUse(async () => {
    const [zoneCharts, rates] = await Promise.all([loadCharts(reference), loadRates(reference)]);
    return { ...(zoneCharts.size === 0 ? {} : { zoneCharts }), rates };
  });
}

async function loadCharts(reference: Reference): Promise<ZoneCharts> {
  const origins = await reference.keys('zone-chart');
  const charts = origins.map(async (origin) => {
    return [origin, unpackZoneChart(await textOf(reference, 'zone-chart', origin))] as const;
  });
  return new Map(await Promise.all(charts));
}

async function loadRates(reference: Reference): Promise<readonly LoadedRates[]> {
  const keys = await reference.keys('rates');
  const tables = keys.map(async (key): Promise<LoadedRates[]> => {
    const service = key.slice(0, 2);
    const chart = key.slice(3);
    if (!isRatedService(service) || !isRateChart(chart)) return [];
    return [{ service, chart, rows: unpackRates(await textOf(reference, 'rates', key)) }];
  });
  return (await Promise.all(tables)).flat();
}

async function textOf(reference: Reference, kind: string, key: string): Promise<string> {
  const bytes = await reference.read(kind, key);
  return bytes === null ? '' : new TextDecoder().decode(bytes);
}
