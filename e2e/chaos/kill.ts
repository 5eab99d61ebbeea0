import { launch, pause, startProgram } from '../programs.ts';
import { eachIsTold } from './grants.ts';
import { between } from './random.ts';
import type { Verdict } from './report.ts';
import { play, type Stage } from './stage.ts';
import { until } from './waiting.ts';
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

/** A last life is left alone until it has read everything; a busy machine is given time for that. */
const READ_WITHIN_MS = 300_000;

/**
 * `kill -9` at random moments of a hub that reads a feed under traffic: while it starts, reads, writes, rests. Then it
 * is left alone, and everything that the carrier holds must stand in it once. A kill between the carrier's new tokens
 * and their storing ends the authorization: it is told each time, and somebody authorizes again, as the letter asks.
 */
export function killTest({ store, kills, seed }: KillOrder): Promise<Verdict> {
  let [inService, deaths] = [1, 0];
  return play({
    ...{ name: 'kill -9', store, seed, shipments: 100 + DELIVERED_EACH * kills },
    act: async (stage) => {
      await stage.rig.hub.kill();
      for (let kill = 1; kill < kills; kill += 1) {
        const life = await liveAndDie(stage);
        if (life.serves) inService += 1;
        if (life.isRevived) deaths += 1;
      }
      deaths += await liveOn(stage);
      const what = `${kills} kills, ${inService} of them in service, ${deaths} ended an authorization`;
      return { isPassed: true, what };
    },
    after: (stage) => eachIsTold(stage, deaths),
  });
}

/**
 * One life of the hub: some new files, a start, and death on the way or after up to three seconds of service, in which
 * it reads what is new. Whether it came to serve, and had to be authorized again.
 */
async function liveAndDie(stage: Stage): Promise<{ serves: boolean; isRevived: boolean }> {
  const { rig, random, open } = stage;
  await rig.deliver(open, DELIVERED_EACH);
  await rig.control('POST', 'clock', { advance: 'PT31M' });
  const serves = random() < SERVING_SHARE;
  const hub = serves ? await startProgram(rig.hubOrder()) : launch(rig.hubOrder());
  const isRevived = serves && (await revive(stage));
  await pause(between(random, 0, 3_000));
  await hub.kill();
  return { serves, isRevived };
}

/** The life that is left alone; how often it had to be authorized again. */
async function liveOn(stage: Stage): Promise<number> {
  const { rig, company, integrationId } = stage;
  await rig.control('POST', 'clock', { advance: 'PT31M' });
  const sinceMs = await rig.worldNow();
  await rig.startHub();
  let deaths = 0;
  await until('A reading of everything', READ_WITHIN_MS, async () => {
    if (await revive(stage)) deaths += 1;
    const { subscriptions } = await company.integration(integrationId);
    return subscriptions.every(({ lastWalkAt }) => lastWalkAt !== null && Date.parse(lastWalkAt) >= sinceMs);
  });
  return deaths;
}

/** Authorizes again where the authorization has ended, and says whether it had. */
async function revive({ company, integrationId }: Stage): Promise<boolean> {
  const { status } = await company.integration(integrationId);
  if (status !== 'reauthorization-required') return false;
  await company.authorize(integrationId);
  return true;
}
