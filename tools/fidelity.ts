/** How near the models come to what is recorded of the carrier: `npm run fidelity`. Needs the recorded files. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  compareGroundZones,
  readChartTable,
  type ZoneAgreement,
} from '@lading/carrier/rating/chart-agreement';
import { dayOfText } from '@lading/carrier/rating/dated';
import { isRatedService, type RatedService } from '@lading/carrier/rating/services';
import { baseRate } from '@lading/carrier/rating/tariff';
import { type TransitQuestion, transits } from '@lading/carrier/time-in-transit/rules';

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
    counted('recorded base charges, exact', 'prices', pinned()),
    counted('recorded days and times, exact', 'services', timed()),
  ]);
}

interface Count {
  readonly all: number;
  readonly right: number;
}

/** Base charges at five pounds on the two lanes of January 2024. */
function pinned(): Count {
  const { sample_base_rates_2024: sample } = JSON.parse(readRecorded('surcharges.json'));
  const lanes: readonly (readonly [Record<string, unknown>, number])[] = [
    [sample, 4],
    [sample['lane2 (Jan 23 2024, rural dest)'], 3],
  ];
  const rates = lanes.flatMap(([lane, ground]) =>
    Object.entries(lane).flatMap(([service, dollars]) => {
      if (!isRatedService(service) || typeof dollars !== 'number') return [];
      return [Math.round(dollars * 100) === fivePounds(service, ground)];
    }),
  );
  return { all: rates.length, right: rates.filter(Boolean).length };
}

const zoneOffsets: Readonly<Record<string, number>> = {
  '01': 100,
  '02': 200,
  '12': 300,
  '13': 130,
  '14': 100,
};

function fivePounds(service: RatedService, ground: number): number | undefined {
  const zone = String((zoneOffsets[service] ?? 0) + ground).padStart(3, '0');
  const billed = { tenths: 50, unit: 'LBS' } as const;
  const day = dayOfText('2024-01-23');
  return baseRate({ service, zone, billed, isLetter: false, chart: 'daily', currency: 'USD', day })?.cents;
}

/** The lanes behind the recorded days, by the beginning of their name in the file. */
const recordedLanes: readonly (readonly [string, TransitQuestion])[] = [
  ['2018', lane('89431', '32821', '2018-06-18', {})],
  ['2015', lane('10017', '33615', '2015-02-02', { isHome: true })],
  ['2024', lane('27703', '32821', '2024-01-23', { isHome: true, deliveryArea: 'rural' })],
];

function lane(from: string, to: string, day: string, more: Partial<TransitQuestion>): TransitQuestion {
  const end = (postalCode: string) => ({ country: 'US', state: '', postalCode });
  const goods = { isHome: false, deliveryArea: null, isDocuments: false };
  return {
    lane: { from: end(from), to: end(to) },
    shipDay: dayOfText(day),
    shipSecond: 43_200,
    ...goods,
    ...more,
  };
}

interface RecordedTime {
  readonly ref: string;
  readonly service: string;
  readonly deliveryTime: string;
  readonly customerCenterCutoff: string | null;
  readonly businessDays: number;
}

function timed(): Count {
  const observed: readonly RecordedTime[] = JSON.parse(readRecorded('commit-times.json')).observed;
  return { all: observed.length, right: observed.filter(isReproduced).length };
}

function isReproduced(recorded: RecordedTime): boolean {
  const asked = recordedLanes.find(([ref]) => recorded.ref.startsWith(ref))?.[1];
  const found = asked && transits(asked).find(({ level }) => level === recorded.service);
  if (found === undefined) return false;
  const cutoff = recorded.customerCenterCutoff ?? clock(found.cutoffSecond);
  const isOnTime = recorded.deliveryTime.startsWith(clock(found.deliverySecond));
  return isOnTime && found.businessDays === recorded.businessDays && clock(found.cutoffSecond) === cutoff;
}

/** `10:30` */
function clock(second: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}`;
}

function readRecorded(name: string): string {
  return readFileSync(resolve(shared, 'reference/domain', name), 'utf8');
}

function counted(what: string, unit: string, { all, right }: Count): Row {
  return { what, measured: `${right} of ${all} ${unit}`, floor: 'all', isReached: all > 0 && right === all };
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
  const reached = rows.filter(({ isReached }) => isReached).length;
  console.log(`\n${reached} passed, ${rows.length - reached} failed`);
  if (reached < rows.length) process.exitCode = 1;
}

main();
