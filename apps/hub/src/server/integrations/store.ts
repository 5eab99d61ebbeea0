import { type Selectable, sql, type Transaction } from 'kysely';
import { guessDirection } from '../ingestion/directions.ts';
import { lockCompany } from '../ingestion/store.ts';
import type {
  DirectionName,
  EnvironmentName,
  HubTables,
  IntegrationsTable,
  IntegrationTypeName,
  SubscriptionsTable,
} from '../tables.ts';

import { type HeldBack, heldBackOf } from './held-back.ts';

type Tx = Transaction<HubTables>;

export type IntegrationRow = Selectable<IntegrationsTable> & { readonly authorized_by_name: string | null };
export type SubscriptionRow = Selectable<SubscriptionsTable>;

export interface StoredIntegration {
  readonly integration: IntegrationRow;
  readonly subscriptions: readonly SubscriptionRow[];
  readonly heldBack: ReadonlyMap<string, readonly HeldBack[]>;
  readonly application: StoredApplication | null;
}

/** An own application without its secret. */
export interface StoredApplication {
  readonly clientId: string;
  readonly accountNumber: string;
  readonly storedAt: Date;
  readonly storedBy: string;
}

/** Newest first; integrations that were removed are left out. */
export async function listIntegrations(tx: Tx, tenantId: string): Promise<StoredIntegration[]> {
  const integrations = await integrationsOf(tx, tenantId).orderBy('i.created_at', 'desc').execute();
  const subscriptions = await subscriptionsOf(tx, tenantId).execute();
  const heldBack = await heldBackOf(tx, tenantId);
  const applications = await applicationsOf(tx, tenantId).execute();
  return integrations.map((integration) => ({
    integration,
    heldBack,
    application: applicationIn(applications, integration.integration_id),
    subscriptions: subscriptions.filter((each) => each.integration_id === integration.integration_id),
  }));
}

export async function getIntegration(
  tx: Tx,
  tenantId: string,
  integrationId: string,
): Promise<StoredIntegration | null> {
  const integration = await integrationsOf(tx, tenantId)
    .where('i.integration_id', '=', integrationId)
    .executeTakeFirst();
  if (!integration) return null;
  const subscriptions = await subscriptionsOf(tx, tenantId)
    .where('integration_id', '=', integrationId)
    .execute();
  const applications = await applicationsOf(tx, tenantId)
    .where('integration_id', '=', integrationId)
    .execute();
  const application = applicationIn(applications, integrationId);
  return { integration, subscriptions, application, heldBack: await heldBackOf(tx, tenantId) };
}

function applicationsOf(tx: Tx, tenantId: string) {
  return tx
    .selectFrom('carrier_applications')
    .select(['integration_id', 'client_id', 'account_number', 'stored_at', 'stored_by_name'])
    .where('tenant_id', '=', tenantId);
}

type ApplicationRow = Awaited<ReturnType<ReturnType<typeof applicationsOf>['execute']>>[number];

function applicationIn(rows: readonly ApplicationRow[], integrationId: string): StoredApplication | null {
  const row = rows.find((each) => each.integration_id === integrationId);
  if (!row) return null;
  const { client_id: clientId, account_number: accountNumber } = row;
  return { clientId, accountNumber, storedAt: row.stored_at, storedBy: row.stored_by_name };
}

function integrationsOf(tx: Tx, tenantId: string) {
  return tx
    .selectFrom('integrations as i')
    .leftJoin('users as u', 'u.user_id', 'i.authorized_by')
    .selectAll('i')
    .select('u.name as authorized_by_name')
    .where('i.tenant_id', '=', tenantId)
    .where('i.removed_at', 'is', null);
}

function subscriptionsOf(tx: Tx, tenantId: string) {
  return tx
    .selectFrom('subscriptions')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('removed_at', 'is', null)
    .orderBy('position');
}

/**
 * Takes the row's lock first: two changes of one integration follow each other. False when there is none. An
 * ingestion under way is waited for: it holds a subscription and may come to write the integration, so that each
 * would wait for the other.
 */
export async function lockIntegration(tx: Tx, tenantId: string, integrationId: string): Promise<boolean> {
  await lockCompany(tx, tenantId);
  const row = await tx
    .selectFrom('integrations')
    .select('integration_id')
    .where('tenant_id', '=', tenantId)
    .where('integration_id', '=', integrationId)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export interface NewIntegrationRow {
  readonly tenantId: string;
  readonly integrationId: string;
  readonly name: string;
  readonly type: IntegrationTypeName;
  readonly environment: EnvironmentName;
  readonly createdBy: string;
  readonly at: Date;
}

export async function insertIntegration(tx: Tx, row: NewIntegrationRow): Promise<void> {
  await tx
    .insertInto('integrations')
    .values({
      tenant_id: row.tenantId,
      integration_id: row.integrationId,
      name: row.name,
      type: row.type,
      environment: row.environment,
      mode: 'shadow',
      status: 'pending',
      created_at: row.at,
      created_by: row.createdBy,
    })
    .execute();
}

export interface NewSubscriptionRow {
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly integrationId: string;
  readonly position: number;
  readonly name: string;
  readonly nextReadAt: Date | null;
}

/** Most names say which way the parcels go; an administrator may say otherwise at any time. */
export async function insertSubscription(tx: Tx, row: NewSubscriptionRow): Promise<void> {
  await tx
    .insertInto('subscriptions')
    .values({
      tenant_id: row.tenantId,
      subscription_id: row.subscriptionId,
      integration_id: row.integrationId,
      position: row.position,
      name: row.name,
      direction: guessDirection(row.name),
      next_read_at: row.nextReadAt,
    })
    .execute();
}

export async function renameIntegration(
  tx: Tx,
  tenantId: string,
  integrationId: string,
  name: string,
): Promise<void> {
  await ofIntegration(tx, tenantId, integrationId).set({ name }).execute();
}

/** The row stays as the source that parcels name; it is never read again. */
export async function removeSubscriptions(
  tx: Tx,
  tenantId: string,
  subscriptionIds: readonly string[],
  at: Date,
): Promise<void> {
  if (subscriptionIds.length === 0) return;
  await tx
    .updateTable('subscriptions')
    .set({ removed_at: at, next_read_at: null, fence: sql<number>`fence + 1` })
    .where('tenant_id', '=', tenantId)
    .where('subscription_id', 'in', [...subscriptionIds])
    .execute();
}

export async function moveSubscription(
  tx: Tx,
  tenantId: string,
  subscriptionId: string,
  position: number,
): Promise<void> {
  await tx
    .updateTable('subscriptions')
    .set({ position })
    .where('tenant_id', '=', tenantId)
    .where('subscription_id', '=', subscriptionId)
    .execute();
}

export async function setDirection(
  tx: Tx,
  tenantId: string,
  subscriptionId: string,
  direction: DirectionName | null,
): Promise<void> {
  await tx
    .updateTable('subscriptions')
    .set({ direction })
    .where('tenant_id', '=', tenantId)
    .where('subscription_id', '=', subscriptionId)
    .execute();
}

/** Forgets the tokens and open authorizations, and stops every reading. */
export async function removeIntegration(
  tx: Tx,
  tenantId: string,
  integrationId: string,
  at: Date,
): Promise<void> {
  for (const table of ['carrier_grants', 'carrier_applications', 'authorizations'] as const) {
    await tx
      .deleteFrom(table)
      .where('tenant_id', '=', tenantId)
      .where('integration_id', '=', integrationId)
      .execute();
  }
  const subscriptions = await subscriptionsOf(tx, tenantId)
    .where('integration_id', '=', integrationId)
    .execute();
  const ids = subscriptions.map((each) => each.subscription_id);
  await removeSubscriptions(tx, tenantId, ids, at);
  await ofIntegration(tx, tenantId, integrationId).set({ removed_at: at }).execute();
}

/** Marks the integration as authorized; as which carrier user, only an answer can tell. */
export async function markAuthorized(
  tx: Tx,
  tenantId: string,
  integrationId: string,
  by: { readonly userId: string; readonly at: Date },
): Promise<void> {
  await ofIntegration(tx, tenantId, integrationId)
    .set({ status: 'authorized', authorized_at: by.at, authorized_by: by.userId, carrier_user: null })
    .set({ last_fault_code: null, last_fault_message: null, last_fault_at: null })
    .execute();
}

/** Every subscription of the integration becomes due; failures of the past no longer hold it back. */
export async function makeDue(tx: Tx, tenantId: string, integrationId: string, at: Date): Promise<void> {
  await tx
    .updateTable('subscriptions')
    .set({ next_read_at: at, failures: 0 })
    .where('tenant_id', '=', tenantId)
    .where('integration_id', '=', integrationId)
    .where('removed_at', 'is', null)
    .execute();
}

export async function storeSelfTest(
  tx: Tx,
  tenantId: string,
  integrationId: string,
  selfTest: unknown,
): Promise<void> {
  await ofIntegration(tx, tenantId, integrationId)
    .set({ self_test: JSON.stringify(selfTest) })
    .execute();
}

/** What the carrier calls a subscription and how it stands there; what it did not say stays as it was. */
export async function setCarrierStatus(
  tx: Tx,
  tenantId: string,
  integrationId: string,
  said: {
    readonly name: string;
    readonly carrierStatus: string | null;
    readonly carrierNumber: string | null;
  },
): Promise<void> {
  if (said.carrierStatus === null) return;
  await tx
    .updateTable('subscriptions')
    .set({ carrier_status: said.carrierStatus, carrier_number: said.carrierNumber })
    .where('tenant_id', '=', tenantId)
    .where('integration_id', '=', integrationId)
    .where('name', '=', said.name)
    .where('removed_at', 'is', null)
    .execute();
}

function ofIntegration(tx: Tx, tenantId: string, integrationId: string) {
  return tx
    .updateTable('integrations')
    .where('tenant_id', '=', tenantId)
    .where('integration_id', '=', integrationId);
}
