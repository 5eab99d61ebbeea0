import type { Owner } from '../engine.ts';

/**
 * Runs `work` while the tables take rows in any order: without foreign keys, without triggers of ours, and without
 * row-level security for their owner. Afterwards all of it stands again, and the keys have been checked. Belongs
 * into a transaction: others never see the tables open.
 */
export async function withOpenTables(
  owner: Owner,
  exceptSchemas: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const bars: Bar[] = [];
  for (const sql of [FOREIGN_KEYS, TRIGGERS, FORCED_SECURITY]) {
    const { rows } = await owner.query(sql, [exceptSchemas]);
    bars.push(...(rows as Bar[]));
  }
  for (const { lift } of bars) await owner.query(lift);
  await work();
  for (const { put } of bars) await owner.query(put);
}

interface Bar {
  readonly lift: string;
  readonly put: string;
}

const FOREIGN_KEYS = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as lift,
         format('alter table %s add constraint %I %s', conrelid::regclass, conname,
                pg_get_constraintdef(k.oid)) as put
    from pg_constraint k
   where contype = 'f' and conparentid = 0 and connamespace::regnamespace::text <> all ($1)`;

const TRIGGERS = `
  select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as lift,
         format('alter table %s enable trigger %I', tgrelid::regclass, tgname) as put
    from pg_trigger t join pg_class c on c.oid = tgrelid
   where not tgisinternal and tgenabled = 'O' and tgparentid = 0
     and relnamespace::regnamespace::text <> all ($1)`;

const FORCED_SECURITY = `
  select format('alter table %s no force row level security', oid::regclass) as lift,
         format('alter table %s force row level security', oid::regclass) as put
    from pg_class
   where relforcerowsecurity and relkind in ('r', 'p') and relnamespace::regnamespace::text <> all ($1)`;
