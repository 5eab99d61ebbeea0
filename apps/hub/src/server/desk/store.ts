import type { Transaction } from 'kysely';
import type { HubTables } from '../tables.ts';

type Tx = Transaction<HubTables>;

/** Runs as the desk role, which has no right to tokens, parcels or raw answers. */
export async function readStatus(tx: Tx) {
  const companies = await tx.selectFrom('tenants').select(['tenant_id', 'name']).orderBy('name').execute();
  const integrations = await tx
    .selectFrom('integrations')
    .select(['tenant_id', 'integration_id', 'name', 'status'])
    .select(['last_fault_code', 'last_fault_message', 'last_fault_at'])
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .execute();
  const subscriptions = await tx
    .selectFrom('subscriptions')
    .select(['tenant_id', 'integration_id', 'name', 'carrier_status', 'last_walk_at'])
    .where('removed_at', 'is', null)
    .orderBy('position')
    .execute();
  return { companies, integrations, subscriptions };
}
