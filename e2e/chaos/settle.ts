import { pause } from '../programs.ts';
import { Company } from './company.ts';
import { compare, type Difference, isEqual } from './compare.ts';
import type { Known } from './known.ts';
import type { Truth } from './truth.ts';
import type { Rig } from './world.ts';

const WITHIN_MS = 180_000;
/** So long one reading of everything may take before the clock is moved on once more. */
const READING_WITHIN_MS = 45_000;

export interface Settled {
  readonly truth: Truth;
  readonly difference: Difference;
  readonly tookMs: number;
}

/**
 * Lets the running hub come to rest by itself and compares. Only the clock of the world is moved on, because a
 * subscription that failed waits on that clock; new files are cut by that too, so the hub is given time to read them.
 */
export async function settle(rig: Rig, known: Known): Promise<Settled> {
  const company = new Company(rig.hub.url);
  await company.signIn();
  const start = Date.now();
  for (;;) {
    await rig.control('POST', 'clock', { advance: 'PT31M' });
    await untilRead(company, await rig.worldNow());
    const truth = await known.readOn();
    const difference = compare(truth, await company.parcels());
    const tookMs = Date.now() - start;
    if (isEqual(difference) || tookMs > WITHIN_MS) return { truth, difference, tookMs };
  }
}

/** Until every subscription was read to its end after that moment, or as long as may be waited. */
async function untilRead(company: Company, sinceMs: number): Promise<void> {
  const isRead = (at: string | null) => at !== null && Date.parse(at) >= sinceMs;
  for (const start = Date.now(); Date.now() - start < READING_WITHIN_MS; ) {
    const { integrations } = await company.integrations();
    const walks = integrations.flatMap(({ subscriptions }) => subscriptions.map((one) => one.lastWalkAt));
    if (walks.every(isRead)) return;
    await pause(250);
  }
}
