import { pause } from '../programs.ts';
import { Company } from './company.ts';
import { describe, isEqual } from './compare.ts';
import { between, createRandom } from './random.ts';
import type { Verdict } from './report.ts';
import { settle } from './settle.ts';
import { Rig, type Store } from './world.ts';

export interface CutOrder {
  readonly store: Store;
  readonly places: number;
  readonly seed: number;
}

interface ListedFault {
  readonly left: number | null;
}

/** Answers that the carrier marked as read and that never arrived whole: what they held must come back. */
export async function cutTest({ store, places, seed }: CutOrder): Promise<Verdict> {
  const random = createRandom(seed);
  const rig = await Rig.start(store);
  try {
    const from = (await rig.worldNow()) - 2 * 86_400_000;
    const hub = await rig.startHub();
    const company = new Company(hub.url);
    await company.signIn();
    await rig.ship(250, seed);
    await company.connect();
    const open = await company.openNumbers();
    for (let place = 0; place < places; place += 1) await cutOnce(rig, random, open);
    const { faults } = await rig.control<{ faults: ListedFault[] }>('GET', 'faults');
    const { truth, difference } = await settle(rig, from);
    const isPassed = isEqual(difference) && faults.length === 0 && truth.facts.size > places;
    const what = `${places} cuts, ${truth.files.size} files, ${truth.facts.size} facts, ${describe(difference)}`;
    return { name: `cut-after-mark on ${store.kind}`, isPassed, what };
  } finally {
    await rig.close();
  }
}

/** New files, one answer that will be cut, and the wait until it was. */
async function cutOnce(rig: Rig, random: () => number, open: string[]): Promise<void> {
  await rig.deliver(open, 3);
  await rig.control('POST', 'faults', {
    match: { api: 'quantum-view' },
    times: 1,
    preset: 'cut-after-mark',
    truncateAtByte: between(random, 0, 4_000),
  });
  await rig.control('POST', 'clock', { advance: 'PT31M' });
  for (let wait = 0; wait < 200; wait += 1) {
    const { faults } = await rig.control<{ faults: ListedFault[] }>('GET', 'faults');
    if (faults.length === 0) return;
    await pause(50);
  }
}
