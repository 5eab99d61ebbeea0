import { type ParcelState, readState } from '@lading/hub/server/ingestion/state';
import { termsOfState } from '@lading/hub/server/ingestion/terms';
import type { HubTables } from '@lading/hub/server/tables';
import type { Door } from '@lading/kit/db/door';
import { sql, type Transaction } from 'kysely';
import { answerBytes, trackingNumber } from '../ingestion/feed.ts';
import type { HubSide } from '../ingestion/hub-side.ts';
import type { Company } from './company.ts';

type Tx = Transaction<HubTables>;

/** A parcel as the hub itself writes it; the many are made in its likeness. */
export interface Model {
  readonly state: ParcelState;
  readonly progress: unknown;
}

export async function ingestModel(side: HubSide): Promise<Model> {
  await side.ingest([answerBytes(0)]);
  const row = await side.database.door.asTenant(side.lease.tenantId, (tx) =>
    tx
      .selectFrom('parcels as p')
      .innerJoin('parcel_states as s', (join) =>
        join.onRef('s.tenant_id', '=', 'p.tenant_id').onRef('s.parcel_id', '=', 'p.parcel_id'),
      )
      .select(['s.state', 'p.progress'])
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  return { state: readState(row.state), progress: row.progress };
}

/** A parcel of a company, with what people would ask for it by. */
export interface Known {
  readonly trackingNumber: string;
  readonly purchaseOrder: string;
  readonly consigneeName: string;
  readonly shippedOn: string;
  readonly expectedOn: string;
  /** A ship date so long ago that nearly everything of that day is delivered. */
  readonly settledOn: string;
}

const SETTLED = '2026-06-20';

/**
 * Parcels from the whole of a company's time, evenly spread.
 * @throws when one of them is not found by the very terms that the hub itself would have written for its state.
 */
export async function sampleOf(door: Door<HubTables>, company: Company, count: number): Promise<Known[]> {
  const numbers = Array.from({ length: count }, (_, at) =>
    trackingNumber(1 + Math.floor((at * company.parcels) / count)),
  );
  const rows = await door.asTenant(company.tenantId, (tx) => readSample(tx, company.tenantId, numbers));
  if (rows.length !== count) throw new Error(`${count} parcels were asked for, ${rows.length} are there.`);
  return rows.map((row) => {
    const state = readState(row.state);
    const due = termsOfState(state).sort();
    if (due.join(' ') !== row.terms.join(' '))
      throw new Error(
        `${row.tracking_number} has the terms ${row.terms.join(' ')} instead of ${due.join(' ')}.`,
      );
    return {
      trackingNumber: row.tracking_number,
      purchaseOrder: state.references[0]?.value ?? '',
      consigneeName: state.consignee?.name ?? '',
      shippedOn: row.shipped_on,
      expectedOn: row.expected_on,
      settledOn: row.shipped_on < SETTLED ? row.shipped_on : SETTLED,
    };
  });
}

interface SampleRow {
  readonly tracking_number: string;
  readonly shipped_on: string;
  readonly expected_on: string;
  readonly state: unknown;
  readonly terms: readonly string[];
}

/** The terms have no index by parcel: one look through all of a company's for the whole sample. */
async function readSample(tx: Tx, tenantId: string, numbers: readonly string[]): Promise<SampleRow[]> {
  const { rows } = await sql<SampleRow>`
    with sample as materialized (
      select * from parcels where tenant_id = ${tenantId} and tracking_number = any(${[...numbers]}::text[])
    )
    select p.tracking_number, p.shipped_on, p.expected_on, s.state, t.terms
    from sample p
    join parcel_states s on s.tenant_id = p.tenant_id and s.parcel_id = p.parcel_id
    join (
      select t.parcel_id, array_agg(t.term order by t.term) as terms from terms t
      join sample p on t.tenant_id = p.tenant_id and t.shipped_on = p.shipped_on and t.parcel_id = p.parcel_id
      group by 1
    ) t on t.parcel_id = p.parcel_id
    order by 1`.execute(tx);
  return rows;
}
