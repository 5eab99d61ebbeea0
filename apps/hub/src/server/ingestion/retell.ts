import type { Door } from '@lading/kit/db/door';
import { sql, type Transaction } from 'kysely';
import type { HubTables } from '../tables.ts';
import { assembleNumber } from './assemble.ts';
import { withoutDropped } from './beginning.ts';
import { uuids } from './binary-arrays.ts';
import { ingest, livesOf } from './gather.ts';
import { enterLedger, faultText, outdatedEntry } from './ledger.ts';
import { firstLives, storedNumbers } from './lookup.ts';
import { type Company, enter, type Feed, type PartToStore } from './store.ts';
import { write } from './write.ts';
import { noWrites } from './writes.ts';

type Tx = Transaction<HubTables>;

/**
 * Tells a part anew, in one transaction: what an older reader made of it loses this part's provenance, what the
 * newest one reads gets it, events that nothing tells any more go, and their parcels are folded without them. Facts
 * that several parts told of one event stay joined.
 * @returns whether anything was told: a part that this very reader has read already is left alone.
 * @throws LeaseLost
 */
export function retellPart(door: Door<HubTables>, feed: Feed, toStore: PartToStore): Promise<boolean> {
  return door.asTenant(feed.tenantId, async (tx) => {
    const company = await enter(tx, feed);
    const { records, faults } = toStore.part;
    const { at } = toStore;
    const fault = faultText(faults);
    if (await enterLedger(tx, feed, toStore, fault)) {
      const part = { partId: toStore.partId, isRetold: false, at, records };
      await ingest(tx, feed, company, { parts: [part], lives: await livesOf(tx, feed, [part]) });
      return true;
    }
    const partId = await outdatedEntry(tx, feed, toStore, fault);
    if (partId === null) return false;
    const before = await takeProvenance(tx, feed, partId);
    const part = { partId, isRetold: true, at, records };
    await ingest(tx, feed, company, { parts: [part], lives: await livesOf(tx, feed, [part]) });
    await dropOrphans(tx, feed, company, at, before);
    return true;
  });
}

interface Told {
  readonly parcel_id: string;
  readonly event_id: string;
}

/**
 * No index leads from a part to what it told, because every event would pay for a replay: the company's rows are read
 * through, in the order in which they lie, not one by one in the order of its parcels.
 */
async function takeProvenance(tx: Tx, { tenantId }: Feed, partId: string): Promise<readonly Told[]> {
  await readThrough(tx, true);
  const taken = await tx
    .deleteFrom('event_sources')
    .where('tenant_id', '=', tenantId)
    .where('part_id', '=', partId)
    .returning(['parcel_id', 'event_id'])
    .execute();
  await readThrough(tx, false);
  return taken;
}

async function readThrough(tx: Tx, isThrough: boolean): Promise<void> {
  const [through, byKey] = isThrough ? ['on', 'off'] : ['off', 'on'];
  await sql`select set_config('enable_bitmapscan', ${through}, true),
    set_config('enable_indexscan', ${byKey}, true)`.execute(tx);
}

interface Dropped {
  readonly tracking_number: string;
  readonly parcel_id: string;
  /** The local day of the first event dropped. */
  readonly first_on: string;
}

async function dropOrphans(
  tx: Tx,
  feed: Feed,
  company: Company,
  at: Date,
  before: readonly Told[],
): Promise<void> {
  const { tenantId } = feed;
  const [parcels, events] = [
    uuids(before.map((one) => one.parcel_id)),
    uuids(before.map((one) => one.event_id)),
  ];
  const { rows } = await sql<Dropped>`
    with gone as (
      delete from events e using unnest(${parcels}::uuid[], ${events}::uuid[]) as b (parcel_id, event_id)
      where e.tenant_id = ${tenantId} and e.parcel_id = b.parcel_id and e.event_id = b.event_id
        and not exists (
          select from event_sources s
          where s.tenant_id = ${tenantId} and s.parcel_id = e.parcel_id and s.event_id = e.event_id
        )
      returning e.parcel_id, e.local_at
    )
    select p.tracking_number, p.parcel_id, min(g.local_at)::date::text as first_on
    from parcels p join gone g on g.parcel_id = p.parcel_id
    where p.tenant_id = ${tenantId} group by 1, 2`.execute(tx);
  const droppedFrom = new Map(rows.map((row) => [row.parcel_id, row.first_on]));
  const telling = { ...feed, companyZone: company.zone };
  const first = await firstLives(
    tx,
    telling,
    rows.map((row) => row.tracking_number),
  );
  const writes = noWrites();
  for (const [number, { parcels: standing, events: left }] of await storedNumbers(tx, telling, first)) {
    // Without its progress a parcel is folded from its events alone.
    const unfolded = standing.map((parcel) => {
      const { parcelId, beginning } = parcel;
      return { ...parcel, progress: null, beginning: withoutDropped(beginning, droppedFrom.get(parcelId)) };
    });
    assembleNumber(number, [], { parcels: unfolded, events: left }, telling, writes);
  }
  await write(tx, writes, { tenantId, at, directions: company.directions });
}
