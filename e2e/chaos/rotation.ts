import { type Program, pause } from '../programs.ts';
import { alarmRows } from './alarm-rows.ts';
import { Company } from './company.ts';
import { KNOWN_WITHIN_MS } from './grants.ts';
import type { Verdict } from './report.ts';
import { type Act, play, type Stage } from './stage.ts';
import { until } from './waiting.ts';
import type { Store } from './world.ts';

export interface RotationOrder {
  readonly store: Store;
  readonly seed: number;
  /** Who is to notice: the same hub, started again, or another process on the same server. */
  readonly noticedBy: 'itself' | 'another';
}

const REFRESH = '/security/v1/oauth/refresh';
/** As a hub in use is set; the others here look every second. */
const USUAL_PACE = { LADING_HUB_READ_SECONDS: '60' };

/**
 * `kill -9` exactly between the carrier's new tokens and their storing: the grant is spent, and nobody was told. It must
 * be known within a minute, by one letter, and lose nothing once it is authorized again.
 */
export function rotationTest({ store, seed, noticedBy }: RotationOrder): Promise<Verdict> {
  return play({
    ...{ name: `killed between rotation and storing, noticed by ${noticedBy}`, store, seed, shipments: 150 },
    act: async (stage) => {
      const other = noticedBy === 'another' ? await startAsleep(stage) : null;
      await killAfterRotation(stage);
      const witness = other ?? (await stage.rig.startOther(USUAL_PACE));
      // A machine that has more to do starts a program more slowly; what counts is the hub's own minute.
      const start = Date.now();
      if (other) process.kill(other.pid, 'SIGCONT');
      const company = new Company(witness.url);
      await until('A hub that answers', KNOWN_WITHIN_MS, () => signIn(company));
      const isKnown = async () =>
        (await company.integration(stage.integrationId)).status === 'reauthorization-required';
      await until('Reauthorization required', KNOWN_WITHIN_MS, isKnown);
      const knownMs = Date.now() - start;
      await until('The letter', KNOWN_WITHIN_MS, () => told(stage) > 0);
      const toldMs = Date.now() - start;
      await stage.rig.deliver(stage.open, 3);
      await witness.stop();
      await stage.rig.startHub();
      await stage.company.authorize(stage.integrationId);
      const what = `known after ${secondsOf(knownMs)}, told after ${secondsOf(toldMs)}`;
      return { isPassed: toldMs < KNOWN_WITHIN_MS, what };
    },
    after: isToldOnce,
  });
}

/** A second process on the same database that neither reads nor refreshes until it is woken. */
async function startAsleep({ rig }: Stage): Promise<Program> {
  const other = await rig.startOther(USUAL_PACE);
  process.kill(other.pid, 'SIGSTOP');
  return other;
}

/** The carrier has given new tokens and holds their answer back: that is the moment. */
async function killAfterRotation({ rig, open }: Stage): Promise<void> {
  await rig.control('POST', 'faults', { match: { path: REFRESH }, times: 1, delayMs: 300_000 });
  await rig.deliver(open, 3);
  await rig.control('POST', 'clock', { advance: 'PT5H' });
  await until('A refresh', 30_000, async () => {
    const { faults } = await rig.control<{ faults: readonly unknown[] }>('GET', 'faults');
    return faults.length === 0;
  });
  await pause(200);
  await rig.hub.kill();
}

async function signIn(company: Company): Promise<boolean> {
  try {
    await company.signIn();
    return true;
  } catch (error) {
    // Its connections to the database were held for as long as it slept.
    if (error instanceof Error && / answered 503/.test(error.message)) return false;
    throw error;
  }
}

function told({ rig }: Stage): number {
  return rig.letters.with('must be authorized again').length;
}

async function isToldOnce(stage: Stage): Promise<Act> {
  await stage.rig.hub.stop();
  const rows = (await alarmRows(stage.rig)).filter(({ kind }) => kind === 'reauthorization-required');
  return {
    isPassed: rows.length === 1 && told(stage) === 1,
    what: `${rows.length} alarm and ${told(stage)} letter`,
  };
}

function secondsOf(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
