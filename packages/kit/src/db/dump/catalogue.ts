import type { Owner } from '../engine.ts';
import type { DumpedSequence, DumpedTable } from './format.ts';

/** Tables that are left out: whole schemas, or tables by name. */
export interface LeftOut {
  readonly schemas: readonly string[];
  readonly tables: readonly string[];
}

export type TableShape = Omit<DumpedTable, 'rows'>;

/** Every table of our own (not the database's, not an extension's) in order of name; parts of one stand with it. */
export async function readTables(owner: Owner, leftOut: LeftOut): Promise<readonly TableShape[]> {
  const { rows } = await owner.query(
    `select n.nspname as schema, c.relname as name,
       (select coalesce(jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
                 order by a.attnum), '[]')
          from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select coalesce(jsonb_agg(a.attname order by k.place), '[]')
          from pg_index x cross join unnest(x.indkey::int2[]) with ordinality as k(number, place)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
         where x.indrelid = c.oid and x.indisprimary) as key,
       (select coalesce(jsonb_agg(jsonb_build_object('schema', pn.nspname, 'name', p.relname,
                 'bound', pg_get_expr(p.relpartbound, p.oid)) order by p.relname), '[]')
          from pg_inherits i join pg_class p on p.oid = i.inhrelid join pg_namespace pn on pn.oid = p.relnamespace
         where i.inhparent = c.oid and p.relispartition) as partitions
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition
        and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and n.nspname <> all ($1) and c.relname <> all ($2)
        and not exists (select 1 from pg_depend d
                         where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      order by n.nspname, c.relname`,
    [leftOut.schemas, leftOut.tables],
  );
  return rows as TableShape[];
}

export async function readSequences(owner: Owner, leftOut: LeftOut): Promise<readonly DumpedSequence[]> {
  const { rows } = await owner.query(
    `select schemaname as schema, sequencename as name, last_value::text as last
       from pg_sequences where last_value is not null and schemaname <> all ($1) order by 1, 2`,
    [leftOut.schemas],
  );
  return rows as DumpedSequence[];
}
