import type { DeskCompanies } from '../../api/desk.ts';
import type { Hub } from '../hub.ts';
import { toFault } from '../integrations/shapes.ts';
import { readStatus } from './store.ts';

/** Each company's way in: integrations, their standing and the freshness of their subscriptions. */
export async function listCompanies(hub: Hub): Promise<DeskCompanies> {
  const { companies, integrations, subscriptions } = await hub.door.asDesk(readStatus);
  const subscriptionsOf = groupBy(subscriptions, (row) => `${row.tenant_id} ${row.integration_id}`);
  const integrationsOf = groupBy(integrations, (row) => row.tenant_id);
  return {
    companies: companies.map((company) => ({
      companyId: company.tenant_id,
      name: company.name,
      integrations: (integrationsOf.get(company.tenant_id) ?? []).map((row) => ({
        integrationId: row.integration_id,
        name: row.name,
        status: row.status,
        lastFault: toFault(row),
        subscriptions: (subscriptionsOf.get(`${row.tenant_id} ${row.integration_id}`) ?? []).map((each) => ({
          name: each.name,
          carrierStatus: each.carrier_status,
          lastWalkAt: each.last_walk_at?.toISOString() ?? null,
        })),
      })),
    })),
  };
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
