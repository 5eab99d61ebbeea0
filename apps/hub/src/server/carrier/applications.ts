import type { Sealer } from '@lading/kit/crypto';
import type { Selectable, Transaction } from 'kysely';
import type { CarrierApplicationsTable, HubTables } from '../tables.ts';
import type { ApplicationKey } from './client.ts';

type Tx = Transaction<HubTables>;

/** An application of a company's own and the account it speaks for. Never logged, never stored like this. */
export interface OwnApplication extends ApplicationKey {
  /** Six characters, sent as `x-merchant-id`. */
  readonly accountNumber: string;
}

type ApplicationRow = Selectable<CarrierApplicationsTable>;

interface Key {
  readonly tenantId: string;
  readonly integrationId: string;
}

export async function readApplication(
  tx: Tx,
  { tenantId, integrationId }: Key,
): Promise<ApplicationRow | null> {
  const row = await tx
    .selectFrom('carrier_applications')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('integration_id', '=', integrationId)
    .executeTakeFirst();
  return row ?? null;
}

/** Sealed for one company: a row moved to another company opens nothing. */
export function openApplication(sealer: Sealer, row: ApplicationRow): OwnApplication {
  const secret = sealer.open(row.sealed_secret, row.key_id, row.tenant_id);
  return {
    clientId: row.client_id,
    clientSecret: Buffer.from(secret).toString('utf8'),
    accountNumber: row.account_number,
  };
}

/** Puts the application in place of whatever was there. */
export async function putApplication(
  tx: Tx,
  sealer: Sealer,
  { tenantId, integrationId }: Key,
  application: OwnApplication,
  by: { readonly at: Date; readonly userId: string; readonly name: string },
): Promise<void> {
  const { keyId, sealed } = sealer.seal(application.clientSecret, tenantId);
  const values = {
    client_id: application.clientId,
    account_number: application.accountNumber,
    key_id: keyId,
    sealed_secret: sealed,
    stored_at: by.at,
    stored_by: by.userId,
    stored_by_name: by.name,
  };
  await tx
    .insertInto('carrier_applications')
    .values({ tenant_id: tenantId, integration_id: integrationId, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'integration_id']).doUpdateSet(values))
    .execute();
}
