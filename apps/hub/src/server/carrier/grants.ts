import { type Selectable, sql, type Transaction } from 'kysely';
import type { CarrierGrantsTable, EnvironmentName, HubTables, IntegrationStatusName } from '../tables.ts';

type Tx = Transaction<HubTables>;

/** What the carrier gave us, in the clear: never logged, never stored like this. */
export interface TokenPair {
  readonly accessToken: string;
  /** Null for an application's own token: a new one is asked for with what the application proves itself by. */
  readonly refreshToken: string | null;
}

/** A token pair with its lifetimes as instants on the hub's clock. */
export interface IssuedTokens extends TokenPair {
  readonly accessExpiresAt: Date;
  readonly refreshExpiresAt: Date | null;
  readonly refreshCount: number;
}

export interface SealedTokens {
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

export type GrantRow = Selectable<CarrierGrantsTable>;

/** An integration's standing and its grant, read together; null when there is no such integration (any more). */
export interface Standing {
  readonly environment: EnvironmentName;
  readonly status: IntegrationStatusName;
  readonly name: string;
  readonly grant: GrantRow | null;
  /** The right to refresh was taken, not given back, and its time is over. */
  readonly isLeaseOver: boolean;
}

export async function readStanding(
  tx: Tx,
  tenantId: string,
  integrationId: string,
): Promise<Standing | null> {
  const integration = await tx
    .selectFrom('integrations')
    .select(['environment', 'status', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('integration_id', '=', integrationId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!integration) return null;
  const grant = await tx
    .selectFrom('carrier_grants')
    .selectAll()
    .select(sql<boolean>`coalesce(lease_until < clock_timestamp(), false)`.as('is_lease_over'))
    .where('tenant_id', '=', tenantId)
    .where('integration_id', '=', integrationId)
    .executeTakeFirst();
  return { ...integration, grant: grant ?? null, isLeaseOver: grant?.is_lease_over ?? false };
}

/** Puts a fresh authorization in place of whatever was there; waiting refreshers see the version move. */
export async function putGrant(
  tx: Tx,
  key: { readonly tenantId: string; readonly integrationId: string; readonly at: Date },
  issued: Omit<IssuedTokens, keyof TokenPair>,
  tokens: SealedTokens,
): Promise<void> {
  const values = {
    key_id: tokens.keyId,
    sealed_tokens: tokens.sealed,
    access_expires_at: issued.accessExpiresAt,
    refresh_expires_at: issued.refreshExpiresAt,
    refresh_count: issued.refreshCount,
    lease_owner: null,
    lease_until: null,
    stored_at: key.at,
  };
  await tx
    .insertInto('carrier_grants')
    .values({ tenant_id: key.tenantId, integration_id: key.integrationId, version: 1, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'integration_id'])
        .doUpdateSet({ ...values, version: sql<number>`carrier_grants.version + 1` }),
    )
    .execute();
}

export interface GrantVersion {
  readonly tenantId: string;
  readonly integrationId: string;
  readonly version: number;
}

/** Stores refreshed tokens where the version is still the one they were made from; false when it is not. */
export async function storeRefreshed(
  tx: Tx,
  grant: GrantVersion,
  issued: Omit<IssuedTokens, keyof TokenPair>,
  tokens: SealedTokens,
  at: Date,
): Promise<boolean> {
  const stored = await updateVersion(tx, grant)
    .set({
      version: grant.version + 1,
      key_id: tokens.keyId,
      sealed_tokens: tokens.sealed,
      access_expires_at: issued.accessExpiresAt,
      refresh_expires_at: issued.refreshExpiresAt,
      refresh_count: issued.refreshCount,
      lease_owner: null,
      lease_until: null,
      stored_at: at,
    })
    .executeTakeFirst();
  return stored.numUpdatedRows === 1n;
}

/** The grant's row as long as nobody put other tokens into it. */
export function updateVersion(tx: Tx, grant: GrantVersion) {
  return tx
    .updateTable('carrier_grants')
    .where('tenant_id', '=', grant.tenantId)
    .where('integration_id', '=', grant.integrationId)
    .where('version', '=', grant.version);
}
