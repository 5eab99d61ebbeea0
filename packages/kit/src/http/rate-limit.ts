import type { Clock } from '../clock.ts';

export type Taken =
  | { readonly allowed: true; readonly remaining: number }
  | { readonly allowed: false; readonly retryAfterMs: number };

export interface RateLimit {
  /** Counts one use of the key. */
  take(key: string): Taken;
  /** Forgets the key, for example after a right password. */
  forget(key: string): void;
}

interface Window {
  startedAt: number;
  used: number;
}

/** How many keys are held before the ended windows are thrown out. */
const SWEEP_AT = 10_000;

/** `limit` uses per key within a window that begins with its first use. In memory of this process. */
export function createRateLimit(options: { limit: number; windowMs: number; clock: Clock }): RateLimit {
  const { limit, windowMs, clock } = options;
  const windows = new Map<string, Window>();
  let sweepAt = SWEEP_AT;

  const sweep = (now: number) => {
    for (const [key, { startedAt }] of windows) if (now - startedAt >= windowMs) windows.delete(key);
    sweepAt = Math.max(SWEEP_AT, windows.size * 2);
  };

  return {
    take: (key) => {
      const now = clock.now();
      if (windows.size >= sweepAt) sweep(now);
      const known = windows.get(key);
      const window = known && now - known.startedAt < windowMs ? known : { startedAt: now, used: 0 };
      windows.set(key, window);
      if (window.used >= limit) return { allowed: false, retryAfterMs: window.startedAt + windowMs - now };
      window.used += 1;
      return { allowed: true, remaining: limit - window.used };
    },
    forget: (key) => {
      windows.delete(key);
    },
  };
}
