import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileName } from '@lading/carrier/quantum-view/file-names';
import type { ParcelDetail } from '@lading/hub/api/parcels';
import { readHubConfig } from '@lading/hub/server/config';
import { READ_EVERY_MS } from '@lading/hub/server/ingestion/back-off';
import { readDue } from '@lading/hub/server/ingestion/tick';
import { type RunningHub, startHub } from '@lading/hub/server/start';
import { startWorld, type WorldForTests } from '@lading/sandbox/testing';
import { Company } from '../../e2e/chaos/company.ts';
import { freePort } from '../../e2e/programs.ts';
import { type BenchResult, quantile } from '../measure.ts';
import type { BenchOptions } from '../run.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A hub in use looks for what is due about once a minute. */
const LOOK_EVERY_MS = 60_000;
/**
 * The carrier cuts on the half hour and the hub reads every half hour: how they stand to each other is chance, and
 * stays. A reading in between, so often, moves it from 0 through 29 minutes.
 */
const SHIFT_EVERY_MINUTES = 67;

/** One event as it came: how long its file waited at the carrier, and what the hub then took for itself. */
interface Arrival {
  /** From the cut of the file to its receipt, by the world's clock. */
  readonly waitedMs: number;
  /** From the look at what is due to the answer that a screen reads, in real time, the carrier's answer included. */
  readonly ownMs: number;
}

/**
 * How old a file is when it stands on screen: a world of shipments goes on minute by minute, and the hub looks each
 * minute, as it does in use. What it waits is the world's time; what the hub needs is measured.
 */
export async function run({ isShort }: BenchOptions): Promise<BenchResult[]> {
  const size = isShort ? { hours: 4, shipments: 100 } : { hours: 34, shipments: 1_500 };
  const folder = await mkdtemp(join(tmpdir(), 'lading-freshness-'));
  const port = await freePort();
  const world = await startWorld();
  try {
    const redirectUri = `http://127.0.0.1:${port}/integrations/callback`;
    await world.command('register-redirect-uri', { clientId: world.clientId, redirectUri });
    await ship(world, size);
    const running = await startHub(configOf(folder, port, world), { clock: world.clock });
    try {
      return resultsOf(await watch(world, running, size.hours));
    } finally {
      await running.close();
    }
  } finally {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function ship(
  world: WorldForTests,
  { hours, shipments }: { hours: number; shipments: number },
): Promise<unknown> {
  const [from, to] = [-DAY_MS, hours * HOUR_MS].map((ms) => new Date(world.clock.now() + ms).toISOString());
  return world.traffic({ shipments, seed: 'freshness', ...(from && to ? { from, to } : {}) });
}

/** Its own looking is out of the way: here each minute of the world is looked at once. */
function configOf(folder: string, port: number, world: WorldForTests) {
  return readHubConfig({
    LADING_HUB_PORT: String(port),
    LADING_HUB_DATA: folder,
    LADING_HUB_DEMO: '1',
    LADING_HUB_CLOCK: 'sandbox',
    LADING_HUB_CARRIER: 'sandbox',
    LADING_HUB_CARRIER_URL: world.baseUrl,
    LADING_HUB_CARRIER_CLIENT_ID: world.clientId,
    LADING_HUB_CARRIER_CLIENT_SECRET: world.clientSecret,
    LADING_HUB_READ_SECONDS: '86400',
    LADING_HUB_LOG: 'error',
  });
}

async function watch(world: WorldForTests, { url, hub }: RunningHub, hours: number): Promise<Arrival[]> {
  const company = new Company(url);
  await company.signIn();
  const { integrationId } = await company.connect();
  const owner = hub.ids.uuid();
  const look = () => readDue(hub, owner, new AbortController().signal);
  await look();
  const beganAt = world.clock.now();
  const ownMs = new Map<number, number>();
  for (let minute = 0; minute < hours * 60; minute += 1) {
    await world.clock.advance(`PT${LOOK_EVERY_MS / 1000}S`);
    if (minute % SHIFT_EVERY_MINUTES === SHIFT_EVERY_MINUTES - 1) {
      await company.readNow(integrationId);
      await look();
      continue;
    }
    const start = performance.now();
    await look();
    await company.firstPage();
    ownMs.set(world.clock.now(), performance.now() - start);
  }
  return (await company.parcels()).flatMap((parcel) => arrivalsOf(parcel, beganAt, ownMs));
}

/** Each event by the file that brought it first. */
function arrivalsOf(parcel: ParcelDetail, beganAt: number, ownMs: ReadonlyMap<number, number>): Arrival[] {
  return parcel.events.flatMap(({ sources }) => {
    const [first] = sources
      .map(({ fileName, receivedAt }) => ({ fileName, at: Date.parse(receivedAt) }))
      .sort((one, other) => one.at - other.at);
    const cutAt = first && readFileName(first.fileName)?.at;
    const own = first && ownMs.get(first.at);
    // What was there before the watch began waited for nobody.
    if (first === undefined || cutAt === undefined || own === undefined || cutAt < beganAt) return [];
    return [{ waitedMs: first.at - cutAt, ownMs: own }];
  });
}

function resultsOf(arrivals: readonly Arrival[]): BenchResult[] {
  if (arrivals.length === 0) throw new Error('Nothing arrived: nothing was measured.');
  const whole = arrivals.map(({ waitedMs, ownMs }) => (waitedMs + ownMs) / 1000);
  const own = arrivals.map(({ ownMs }) => ownMs);
  const interval = READ_EVERY_MS / 1000;
  const p99 = quantile(whole, 0.99);
  return [
    {
      ...{ name: 'file cut → on screen, beside the polling interval', unit: 's p99', isCeiling: true },
      ...{ value: p99, baseline: interval, ratio: p99 / interval },
      details: { events: arrivals.length, ...quantilesOf(whole), lookEverySeconds: LOOK_EVERY_MS / 1000 },
    },
    {
      ...{ name: 'of which the hub itself (looking, reading, storing, answering)', unit: 'ms p99' },
      ...{ value: quantile(own, 0.99), isCeiling: true, details: quantilesOf(own) },
    },
  ];
}

function quantilesOf(values: readonly number[]) {
  const [p50, p90, p99] = [0.5, 0.9, 0.99].map((share) => quantile(values, share));
  return { p50, p90, p99, most: quantile(values, 1) };
}
