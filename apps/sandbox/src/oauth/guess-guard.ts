import type { Clock } from '@lading/kit/clock';

interface Failures {
  count: number;
  lastAt: number;
}

/** Slows down guessing. Runs on the machine's clock: turning the world's clock must not help anybody to guess. */
export interface GuessGuard {
  /** Milliseconds until another attempt for this name is looked at; 0 when it may be. */
  waitMs(name: string): number;
  failed(name: string): void;
  succeeded(name: string): void;
}

export interface GuessGuardOptions {
  readonly clock: Clock;
  /** Attempts that cost nothing. */
  readonly freeAttempts: number;
  /** Names remembered at most; the ones that failed longest ago make room. */
  readonly capacity?: number;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 300_000;
const FORGIVEN_AFTER_MS = 900_000;

/** After the free attempts every failure doubles the wait: 1 s, 2 s, 4 s … at most 5 minutes. */
export function createGuessGuard({ clock, freeAttempts, capacity = 10_000 }: GuessGuardOptions): GuessGuard {
  const failures = new Map<string, Failures>();
  return {
    waitMs: (name) => {
      const known = failures.get(name);
      if (!known || known.count < freeAttempts) return 0;
      const wait = Math.min(FIRST_WAIT_MS * 2 ** (known.count - freeAttempts), LONGEST_WAIT_MS);
      return Math.max(known.lastAt + wait - clock.now(), 0);
    },
    failed: (name) => {
      const known = failures.get(name);
      const isRecent = known && clock.now() - known.lastAt < FORGIVEN_AFTER_MS;
      failures.delete(name);
      failures.set(name, { count: isRecent ? known.count + 1 : 1, lastAt: clock.now() });
      const oldest = failures.keys().next().value;
      if (failures.size > capacity && oldest !== undefined) failures.delete(oldest);
    },
    succeeded: (name) => {
      failures.delete(name);
    },
  };
}
