import type { Fact } from './store.ts';

/** Facts that were decided together, at one instant of the world. They are kept whole or not at all. */
export interface JournalRecord {
  readonly at: number;
  readonly facts: readonly Fact[];
}

/** Receives what was kept, in the order in which it happened. */
export interface Reader {
  row(row: unknown): void;
  record(record: JournalRecord): void;
}

/** Where a world is kept. */
export interface Storage {
  /** Hands over the last snapshot, then every record since. False where nothing was kept yet. */
  load(reader: Reader): Promise<boolean>;
  append(record: JournalRecord): void;
  /** Resolves when everything appended so far would survive a crash. */
  flush(): Promise<void>;
  /** Keeps these rows as the new beginning; what was recorded before is no longer needed. */
  replace(rows: Iterable<unknown>): Promise<void>;
  /** Bytes recorded since the last beginning. */
  readonly journalBytes: number;
  saveCopy(name: string, rows: Iterable<unknown>): Promise<void>;
  /** The rows of a saved copy, or undefined where there is none of that name. */
  loadCopy(name: string): Promise<AsyncIterable<unknown> | undefined>;
  close(): Promise<void>;
}

/** Keeps nothing but named copies, and those only as long as the process lives. */
export function memoryStorage(): Storage {
  const copies = new Map<string, readonly string[]>();
  return {
    load: async () => false,
    append: () => undefined,
    flush: () => Promise.resolve(),
    replace: () => Promise.resolve(),
    journalBytes: 0,
    saveCopy: async (name, rows) => {
      copies.set(
        name,
        Array.from(rows, (row) => JSON.stringify(row)),
      );
    },
    loadCopy: async (name) => {
      const copy = copies.get(name);
      return copy && parsed(copy);
    },
    close: () => Promise.resolve(),
  };
}

async function* parsed(lines: readonly string[]): AsyncIterable<unknown> {
  for (const line of lines) yield JSON.parse(line);
}
