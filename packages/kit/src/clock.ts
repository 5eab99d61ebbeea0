/** Where the time comes from. Milliseconds since 1970 in UTC; injected, never read from `Date.now` inside rules. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands until a test moves it. */
export function standingClock(startMs: number): Clock & { set(ms: number): void; advance(ms: number): void } {
  let at = startMs;
  return {
    now: () => at,
    set: (ms) => {
      at = ms;
    },
    advance: (ms) => {
      at += ms;
    },
  };
}
