import { answers, launch, pause } from '../programs.ts';
import { between } from './random.ts';
import type { Verdict } from './report.ts';
import { play, type Stage } from './stage.ts';
import type { Store } from './world.ts';

export interface KillOrder {
  readonly store: Store;
  readonly kills: number;
  readonly seed: number;
}

/** Parcels that arrive in each life. */
const DELIVERED_EACH = 4;
/** What serves answers at once, also on a busy machine. */
const ANSWERS_WITHIN_MS = 300;

/**
 * `kill -9` at random moments of a hub that reads a feed under traffic: while it starts, reads, writes, rests. Then it
 * is left alone, and everything that the carrier holds must stand in it once.
 */
export function killTest({ store, kills, seed }: KillOrder): Promise<Verdict> {
  return play({
    ...{ name: 'kill -9', store, seed, shipments: 100 + DELIVERED_EACH * kills },
    act: async (stage) => {
      await stage.rig.hub.kill();
      let inService = 1;
      for (let kill = 1; kill < kills; kill += 1) if (await liveAndDie(stage)) inService += 1;
      await stage.rig.startHub();
      return { isPassed: true, what: `${kills} kills, ${inService} of them in service` };
    },
  });
}

/** One life of the hub: some new files, a start, and death after 0.2 to 6 seconds of it. Whether it had begun to serve. */
async function liveAndDie({ rig, random, open }: Stage): Promise<boolean> {
  await rig.deliver(open, DELIVERED_EACH);
  await rig.control('POST', 'clock', { advance: 'PT31M' });
  const hub = launch(rig.hubOrder());
  await pause(between(random, 200, 6_000));
  const isInService = await answers(`${hub.url}/health`, ANSWERS_WITHIN_MS);
  await hub.kill();
  return isInService;
}
