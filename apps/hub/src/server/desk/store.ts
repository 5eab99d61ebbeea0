import type { Transaction } from 'kysely';
import type { Contact } from '../../api/way-in.ts';
import type { EnvironmentName, HubTables } from '../tables.ts';

type Tx = Transaction<HubTables>;

/** Everything that the desk shows. Runs as the desk role, which has no right to tokens, parcels or raw answers. */
export async function readStatus(tx: Tx, environment: EnvironmentName) {
  return {
    companies: await tx.selectFrom('tenants').select(['tenant_id', 'name']).orderBy('name').execute(),
    integrations: await readIntegrations(tx, environment),
    subscriptions: await readSubscriptions(tx),
    steps: await tx.selectFrom('way_in_steps').selectAll().execute(),
    contacts: await tx.selectFrom('company_contacts').selectAll().execute(),
    names: await tx.selectFrom('provided_subscriptions').selectAll().orderBy('position').execute(),
  };
}

export type DeskRows = Awaited<ReturnType<typeof readStatus>>;

function readIntegrations(tx: Tx, environment: EnvironmentName) {
  return tx
    .selectFrom('integrations as i')
    .leftJoin('validations as v', (join) =>
      join.onRef('v.tenant_id', '=', 'i.tenant_id').onRef('v.integration_id', '=', 'i.integration_id'),
    )
    .select(['i.tenant_id', 'i.integration_id', 'i.name', 'i.status', 'i.authorized_at', 'i.self_test'])
    .select(['i.last_fault_code', 'i.last_fault_message', 'i.last_fault_at'])
    .select(['v.validated_at', 'v.validated_by_name'])
    .where('i.removed_at', 'is', null)
    .where('i.environment', '=', environment)
    .orderBy('i.created_at')
    .execute();
}

function readSubscriptions(tx: Tx) {
  return tx
    .selectFrom('subscriptions')
    .select(['tenant_id', 'integration_id', 'name', 'carrier_status', 'last_walk_at'])
    .where('removed_at', 'is', null)
    .orderBy('position')
    .execute();
}

export async function hasCompany(tx: Tx, tenantId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('tenants')
    .select('tenant_id')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Null where there is none; locked against nobody, because the desk changes nothing of it. */
export async function integrationStatus(tx: Tx, tenantId: string, integrationId: string) {
  const row = await tx
    .selectFrom('integrations')
    .select('status')
    .where('tenant_id', '=', tenantId)
    .where('integration_id', '=', integrationId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row?.status ?? null;
}

export async function putContact(tx: Tx, tenantId: string, contact: Contact | null): Promise<void> {
  await tx.deleteFrom('company_contacts').where('tenant_id', '=', tenantId).execute();
  if (contact === null) return;
  await tx
    .insertInto('company_contacts')
    .values({ tenant_id: tenantId, ...contact })
    .execute();
}

export interface By {
  readonly userId: string;
  readonly name: string;
  readonly at: Date;
}

export async function putNames(tx: Tx, tenantId: string, names: readonly string[], by: By): Promise<void> {
  await tx.deleteFrom('provided_subscriptions').where('tenant_id', '=', tenantId).execute();
  if (names.length === 0) return;
  await tx
    .insertInto('provided_subscriptions')
    .values(
      names.map((name, index) => ({
        ...{ tenant_id: tenantId, position: index + 1, name },
        ...{ provided_at: by.at, provided_by: by.userId, provided_by_name: by.name },
      })),
    )
    .execute();
}

export async function putValidation(tx: Tx, tenantId: string, integrationId: string, by: By): Promise<void> {
  const values = { validated_at: by.at, validated_by: by.userId, validated_by_name: by.name };
  await tx
    .insertInto('validations')
    .values({ tenant_id: tenantId, integration_id: integrationId, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'integration_id']).doUpdateSet(values))
    .execute();
}

export async function removeValidation(tx: Tx, tenantId: string, integrationId: string): Promise<void> {
  await tx
    .deleteFrom('validations')
    .where('tenant_id', '=', tenantId)
    .where('integration_id', '=', integrationId)
    .execute();
}
