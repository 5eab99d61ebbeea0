import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { HubTables } from '../../tables.ts';
import type { HubDatabase } from '../../testing.ts';
import type { Imagined } from './planted.ts';

/** `parcels` → a hash over all of a company's rows in it, as one of the serving roles reads them. */
export type Fingerprint = ReadonlyMap<string, string>;

interface Readable {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Tables with rows of companies or of their people, with the columns that a role may read. */
export async function readable(tx: Transaction<HubTables>): Promise<readonly Readable[]> {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select p.table_name as name, array_agg(p.column_name::text order by p.column_name) as columns
    from information_schema.column_privileges p
    where p.table_schema = 'public' and p.privilege_type = 'SELECT' and p.grantee = current_user
    group by p.table_name order by p.table_name`.execute(tx);
  return rows.map(({ name, columns }) => ({ table: name, columns }));
}

/** Whose rows: the company's, and of tables without a company those of its two people. */
function condition({ table, columns }: Readable, { tenantId, ids }: Imagined): RawBuilder<unknown> | null {
  const people = sql.join([ids.userId, ids.colleagueId]);
  if (columns.includes('tenant_id') && table !== 'sessions') return sql`tenant_id = ${tenantId}::uuid`;
  return columns.includes('user_id') ? sql`user_id::text in (${people})` : null;
}

function hashOf(each: Readable, company: Imagined): RawBuilder<unknown>[] {
  const where = condition(each, company);
  if (where === null) return [];
  const columns = sql.join(each.columns.map((column) => sql.ref(column)));
  return [
    sql`select ${each.table}::text as name, count(*)::int as count,
          coalesce(md5(string_agg(row_text, '|' order by row_text)), '') as hash
        from (select row(${columns})::text as row_text from ${sql.table(each.table)} where ${where}) as t`,
  ];
}

/** Hashes of the company's rows in every table, read as the company and as customer success. */
export class RowWatch {
  readonly #database: HubDatabase;
  readonly #company: Imagined;
  #tables: { readonly tenant: readonly Readable[]; readonly desk: readonly Readable[] } | null = null;

  constructor(database: HubDatabase, company: Imagined) {
    this.#database = database;
    this.#company = company;
  }

  /** `desk parcels` → hash. A table without a row of the company is named in `empty`. */
  async look(): Promise<{ readonly rows: Fingerprint; readonly empty: ReadonlySet<string> }> {
    const { door } = this.#database;
    const { tenantId } = this.#company;
    this.#tables ??= {
      tenant: await door.asTenant(tenantId, readable),
      desk: await door.asDesk(readable),
    };
    const { tenant, desk } = this.#tables;
    const seen = [
      ...(await door.asTenant(tenantId, (tx) => this.#hashes(tx, tenant))),
      ...(await door.asDesk((tx) => this.#hashes(tx, desk))),
    ];
    const filled = new Set(seen.filter(({ count }) => count > 0).map(({ name }) => name));
    return {
      rows: new Map(seen.map(({ name, hash }, index) => [`${index} ${name}`, hash])),
      empty: new Set(seen.map(({ name }) => name).filter((name) => !filled.has(name))),
    };
  }

  async #hashes(tx: Transaction<HubTables>, tables: readonly Readable[]) {
    const parts = tables.flatMap((each) => hashOf(each, this.#company));
    const { rows } = await sql<{ name: string; count: number; hash: string }>`${sql.join(
      parts,
      sql` union all `,
    )}`.execute(tx);
    return rows;
  }
}

/** The tables in which the two differ. */
export function changedTables(before: Fingerprint, after: Fingerprint): string[] {
  const changed = [...before].filter(([key, hash]) => after.get(key) !== hash).map(([key]) => key);
  return [...new Set(changed.map((key) => key.replace(/^\d+ /, '')))];
}
