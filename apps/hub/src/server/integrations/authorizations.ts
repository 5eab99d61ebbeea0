import type { Selectable, Transaction } from 'kysely';
import type { AuthorizationOutcome, AuthorizationsTable, HubTables } from '../tables.ts';

type Tx = Transaction<HubTables>;

export type AuthorizationRow = Selectable<AuthorizationsTable>;

export interface NewAuthorizationRow {
  readonly tenantId: string;
  readonly authorizationId: string;
  readonly stateHash: Uint8Array;
  readonly integrationId: string;
  readonly userId: string;
  readonly sessionHash: Uint8Array;
  readonly at: Date;
  readonly expiresAt: Date;
}

/** A new press of Authorize ends every earlier one that was still waiting. */
export async function openAuthorization(tx: Tx, row: NewAuthorizationRow): Promise<void> {
  await tx
    .updateTable('authorizations')
    .set({ outcome: 'expired' })
    .where('tenant_id', '=', row.tenantId)
    .where('integration_id', '=', row.integrationId)
    .where('outcome', '=', 'waiting')
    .execute();
  await tx
    .insertInto('authorizations')
    .values({
      tenant_id: row.tenantId,
      authorization_id: row.authorizationId,
      state_hash: row.stateHash,
      integration_id: row.integrationId,
      user_id: row.userId,
      session_hash: row.sessionHash,
      created_at: row.at,
      expires_at: row.expiresAt,
      outcome: 'waiting',
    })
    .execute();
}

export async function findAuthorization(
  tx: Tx,
  tenantId: string,
  by: { readonly stateHash: Uint8Array } | { readonly authorizationId: string },
): Promise<AuthorizationRow | null> {
  const query = tx.selectFrom('authorizations').selectAll().where('tenant_id', '=', tenantId);
  const row = await ('stateHash' in by
    ? query.where('state_hash', '=', by.stateHash)
    : query.where('authorization_id', '=', by.authorizationId)
  ).executeTakeFirst();
  return row ?? null;
}

/** Moves an authorization on, once: false when its outcome was no longer `from`. */
export async function moveAuthorization(
  tx: Tx,
  key: { readonly tenantId: string; readonly authorizationId: string },
  from: AuthorizationOutcome,
  to: AuthorizationOutcome,
  fault: { readonly code: string; readonly message: string } | null = null,
): Promise<boolean> {
  const moved = await tx
    .updateTable('authorizations')
    .set({ outcome: to, fault_code: fault?.code ?? null, fault_message: fault?.message ?? null })
    .where('tenant_id', '=', key.tenantId)
    .where('authorization_id', '=', key.authorizationId)
    .where('outcome', '=', from)
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}
