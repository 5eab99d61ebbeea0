import type { Log } from '@lading/kit/log';

const FIRST_MS = 10 * 60_000;
const EVERY_MS = 6 * 3_600_000;

/**
 * Lets the store clear up and gather the planner's statistics, soon after the start and then a few times a day.
 * Ends with the function that it gives.
 */
export function startUpkeep(upkeep: () => Promise<void>, log: Log): () => void {
  const run = (): void => {
    upkeep().catch((err: unknown) => log.error({ err }, 'the upkeep of the store failed'));
  };
  const first = setTimeout(run, FIRST_MS).unref();
  const again = setInterval(run, EVERY_MS).unref();
  return () => {
    clearTimeout(first);
    clearInterval(again);
  };
}
