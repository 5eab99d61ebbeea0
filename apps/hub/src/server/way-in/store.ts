import type { Transaction } from 'kysely';
import type { HubTables, StepWay, WayInStepsTable } from '../tables.ts';
import type { Account } from './accounts.ts';
import type { Standing } from './rules.ts';

type Tx = Transaction<HubTables>;
export type StepName = WayInStepsTable['step'];

export function readSteps(tx: Tx, tenantId: string) {
  return tx.selectFrom('way_in_steps').selectAll().where('tenant_id', '=', tenantId).execute();
}

export interface StepRow {
  readonly tenantId: string;
  readonly step: StepName;
  readonly how: StepWay | null;
  readonly carrierUser: string | null;
  readonly email: string | null;
  readonly at: Date;
  readonly by: { readonly userId: string; readonly name: string };
}

/** Whoever takes a step again stands for it from then on. */
export async function putStep(tx: Tx, { tenantId, step, ...row }: StepRow): Promise<void> {
  const values = {
    how: row.how,
    carrier_user: row.carrierUser,
    email: row.email,
    done_at: row.at,
    done_by: row.by.userId,
    done_by_name: row.by.name,
  };
  await tx
    .insertInto('way_in_steps')
    .values({ tenant_id: tenantId, step, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'step']).doUpdateSet(values))
    .execute();
}

export async function removeStep(tx: Tx, tenantId: string, step: StepName): Promise<void> {
  await tx.deleteFrom('way_in_steps').where('tenant_id', '=', tenantId).where('step', '=', step).execute();
}

/** Newest first; integrations that were removed, or that belong to another environment, are left out. */
export async function readStandings(tx: Tx, tenantId: string, environment: Environment): Promise<Standing[]> {
  const rows = await tx
    .selectFrom('integrations as i')
    .leftJoin('users as u', 'u.user_id', 'i.authorized_by')
    .leftJoin('validations as v', (join) =>
      join.onRef('v.tenant_id', '=', 'i.tenant_id').onRef('v.integration_id', '=', 'i.integration_id'),
    )
    .select(['i.integration_id', 'i.type', 'i.status', 'i.authorized_at', 'u.name', 'v.validated_at'])
    .select('v.validated_by_name')
    .where('i.tenant_id', '=', tenantId)
    .where('i.environment', '=', environment)
    .where('i.removed_at', 'is', null)
    .orderBy('i.created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    integrationId: row.integration_id,
    type: row.type,
    status: row.status,
    authorizedAt: row.authorized_at,
    authorizedBy: row.name,
    validatedAt: row.validated_at,
    validatedBy: row.validated_by_name,
  }));
}

type Environment = HubTables['integrations']['environment'];

export async function readProvidedNames(tx: Tx, tenantId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('provided_subscriptions')
    .select('name')
    .where('tenant_id', '=', tenantId)
    .orderBy('position')
    .execute();
  return rows.map(({ name }) => name);
}

export function readContact(tx: Tx, tenantId: string) {
  return tx
    .selectFrom('company_contacts')
    .select(['name', 'email', 'telephone'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
}

export async function readAccountRows(tx: Tx, tenantId: string): Promise<Account[]> {
  const rows = await tx
    .selectFrom('carrier_accounts')
    .select(['account_number', 'name', 'group_name'])
    .where('tenant_id', '=', tenantId)
    .orderBy('group_name')
    .orderBy('name')
    .orderBy('account_number')
    .execute();
  return rows.map(({ account_number: number, name, group_name: group }) => ({ number, name, group }));
}

export async function countAccounts(tx: Tx, tenantId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('carrier_accounts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Rows per statement: well below the 65,535 parameters of one. */
const AT_ONCE = 1_000;

/** The directory becomes exactly these accounts. */
export async function replaceAccounts(tx: Tx, tenantId: string, accounts: readonly Account[]): Promise<void> {
  await tx.deleteFrom('carrier_accounts').where('tenant_id', '=', tenantId).execute();
  for (let from = 0; from < accounts.length; from += AT_ONCE) {
    const rows = accounts.slice(from, from + AT_ONCE).map(({ number, name, group }) => ({
      ...{ tenant_id: tenantId, account_number: number, name, group_name: group },
    }));
    await tx.insertInto('carrier_accounts').values(rows).execute();
  }
}
