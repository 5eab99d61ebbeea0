import type { Owner } from '../engine.ts';
import { type LeftOut, readTables, type TableShape } from './catalogue.ts';
import type { OpenDump } from './file.ts';
import { type DumpedTable, type DumpHeader, quoted, rowsOf } from './format.ts';
import { withOpenTables } from './open-tables.ts';
import { dumpIsUnreadable, targetIsNotEmpty, targetTableDiffers } from './problems.ts';
import type { Progress } from './read.ts';

export interface LoadOrder {
  readonly leftOut: LeftOut;
  /** How the target is named to whoever finds it in use. */
  readonly target: string;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Last words within the same transaction. */
  readonly finish?: (owner: Owner) => Promise<void>;
}

/** One statement takes rows of about this much, or so many. */
const BATCH_LENGTH = 1_000_000;
const BATCH_ROWS = 5_000;
/** The table in which the migrations themselves are noted: the one that is not empty. */
const MIGRATIONS = 'lading_migrations';

/**
 * Puts the dump's rows into tables that its migrations have made, in one transaction: all of them or none.
 * @throws `RESTORE_TARGET_NOT_EMPTY`, `RESTORE_TABLE_DIFFERS`, `DUMP_UNREADABLE`, and what reading the file throws
 */
export async function loadDump(owner: Owner, dump: OpenDump, order: LoadOrder): Promise<void> {
  await owner.query(`begin; set local lock_timeout = '10s'; set local timezone = 'UTC'`);
  try {
    await withOpenTables(owner, order.leftOut.schemas, async () => {
      const standing = await readTables(owner, order.leftOut);
      await refuseRows(owner, standing, order.target);
      await owner.query(`delete from ${MIGRATIONS}`);
      await makeMissing(owner, dump.header, standing);
      await loadRows(owner, dump, order);
    });
    await setSequences(owner, dump.header);
    await order.finish?.(owner);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
  await owner.query('analyze');
}

/** Under a lock that lets nobody write meanwhile. @throws `RESTORE_TARGET_NOT_EMPTY` */
async function refuseRows(owner: Owner, tables: readonly TableShape[], target: string): Promise<void> {
  for (const { schema, name } of tables.filter((table) => table.name !== MIGRATIONS)) {
    const table = quoted(schema, name);
    await owner.query(`lock table ${table} in access exclusive mode`);
    const { rows } = await owner.query(`select exists (select 1 from ${table}) as filled`);
    if (rows[0]?.filled !== false) throw targetIsNotEmpty({ target });
  }
}

/** Parts of tables by month, and tables set aside, stand in no migration: they are made as the dump says. */
async function makeMissing(
  owner: Owner,
  { tables }: DumpHeader,
  standing: readonly TableShape[],
): Promise<void> {
  for (const table of tables) {
    const found = standing.find(({ schema, name }) => schema === table.schema && name === table.name);
    if (!found) await makeTable(owner, table);
    else if (!hasSameColumns(found, table)) throw targetTableDiffers({ table: table.name });
    else await makePartitions(owner, table, found);
  }
}

function hasSameColumns(found: TableShape, { columns }: DumpedTable): boolean {
  const words = (list: TableShape['columns']): string =>
    list
      .map(({ name, type }) => `${name} ${type}`)
      .sort()
      .join('\n');
  return words(found.columns) === words(columns);
}

async function makeTable(owner: Owner, { schema, name, columns, key }: DumpedTable): Promise<void> {
  const lines = columns.map((column) => `${quoted(column.name)} ${column.type}`);
  if (key.length > 0) lines.push(`primary key (${key.map((column) => quoted(column)).join(', ')})`);
  await owner.query(`create schema if not exists ${quoted(schema)}`);
  await owner.query(`create table ${quoted(schema, name)} (${lines.join(', ')})`);
  await closeToOthers(owner, quoted(schema, name));
}

/** No serving login has business with such a table by itself. */
async function closeToOthers(owner: Owner, table: string): Promise<void> {
  await owner.query(`alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy owner on ${table} to current_user using (true) with check (true)`);
}

/** The target is empty, so parts that only its migrations made give way to those of the dump. */
async function makePartitions(owner: Owner, table: DumpedTable, found: TableShape): Promise<void> {
  const key = (part: TableShape['partitions'][number]): string => `${part.schema}.${part.name} ${part.bound}`;
  const wanted = new Set(table.partitions.map(key));
  const standing = new Set(found.partitions.map(key));
  for (const part of found.partitions) {
    if (!wanted.has(key(part))) await owner.query(`drop table ${quoted(part.schema, part.name)}`);
  }
  for (const part of table.partitions) {
    if (standing.has(key(part))) continue;
    const made = quoted(part.schema, part.name);
    await owner.query(`create schema if not exists ${quoted(part.schema)}`);
    await owner.query(`create table ${made} partition of ${quoted(table.schema, table.name)} ${part.bound}`);
    await closeToOthers(owner, made);
  }
}

async function loadRows(owner: Owner, { header, nextRow }: OpenDump, order: LoadOrder): Promise<void> {
  const ofRows = rowsOf(header);
  let rows = 0;
  for (const table of header.tables) {
    const insert = insertInto(table);
    for (let left = table.rows; left > 0; ) {
      const batch = await takeBatch(nextRow, left);
      await owner.query(insert, [`[${batch.join(',')}]`]);
      left -= batch.length;
      rows += batch.length;
      order.onProgress?.({ table: table.name, rows, ofRows });
    }
  }
}

/** A row crosses as the array of its texts; each text becomes a value by its column's own input. */
function insertInto({ schema, name, columns }: DumpedTable): string {
  const names = columns.map((column) => quoted(column.name)).join(', ');
  const values = columns.map(({ type }, at) => `(line->>${at})::${type}`).join(', ');
  return `insert into ${quoted(schema, name)} (${names}) overriding system value
    select ${values} from jsonb_array_elements($1::text::jsonb) as lines(line)`;
}

async function takeBatch(nextRow: OpenDump['nextRow'], most: number): Promise<string[]> {
  const batch: string[] = [];
  for (let length = 0; batch.length < Math.min(most, BATCH_ROWS) && length < BATCH_LENGTH; ) {
    const line = await nextRow();
    if (line === undefined) throw dumpIsUnreadable({ what: 'rows' });
    batch.push(line);
    length += line.length;
  }
  return batch;
}

async function setSequences(owner: Owner, { sequences }: DumpHeader): Promise<void> {
  for (const { schema, name, last } of sequences) {
    await owner.query('select setval($1::regclass, $2::bigint)', [quoted(schema, name), last]);
  }
}
