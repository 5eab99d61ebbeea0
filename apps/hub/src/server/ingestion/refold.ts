import type { Door } from '@lading/kit/db/door';
import { sql } from 'kysely';
import type { DirectionName, HubTables } from '../tables.ts';
import { int2s, uuids } from './binary-arrays.ts';
import { directionsOf, lockCompany } from './store.ts';
import { directionBits } from './write.ts';

const BATCH = 2_000;

export interface DirectionToFold {
  readonly tenantId: string;
  readonly subscriptionId: string;
}

/** Subscriptions whose parcels do not know their direction yet, because an administrator has said or changed it. */
export function directionsToFold(door: Door<HubTables>): Promise<DirectionToFold[]> {
  return door.asDesk(async (tx) => {
    const rows = await tx
      .selectFrom('subscriptions')
      .select(['tenant_id', 'subscription_id'])
      .where(sql<boolean>`direction is distinct from folded_direction`)
      .limit(20)
      .execute();
    return rows.map((row) => ({ tenantId: row.tenant_id, subscriptionId: row.subscription_id }));
  });
}

/**
 * Gives every parcel of a subscription its directions anew, some thousand at a time. What is ingested meanwhile
 * has the new direction already; a process that dies half-way is followed by another that begins again.
 */
export async function foldDirection(
  door: Door<HubTables>,
  { tenantId, subscriptionId }: DirectionToFold,
  signal: AbortSignal,
): Promise<void> {
  const direction = await readDirection(door, tenantId, subscriptionId);
  let after: string | null = '00000000-0000-0000-0000-000000000000';
  while (after !== null) {
    if (signal.aborted) return;
    after = await foldBatch(door, tenantId, subscriptionId, after);
  }
  await door.asTenant(tenantId, (tx) =>
    tx
      .updateTable('subscriptions')
      .set({ folded_direction: direction })
      .where('tenant_id', '=', tenantId)
      .where('subscription_id', '=', subscriptionId)
      .execute(),
  );
}

async function readDirection(
  door: Door<HubTables>,
  tenantId: string,
  subscriptionId: string,
): Promise<DirectionName | null> {
  const directions = await door.asTenant(tenantId, (tx) => directionsOf(tx, tenantId));
  return directions.get(subscriptionId) ?? null;
}

/** The next parcels in the order of their ids; gives the last one's id, null at the end. */
function foldBatch(
  door: Door<HubTables>,
  tenantId: string,
  subscriptionId: string,
  after: string,
): Promise<string | null> {
  return door.asTenant(tenantId, async (tx) => {
    await lockCompany(tx, tenantId);
    const directions = await directionsOf(tx, tenantId);
    const { rows } = await sql<{ parcel_id: string; directions: number; seen_by: string[] }>`
      select parcel_id, directions, seen_by from parcels
      where tenant_id = ${tenantId} and parcel_id > ${after}::uuid and ${subscriptionId}::uuid = any(seen_by)
      order by parcel_id limit ${BATCH}`.execute(tx);
    const changed = rows
      .map((row) => ({ ...row, bits: directionBits(row.seen_by, directions) }))
      .filter((row) => row.bits !== row.directions);
    if (changed.length > 0) {
      const [ids, bits] = [uuids(changed.map((row) => row.parcel_id)), int2s(changed.map((row) => row.bits))];
      await sql`
        update parcels p set directions = r.directions
        from unnest(${ids}::uuid[], ${bits}::int2[]) as r (parcel_id, directions)
        where p.tenant_id = ${tenantId} and p.parcel_id = r.parcel_id`.execute(tx);
    }
    return rows.length < BATCH ? null : (rows.at(-1)?.parcel_id ?? null);
  });
}
