import { type Program, pause } from '../programs.ts';
import { Company } from './company.ts';
import { between } from './random.ts';
import type { Verdict } from './report.ts';
import { play, type Stage } from './stage.ts';
import { until } from './waiting.ts';
import type { Store } from './world.ts';

export interface FenceOrder {
  readonly store: Extract<Store, { kind: 'postgres' }>;
  /** How often one of three hubs is stopped for longer than its lease lasts, beside the first time. */
  readonly stops: number;
  readonly seed: number;
}

/** Leases last 20 seconds. */
const PAST_LEASE_MS = [22_000, 30_000] as const;
const HELD_BACK_MS = 6_000;
/** What a hub says whose lease somebody else has taken meanwhile. */
const OUSTED = 'another reader took the subscription over';
const TALKATIVE = { LADING_HUB_LOG: 'info' };

/**
 * Three hubs on one database. One is stopped in the middle of an answer, for longer than its lease lasts, and goes on:
 * what it then wants to write must be refused, and what it was given must come back by date.
 */
export function fenceTest({ store, stops, seed }: FenceOrder): Promise<Verdict> {
  return play({
    ...{ name: 'three hubs', store, seed, shipments: 200, env: TALKATIVE },
    act: async (stage) => {
      const { rig } = stage;
      const second = await stopInTheMiddle(stage);
      const hubs = [rig.hub, second, await rig.startOther()];
      for (let stop = 0; stop < stops; stop += 1) await stopOne(stage, hubs);
      const ousted = hubs.map(({ output }) => output().split(OUSTED).length - 1);
      const what = `${stops + 1} stops past the lease, ${ousted.join(' + ')} readings refused afterwards`;
      return { isPassed: (ousted[0] ?? 0) > 0, what };
    },
  });
}

/** The first hub reads alone, and stands still while its answer is on the way. */
async function stopInTheMiddle(stage: Stage): Promise<Program> {
  const { rig, open, integrationId } = stage;
  await rig.deliver(open, 3);
  const times = 1;
  await rig.control('POST', 'faults', { match: { api: 'quantum-view' }, times, delayMs: HELD_BACK_MS });
  await rig.control('POST', 'clock', { advance: 'PT31M' });
  await until('A request', 30_000, async () => {
    const { faults } = await rig.control<{ faults: readonly unknown[] }>('GET', 'faults');
    return faults.length === 0;
  });
  process.kill(rig.hub.pid, 'SIGSTOP');
  const stoppedAt = await rig.worldNow();
  const second = await rig.startOther();
  const company = new Company(second.url);
  await company.signIn();
  await until('A reading by the second hub', 60_000, async () => {
    const { subscriptions } = await company.integration(integrationId);
    return subscriptions.every(({ lastWalkAt }) => lastWalkAt !== null && Date.parse(lastWalkAt) > stoppedAt);
  });
  process.kill(rig.hub.pid, 'SIGCONT');
  await until('The refusal', 60_000, () => rig.hub.output().includes(OUSTED));
  return second;
}

/** Any of the three, at any moment, while files go on coming. */
async function stopOne({ rig, open, random }: Stage, hubs: readonly Program[]): Promise<void> {
  const one = hubs[between(random, 0, hubs.length - 1)] ?? rig.hub;
  await rig.deliver(open, 2);
  const slow = { match: { api: 'quantum-view' }, times: 3, delayMs: between(random, 100, 3_000) };
  await rig.control('POST', 'faults', slow);
  await rig.control('POST', 'clock', { advance: 'PT31M' });
  await pause(between(random, 500, 4_000));
  process.kill(one.pid, 'SIGSTOP');
  try {
    await pause(between(random, ...PAST_LEASE_MS));
  } finally {
    process.kill(one.pid, 'SIGCONT');
  }
}
