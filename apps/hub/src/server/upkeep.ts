import type { Log } from '@lading/kit/log';

const FIRST_MS = 10 * 60_000;
const EVERY_MS = 6 * 3_600_000;

/** What is done in turn; a slice is finished once the signal says so. */
export type Upkeep = (signal: AbortSignal) => Promise<void>;

/**
 * Takes away what is past its days, lets the store clear up and gather the planner's statistics: soon after the
 * start and then a few times a day. Ends with the function that it gives.
 */
export function startUpkeep(upkeeps: readonly Upkeep[], log: Log): () => Promise<void> {
  const ending = new AbortController();
  let running = Promise.resolve();
  const runAll = async (): Promise<void> => {
    for (const upkeep of upkeeps) {
      if (ending.signal.aborted) return;
      await upkeep(ending.signal).catch((err: unknown) =>
        log.error({ err }, 'the upkeep of the store failed'),
      );
    }
  };
  const run = (): void => {
    running = running.then(runAll);
  };
  const first = setTimeout(run, FIRST_MS).unref();
  const again = setInterval(run, EVERY_MS).unref();
  return () => {
    clearTimeout(first);
    clearInterval(again);
    ending.abort();
    return running;
  };
}
