import { setImmediate as nextTurn } from 'node:timers/promises';
import { createDueHeap, type DueHeap } from './due-heap.ts';
import type { DueMoment } from './store.ts';

export interface DueWorkParts {
  /** Where the clock stands, work aside. */
  readonly clockNow: () => number;
  readonly handle: (moment: DueMoment) => void;
  readonly frozen: () => boolean;
  /** While the whole world is copied or replaced, nothing is worked on. */
  readonly paused: () => boolean;
  /** A fault in work that nobody waits for. */
  readonly onFault: (error: unknown) => void;
}

/** Works off due moments in order of time, in slices so that the program stays responsive. */
export interface DueWork {
  schedule(moment: DueMoment): void;
  /** Everything due until the clock's now. Rejects with the first fault after all work is done. */
  settle(): Promise<void>;
  /** The moment being worked on, or undefined. */
  readonly cursor: number | undefined;
  readonly pending: number;
  readonly nextAt: number | undefined;
  /** After the clock was moved: the next moment is nearer or farther now. */
  rearm(): void;
  refill(moments: Iterable<DueMoment>): void;
  /** Resolves when no work is going on. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const SLICE_MS = 50;
const LONGEST_TIMER_MS = 2_147_483_647;

/** Works on what is due for one slice; whether more was left. A fault in one moment holds up no other. */
function workSlice(
  heap: DueHeap,
  { clockNow, handle }: Pick<DueWorkParts, 'clockNow' | 'handle'>,
  faults: unknown[],
): boolean {
  const end = performance.now() + SLICE_MS;
  for (let next = heap.peek(); next && next.at <= clockNow(); next = heap.peek()) {
    if (performance.now() >= end) return true;
    heap.pop();
    try {
      handle(next);
    } catch (error) {
      faults.push(error);
    }
  }
  return false;
}

export function createDueWork(parts: DueWorkParts): DueWork {
  const heap = createDueHeap();
  let cursor: number | undefined;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const handle = (moment: DueMoment): void => {
    cursor = moment.at;
    parts.handle(moment);
  };
  const work = async (): Promise<void> => {
    const faults: unknown[] = [];
    while (!stopped && workSlice(heap, { ...parts, handle }, faults)) await nextTurn();
    cursor = undefined;
    if (faults.length > 0) throw faults[0];
  };
  const settle = (): Promise<void> => {
    if (running) return running;
    const next = heap.peek();
    if (!next || parts.paused() || next.at > parts.clockNow()) return Promise.resolve();
    running = work().finally(() => {
      running = undefined;
      arm();
    });
    return running;
  };
  const arm = (): void => {
    clearTimeout(timer);
    const next = heap.peek();
    if (stopped || running || !next || parts.frozen() || parts.paused()) return;
    const wait = Math.min(Math.max(next.at - parts.clockNow(), 0), LONGEST_TIMER_MS);
    timer = setTimeout(() => void settle().then(arm, parts.onFault), wait).unref();
  };
  return {
    schedule: (moment) => {
      heap.push(moment);
      if (heap.peek() === moment) arm();
    },
    settle,
    rearm: arm,
    get cursor() {
      return cursor;
    },
    get pending() {
      return heap.size;
    },
    get nextAt() {
      return heap.peek()?.at;
    },
    refill: (moments) => {
      heap.clear();
      for (const moment of moments) heap.push(moment);
      arm();
    },
    idle: async () => {
      await running?.catch(parts.onFault);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running?.catch(parts.onFault);
    },
  };
}
