import type { Door } from '@lading/kit/db/door';
import { type SqlBool, sql, type Transaction } from 'kysely';
import type { HubTables } from '../tables.ts';
import { type GrantVersion, updateVersion } from './grants.ts';

type Tx = Transaction<HubTables>;

/** The right to refresh outlives its holder by no more than this; a living holder renews it well before. */
export const LEASE_SECONDS = 20;
const RENEW_EVERY_MS = 5_000;

/** Who wants to refresh: one process, which may know that there is no other on its store. */
export interface Holder {
  readonly owner: string;
  readonly isAlone: boolean;
}

export interface RefreshLease {
  /** Somebody began to refresh before and did not end it: the refresh token may be spent. */
  readonly isTakenOver: boolean;
}

/**
 * Takes the right to refresh this version. The lease runs on the database's clock: the hub's own may stand still
 * or jump in a demonstration. Null when somebody else holds it or the version has moved on. To a process that is
 * alone on its store another owner's lease is a dead one's.
 */
export async function takeLease(
  tx: Tx,
  grant: GrantVersion,
  { owner, isAlone }: Holder,
  seconds: number = LEASE_SECONDS,
): Promise<RefreshLease | null> {
  const free = await tx
    .selectFrom('carrier_grants')
    .select('lease_owner')
    .where('tenant_id', '=', grant.tenantId)
    .where('integration_id', '=', grant.integrationId)
    .where('version', '=', grant.version)
    .where(({ or, eb }) =>
      or([
        eb('lease_until', 'is', null),
        eb('lease_until', '<', sql<Date>`clock_timestamp()`),
        sql<SqlBool>`${isAlone} and lease_owner <> ${owner}`,
      ]),
    )
    .forUpdate()
    .executeTakeFirst();
  if (!free) return null;
  await updateVersion(tx, grant)
    .set({ lease_owner: owner, lease_until: until(seconds) })
    .execute();
  return { isTakenOver: free.lease_owner !== null };
}

/** Ends the lease and leaves the mark that a refresh was begun: whoever looks next begins it again. */
export async function lapseLease(tx: Tx, grant: GrantVersion, owner: string): Promise<void> {
  await updateVersion(tx, grant)
    .set({ lease_until: until(0) })
    .where('lease_owner', '=', owner)
    .execute();
}

/** Ends the lease as if it had never been taken: the refresh token is surely not spent. */
export async function releaseLease(tx: Tx, grant: GrantVersion, owner: string): Promise<void> {
  await updateVersion(tx, grant)
    .set({ lease_owner: null, lease_until: null })
    .where('lease_owner', '=', owner)
    .execute();
}

/** Renews the lease now and then, until the function that it gives is called or it has gone to somebody else. */
export function keepLease(
  door: Door<HubTables>,
  grant: GrantVersion,
  owner: string,
  onError: (error: unknown) => void,
  everyMs: number = RENEW_EVERY_MS,
): () => void {
  const renew = async (): Promise<void> => {
    const renewed = await door.asTenant(grant.tenantId, (tx) =>
      updateVersion(tx, grant)
        .set({ lease_until: until(LEASE_SECONDS) })
        .where('lease_owner', '=', owner)
        .executeTakeFirst(),
    );
    if (renewed.numUpdatedRows === 0n) stop();
  };
  const timer = setInterval(() => void renew().catch(onError), everyMs);
  timer.unref();
  const stop = (): void => clearInterval(timer);
  return stop;
}

function until(seconds: number) {
  return sql<Date>`clock_timestamp() + make_interval(secs => ${seconds})`;
}
