import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import type { HubTables } from '@lading/hub/server/tables';
import type { Door } from '@lading/kit/db/door';
import { sql } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** The floor under ingestion: COPY of the same rows into a table that has the key of `events` and nothing else. */
export interface Twin {
  copy(rows: Buffer): Promise<void>;
  close(): Promise<void>;
}

const COLUMNS = [
  ...['tenant_id', 'parcel_id', 'event_id', 'kind', 'code', 'ordinal', 'local_at'],
  ...['zone', 'zone_source', 'occurred_at', 'facts'],
];
const COPY = `copy events_twin (${COLUMNS.join()}) from`;

/** On a server: beside `events`, by the owner, because COPY refuses row-level security. */
export async function serverTwin(url: string): Promise<Twin> {
  const owner = new pg.Client(url);
  await owner.connect();
  await owner.query('create table events_twin (like events including all)');
  return {
    copy: (rows) => pipeline(Readable.from([rows]), owner.query(copyFrom(`${COPY} stdin`))),
    close: () => owner.end(),
  };
}

/** Embedded: a database of its own in a directory of its own, called without a thread in between. */
export async function embeddedTwin(directory: string): Promise<Twin> {
  const database = await PGlite.create(directory);
  await database.exec(await twinTable());
  return {
    copy: async (rows) => {
      await database.query(`${COPY} '/dev/blob'`, [], { blob: new Blob([new Uint8Array(rows)]) });
    },
    close: () => database.close(),
  };
}

/** The statement that makes `events`, and its indexes if it has any, under the twin's name. */
async function twinTable(): Promise<string> {
  const path = fileURLToPath(new URL('../../apps/hub/migrations/0003-create-parcels.sql', import.meta.url));
  const statements = (await readFile(path, 'utf8')).match(
    /^create (table events|(unique )?index \w+ on events) [^;]+;/gm,
  );
  if (!statements) throw new Error('The migration does not make the table events.');
  return statements.map((statement) => statement.replace(/\bevents\b/, 'events_twin')).join('\n');
}

/** The events that these files told first, as COPY takes them. */
export async function copyRows(
  door: Door<HubTables>,
  tenantId: string,
  fileNames: readonly string[],
): Promise<Buffer> {
  const { rows } = await door.asTenant(tenantId, (tx) =>
    sql<{ line: string[] }>`
      select array[${sql.join(COLUMNS.map((column) => sql`e.${sql.ref(column)}::text`))}] as line
      from file_parts f
      join event_sources s on s.tenant_id = f.tenant_id and s.part_id = f.part_id
      join events e on e.tenant_id = s.tenant_id and e.parcel_id = s.parcel_id and e.event_id = s.event_id
      where f.tenant_id = ${tenantId} and f.file_name = any(${[...fileNames]}::text[])`.execute(tx),
  );
  return Buffer.from(rows.map(({ line }) => `${line.map(escaped).join('\t')}\n`).join(''));
}

function escaped(value: string): string {
  return value.replace(
    /[\\\t\n\r]/g,
    (one) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[one] ?? one,
  );
}
