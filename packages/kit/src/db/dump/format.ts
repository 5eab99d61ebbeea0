import type { MigrationFile } from '../migrate.ts';
import { dumpHasOtherMigration, dumpIsNewer, dumpIsUnreadable } from './problems.ts';

/** What a table is read from and written to. */
export interface DumpedTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly DumpedColumn[];
  /** The columns of its primary key; empty without one. */
  readonly key: readonly string[];
  readonly rows: number;
  /** Of a partitioned table: its parts by name and bound, as the database writes the bound. */
  readonly partitions: readonly { readonly schema: string; readonly name: string; readonly bound: string }[];
}

export interface DumpedColumn {
  readonly name: string;
  /** As `format_type` writes it. */
  readonly type: string;
}

export interface DumpedSequence {
  readonly schema: string;
  readonly name: string;
  /** The last number given out; absent from the dump while none was. */
  readonly last: string;
}

/**
 * The first line of a dump. Behind it one line for each row (a JSON array of the columns' texts), table after table
 * in this order, then `END_LINE`.
 */
export interface DumpHeader {
  readonly format: 1;
  readonly version: string;
  readonly madeAt: string;
  readonly store: 'pglite' | 'postgres';
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[];
  readonly tables: readonly DumpedTable[];
  readonly sequences: readonly DumpedSequence[];
  /** What the program keeps beside its tables. */
  readonly extra: unknown;
}

export const FORMAT = 1;
export const END_LINE = '{"end":true}';

/** @throws `DUMP_UNREADABLE`, `DUMP_NEWER` */
export function readHeader(line: string): DumpHeader {
  const value = parse(line);
  const format = value.format;
  if (typeof format === 'number' && format > FORMAT) throw dumpIsNewer({ what: `format ${format}` });
  const isHeader =
    format === FORMAT &&
    [value.migrations, value.tables, value.sequences].every(Array.isArray) &&
    typeof value.madeAt === 'string';
  if (!isHeader) throw dumpIsUnreadable({ what: 'header' });
  return value as unknown as DumpHeader;
}

function parse(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch (error) {
    throw dumpIsUnreadable({ what: 'header' }, error);
  }
  throw dumpIsUnreadable({ what: 'header' });
}

/**
 * The program's migrations up to the dump's state.
 * @throws `DUMP_NEWER`, `DUMP_MIGRATION_DIFFERS`
 */
export function migrationsOf(
  { migrations }: DumpHeader,
  known: readonly MigrationFile[],
): readonly MigrationFile[] {
  const files = migrations.map(({ name, sha256 }) => {
    const file = known.find((one) => one.name === name);
    if (!file) throw dumpIsNewer({ what: name });
    if (file.sha256 !== sha256) throw dumpHasOtherMigration({ name });
    return file;
  });
  return [...files].sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** The name as it stands in a statement. */
export function quoted(...parts: readonly string[]): string {
  return parts.map((part) => `"${part.replaceAll('"', '""')}"`).join('.');
}

/** Rows of all tables. */
export function rowsOf({ tables }: DumpHeader): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}
