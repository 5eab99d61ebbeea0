/** Something that was decided. Plain JSON; applying it again always gives the same state. */
export interface Fact {
  readonly type: string;
}

/** A moment at which a module has something to do. `key` says for what; the handler is found by `kind`. */
export interface DueMoment {
  /** Milliseconds since 1970 on the world's clock. */
  readonly at: number;
  readonly kind: string;
  readonly key: string;
}

/** State as others see it: to be read, never written. */
export type Frozen<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends ReadonlyMap<infer Key, infer Value>
    ? ReadonlyMap<Key, Frozen<Value>>
    : T extends ReadonlySet<infer Value>
      ? ReadonlySet<Frozen<Value>>
      : T extends object
        ? { readonly [Member in keyof T]: Frozen<T[Member]> }
        : T;

/** How one store keeps what it knows. `Facts` is the union of the facts it listens to. */
export interface StoreDefinition<State, Facts extends Fact> {
  /** Unique among all stores; stands in snapshots. */
  readonly name: string;
  /** Raised when the shape of the state changes; a snapshot of another version is refused. Default 1. */
  readonly version?: number;
  create(): State;
  /**
   * One function per kind of fact, the only place where the state changes. It reads neither clock, randomness nor
   * other stores: everything it needs stands in the fact. `at` is the world's time of the fact in milliseconds.
   * Several stores may listen to the same fact.
   */
  readonly apply: {
    readonly [Type in Facts['type']]: (
      state: State,
      fact: Extract<Facts, { readonly type: Type }>,
      at: number,
    ) => void;
  };
  /** Every moment that is still to come, from the state alone: the world's heap is rebuilt from it. */
  due?(state: State): Iterable<DueMoment>;
  /**
   * The state as many small JSON values, in an order that `restore` understands. When absent, the members of the
   * state are written one by one, Maps, Sets and arrays element by element. An object that two indexes share comes
   * back as two objects: keep keys in the second index, or write both functions.
   */
  snapshot?(state: State): Iterable<unknown>;
  restore?(state: State, row: unknown): void;
}

/** A store with its facts sorted by type, as the world keeps it. */
export interface Store<State> {
  readonly name: string;
  readonly version: number;
  readonly factTypes: readonly string[];
  create(): State;
  apply(state: State, fact: Fact, at: number): void;
  due(state: State): Iterable<DueMoment>;
  snapshot(state: State): Iterable<unknown>;
  restore(state: State, row: unknown): void;
}

/**
 * @example
 * const store = defineStore<State, Opened | Closed>({
 *   name: 'doors',
 *   create: () => ({ open: new Set() }),
 *   apply: { 'door-opened': (state, { door }) => void state.open.add(door), … },
 * });
 */
export function defineStore<State extends object, Facts extends Fact>(
  definition: StoreDefinition<State, Facts>,
): Store<State> {
  const appliers = new Map(Object.entries(definition.apply)) as ReadonlyMap<
    string,
    (state: State, fact: Fact, at: number) => void
  >;
  return {
    name: definition.name,
    version: definition.version ?? 1,
    factTypes: [...appliers.keys()],
    create: () => definition.create(),
    apply: (state, fact, at) => appliers.get(fact.type)?.(state, fact, at),
    due: (state) => definition.due?.(state) ?? [],
    snapshot: (state) => definition.snapshot?.(state) ?? rowsOf(state),
    restore: (state, row) => (definition.restore ?? restoreRow)(state, row),
  };
}

type Row =
  | readonly [member: string, key: unknown, value: unknown]
  | readonly [member: string, value: unknown];

/** Members that hold many things go out one element at a time, so that no string grows with the world. */
function* rowsOf(state: object): Iterable<Row> {
  for (const [member, value] of Object.entries(state)) {
    if (value instanceof Map) for (const [key, item] of value) yield [member, pack(key), pack(item)];
    else if (value instanceof Set) for (const item of value) yield [member, pack(item)];
    else if (Array.isArray(value)) for (const item of value) yield [member, pack(item)];
    else yield [member, pack(value)];
  }
}

function restoreRow(state: object, row: unknown): void {
  if (!Array.isArray(row) || typeof row[0] !== 'string') throw new TypeError('not a row of a snapshot');
  const [member, first, second] = row as [string, unknown, unknown];
  const place: unknown = Reflect.get(state, member);
  if (place instanceof Map) place.set(unpack(first), unpack(second));
  else if (place instanceof Set) place.add(unpack(first));
  else if (Array.isArray(place)) place.push(unpack(first));
  else Reflect.set(state, member, unpack(first));
}

const MAP = '$map';
const SET = '$set';

function pack(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map) return { [MAP]: [...value].map(([key, item]) => [pack(key), pack(item)]) };
  if (value instanceof Set) return { [SET]: [...value].map(pack) };
  if (Array.isArray(value)) return value.map(pack);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, pack(item)]));
}

function unpack(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(unpack);
  if (MAP in value)
    return new Map((value[MAP] as [unknown, unknown][]).map(([k, v]) => [unpack(k), unpack(v)]));
  if (SET in value) return new Set((value[SET] as unknown[]).map(unpack));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, unpack(item)]));
}
