import type { Transaction } from 'kysely';

/** A unit of work inside one transaction. Nothing may call the network from inside it. */
export type Work<Tables, Result> = (tx: Transaction<Tables>) => Promise<Result>;

/**
 * The one way to the data. Nothing else hands out a connection.
 *
 * `asTenant` runs as `lading_app` with the tenant fixed for the transaction: row-level security hides every
 * other company's rows. `asDesk` runs as `lading_desk`, which sees across companies but only the few columns
 * granted to it (sign-in, the due list, the status view); no carrier token is among them.
 */
export interface Door<Tables> {
  readonly engine: 'pglite' | 'postgres';
  asTenant<Result>(tenantId: string, work: Work<Tables, Result>): Promise<Result>;
  asDesk<Result>(work: Work<Tables, Result>): Promise<Result>;
  close(): Promise<void>;
}
