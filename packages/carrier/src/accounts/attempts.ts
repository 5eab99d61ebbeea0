/** Wrong attempts of one user at one account; instants in UTC milliseconds. */
export interface Attempts {
  readonly wrongAt: readonly number[];
  /** Null where it is open. */
  readonly lockedUntil: number | null;
}

export const noAttempts: Attempts = { wrongAt: [], lockedUntil: null };

const HOUR_MS = 3_600_000;
/** Three within an hour lock for a day: observed, see SOURCES.md. */
const MOST_WRONG = 3;
const LOCKED_MS = 24 * HOUR_MS;

export function isLocked({ lockedUntil }: Attempts, at: number): boolean {
  return lockedUntil !== null && at < lockedUntil;
}

/** How many wrong attempts are left before it is locked. */
export function attemptsLeft(attempts: Attempts, at: number): number {
  return isLocked(attempts, at) ? 0 : MOST_WRONG - recentOf(attempts, at).length;
}

/** After one more wrong attempt. One made while it is locked, right or wrong, locks it for another day. */
export function afterWrong(attempts: Attempts, at: number): Attempts {
  if (isLocked(attempts, at)) return { wrongAt: [], lockedUntil: at + LOCKED_MS };
  const wrongAt = [...recentOf(attempts, at), at];
  return wrongAt.length < MOST_WRONG
    ? { wrongAt, lockedUntil: null }
    : { wrongAt: [], lockedUntil: at + LOCKED_MS };
}

function recentOf({ wrongAt }: Attempts, at: number): readonly number[] {
  return wrongAt.filter((one) => at - one < HOUR_MS);
}
