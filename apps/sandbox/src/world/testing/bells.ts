import { standingClock } from '@lading/kit/clock';
import { defineStore, type Fact } from '../store.ts';
import { type LivingWorld, openWorld, type WorldOptions } from '../world.ts';

/** A small world for tests of the kernel: bells that ring when they are due, and a list of what happened. */
export interface BellsState {
  /** Bell → when it rings. */
  readonly waiting: Map<string, number>;
  readonly heard: string[];
}

export interface BellHung extends Fact {
  readonly type: 'bell-hung';
  readonly bell: string;
  readonly ringsAt: number;
}

export interface BellRung extends Fact {
  readonly type: 'bell-rung';
  readonly bell: string;
  readonly note: string;
}

export const bellsStore = defineStore<BellsState, BellHung | BellRung>({
  name: 'bells',
  create: () => ({ waiting: new Map(), heard: [] }),
  apply: {
    'bell-hung': ({ waiting }, { bell, ringsAt }) => void waiting.set(bell, ringsAt),
    'bell-rung': ({ waiting, heard }, { bell, note }, at) => {
      waiting.delete(bell);
      heard.push(`${bell} at ${at}: ${note}`);
    },
  },
  due: function* ({ waiting }) {
    for (const [bell, at] of waiting) yield { at, kind: 'ring', key: bell };
  },
});

export const START = Date.parse('2026-11-20T12:00:00Z');

export function openBells(options: Partial<WorldOptions> = {}): Promise<LivingWorld> {
  return openWorld({ ...usual(), seed: 'bells', ...options });
}

export function openUnseeded(): Promise<LivingWorld> {
  return openWorld(usual());
}

function usual(): WorldOptions {
  return {
    stores: [bellsStore],
    onDue: {
      ring: (world, bell) => {
        if (!world.state(bellsStore).waiting.has(bell)) return;
        const fact: BellRung = { type: 'bell-rung', bell, note: world.ids.token(6) };
        world.record(fact);
      },
    },
    populate: () => undefined,
    startAt: START,
    frozen: true,
    real: standingClock(START),
    onFault: (error) => {
      throw error;
    },
  };
}

export function hang(world: LivingWorld, bell: string, ringsAt: number): void {
  const fact: BellHung = { type: 'bell-hung', bell, ringsAt };
  world.record(fact);
  world.schedule({ at: ringsAt, kind: 'ring', key: bell });
}

export function heard(world: LivingWorld): readonly string[] {
  return [...world.state(bellsStore).heard];
}
