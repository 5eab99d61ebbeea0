import { networkStore } from '@lading/sandbox/network/store';
import { startWorld, type WorldForTests } from '@lading/sandbox/testing';

const shipments = Number(process.argv[2]);

/** Parcels that ship over thirty days of which none has begun. */
async function fill(world: WorldForTests, count: number): Promise<number> {
  const [from, to] = ['2026-11-20T12:00:00Z', '2026-12-20T12:00:00Z'];
  await world.traffic({ shipments: count, from, to, seed: 'bench' });
  return world.world.state(networkStore).parcels.length;
}

function usedBytes(): number {
  if (!globalThis.gc) throw new Error('run with --expose-gc');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

// Code and the shared tables are there before it counts.
const first = await startWorld();
await fill(first, 5_000);
await first.close();
const world = await startWorld();
const before = usedBytes();
const parcels = await fill(world, shipments);
const bytes = usedBytes() - before;
await world.close();
process.stdout.write(JSON.stringify({ parcels, bytes }));
