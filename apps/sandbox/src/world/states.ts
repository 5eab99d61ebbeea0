import { Problem } from '@lading/kit/errors';
import type { JournalRecord, Reader } from './storage.ts';
import type { DueMoment, Fact, Frozen, Store } from './store.ts';

/** The states of all stores of one world, and where its journal stands. */
export interface States extends Reader {
  /** World time of the newest fact. */
  readonly lastAt: number;
  of<State extends object>(store: Store<State>): Frozen<State>;
  apply(record: JournalRecord): void;
  /** Throws when a fact finds no store that listens to it. */
  refuseUnknown(facts: readonly Fact[]): void;
  /** A text that never comes again unless nothing was recorded in between and the program was restarted. */
  nextPlace(): string;
  /** Everything, as small JSON values. */
  rows(): Iterable<unknown>;
  due(): Iterable<DueMoment>;
}

interface Position {
  records: number;
  draws: number;
  lastAt: number;
}

const START: Position = { records: 0, draws: 0, lastAt: 0 };
const POSITION = '$position';
const STORE = '$store';

export function createStates(stores: readonly Store<object>[]): States {
  const byName = new Map(stores.map((store) => [store.name, store]));
  const listeners = listenersOf(stores);
  const held = new Map<string, object>(stores.map((store) => [store.name, store.create()]));
  const position = { ...START };
  const apply = ({ at, facts }: JournalRecord): void => {
    position.records += 1;
    position.draws = 0;
    position.lastAt = Math.max(position.lastAt, at);
    for (const fact of facts) {
      for (const store of listeners.get(fact.type) ?? []) store.apply(stateOf(held, store), fact, at);
    }
  };
  const refuseUnknown = (facts: readonly Fact[]): void => {
    for (const { type } of facts) if (!listeners.has(type)) throw unknownFact(type);
  };
  return {
    get lastAt() {
      return position.lastAt;
    },
    of: (store) => stateOf(held, store),
    apply,
    refuseUnknown,
    nextPlace: () => {
      position.draws += 1;
      return `${position.records}.${position.draws}`;
    },
    rows: () => rowsOf(stores, held, position),
    row: (row) => restoreRow(row, byName, held, position),
    record: (record) => {
      refuseUnknown(record.facts);
      apply(record);
    },
    due: function* () {
      for (const store of stores) yield* store.due(stateOf(held, store));
    },
  };
}

function stateOf<State extends object>(
  held: ReadonlyMap<string, object>,
  store: Store<State>,
): Frozen<State> & State {
  const state = held.get(store.name);
  if (!state) throw new Error(`the world has no store named ${store.name}`);
  return state as Frozen<State> & State;
}

function listenersOf(stores: readonly Store<object>[]): ReadonlyMap<string, readonly Store<object>[]> {
  const listeners = new Map<string, Store<object>[]>();
  for (const store of stores) {
    for (const type of store.factTypes) listeners.set(type, [...(listeners.get(type) ?? []), store]);
  }
  return listeners;
}

/** `[$position, …]`, then per store `[$store, name, version]` followed by `[name, row]`. */
function* rowsOf(
  stores: readonly Store<object>[],
  held: ReadonlyMap<string, object>,
  position: Readonly<Position>,
): Iterable<unknown> {
  yield [POSITION, position.records, position.draws, position.lastAt];
  for (const store of stores) {
    yield [STORE, store.name, store.version];
    for (const row of store.snapshot(stateOf(held, store))) yield [store.name, row];
  }
}

function restoreRow(
  row: unknown,
  stores: ReadonlyMap<string, Store<object>>,
  held: ReadonlyMap<string, object>,
  position: Position,
): void {
  const [mark, first, second, third] = row as readonly unknown[];
  if (mark === POSITION) {
    Object.assign(position, { records: Number(first), draws: Number(second), lastAt: Number(third) });
    return;
  }
  const store = stores.get(String(mark === STORE ? first : mark));
  if (!store || (mark === STORE && store.version !== second)) throw otherVersion(String(first));
  if (mark !== STORE) store.restore(stateOf(held, store), first);
}

function unknownFact(type: string): Error {
  return new Error(`no store listens to facts of type ${type}`);
}

function otherVersion(store: string): Problem {
  return new Problem({
    code: 'SNAPSHOT_OF_OTHER_VERSION',
    status: 409,
    text: {
      en: 'The kept world was written by another version of this program ({store}). Use that version, or choose an empty directory.',
      fr: 'Le monde conservé a été écrit par une autre version de ce programme ({store}). Utilisez cette version ou choisissez un répertoire vide.',
    },
    params: { store },
  });
}
