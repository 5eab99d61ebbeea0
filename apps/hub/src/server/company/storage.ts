import { sql, type Transaction } from 'kysely';
import type { CompanyStorage } from '../../api/company.ts';
import type { HubTables } from '../tables.ts';

type Tx = Transaction<HubTables>;

/** So many rows are weighed for the size of all. */
const WEIGHED = 1_000;

/** Raw answers are counted and weighed one by one; of events and parcels the size is an estimate. */
export async function measureStorage(tx: Tx, tenantId: string): Promise<CompanyStorage> {
  return {
    rawAnswers: await weighAnswers(tx, tenantId),
    events: await weigh(tx, tenantId, 'events'),
    parcels: await weigh(tx, tenantId, 'parcels'),
  };
}

/** Weighed without being unpacked: the size of a body is in its row. */
async function weighAnswers(tx: Tx, tenantId: string): Promise<CompanyStorage['rawAnswers']> {
  const { rows } = await sql<{
    rows: number;
    received: number;
    stored: number;
    contents: number;
    oldest: Date | null;
  }>`
    select count(*) as rows, coalesce(sum(size_bytes), 0)::bigint as received,
      coalesce(sum(pg_column_size(body_gzip)), 0)::bigint as stored,
      count(distinct (subscription_id, content_sha256)) as contents, min(received_at) as oldest
    from raw_answers where tenant_id = ${tenantId}`.execute(tx);
  const [sum] = rows;
  return {
    rows: sum?.rows ?? 0,
    receivedBytes: sum?.received ?? 0,
    storedBytes: sum?.stored ?? 0,
    repeatedRows: (sum?.rows ?? 0) - (sum?.contents ?? 0),
    oldest: sum?.oldest?.toISOString() ?? null,
  };
}

async function weigh(
  tx: Tx,
  tenantId: string,
  name: 'events' | 'parcels',
): Promise<CompanyStorage['events']> {
  const table = sql.table(name);
  const { rows } = await sql<{ rows: number; bytes: number }>`
    select count(*) as rows, (select coalesce(avg(pg_column_size(s)), 0)::int from (
      select * from ${table} where tenant_id = ${tenantId} limit ${WEIGHED}) s) as bytes
    from ${table} where tenant_id = ${tenantId}`.execute(tx);
  const { rows: count, bytes } = rows[0] ?? { rows: 0, bytes: 0 };
  return { rows: count, estimatedBytes: count * bytes };
}
