import type { Owner } from '../engine.ts';
import { type LeftOut, readSequences, readTables, type TableShape } from './catalogue.ts';
import { type DumpedTable, type DumpHeader, END_LINE, FORMAT, quoted } from './format.ts';
import { letOwnerSee } from './owner-sight.ts';

export interface DumpOrder {
  readonly version: string;
  readonly madeAt: Date;
  readonly store: DumpHeader['store'];
  readonly leftOut: LeftOut;
  readonly extra: unknown;
  /** Rows so far and of all tables; told once for each table and now and then within one. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

export interface Progress {
  readonly table: string;
  readonly rows: number;
  readonly ofRows: number;
}

/** Rows are fetched so many at a time that they come to about this much. */
const BATCH_BYTES = 1_000_000;
const MOST_ROWS = 4_000;
/** Stored bytes may be megabytes in one row, however small the rows before. */
const MOST_ROWS_WITH_BYTES = 16;

/**
 * The lines of a dump, out of one snapshot, while others write: header, rows, end. Takes memory for one batch of
 * rows. The owner's session is in a transaction until the last line was taken.
 * @throws `OWNER_SEES_TOO_LITTLE`
 */
export async function* readLines(owner: Owner, order: DumpOrder): AsyncGenerator<string> {
  await letOwnerSee(owner, order.leftOut);
  const tables = await readTables(owner, order.leftOut);
  await owner.query(`begin isolation level repeatable read read only;
    set local timezone = 'UTC'; set local datestyle = 'ISO, YMD';
    set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1`);
  try {
    await holdShapes(owner, tables);
    const header = await readWhole(owner, order);
    yield JSON.stringify(header);
    const ofRows = header.tables.reduce((sum, table) => sum + table.rows, 0);
    let rows = 0;
    for (const table of header.tables) {
      for await (const batch of readRows(owner, table)) {
        yield* batch;
        rows += batch.length;
        order.onProgress?.({ table: table.name, rows, ofRows });
      }
    }
    yield END_LINE;
  } finally {
    await owner.query('rollback');
  }
}

/**
 * A month that leaves its table between the snapshot and the counting would be in neither of the two places: so
 * the locks come first, because a transaction has its snapshot from its first question on.
 */
async function holdShapes(owner: Owner, tables: readonly TableShape[]): Promise<void> {
  if (tables.length === 0) return;
  const names = tables.map(({ schema, name }) => quoted(schema, name));
  await owner.query(`lock table ${names.join(', ')} in access share mode`);
}

async function readWhole(owner: Owner, order: DumpOrder): Promise<DumpHeader> {
  const { version, madeAt, store, leftOut, extra } = order;
  const migrations = await owner.query('select name, sha256 from lading_migrations order by name');
  const tables: DumpedTable[] = [];
  for (const shape of await readTables(owner, leftOut)) {
    tables.push({ ...shape, rows: await countRows(owner, shape) });
  }
  return {
    format: FORMAT,
    ...{ version, madeAt: madeAt.toISOString(), store },
    migrations: migrations.rows as DumpHeader['migrations'],
    tables,
    sequences: await readSequences(owner, leftOut),
    extra,
  };
}

async function countRows(owner: Owner, { schema, name }: TableShape): Promise<number> {
  const { rows } = await owner.query(`select count(*) as count from ${quoted(schema, name)}`);
  return Number(rows[0]?.count);
}

async function* readRows(owner: Owner, table: DumpedTable): AsyncGenerator<string[]> {
  const texts = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ');
  const most = table.columns.some(({ type }) => type === 'bytea') ? MOST_ROWS_WITH_BYTES : MOST_ROWS;
  await owner.query(`declare lading_dump no scroll cursor for
    select array_to_json(array[${texts}]::text[])::text as line from ${quoted(table.schema, table.name)}`);
  let count = 8;
  for (let done = 0; done < table.rows; ) {
    const { rows } = await owner.query(`fetch forward ${count} from lading_dump`);
    if (rows.length === 0) throw new Error(`The table ${table.name} gave fewer rows than it has.`);
    const lines = rows.map((row) => String(row.line));
    yield lines;
    done += lines.length;
    count = nextCount(lines, count, most);
  }
  await owner.query('close lading_dump');
}

function nextCount(lines: readonly string[], count: number, most: number): number {
  const bytes = lines.reduce((sum, line) => sum + line.length, 0);
  const fitting = Math.floor((BATCH_BYTES / Math.max(1, bytes)) * lines.length);
  return Math.max(1, Math.min(fitting, count * 2, most));
}
