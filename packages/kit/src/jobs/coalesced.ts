/**
 * Runs an action never twice at once. A call while it runs is answered by one further run, which begins after
 * the present one and serves everybody who called meanwhile.
 */
export function coalesced(action: () => Promise<void>): { run(): Promise<void>; settled(): Promise<void> } {
  let last: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;
  const begin = (): Promise<void> => {
    waiting = undefined;
    return action();
  };
  return {
    run: () => {
      waiting ??= last.then(begin, begin);
      last = waiting;
      return waiting;
    },
    settled: async () => {
      await Promise.allSettled([last]);
    },
  };
}
