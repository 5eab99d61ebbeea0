import type { Owner } from './engine.ts';

/** A table partitioned by the month of a timestamp, with a default partition `<name>_default`. */
export interface MonthlyTable {
  readonly name: string;
  /** The column whose month decides. */
  readonly key: string;
}

/** `YYYY-MM`; months of UTC. */
export type Month = string;

/** What one visit of the owner changed; each as `<table>_YYYY_MM`. */
export interface MonthsChanged {
  readonly made: readonly string[];
  readonly archived: readonly string[];
}

export interface MonthsOrder {
  readonly tables: readonly {
    readonly table: MonthlyTable;
    /** Months before this one are detached into the schema `archive`. */
    readonly keepFrom: Month;
  }[];
  /** Months that must stand, whether or not there are rows of them. */
  readonly wanted: readonly Month[];
}

/** A date from a damaged file must not make a table: rows of other years stay in the default partition. */
const FIRST_MADE: Month = '2000-01';
/** A store that serves waits no longer than this for the owner, who comes again later. */
const LOCK_WAIT = '5s';
/** Any fixed number: it names the lock under which one process at a time changes months. */
const MONTHS_LOCK = 7_210_436;

export function monthOf(instantMs: number): Month {
  return new Date(instantMs).toISOString().slice(0, 7);
}

/** The month so many later; earlier for a negative count. */
export function monthAfter(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return monthOf(Date.UTC(year, number - 1 + count, 1));
}

/**
 * Makes the wanted months and those of rows that lie in a default partition, then detaches what is past. Each month
 * is one transaction: broken off half-way, the next visit goes on.
 * @throws what the store throws, for one when it was too busy to give a lock.
 */
export async function keepMonths(owner: Owner, { tables, wanted }: MonthsOrder): Promise<MonthsChanged> {
  await owner.query(`select pg_advisory_lock(${MONTHS_LOCK})`);
  try {
    const made: string[] = [];
    const archived: string[] = [];
    for (const { table, keepFrom } of tables) {
      made.push(...(await makeMissing(owner, table, wanted)));
      archived.push(...(await archiveBefore(owner, table, keepFrom)));
      // Nothing else gathers figures of the whole, only of its partitions.
      if (made.length + archived.length > 0) await owner.query(`analyze ${table.name}`);
    }
    return { made, archived };
  } finally {
    await owner.query(`select pg_advisory_unlock(${MONTHS_LOCK})`);
  }
}

async function makeMissing(owner: Owner, table: MonthlyTable, wanted: readonly Month[]): Promise<string[]> {
  const standing = new Set(await standingMonths(owner, table));
  const last = [...wanted].sort().at(-1) ?? FIRST_MADE;
  const strayed = await strayedMonths(owner, table, last);
  const missing = [...new Set([...wanted, ...strayed])].sort().filter((month) => !standing.has(month));
  for (const month of missing) await inTransaction(owner, makeMonth(table, month));
  return missing.map((month) => partitionOf(table, month));
}

async function standingMonths(owner: Owner, { name }: MonthlyTable): Promise<Month[]> {
  const { rows } = await owner.query(
    `select replace(right(c.relname, 7), '_', '-') as month
       from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = $1::regclass and c.relname ~ '_[0-9]{4}_[0-9]{2}$' order by 1`,
    [name],
  );
  return rows.map((row) => String(row.month));
}

/** The months of rows that came before their month was made. */
async function strayedMonths(owner: Owner, { name, key }: MonthlyTable, last: Month): Promise<Month[]> {
  const { rows } = await owner.query(
    `select distinct to_char(${key}, 'YYYY-MM') as month from ${name}_default
      where ${key} >= '${startOf(FIRST_MADE)}' and ${key} < '${startOf(monthAfter(last, 1))}'`,
  );
  return rows.map((row) => String(row.month));
}

/** The rows are moved before the partition is attached: until then nobody can see it, afterwards all of them. */
function makeMonth({ name, key }: MonthlyTable, month: Month): string[] {
  const partition = partitionOf({ name }, month);
  const [from, to] = [startOf(month), startOf(monthAfter(month, 1))];
  return [
    `lock table ${name}_default in access exclusive mode`,
    `create table ${partition} (like ${name} including defaults including constraints)`,
    `with moved as (
       delete from ${name}_default where ${key} >= '${from}' and ${key} < '${to}' returning *
     ) insert into ${partition} select * from moved`,
    `alter table ${partition} enable row level security`,
    `alter table ${partition} force row level security`,
    `create policy owner on ${partition} to current_user using (true) with check (true)`,
    `alter table ${name} attach partition ${partition} for values from ('${from}') to ('${to}')`,
  ];
}

async function archiveBefore(owner: Owner, table: MonthlyTable, keepFrom: Month): Promise<string[]> {
  const past = (await standingMonths(owner, table)).filter((month) => month < keepFrom);
  for (const month of past) {
    const partition = partitionOf(table, month);
    await inTransaction(owner, [
      `alter table ${table.name} detach partition ${partition}`,
      ...((await isArchived(owner, partition)) ? await joinArchived(owner, partition) : moveAway(partition)),
    ]);
  }
  return past.map((month) => partitionOf(table, month));
}

function moveAway(partition: string): string[] {
  return [`alter table ${partition} set schema archive`];
}

/** A month in which rows turned up after it had gone to the archive, which keeps the columns that it had then. */
async function joinArchived(owner: Owner, partition: string): Promise<string[]> {
  const { rows } = await owner.query(`select string_agg(quote_ident(attname), ', ' order by attnum) as columns
    from pg_attribute where attrelid = 'archive.${partition}'::regclass and attnum > 0 and not attisdropped`);
  const columns = String(rows[0]?.columns);
  return [
    `insert into archive.${partition} (${columns}) select ${columns} from ${partition} on conflict do nothing`,
    `drop table ${partition}`,
  ];
}

async function isArchived(owner: Owner, partition: string): Promise<boolean> {
  const { rows } = await owner.query(`select to_regclass('archive.${partition}') is not null as is_there`);
  return rows[0]?.is_there === true;
}

async function inTransaction(owner: Owner, statements: readonly string[]): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query(`set local lock_timeout = '${LOCK_WAIT}'`);
    for (const statement of statements) await owner.query(statement);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

function partitionOf({ name }: Pick<MonthlyTable, 'name'>, month: Month): string {
  return `${name}_${month.replace('-', '_')}`;
}

/** Reads as UTC for a column with a zone, and as it stands for one without. */
function startOf(month: Month): string {
  return `${month}-01 00:00:00+00`;
}
