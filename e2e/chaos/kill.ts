import { launch, pause } from '../programs.ts';
import { between } from './random.ts';
import type { Verdict } from './report.ts';
import { play, type Stage } from './stage.ts';
import type { Store } from './world.ts';

export interface KillOrder {
  readonly store: Store;
  readonly kills: number;
  readonly seed: number;
}

/**
 * `kill -9` at random moments of a hub that reads a feed under traffic: while it starts, reads, writes, rests. Then it
 * is left alone, and everything that the carrier holds must stand in it once.
 */
export function killTest({ store, kills, seed }: KillOrder): Promise<Verdict> {
  return play({
    ...{ name: 'kill -9', store, seed, shipments: 150 },
    act: async (stage) => {
      await stage.rig.hub.kill();
      for (let kill = 1; kill < kills; kill += 1) await liveAndDie(stage);
      await stage.rig.startHub();
      return { isPassed: true, what: `${kills} kills` };
    },
  });
}

/** One life of the hub: some new files, a start, and death after 0.2 to 6 seconds of it. */
async function liveAndDie({ rig, random, open }: Stage): Promise<void> {
  await rig.deliver(open, 5);
  await rig.control('POST', 'clock', { advance: 'PT31M' });
  const hub = launch(rig.hubOrder());
  await pause(between(random, 200, 6_000));
  await hub.kill();
}
