import type { Door } from '@lading/kit/db/door';
import { sql, type Transaction } from 'kysely';
import { uuids } from '../ingestion/binary-arrays.ts';
import { lockCompany, readByKey } from '../ingestion/store.ts';
import { termsOfState } from '../ingestion/terms.ts';
import { deleteTerms } from '../ingestion/write.ts';
import type { TermToWrite } from '../ingestion/writes.ts';
import type { HubTables } from '../tables.ts';
import type { CompanyDays } from './days.ts';

type Tx = Transaction<HubTables>;

/** So many rows go in one transaction: whoever reads the feed meanwhile waits for no more than that. */
export const SLICE = 500;

export function daysOfCompanies(door: Door<HubTables>): Promise<CompanyDays[]> {
  return door.asDesk(async (tx) => {
    const rows = await tx
      .selectFrom('tenants')
      .select(['tenant_id', 'raw_days', 'event_days', 'created_at'])
      .execute();
    return rows.map((row) => ({
      tenantId: row.tenant_id,
      rawDays: row.raw_days,
      eventDays: row.event_days,
      since: row.created_at,
    }));
  });
}

/** The next answers received before then; how many they were. */
export async function deleteAnswers(tx: Tx, tenantId: string, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from raw_answers r using (
      select raw_id, received_at from raw_answers
      where tenant_id = ${tenantId} and received_at < ${before}::timestamptz limit ${SLICE}
    ) o where r.tenant_id = ${tenantId} and r.raw_id = o.raw_id and r.received_at = o.received_at
      and r.received_at < ${before}::timestamptz`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** What could not be read of answers that are gone cannot be read any more. */
export async function giveUpFaults(tx: Tx, tenantId: string, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update file_parts set fault = null
    where tenant_id = ${tenantId} and fault is not null and received_at < ${before}::timestamptz`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

interface Expired {
  readonly parcel_id: string;
  readonly shipped_on: string;
  readonly state: unknown;
}

/**
 * The next parcels whose last event was before then, with all that is theirs; how many they were. The first life of a
 * number says how many it has, so an older life waits for the younger ones, and the youngest goes first.
 */
export async function deleteParcels(tx: Tx, tenantId: string, before: Date): Promise<number> {
  await lockCompany(tx, tenantId);
  const { rows } = await sql<Expired>`
    select parcel_id, shipped_on, (
      select state from parcel_states s where s.tenant_id = ${tenantId} and s.parcel_id = p.parcel_id
    ) as state
    from parcels p
    where tenant_id = ${tenantId} and shipped_on <= ${before}::timestamptz::date
      and last_event_at < ${before}::timestamptz
      and (lives = 1 or not exists (
        select from parcels y where y.tenant_id = ${tenantId} and y.environment = p.environment
          and y.tracking_number = p.tracking_number and y.lives > 1
          and y.last_event_at >= ${before}::timestamptz))
    order by shipped_on desc limit ${SLICE}`.execute(tx);
  if (rows.length === 0) return 0;
  await readByKey(tx);
  const ids = uuids(rows.map((row) => row.parcel_id));
  const terms = rows.flatMap(termsOf);
  if (terms.length > 0) await deleteTerms(tenantId, terms).execute(tx);
  for (const table of ['event_sources', 'events', 'parcel_states', 'parcels'] as const) {
    await sql`delete from ${sql.table(table)}
      where tenant_id = ${tenantId} and parcel_id = any(${ids}::uuid[])`.execute(tx);
  }
  return rows.length;
}

function termsOf({ parcel_id: parcelId, shipped_on: shippedOn, state }: Expired): TermToWrite[] {
  return termsOfState(state).map((term) => ({ parcelId, shippedOn, term }));
}

/** The next entries of the ledger received before then. */
export async function deleteParts(tx: Tx, tenantId: string, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from file_parts where tenant_id = ${tenantId} and part_id in (
      select part_id from file_parts
      where tenant_id = ${tenantId} and received_at < ${before}::timestamptz limit ${SLICE}
    )`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Of both tables. That a table is there may be known to everybody, what is in it to nobody who serves. */
export function countArchivedMonths(door: Door<HubTables>): Promise<number> {
  return door.asDesk(async (tx) => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_class c
      join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'archive' and c.relkind = 'r'`.execute(
      tx,
    );
    return rows[0]?.count ?? 0;
  });
}
