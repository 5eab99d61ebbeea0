import { setImmediate as breathe } from 'node:timers/promises';
import { ourFault, type ReadingFault } from './faults.ts';
import { type Ingesting, type Kept, openAnswer, type Piece, storePieces } from './ingest.ts';
import type { Lease } from './lease.ts';
import { type RawAnswer, storeRaw } from './store.ts';

/**
 * Parts wait until the transaction before theirs has ended; then those that wait go together, up to so many events.
 * More would make everybody else wait for the embedded store's only session, fewer cost a commit each.
 */
const EVENTS_AT_ONCE = 2_500;

/** One walk's way into the store: an answer is read while the store still writes those before it. */
export interface Intake {
  /**
   * Keeps an answer before anybody looks into it. On the embedded store, which has one session, this goes before the
   * parts that wait: while they are stored the answer can then be read.
   */
  keep(answer: RawAnswer): Promise<void>;
  /**
   * Reads an answer that is kept and hands its parts over to be stored, in the order in which answers are taken. Waits for
   * its turn, but not until they stand in the store.
   * @returns the bookmark of what follows.
   * @throws ReadingFault for what is no answer or a refusal, `LeaseLost`, and what befell the answers before it.
   */
  take(answer: Kept): Promise<string | null>;
  /**
   * Waits until everything that was taken stands in the store.
   * @returns what of it is worth telling.
   * @throws what befell it.
   */
  end(): Promise<readonly ReadingFault[]>;
}

export function openIntake(hub: Ingesting, lease: Lease): Intake {
  const waiting: Piece[] = [];
  const notes: ReadingFault[] = [];
  const isOneSession = hub.door.engine === 'pglite';
  let keeping = Promise.resolve();
  /** Until the transaction under way has handed over all that it writes: its statements wait for nobody's reading. */
  let handingOver = Promise.resolve();
  let transaction = Promise.resolve();
  let storing: Promise<void> | null = null;
  let failure: { readonly error: unknown } | null = null;

  async function storeNext(): Promise<void> {
    if (isOneSession) {
      await breathe();
      await keeping;
    }
    const pieces = nextOf(waiting);
    let handedOver: () => void = () => undefined;
    handingOver = new Promise((resolve) => {
      handedOver = resolve;
    });
    try {
      notes.push(...(await storePieces(hub, lease, pieces, handedOver)));
    } finally {
      handedOver();
    }
  }

  /** Transaction after transaction, until nothing waits. Behind a failure nothing more is stored. */
  async function store(): Promise<void> {
    try {
      while (waiting.length > 0) {
        transaction = storeNext();
        await transaction;
      }
    } catch (error) {
      failure = { error };
    }
    storing = null;
  }

  function refuseAfterFailure(): void {
    if (failure) throw failure.error;
  }

  return {
    keep: async (answer) => {
      const stored = storeRaw(hub.door, lease, answer);
      // Whoever keeps it is told of a failure; what waits for its end is not.
      keeping = stored.catch(() => undefined);
      await stored;
    },
    take: async (answer) => {
      await handingOver;
      const opened = await openAnswer(hub, lease, answer);
      notes.push(...opened.notes);
      while (eventsOf(waiting) >= EVENTS_AT_ONCE) await transaction;
      refuseAfterFailure();
      waiting.push(...opened.pieces);
      storing ??= store();
      if (opened.isBookmarkUnreadable) throw ourFault('BOOKMARK_UNREADABLE', { mayHaveLost: true });
      return opened.bookmark;
    },
    end: async () => {
      await storing;
      refuseAfterFailure();
      return notes;
    },
  };
}

/** One answer that is kept the whole way into the store. @throws as `Intake` does. */
export async function ingestAnswer(hub: Ingesting, lease: Lease, answer: Kept): Promise<void> {
  const intake = openIntake(hub, lease);
  try {
    await intake.take(answer);
  } finally {
    await intake.end();
  }
}

/** Takes the pieces of the next transaction: at least one. */
function nextOf(waiting: Piece[]): Piece[] {
  const next: Piece[] = [];
  let events = 0;
  for (const piece of waiting) {
    events += eventsOf([piece]);
    if (next.length > 0 && events > EVENTS_AT_ONCE) break;
    next.push(piece);
  }
  waiting.splice(0, next.length);
  return next;
}

function eventsOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { part }) => sum + (part?.part.records.length ?? 0), 0);
}
