import { launch, pause } from '../programs.ts';
import { Company } from './company.ts';
import { describe, isEqual } from './compare.ts';
import { between, createRandom } from './random.ts';
import type { Verdict } from './report.ts';
import { settle } from './settle.ts';
import { Rig, type Store } from './world.ts';

export interface KillOrder {
  readonly store: Store;
  readonly kills: number;
  readonly seed: number;
}

/**
 * `kill -9` at random moments of a hub that reads a feed under traffic: while it starts, reads, writes, rests. Then it
 * is left alone, and everything that the carrier holds must stand in it once.
 */
export async function killTest({ store, kills, seed }: KillOrder): Promise<Verdict> {
  const random = createRandom(seed);
  const rig = await Rig.start(store);
  try {
    const from = (await rig.worldNow()) - 2 * 86_400_000;
    await rig.ship(150, seed);
    const hub = await rig.startHub();
    const company = new Company(hub.url);
    await company.signIn();
    await company.connect();
    const open = await company.openNumbers();
    await hub.kill();
    for (let kill = 1; kill < kills; kill += 1) await liveAndDie(rig, random, open);
    await rig.startHub();
    const { truth, difference, tookMs } = await settle(rig, from);
    const isPassed = isEqual(difference) && truth.files.size >= 20;
    const what = `${kills} kills, ${truth.files.size} files, ${truth.facts.size} facts, ${describe(difference)}, at rest after ${Math.round(tookMs / 1000)} s`;
    return { name: `kill -9 on ${store.kind}`, isPassed, what };
  } finally {
    await rig.close();
  }
}

/** One life of the hub: some new files, a start, and death after 0.2 to 6 seconds of it. */
async function liveAndDie(rig: Rig, random: () => number, open: string[]): Promise<void> {
  await rig.deliver(open, 5);
  await rig.control('POST', 'clock', { advance: 'PT31M' });
  const hub = launch(rig.hubOrder());
  await pause(between(random, 200, 6_000));
  await hub.kill();
}
