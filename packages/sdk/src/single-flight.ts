/** Lets callers who want the same thing at the same time share one call. */
export interface SingleFlight<Result> {
  run(key: string, call: () => Promise<Result>): Promise<Result>;
}

/** A fresh one; a call that has ended, well or badly, is forgotten at once. */
export function singleFlight<Result>(): SingleFlight<Result> {
  const inFlight = new Map<string, Promise<Result>>();
  return {
    run: (key, call) => {
      const running = inFlight.get(key);
      if (running !== undefined) return running;
      const started = call().finally(() => inFlight.delete(key));
      inFlight.set(key, started);
      return started;
    },
  };
}
