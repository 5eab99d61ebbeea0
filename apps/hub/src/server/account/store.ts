import type { Transaction } from 'kysely';
import type { HubTables } from '../tables.ts';

type Tx = Transaction<HubTables>;

/** What proves who somebody is. All of it runs as the desk: a login belongs to no company. */
export function readLogin(tx: Tx, userId: string) {
  return tx
    .selectFrom('users')
    .select(['user_id', 'email', 'name', 'locale', 'password_hash', 'totp_key_id', 'totp_sealed'])
    .select(['totp_enabled_at', 'totp_last_step', 'recovery_hashes'])
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
}

export type Login = Awaited<ReturnType<typeof readLogin>>;

/** A new password ends every session but the one that set it. */
export async function setPassword(
  tx: Tx,
  userId: string,
  passwordHash: string,
  keep: Uint8Array | null,
): Promise<void> {
  await tx.updateTable('users').set({ password_hash: passwordHash }).where('user_id', '=', userId).execute();
  const sessions = tx.deleteFrom('sessions').where('user_id', '=', userId);
  await (keep ? sessions.where('session_hash', '<>', keep) : sessions).execute();
}

/** A secret that counts for nothing before it is confirmed. */
export async function keepSecret(
  tx: Tx,
  userId: string,
  secret: { readonly keyId: string; readonly sealed: Uint8Array },
): Promise<void> {
  await tx
    .updateTable('users')
    .set({
      totp_key_id: secret.keyId,
      totp_sealed: secret.sealed,
      totp_enabled_at: null,
      totp_last_step: null,
    })
    .where('user_id', '=', userId)
    .execute();
}

export async function enableSecondFactor(
  tx: Tx,
  userId: string,
  confirmed: { readonly step: number; readonly at: Date; readonly recoveryHashes: readonly string[] },
): Promise<void> {
  await tx
    .updateTable('users')
    .set({
      totp_enabled_at: confirmed.at,
      totp_last_step: confirmed.step,
      recovery_hashes: JSON.stringify(confirmed.recoveryHashes),
    })
    .where('user_id', '=', userId)
    .execute();
}

export async function endSecondFactor(tx: Tx, userId: string): Promise<void> {
  await tx
    .updateTable('users')
    .set({
      totp_key_id: null,
      totp_sealed: null,
      totp_enabled_at: null,
      totp_last_step: null,
      recovery_hashes: '[]',
    })
    .where('user_id', '=', userId)
    .execute();
}

/** False where the step, or a later one, was used meanwhile. */
export async function takeStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const row = await tx
    .updateTable('users')
    .set({ totp_last_step: step })
    .where('user_id', '=', userId)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .returning('user_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function setRecovery(tx: Tx, userId: string, hashes: readonly string[]): Promise<void> {
  await tx
    .updateTable('users')
    .set({ recovery_hashes: JSON.stringify(hashes) })
    .where('user_id', '=', userId)
    .execute();
}

/** Where the audit log of each company of a person stands. */
export async function companiesOf(tx: Tx, userId: string): Promise<string[]> {
  const rows = await tx.selectFrom('memberships').select('tenant_id').where('user_id', '=', userId).execute();
  return rows.map((row) => row.tenant_id);
}
