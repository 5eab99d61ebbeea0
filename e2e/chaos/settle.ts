import { pause } from '../programs.ts';
import { Company } from './company.ts';
import { compare, type Difference, isEqual } from './compare.ts';
import type { Known } from './known.ts';
import type { Truth } from './truth.ts';
import type { Rig } from './world.ts';

/** What is still missing after so many complete readings of every subscription is lost. */
const COMPLETE_READINGS = 3;
/** How long these may take, whatever else the machine has to do. */
const WITHIN_MS = 900_000;
/** So long one reading of everything may take before the clock is moved on once more. */
const READING_WITHIN_MS = 90_000;

export interface Settled {
  readonly truth: Truth;
  readonly difference: Difference;
  /** How often everything was read to its end before it was compared for the last time. */
  readonly readings: number;
  readonly tookMs: number;
}

/**
 * Lets the running hub come to rest by itself and compares. Only the clock of the world is moved on, because a
 * subscription that failed waits on that clock. New files are cut by that: what stood in one before must have been
 * read, what stands in one since may have been. A busy machine reads slowly, which loses nothing: what counts is how
 * often everything was read, not how long it took.
 */
export async function settle(rig: Rig, known: Known): Promise<Settled> {
  const company = new Company(rig.hub.url);
  await company.signIn();
  const start = Date.now();
  await cutFiles(rig);
  for (let readings = 0; ; ) {
    const truth = await known.readOn();
    await cutFiles(rig);
    if (await isRead(company, await rig.worldNow())) readings += 1;
    const tookMs = Date.now() - start;
    const isOver = readings >= COMPLETE_READINGS || tookMs > WITHIN_MS;
    const parcels = await company.parcels();
    const { doubled } = compare(await known.readOn(), parcels);
    const difference = { ...compare(truth, parcels), doubled };
    if (isEqual(difference) || isOver) return { truth, difference, readings, tookMs };
  }
}

/** Everything that has happened stands in a file then. */
function cutFiles(rig: Rig): Promise<unknown> {
  return rig.control('POST', 'clock', { advance: 'PT31M' });
}

/** Whether every subscription was read to its end after that moment, within as long as may be waited. */
async function isRead(company: Company, sinceMs: number): Promise<boolean> {
  const isSince = (at: string | null) => at !== null && Date.parse(at) >= sinceMs;
  for (const start = Date.now(); Date.now() - start < READING_WITHIN_MS; ) {
    const { integrations } = await company.integrations();
    const walks = integrations.flatMap(({ subscriptions }) => subscriptions.map((one) => one.lastWalkAt));
    if (walks.every(isSince)) return true;
    await pause(250);
  }
  return false;
}
