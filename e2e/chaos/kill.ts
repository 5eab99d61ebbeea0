import { launch, pause, startProgram } from '../programs.ts';
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
/** How many die in service, not while they start, however long a start takes on this machine. */
const SERVING_SHARE = 0.7;

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

/**
 * One life of the hub: some new files, a start, and death on the way or after up to three seconds of service, in which
 * it reads what is new. Whether it came to serve.
 */
async function liveAndDie({ rig, random, open }: Stage): Promise<boolean> {
  await rig.deliver(open, DELIVERED_EACH);
  await rig.control('POST', 'clock', { advance: 'PT31M' });
  const serves = random() < SERVING_SHARE;
  const hub = serves ? await startProgram(rig.hubOrder()) : launch(rig.hubOrder());
  await pause(between(random, 0, 3_000));
  await hub.kill();
  return serves;
}
