import { createHash } from 'node:crypto';
import { readDumpFile } from '@lading/kit/db/dump/file';

/** The rows of one table of a backup, as texts by column. */
export interface ReadTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Every table of a backup, in memory: for the small ones of tests. */
export function readDumpTables(path: string, passphrase: string): Promise<ReadonlyMap<string, ReadTable>> {
  return readDumpFile(path, passphrase, async ({ header, nextRow }) => {
    const tables = new Map<string, ReadTable>();
    for (const table of header.tables) {
      const rows: (string | null)[][] = [];
      for (let row = 0; row < table.rows; row += 1) rows.push(JSON.parse((await nextRow()) ?? 'null'));
      tables.set(`${table.schema}.${table.name}`, { columns: table.columns.map(({ name }) => name), rows });
    }
    return tables;
  });
}

/** One hash for each table, whatever the order of rows and columns; `without` names columns that do not count. */
export function hashTables(
  tables: ReadonlyMap<string, ReadTable>,
  without: Readonly<Record<string, readonly string[]>>,
): Record<string, string> {
  const hashes = [...tables].map(([name, { columns, rows }]) => {
    const counted = columns.filter((column) => !without[name]?.includes(column)).sort();
    const lines = rows.map((row) => JSON.stringify(counted.map((column) => row[columns.indexOf(column)])));
    return [name, `${rows.length} ${createHash('sha256').update(lines.sort().join('\n')).digest('hex')}`];
  });
  return Object.fromEntries(hashes);
}

/** The values of one column. */
export function column(
  tables: ReadonlyMap<string, ReadTable>,
  table: string,
  name: string,
): (string | null)[] {
  const found = tables.get(table);
  if (!found) throw new Error(`The backup has no table ${table}.`);
  const at = found.columns.indexOf(name);
  if (at < 0) throw new Error(`The table ${table} has no column ${name}.`);
  return found.rows.map((row) => row[at] ?? null);
}
