import { AsyncLocalStorage } from 'node:async_hooks';
import { Problem } from '../errors.ts';

/** Work that outlives its transaction keeps the mark, so the mark itself says when the transaction ended. */
interface Mark {
  open: boolean;
}

const marks = new AsyncLocalStorage<Mark>();

export function isInsideTransaction(): boolean {
  return marks.getStore()?.open ?? false;
}

/** Runs the work marked as "inside a transaction"; the mark ends with the promise. */
export async function markTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
  const mark: Mark = { open: true };
  try {
    return await marks.run(mark, work);
  } finally {
    mark.open = false;
  }
}

/**
 * Throws `NETWORK_INSIDE_TRANSACTION` when called from inside a transaction: a slow peer would hold the only
 * embedded session, or a pooled connection, for as long as it likes.
 */
export function assertOutsideTransaction(what: string): void {
  if (!isInsideTransaction()) return;
  throw new Problem({
    code: 'NETWORK_INSIDE_TRANSACTION',
    status: 500,
    text: {
      en: 'The program tried to call the network inside a database transaction ({what}).',
      fr: 'Le programme a tenté un appel réseau pendant une transaction de base de données ({what}).',
    },
    params: { what },
  });
}

/** A `fetch` that refuses to run inside a transaction. */
export function guardFetch(inner: typeof fetch): typeof fetch {
  return async (input, init) => {
    assertOutsideTransaction(`fetch ${originOf(input)}`);
    return inner(input, init);
  };
}

function originOf(input: string | URL | Request): string {
  const address = input instanceof Request ? input.url : String(input);
  return URL.canParse(address) ? new URL(address).origin : 'relative address';
}
