import type { Transaction } from 'kysely';
import type { HubTables, RoleName } from '../tables.ts';

type Tx = Transaction<HubTables>;

export function openInvitations(tx: Tx, tenantId: string, now: Date) {
  return tx
    .selectFrom('invitations as i')
    .leftJoin('users as u', 'u.user_id', 'i.created_by')
    .select(['i.invitation_id', 'i.email', 'i.role', 'i.created_at', 'i.expires_at', 'u.name as invited_by'])
    .where('i.tenant_id', '=', tenantId)
    .where('i.accepted_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .where('i.expires_at', '>', now)
    .orderBy('i.created_at', 'desc')
    .execute();
}

export interface NewInvitationRow {
  readonly tenantId: string;
  readonly invitationId: string;
  readonly email: string;
  readonly role: RoleName;
  readonly tokenHash: Uint8Array;
  readonly at: Date;
  readonly by: string | null;
  readonly expiresAt: Date;
}

/** Whoever is invited again gets a new link; the old one is dead. */
export async function insertInvitation(tx: Tx, row: NewInvitationRow): Promise<void> {
  await tx
    .updateTable('invitations')
    .set({ revoked_at: row.at })
    .where('tenant_id', '=', row.tenantId)
    .where('email', '=', row.email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  await tx
    .insertInto('invitations')
    .values({
      tenant_id: row.tenantId,
      invitation_id: row.invitationId,
      email: row.email,
      role: row.role,
      token_hash: row.tokenHash,
      created_at: row.at,
      created_by: row.by,
      expires_at: row.expiresAt,
    })
    .execute();
}

/** The address of the invitation that was taken back; undefined when there was none that stands open. */
export async function revokeInvitation(
  tx: Tx,
  tenantId: string,
  invitationId: string,
  at: Date,
): Promise<string | undefined> {
  const row = await tx
    .updateTable('invitations')
    .set({ revoked_at: at })
    .where('tenant_id', '=', tenantId)
    .where('invitation_id', '=', invitationId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('email')
    .executeTakeFirst();
  return row?.email;
}

/** Locks the company's memberships, so that two administrators cannot take each other's role away at once. */
export function lockMembers(tx: Tx, tenantId: string) {
  return tx
    .selectFrom('memberships')
    .select(['user_id', 'role'])
    .where('tenant_id', '=', tenantId)
    .forUpdate()
    .execute();
}

export async function setRole(tx: Tx, tenantId: string, userId: string, role: RoleName): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ role })
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .execute();
}

export async function removeMember(tx: Tx, tenantId: string, userId: string): Promise<void> {
  await tx
    .deleteFrom('memberships')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .execute();
}

/** The invitation behind a link, as the desk: its reader belongs to no company yet. */
export function findInvitation(tx: Tx, tokenHash: Uint8Array, now: Date) {
  return tx
    .selectFrom('invitations as i')
    .innerJoin('tenants as t', 't.tenant_id', 'i.tenant_id')
    .leftJoin('users as u', 'u.email', 'i.email')
    .select(['i.tenant_id', 'i.invitation_id', 'i.email', 'i.role', 't.name as company_name', 't.locale'])
    .select(['u.user_id', 'u.name as user_name', 'u.password_hash'])
    .where('i.token_hash', '=', tokenHash)
    .where('i.accepted_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .where('i.expires_at', '>', now)
    .executeTakeFirst();
}

/** False where somebody was quicker. */
export async function markAccepted(
  tx: Tx,
  tenantId: string,
  invitationId: string,
  at: Date,
): Promise<boolean> {
  const row = await tx
    .updateTable('invitations')
    .set({ accepted_at: at })
    .where('tenant_id', '=', tenantId)
    .where('invitation_id', '=', invitationId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('invitation_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function addMember(
  tx: Tx,
  member: { readonly tenantId: string; readonly userId: string; readonly role: RoleName; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('memberships')
    .values({
      tenant_id: member.tenantId,
      user_id: member.userId,
      role: member.role,
      created_at: member.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
