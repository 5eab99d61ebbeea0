import { randomBytes } from 'node:crypto';
import { type Random, seededRandom } from '@lading/carrier/random';
import { type Clock, systemClock } from '@lading/kit/clock';
import { Problem } from '@lading/kit/errors';
import { type Ids, randomIds } from '@lading/kit/ids';
import type { DueHandler } from '../module.ts';
import { createWorldClock, timeOf, type WorldClock } from './clock.ts';
import { createDueWork, type DueWork } from './due-work.ts';
import { seededWorldIds } from './ids.ts';
import { type ClockMoved, kernelStore, type WorldCreated } from './kernel-store.ts';
import { usualSettings, type WorldSettings } from './settings.ts';
import { createStates, type States } from './states.ts';
import { memoryStorage, type Storage } from './storage.ts';
import type { DueMoment, Fact, Frozen, Store } from './store.ts';

/** What a module sees of a world. */
export interface World extends WorldSettings {
  /** Empty for the main world. */
  readonly name: string;
  /** Milliseconds since 1970; while a due moment is worked on, that moment. Never runs backward. */
  now(): number;
  /** Keeps the facts, all or none, then applies them. A fact that no store listens to is a fault of the program. */
  record(...facts: readonly Fact[]): void;
  /** What a store knows. Do not hold on to it across an `await`: a reset or restore replaces it. */
  state<State extends object>(store: Store<State>): Frozen<State>;
  /** A moment to work on. Every moment must also follow from its store's `due`, or a restart would lose it. */
  schedule(moment: DueMoment): void;
  /**
   * A stream that starts at the same place for the same seed and purpose: put what makes the decision unique (an
   * ordinal, a tracking number) into the purpose.
   */
  random(purpose: string): Random;
  readonly ids: Ids;
}

/** A world as the program around the modules sees it. */
export interface LivingWorld extends World {
  readonly clock: WorldClock;
  readonly seed: string;
  /** Whether identifiers follow from the seed; such a world answers on the loopback only. */
  readonly isSeeded: boolean;
  /** Changes how it answers from now on, until it is closed; what is absent stays. */
  choose(settings: Partial<WorldSettings>): WorldSettings;
  /** How many due moments wait. */
  readonly pending: number;
  /** Works off everything due until now. */
  settle(): Promise<void>;
  /** Resolves when all that was recorded would survive a crash. */
  durable(): Promise<void>;
  /** Back to the seeds; the clock starts again where the world was told to begin. */
  reset(): Promise<void>;
  /** Keeps a copy of everything under a name. */
  snapshot(name: string): Promise<void>;
  /** Back to a copy, clock included; identifiers and decisions continue as they would have from there. */
  restore(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly name?: string;
  readonly stores: readonly Store<object>[];
  readonly onDue: Readonly<Record<string, DueHandler>>;
  /** Records the facts of a new world. */
  readonly populate: (world: World) => void | Promise<void>;
  readonly seed?: string;
  /** Where the clock of a new world begins, milliseconds since 1970. The machine's time when absent. */
  readonly startAt?: number;
  /** Whether the clock of a new world stands still. */
  readonly frozen?: boolean;
  readonly settings?: Partial<WorldSettings>;
  readonly real?: Clock;
  readonly storage?: Storage;
  /** A fault in due work that no request waited for. */
  readonly onFault: (error: unknown) => void;
}

/** A journal longer than this is folded into a snapshot at the next start or at the end. */
const JOURNAL_FOLD_BYTES = 32_000_000;

/** What changes as a whole when a world is reset or restored. */
interface Inside {
  states: States;
  /** False while a new world is furnished that will be kept as a snapshot. */
  journals: boolean;
  /** Set while the whole world is copied or replaced: everybody else waits. */
  busy: Promise<void> | undefined;
}

/** Opens a kept world, or creates one. */
export async function openWorld(options: WorldOptions): Promise<LivingWorld> {
  const { real = systemClock, storage = memoryStorage() } = options;
  const stores = [kernelStore, ...options.stores];
  const inside: Inside = { states: createStates(stores), journals: true, busy: undefined };
  const { world, due, recordAt } = animate(options, inside, real, storage);
  const fresh = async (): Promise<void> => {
    inside.states = createStates(stores);
    await create(world, recordAt, options, real);
  };
  const restore = async (copy: string): Promise<void> => {
    const rows = await storage.loadCopy(copy);
    if (!rows) throw noSuchSnapshot(copy);
    const restored = createStates(stores);
    let savedAt = 0;
    for await (const row of rows) {
      const at = savedAtOf(row);
      if (at === undefined) restored.row(row);
      else savedAt = at;
    }
    inside.states = restored;
    const { frozenAt } = restored.of(kernelStore);
    // A running clock goes on from where it was, not from where it would have run to meanwhile.
    if (frozenAt === null) recordAt(savedAt, clockMoved(savedAt - real.now(), null));
  };
  const replace = async (become: () => Promise<void>): Promise<void> => {
    inside.journals = false;
    await become().finally(() => {
      inside.journals = true;
    });
    due.refill(inside.states.due());
    await storage.replace(inside.states.rows());
  };
  await furnish(storage, inside.states, () => create(world, recordAt, options, real));
  due.refill(inside.states.due());
  return Object.assign(world, {
    reset: () => alone(inside, due, () => replace(fresh)),
    snapshot: (copy: string) =>
      alone(inside, due, () => storage.saveCopy(copy, copyRows(world, inside.states))),
    restore: (copy: string) => alone(inside, due, () => replace(() => restore(copy))),
    close: async () => {
      await due.stop();
      await foldJournal(storage, inside.states);
      await storage.close();
    },
  });
}

/** From what was kept, or else anew. What cannot be opened is left as it is, for others to open. */
async function furnish(storage: Storage, states: States, begin: () => Promise<void>): Promise<void> {
  try {
    const isKept = await storage.load(states);
    if (isKept) await foldJournal(storage, states);
    else await begin();
    await storage.flush();
  } catch (error) {
    await storage.close();
    throw error;
  }
}

type RecordAt = (at: number, ...facts: readonly Fact[]) => void;
type WithoutWhole = Omit<LivingWorld, 'reset' | 'snapshot' | 'restore' | 'close'>;

interface Animated {
  readonly world: WithoutWhole;
  readonly due: DueWork;
  readonly recordAt: RecordAt;
}

/** Keeps facts in the journal, all or none, then applies them. */
function recorderOf(inside: Inside, storage: Storage): RecordAt {
  return (at, ...facts) => {
    const kept = { at, facts };
    inside.states.refuseUnknown(facts);
    if (inside.journals) storage.append(kept);
    inside.states.apply(kept);
  };
}

function handlerOf({ onDue }: WorldOptions, kind: string): DueHandler {
  const handler = onDue[kind];
  if (!handler) throw new Error(`nobody works on due moments of kind ${kind}`);
  return handler;
}

/** Everything a world does that leaves it the same world. */
function animate(options: WorldOptions, inside: Inside, real: Clock, storage: Storage): Animated {
  const kernel = () => inside.states.of(kernelStore);
  const clockNow = (): number => Math.max(inside.states.lastAt, timeOf(kernel(), real));
  const now = (): number =>
    due.cursor === undefined ? clockNow() : Math.max(inside.states.lastAt, due.cursor);
  const recordAt = recorderOf(inside, storage);
  const record = (...facts: readonly Fact[]): void => {
    if (inside.busy && inside.journals) throw busyWorld();
    recordAt(now(), ...facts);
  };
  const due = createDueWork({
    clockNow,
    frozen: () => kernel().frozenAt !== null,
    paused: () => inside.busy !== undefined,
    onFault: options.onFault,
    handle: ({ kind, key, at }) => handlerOf(options, kind)(world, key, at),
  });
  const settle = async (): Promise<void> => {
    while (inside.busy) await inside.busy;
    await due.settle();
  };
  const seededIds = seededWorldIds(kernel, () => inside.states.nextPlace());
  const moved = (): Promise<void> => due.settle().finally(due.rearm);
  let settings: WorldSettings = { ...usualSettings, ...options.settings };
  const world: WithoutWhole = {
    name: options.name ?? '',
    get rules() {
      return settings.rules;
    },
    get profile() {
      return settings.profile;
    },
    get imitates() {
      return settings.imitates;
    },
    choose: (chosen) => {
      settings = { ...settings, ...chosen };
      return settings;
    },
    now,
    record,
    state: (store) => inside.states.of(store),
    schedule: due.schedule,
    random: (purpose) => seededRandom(`${kernel().seed}/${purpose}`),
    get ids() {
      return kernel().isSeeded ? seededIds : randomIds;
    },
    clock: createWorldClock({ real, now, state: kernel, record, settle: moved }),
    get seed() {
      return kernel().seed;
    },
    get isSeeded() {
      return kernel().isSeeded;
    },
    get pending() {
      return due.pending;
    },
    settle,
    durable: () => storage.flush(),
  };
  return { world, due, recordAt };
}

/** Runs while nothing else does: due work is finished first, and whoever settles meanwhile waits. */
async function alone(inside: Inside, due: DueWork, act: () => Promise<void>): Promise<void> {
  while (inside.busy) await inside.busy;
  let done = (): void => undefined;
  inside.busy = new Promise((resolve) => {
    done = resolve;
  });
  try {
    await due.idle();
    await act();
  } finally {
    inside.busy = undefined;
    done();
    due.rearm();
  }
}

async function create(
  world: World,
  recordAt: RecordAt,
  { seed, startAt, frozen = false, populate }: WorldOptions,
  real: Clock,
): Promise<void> {
  const start = startAt ?? real.now();
  const name = world.name === '' ? '' : `/${world.name}`;
  const created: WorldCreated = {
    type: 'world-created',
    seed: seed === undefined ? randomBytes(16).toString('hex') : `${seed}${name}`,
    isSeeded: seed !== undefined,
  };
  recordAt(start, clockMoved(start - real.now(), frozen ? start : null), created);
  await populate(world);
}

function clockMoved(offsetMs: number, frozenAt: number | null): ClockMoved {
  return { type: 'clock-moved', offsetMs, frozenAt };
}

async function foldJournal(storage: Storage, states: States): Promise<void> {
  if (storage.journalBytes > JOURNAL_FOLD_BYTES) await storage.replace(states.rows());
}

const SAVED_AT = '$savedAt';

function* copyRows(world: WithoutWhole, states: States): Iterable<unknown> {
  yield [SAVED_AT, world.now()];
  yield* states.rows();
}

function savedAtOf(row: unknown): number | undefined {
  return Array.isArray(row) && row[0] === SAVED_AT ? Number(row[1]) : undefined;
}

function noSuchSnapshot(name: string): Problem {
  return new Problem({
    code: 'NO_SUCH_SNAPSHOT',
    status: 404,
    text: { en: 'There is no snapshot named “{name}”.', fr: 'Il n’y a aucun instantané nommé « {name} ».' },
    params: { name },
  });
}

function busyWorld(): Problem {
  return new Problem({
    code: 'WORLD_BUSY',
    status: 503,
    text: {
      en: 'The world is being copied or replaced at this moment. Try again.',
      fr: 'Le monde est en cours de copie ou de remplacement. Réessayez.',
    },
  });
}
