import { Company, SEEDED } from './company.ts';
import { type Difference, describe, isEqual } from './compare.ts';
import { Known } from './known.ts';
import { createRandom } from './random.ts';
import type { Verdict } from './report.ts';
import { settle } from './settle.ts';
import type { Truth } from './truth.ts';
import { until } from './waiting.ts';
import { Rig, type Store } from './world.ts';

const DAY_MS = 86_400_000;

/** What is played in front of: a running hub whose company reads what is unread, and parcels on their way. */
export interface Stage {
  readonly rig: Rig;
  /** A play that lasts for days of the world lets it read on now and then. */
  readonly known: Known;
  readonly company: Company;
  readonly integrationId: string;
  /** Tracking numbers that have not arrived; whoever delivers one takes it out. */
  readonly open: string[];
  readonly random: () => number;
  /** Of the carrier user; a play may change it. */
  carrierPassword: string;
}

export interface Play {
  readonly name: string;
  readonly store: Store;
  readonly seed: number;
  readonly shipments: number;
  /** Settings of the hub beside the rig's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Says what was done and, with `isPassed`, whether it went as it must. */
  readonly act: (stage: Stage) => Promise<Act>;
  /** What must hold once the hub has come to rest; it may end the hub. */
  readonly after?: (stage: Stage) => Promise<Act>;
}

export interface Act {
  readonly isPassed: boolean;
  readonly what: string;
}

/** Plays it, lets the hub come to rest and compares: nothing lost, nothing doubled, and what the play itself demands. */
export async function play({ name, store, seed, shipments, env = {}, act, after }: Play): Promise<Verdict> {
  const startedMs = Date.now();
  const rig = await Rig.start(store, env);
  try {
    const known = new Known(rig, (await rig.worldNow()) - 2 * DAY_MS);
    const stage = await setUp(rig, known, { shipments, seed });
    const acts = [await act(stage)];
    const { truth, difference, readings, tookMs } = await settle(rig, known);
    if (!isEqual(difference)) await printStanding(stage);
    if (after) acts.push(await after(stage));
    const found = `${truth.files.size} files, ${truth.facts.size} facts, ${describe(difference)}`;
    const times = `after ${readings} complete readings in ${secondsOf(tookMs)}, ${secondsOf(Date.now() - startedMs)} in all`;
    return {
      name: `${name} on ${store.kind}`,
      isPassed: acts.every(({ isPassed }) => isPassed) && isWhole(truth, difference),
      what: [...acts.map(({ what }) => what), found, times].join(', '),
    };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${rig.lastWords()}`);
  } finally {
    await rig.close();
  }
}

async function setUp(
  rig: Rig,
  known: Known,
  { shipments, seed }: Pick<Play, 'shipments' | 'seed'>,
): Promise<Stage> {
  await rig.ship(shipments, seed);
  const hub = await rig.startHub();
  const company = new Company(hub.url);
  await company.signIn();
  const { integrationId } = await company.connect();
  const open: string[] = [];
  await until('Parcels', 30_000, async () => {
    open.splice(0, open.length, ...(await company.openNumbers()));
    return open.length > 50;
  });
  const random = createRandom(seed);
  return { rig, known, company, integrationId, open, random, carrierPassword: SEEDED.carrierPassword };
}

/** For whoever has to find out why something is missing. */
async function printStanding({ rig, company }: Stage): Promise<void> {
  const { integrations } = await company.integrations();
  console.log(JSON.stringify(integrations, null, 1));
  console.log(rig.lastWords());
}

function secondsOf(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}

/** A world in which nothing happened proves nothing. */
function isWhole(truth: Truth, difference: Difference): boolean {
  return isEqual(difference) && truth.files.size >= 20 && truth.facts.size > 100;
}
