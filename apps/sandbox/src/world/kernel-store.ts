import { defineStore, type Fact } from './store.ts';

/** What a world knows about itself. */
export interface KernelState {
  /** Feeds every random stream; chosen at random where nobody gave one. */
  seed: string;
  /** Whether identifiers and secrets follow from the seed too. */
  isSeeded: boolean;
  createdAt: number;
  /** World time minus the machine's, while the clock runs. */
  offsetMs: number;
  /** The instant at which the clock stands; null while it runs. */
  frozenAt: number | null;
}

export interface WorldCreated extends Fact {
  readonly type: 'world-created';
  readonly seed: string;
  readonly isSeeded: boolean;
}

export interface ClockMoved extends Fact {
  readonly type: 'clock-moved';
  readonly offsetMs: number;
  readonly frozenAt: number | null;
}

export const kernelStore = defineStore<KernelState, WorldCreated | ClockMoved>({
  name: 'world',
  create: () => ({ seed: '', isSeeded: false, createdAt: 0, offsetMs: 0, frozenAt: null }),
  apply: {
    'world-created': (state, { seed, isSeeded }, at) => {
      Object.assign(state, { seed, isSeeded, createdAt: at });
    },
    'clock-moved': (state, { offsetMs, frozenAt }) => {
      Object.assign(state, { offsetMs, frozenAt });
    },
  },
});
