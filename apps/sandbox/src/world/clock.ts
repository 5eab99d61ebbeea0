import type { Clock } from '@lading/kit/clock';
import { Problem } from '@lading/kit/errors';
import type { ClockMoved, KernelState } from './kernel-store.ts';

/** The clock of a world. Its position is a fact like any other; moving it works off everything due on the way. */
export interface WorldClock extends Clock {
  readonly isFrozen: boolean;
  /** Moves on by so many milliseconds; a frozen clock stays frozen. */
  advance(ms: number): Promise<void>;
  /** Moves to an instant and runs on from there. The past is refused. */
  set(at: number): Promise<void>;
  /** Stops where it is. */
  freeze(): Promise<void>;
  /** Runs on from where it stood. */
  run(): Promise<void>;
}

export interface ClockParts {
  readonly real: Clock;
  readonly now: () => number;
  readonly state: () => Readonly<KernelState>;
  readonly record: (fact: ClockMoved) => void;
  /** Works off everything due until now. */
  readonly settle: () => Promise<void>;
}

export function createWorldClock({ real, now, state, record, settle }: ClockParts): WorldClock {
  const move = async (at: number, isFrozen: boolean): Promise<void> => {
    if (!Number.isFinite(at) || Math.abs(at) > LAST_INSTANT) throw outOfRange();
    if (at < now()) throw backward(at, now());
    record({ type: 'clock-moved', offsetMs: at - real.now(), frozenAt: isFrozen ? at : null });
    await settle();
  };
  return {
    now,
    get isFrozen() {
      return state().frozenAt !== null;
    },
    advance: (ms) => move(now() + ms, state().frozenAt !== null),
    set: (at) => move(at, false),
    freeze: () => move(now(), true),
    run: () => move(now(), false),
  };
}

/** What the state says the time is, due work aside. */
export function timeOf(state: Readonly<KernelState>, real: Clock): number {
  return state.frozenAt ?? real.now() + state.offsetMs;
}

/** The end of the year 9999: later instants have no ISO form of the usual length. */
const LAST_INSTANT = 253_402_300_799_999;

function backward(at: number, now: number): Problem {
  return new Problem({
    code: 'CLOCK_BACKWARD',
    status: 400,
    text: {
      en: 'The clock only runs forward: it is {now}, later than {asked}. Reset or restore the world to go back.',
      fr: 'L’horloge n’avance que vers l’avenir : il est {now}, après {asked}. Réinitialisez ou restaurez le monde pour revenir en arrière.',
    },
    params: { now: new Date(now).toISOString(), asked: new Date(at).toISOString() },
  });
}

function outOfRange(): Problem {
  return new Problem({
    code: 'INSTANT_OUT_OF_RANGE',
    status: 400,
    text: {
      en: 'The instant is outside of what the clock can show (until the end of the year 9999).',
      fr: 'L’instant dépasse ce que l’horloge peut montrer (jusqu’à la fin de l’an 9999).',
    },
  });
}
