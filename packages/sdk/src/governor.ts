import { CarrierFault } from './errors.ts';

/** How fast and how wide calls go out. */
export interface GovernorOptions {
  /** Calls per second in the long run; absent means no limit, since the carrier publishes none. */
  readonly perSecond?: number;
  /** Calls that may go out at once after a pause. Default: those of one second. */
  readonly burst?: number;
  /** Calls on the way at the same time. Default 50. */
  readonly concurrent?: number;
  /** Milliseconds that never run backwards; for tests. */
  readonly now?: () => number;
  /** Calls `wake` once after so many milliseconds; for tests. */
  readonly wakeAfter?: (milliseconds: number, wake: () => void) => void;
}

/** What went through for one application. */
export interface GovernorCounters {
  /** Attempts that were let out. */
  readonly admitted: number;
  /** Of these, attempts that had to wait for their turn. */
  readonly delayed: number;
  /** Attempts that the carrier answered with 429. */
  readonly throttled: number;
  /** Attempts on the way now. */
  readonly active: number;
  /** Attempts waiting for their turn now. */
  readonly waiting: number;
}

/** Says that an attempt has ended. `pauseMs` keeps everybody back for so long: the carrier was asked too often. */
export type Leave = (pauseMs?: number) => void;

/**
 * Keeps the calls of an application below a limit, in order of arrival, whichever client makes them. Clients of one
 * program share the same governor unless they are given one of their own.
 */
export interface Governor {
  /**
   * Waits for a turn.
   *
   * @param line What shares a limit: the carrier's address and the client id.
   * @throws what the signal was aborted with; then nothing was sent.
   */
  enter(line: string, signal: AbortSignal): Promise<Leave>;
  counters(line: string): GovernorCounters;
}

interface Waiter {
  readonly go: (leave: Leave) => void;
}

/** One application's bucket and queue. */
interface Line {
  tokens: number;
  filledAt: number;
  pausedUntil: number;
  active: number;
  admitted: number;
  delayed: number;
  throttled: number;
  isWakeOrdered: boolean;
  readonly queue: Waiter[];
}

type Limits = Required<GovernorOptions>;

/** A governor of its own, with a line per application. */
export function createGovernor(options: GovernorOptions = {}): Governor {
  const limits = limitsOf(options);
  const lines = new Map<string, Line>();
  const lineOf = (name: string): Line => {
    const line = lines.get(name) ?? freshLine(limits);
    lines.set(name, line);
    return line;
  };
  return {
    enter: (name, signal) => enter(lineOf(name), signal, limits),
    counters: (name) => countersOf(lineOf(name)),
  };
}

function limitsOf(options: GovernorOptions): Limits {
  const { perSecond = Number.POSITIVE_INFINITY, concurrent = 50 } = options;
  const burst = options.burst ?? Math.max(1, perSecond);
  for (const [name, value] of Object.entries({ perSecond, burst, concurrent })) {
    if (!(value > 0)) throw new TypeError(`${name} must be more than 0, or no call ever goes out`);
  }
  const now = options.now ?? (() => performance.now());
  const wakeAfter = options.wakeAfter ?? ((milliseconds, wake) => void setTimeout(wake, milliseconds));
  return { perSecond, burst: Math.max(1, burst), concurrent: Math.max(1, concurrent), now, wakeAfter };
}

function freshLine({ burst, now }: Limits): Line {
  const counted = { active: 0, admitted: 0, delayed: 0, throttled: 0 };
  return { ...counted, tokens: burst, filledAt: now(), pausedUntil: 0, isWakeOrdered: false, queue: [] };
}

async function enter(line: Line, signal: AbortSignal, limits: Limits): Promise<Leave> {
  if (signal.aborted) throw signal.reason;
  if (line.queue.length === 0 && msUntilTurn(line, limits) === 0) return admit(line, limits);
  return new Promise<Leave>((resolve, reject) => {
    const giveUp = () => {
      line.queue.splice(line.queue.indexOf(waiter), 1);
      reject(signal.reason);
    };
    const waiter: Waiter = {
      go: (leave) => {
        signal.removeEventListener('abort', giveUp);
        line.delayed += 1;
        resolve(leave);
      },
    };
    line.queue.push(waiter);
    signal.addEventListener('abort', giveUp, { once: true });
    letOut(line, limits);
  });
}

/** 0: now. Infinite: when somebody leaves. */
function msUntilTurn(line: Line, { perSecond, burst, concurrent, now }: Limits): number {
  if (line.active >= concurrent) return Number.POSITIVE_INFINITY;
  const at = now();
  if (perSecond === Number.POSITIVE_INFINITY) return Math.max(0, line.pausedUntil - at);
  line.tokens = Math.min(burst, line.tokens + ((at - line.filledAt) * perSecond) / 1000);
  line.filledAt = at;
  const forToken = line.tokens >= 1 ? 0 : ((1 - line.tokens) * 1000) / perSecond;
  return Math.max(forToken, line.pausedUntil - at);
}

function admit(line: Line, limits: Limits): Leave {
  line.tokens -= 1;
  line.active += 1;
  line.admitted += 1;
  let hasLeft = false;
  return (pauseMs) => {
    if (hasLeft) return;
    hasLeft = true;
    line.active -= 1;
    if (pauseMs !== undefined) {
      line.throttled += 1;
      line.pausedUntil = Math.max(line.pausedUntil, limits.now() + pauseMs);
    }
    letOut(line, limits);
  };
}

/** Lets out whoever has a turn now, and comes back when the next one has. */
function letOut(line: Line, limits: Limits): void {
  for (;;) {
    const [first] = line.queue;
    if (first === undefined) return;
    const waitMs = msUntilTurn(line, limits);
    if (waitMs > 0) {
      comeBack(line, waitMs, limits);
      return;
    }
    line.queue.shift();
    first.go(admit(line, limits));
  }
}

/** Rounded up: a timer that wakes a moment early would find nothing to do and be ordered again. */
function comeBack(line: Line, waitMs: number, limits: Limits): void {
  if (line.isWakeOrdered || waitMs === Number.POSITIVE_INFINITY) return;
  line.isWakeOrdered = true;
  limits.wakeAfter(Math.ceil(waitMs), () => {
    line.isWakeOrdered = false;
    letOut(line, limits);
  });
}

function countersOf({ admitted, delayed, throttled, active, queue }: Line): GovernorCounters {
  return { admitted, delayed, throttled, active, waiting: queue.length };
}

/** How long to keep back where the carrier does not say, as it mostly does not. */
const UNTOLD_SECONDS = 1;

/** A pause for a fault that says the carrier was asked too often; `undefined` for every other. */
export function pauseFor(fault: unknown): number | undefined {
  if (!(fault instanceof CarrierFault) || fault.status !== 429) return undefined;
  return (fault.retryAfterSeconds ?? UNTOLD_SECONDS) * 1000;
}
