import { pause } from '../programs.ts';
import { Company } from './company.ts';
import { compare, type Difference, isEqual } from './compare.ts';
import { readTruth, type Truth } from './truth.ts';
import type { Rig } from './world.ts';

const WITHIN_MS = 120_000;

export interface Settled {
  readonly truth: Truth;
  readonly difference: Difference;
  readonly tookMs: number;
}

/**
 * Lets the running hub come to rest by itself and compares. Only the clock of the world is moved on, because a
 * subscription that failed waits on that clock.
 */
export async function settle(rig: Rig, fromMs: number): Promise<Settled> {
  const company = new Company(rig.hub.url);
  await company.signIn();
  const start = Date.now();
  for (;;) {
    await rig.control('POST', 'clock', { advance: 'PT31M' });
    await pause(2_500);
    const truth = await readTruth(rig.sandbox.url, fromMs, await rig.worldNow());
    const difference = compare(truth, await company.parcels());
    const tookMs = Date.now() - start;
    if (isEqual(difference) || tookMs > WITHIN_MS) return { truth, difference, tookMs };
  }
}
