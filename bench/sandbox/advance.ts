import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scan } from '@lading/carrier/network/plan';
import { networkStore } from '@lading/sandbox/network/store';
import { planAt, trackingNumberAt } from '@lading/sandbox/network/views';
import { startWorld, type WorldForTests } from '@lading/sandbox/testing';
import { type BenchResult, median, medianRatio, type Pair, type Sample, sample } from '../measure.ts';

const FLOOR = 0.1;
const FROM = '2026-11-20T12:00:00Z';
const TO = '2026-12-20T12:00:00Z';
const LINES_A_WRITE = 500;

/**
 * Thirty days over a hundred thousand parcels that ship in their course, with every file of Quantum View, in a world
 * kept on disk; against a bare loop that writes one line of JSON for every scan that came to pass.
 */
export async function run({ isShort }: { isShort: boolean }): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lading-bench-advance-'));
  const world = await startWorld({ data: join(folder, 'world'), clock: FROM });
  try {
    await world.traffic({ shipments: isShort ? 800 : 82_000, from: FROM, to: TO, seed: 'bench' });
    await world.control('POST', 'snapshot', { name: 'start' });
    const records = [...scansUntil(world, Date.parse(TO))];
    const file = join(folder, 'plain.jsonl');
    const pair = await advanceInTurn(world, () => writePlain(file, records), isShort ? 2 : 5);
    const perSecond = (samples: readonly Sample[]) =>
      records.length / (median(samples.map(({ wallMs }) => wallMs)) / 1000);
    const parcels = world.world.state(networkStore).parcels.length;
    return [
      {
        name: `30 days over ${parcels.toLocaleString('en')} parcels`,
        unit: 'scans/s',
        value: perSecond(pair.measured),
        baseline: perSecond(pair.twin),
        ratio: medianRatio(pair),
        floor: FLOOR,
        cpuMs: median(pair.measured.map(({ cpuMs }) => cpuMs)),
        details: { scans: records.length, cpuRatio: medianRatio(pair, 'cpuMs'), rounds: pair.twin.length },
      },
    ];
  } finally {
    await world.close();
    await rm(folder, { recursive: true });
  }
}

interface PlainRecord extends Scan {
  readonly trackingNumber: string;
}

/** What comes to pass until an instant, parcel by parcel. */
function* scansUntil({ world }: WorldForTests, until: number): Iterable<PlainRecord> {
  const network = world.state(networkStore);
  for (let parcel = 0; parcel < network.parcels.length; parcel += 1) {
    const trackingNumber = trackingNumberAt(network, parcel);
    for (const scan of planAt(network, parcel)) if (scan.at <= until) yield { trackingNumber, ...scan };
  }
}

/** Each round begins at the same snapshot; the first, unmeasured one warms both sides up. */
async function advanceInTurn(world: WorldForTests, twin: () => Promise<void>, rounds: number): Promise<Pair> {
  const pair = { measured: [] as Sample[], twin: [] as Sample[] };
  for (let round = 0; round <= rounds; round += 1) {
    await world.control('POST', 'restore', { name: 'start' });
    const advanced = await sample(async () => {
      await world.clock.set(TO);
      await world.world.durable();
    });
    const written = await sample(twin);
    if (round === 0) continue;
    pair.measured.push(advanced);
    pair.twin.push(written);
  }
  return pair;
}

async function writePlain(path: string, records: readonly PlainRecord[]): Promise<void> {
  const file = await open(path, 'w');
  for (let from = 0; from < records.length; from += LINES_A_WRITE) {
    let text = '';
    for (const record of records.slice(from, from + LINES_A_WRITE)) text += `${JSON.stringify(record)}\n`;
    await file.appendFile(text);
  }
  await file.datasync();
  await file.close();
}
