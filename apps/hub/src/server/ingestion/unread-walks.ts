import type { Door } from '@lading/kit/db/door';
import { sql, type Transaction } from 'kysely';
import type { HubTables, UnreadWalksTable } from '../tables.ts';
import type { Lease } from './lease.ts';

type Tx = Transaction<HubTables>;

/**
 * `ours`: until the lease ends. `taken`: another subscription of the same carrier user, perhaps another company's,
 * is walking. `unknown`: no answer has told yet who the carrier user is.
 */
export type Turn = 'ours' | 'taken' | 'unknown';

/**
 * Takes the one unread walk that the carrier remembers for a user: a second one would end the first with a refused
 * bookmark. It is held by the subscription's own lease, so it need not be renewed or given back.
 */
export function takeUnreadWalk(door: Door<HubTables>, lease: Lease): Promise<Turn> {
  return door.asDesk(async (tx) => {
    const walk = await walkOf(tx, lease);
    if (walk === null) return 'unknown';
    const { fence, environment, carrier_user, ...holder } = walk;
    const entered = await tx
      .insertInto('unread_walks')
      .values(walk)
      .onConflict((conflict) => conflict.doNothing())
      .returning('fence')
      .executeTakeFirst();
    if (entered) return 'ours';
    const held = await tx
      .selectFrom('unread_walks')
      .selectAll()
      .where('environment', '=', environment)
      .where('carrier_user', '=', carrier_user)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const isOurs = held.subscription_id === lease.subscriptionId && held.tenant_id === lease.tenantId;
    if (!isOurs && (await isWalking(tx, held, door.engine === 'pglite' ? lease.owner : null))) return 'taken';
    await tx
      .updateTable('unread_walks')
      .set({ ...holder, fence })
      .where('environment', '=', environment)
      .where('carrier_user', '=', carrier_user)
      .execute();
    return 'ours';
  });
}

async function walkOf(tx: Tx, lease: Lease): Promise<UnreadWalksTable | null> {
  const { tenantId, integrationId, subscriptionId, environment, fence } = lease;
  const row = await tx
    .selectFrom('integrations')
    .select('carrier_user')
    .where('tenant_id', '=', tenantId)
    .where('integration_id', '=', integrationId)
    .executeTakeFirst();
  if (!row?.carrier_user) return null;
  const { carrier_user } = row;
  return { environment, carrier_user, tenant_id: tenantId, subscription_id: subscriptionId, fence };
}

/** Whether the holder's lease is alive. `onlyOwner`: the embedded database's one process; other owners are dead. */
async function isWalking(tx: Tx, held: UnreadWalksTable, onlyOwner: string | null): Promise<boolean> {
  let query = tx
    .selectFrom('subscriptions')
    .select('subscription_id')
    .where('tenant_id', '=', held.tenant_id)
    .where('subscription_id', '=', held.subscription_id)
    .where('fence', '=', held.fence)
    .where('lease_until', '>', sql<Date>`clock_timestamp()`);
  if (onlyOwner !== null) query = query.where('lease_owner', '=', onlyOwner);
  return (await query.executeTakeFirst()) !== undefined;
}
