import { pause } from '../programs.ts';
import { between } from './random.ts';
import type { Verdict } from './report.ts';
import { play, type Stage } from './stage.ts';
import { until } from './waiting.ts';
import type { Store } from './world.ts';

export interface CutOrder {
  readonly store: Store;
  /** Answers of which nothing arrives, wherever in a reading they stand. */
  readonly places: number;
  /** Answers that end after so many bytes, each after another number of them. */
  readonly bytePositions: number;
  readonly seed: number;
}

interface Cut {
  /** Answers that pass before. */
  readonly after: number;
  readonly atByte: number;
}

/** About as long as an answer with a round's files is. */
const ANSWER_BYTES = 4_000;
/** One for each subscription that is read in a round, at most. */
const MOST_AT_ONCE = 3;
const SWITCH_EVERY = 20;
/** Of 150 shipments of one day; the others have arrived before anybody sees them. */
const ENOUGH = 50;
const REFILLED_WITHIN_MS = 120_000;
const READING_TAKES_MS = 1_000;

/**
 * Answers that the carrier marked as read and that never arrived whole: what they held must come back, also where the
 * company hands the feed back and takes it over in between.
 */
export function cutTest({ store, places, bytePositions, seed }: CutOrder): Promise<Verdict> {
  return play({
    ...{ name: 'cut-after-mark', store, seed, shipments: 250 },
    act: async (stage) => {
      const cuts = inAnyOrder(stage.random, [
        ...Array.from({ length: places }, () => ({ after: between(stage.random, 0, 5), atByte: 0 })),
        ...Array.from({ length: bytePositions }, (_, index) => ({
          after: 0,
          atByte: 1 + Math.floor((index * ANSWER_BYTES) / bytePositions),
        })),
      ]);
      let rounds = 0;
      for (; cuts.length > 0; rounds += 1) {
        await cutSome(stage, cuts.splice(0, between(stage.random, 1, MOST_AT_ONCE)));
        if (rounds % SWITCH_EVERY === SWITCH_EVERY - 1) await switchThereAndBack(stage);
      }
      const what = `${places} places and ${bytePositions} byte positions in ${rounds} rounds`;
      return { isPassed: true, what };
    },
  });
}

/** New files, answers that will be cut, and the wait until they were. */
async function cutSome(stage: Stage, cuts: readonly Cut[]): Promise<void> {
  const { rig, open } = stage;
  if (open.length < 20) await refill(stage);
  await rig.deliver(open, 2);
  for (const cut of cuts) await orderCut(stage, cut);
  for (let look = 0; ; look += 1) {
    if (look % 20 === 0) await readOn(stage);
    const { faults } = await rig.control<{ faults: readonly unknown[] }>('GET', 'faults');
    if (faults.length === 0) return;
    if (look > 600) throw new Error('An answer that was to be cut was never asked for.');
    await pause(50);
  }
}

async function orderCut({ rig }: Stage, { after, atByte }: Cut): Promise<void> {
  const match = { api: 'quantum-view' };
  if (after > 0) await rig.control('POST', 'faults', { match, times: after, delayMs: 0 });
  const order = { match, times: 1, preset: 'cut-after-mark', truncateAtByte: atByte };
  await rig.control('POST', 'faults', order);
}

/** New files are cut, and somebody presses *Read now*. */
async function readOn({ rig, company, integrationId }: Stage): Promise<void> {
  await rig.control('POST', 'clock', { advance: 'PT31M' });
  await company.readNow(integrationId);
}

async function switchThereAndBack(stage: Stage): Promise<void> {
  const { rig, company, integrationId, open } = stage;
  await company.switchTo('hand-back', integrationId);
  await rig.deliver(open, 2);
  await readOn(stage);
  await pause(500);
  await company.switchTo('take-over', integrationId);
}

/** A long test delivers everything, and lasts for days: new shipments come, and are read. */
async function refill(stage: Stage): Promise<void> {
  const { rig, known, company, open, random } = stage;
  await known.readOn();
  const before = new Set(await company.openNumbers());
  await rig.ship(150, between(random, 1, 1_000_000));
  await until('New parcels', REFILLED_WITHIN_MS, async () => {
    await readOn(stage);
    await pause(READING_TAKES_MS);
    const fresh = (await company.openNumbers()).filter((number) => !before.has(number));
    if (fresh.length < ENOUGH) return false;
    open.unshift(...fresh);
    return true;
  });
}

function inAnyOrder<Item>(random: () => number, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}
