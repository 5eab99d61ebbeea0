import type pg from 'pg';

export type ServingRole = 'lading_app' | 'lading_desk';

/** A way to run statements as one login. `opening` begins a transaction bound to the role (and tenant). */
export interface Entrance {
  readonly pool: pg.Pool;
  opening(tenantId?: string): string;
}

/** What the rest of the database code needs from a store, embedded or server. */
export interface Engine {
  readonly kind: 'pglite' | 'postgres';
  readonly app: Entrance;
  readonly desk: Entrance;
  /** One job-queue statement as `lading_desk`, outside any transaction of ours. */
  runAsDesk(sql: string, values?: readonly unknown[]): Promise<pg.QueryResult>;
  /** A short visit of the owner: migrations and making queues. */
  asOwner<Result>(work: (owner: Owner) => Promise<Result>): Promise<Result>;
  /** Puts the files of an embedded database into a folder, at one instant between two statements. */
  copyInto?(folder: string): Promise<void>;
  close(): Promise<void>;
}

/** The owner's session. Without parameters a text may hold many statements. */
export interface Owner {
  query(sql: string, values?: readonly unknown[]): Promise<pg.QueryResult>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The statement that fixes the tenant for one transaction; the id is checked because it stands in the text. */
export function bindTenant(tenantId: string | undefined): string {
  if (tenantId === undefined) return '';
  if (!UUID.test(tenantId)) throw new TypeError('A tenant id is a UUID.');
  return `; select set_config('lading.tenant', '${tenantId}', true)`;
}
