import type { Owner } from '../engine.ts';
import { sqlState } from '../faults.ts';
import type { LeftOut } from './catalogue.ts';
import { ownerSeesTooLittle } from './problems.ts';

const NO_RIGHT = '42501';
const POLICY = 'owner_reads';

/**
 * Makes sure that the owner reads every row. Forced row-level security binds it too unless it is a superuser or has
 * BYPASSRLS; without a policy of its own it would see empty tables, and a backup of them would look whole. So such an
 * owner is given that policy, once, in every table that lacks it.
 * @throws `OWNER_SEES_TOO_LITTLE` where the login does not own the tables
 */
export async function letOwnerSee(owner: Owner, { schemas }: LeftOut): Promise<void> {
  const { rows } = await owner.query(BLIND, [schemas]);
  for (const { table, owned } of rows) {
    if (owned !== true) throw ownerSeesTooLittle();
    await letSee(owner, String(table));
  }
}

/** A store that serves is held up no longer than this. */
async function letSee(owner: Owner, table: string): Promise<void> {
  try {
    await owner.query(`begin; set local lock_timeout = '5s';
      drop policy if exists ${POLICY} on ${table};
      create policy ${POLICY} on ${table} for select to current_user using (true); commit`);
  } catch (error) {
    await owner.query('rollback');
    throw sqlState(error) === NO_RIGHT ? ownerSeesTooLittle({}, error) : error;
  }
}

/** Tables in which the present login is bound, and lets itself see nothing. */
const BLIND = `
  select c.oid::regclass::text as table, pg_has_role(c.relowner, 'usage') as owned
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> all ($1)
     and c.relrowsecurity and (c.relforcerowsecurity or not pg_has_role(c.relowner, 'usage'))
     and not exists (select 1 from pg_roles where rolname = current_user and (rolsuper or rolbypassrls))
     and not exists (select 1 from pg_policy p
                      where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('*', 'r')
                        and pg_get_expr(p.polqual, p.polrelid) = 'true'
                        and (select oid from pg_roles where rolname = current_user) = any (p.polroles))
   order by 1`;
