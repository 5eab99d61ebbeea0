import type { Transaction } from 'kysely';
import type { CompanyChange } from '../../api/company.ts';
import type { EnvironmentName, HubTables } from '../tables.ts';

type Tx = Transaction<HubTables>;

export function readCompany(tx: Tx, tenantId: string) {
  return tx
    .selectFrom('tenants')
    .select(['tenant_id', 'name', 'locale', 'zone', 'raw_days', 'event_days'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
}

export function readMembers(tx: Tx, tenantId: string) {
  return tx
    .selectFrom('memberships as m')
    .innerJoin('users as u', 'u.user_id', 'm.user_id')
    .select(['u.user_id', 'u.name', 'u.email', 'm.role', 'u.totp_enabled_at'])
    .where('m.tenant_id', '=', tenantId)
    .orderBy('u.name')
    .execute();
}

/** Whom an ordinary user asks. */
export async function administratorNames(tx: Tx, tenantId: string): Promise<string[]> {
  const members = await readMembers(tx, tenantId);
  return members.filter((member) => member.role === 'administrator').map((member) => member.name);
}

export async function changeCompany(tx: Tx, tenantId: string, change: CompanyChange): Promise<void> {
  if (Object.keys(change).length === 0) return;
  const { rawDays, eventDays, ...rest } = change;
  const days = {
    ...(rawDays === undefined ? {} : { raw_days: rawDays }),
    ...(eventDays === undefined ? {} : { event_days: eventDays }),
  };
  await tx
    .updateTable('tenants')
    .set({ ...rest, ...days })
    .where('tenant_id', '=', tenantId)
    .execute();
}

/** Where the company has an integration or had one, in the order of their names. */
export async function environmentsOf(tx: Tx, tenantId: string): Promise<EnvironmentName[]> {
  const rows = await tx
    .selectFrom('integrations')
    .select('environment')
    .distinct()
    .where('tenant_id', '=', tenantId)
    .orderBy('environment')
    .execute();
  return rows.map(({ environment }) => environment);
}
