/** How near the models come to what is recorded of the carrier: `npm run fidelity`. Needs the recorded files. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  compareGroundZones,
  readChartTable,
  type ZoneAgreement,
} from '@lading/carrier/rating/chart-agreement';

const MODEL_EXACT = 0.975;
const MODEL_WITHIN_ONE = 0.999;
const shared = process.env.LADING_SHARED ?? resolve(import.meta.dirname, '../../shared');
const chartFile = resolve(shared, 'data/ups-2006/domestic-zones.tsv.gz');

interface Row {
  readonly what: string;
  readonly measured: string;
  readonly floor: string;
  readonly isReached: boolean;
}

function main(): void {
  if (!existsSync(chartFile)) {
    console.error(`The recorded zone charts are not there: ${chartFile}. Say where with LADING_SHARED.`);
    process.exitCode = 1;
    return;
  }
  const charts = readChartTable(gunzipSync(readFileSync(chartFile)).toString());
  const model = compareGroundZones(charts);
  const loaded = compareGroundZones(charts, charts);
  print([
    share('zones of the model, exact', model, model.exact, MODEL_EXACT),
    share('zones of the model, within one', model, model.withinOne, MODEL_WITHIN_ONE),
    share('zones of a loaded chart, exact', loaded, loaded.exact, 1),
  ]);
}

function share(what: string, { pairs }: ZoneAgreement, count: number, floor: number): Row {
  const measured = `${percent(count / pairs)} of ${pairs} pairs`;
  return { what, measured, floor: percent(floor), isReached: pairs > 0 && count / pairs >= floor };
}

function percent(value: number): string {
  return `${(value * 100).toFixed(2)} %`;
}

function print(rows: readonly Row[]): void {
  for (const { what, measured, floor, isReached } of rows)
    console.log(
      `${what.padEnd(34)} ${measured.padEnd(28)} floor ${floor.padEnd(9)} ${isReached ? 'ok' : 'BELOW'}`,
    );
  if (rows.some(({ isReached }) => !isReached)) process.exitCode = 1;
}

main();
