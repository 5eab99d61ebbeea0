import { sql, type Transaction } from 'kysely';
import type { HubTables } from '../tables.ts';
import type { StoredEvent, StoredNumber, StoredParcel } from './assemble.ts';
import { uuids } from './binary-arrays.ts';
import type { EventFacts } from './facts.ts';
import type { FirstLife } from './go-on.ts';
import { type NumberOwner, parcelIdOf } from './identity.ts';
import { identityText } from './reader.ts';
import { readState } from './state.ts';
import { unpack } from './stored-progress.ts';
import type { ZoneSource } from './zones.ts';

type Tx = Transaction<HubTables>;

interface FirstRow {
  readonly parcel_id: string;
  readonly tracking_number: string;
  readonly lives: number;
  /** With commas between: an array of the driver's would be taken apart letter by letter. */
  readonly seen_by: string;
  readonly progress: unknown;
  readonly basis: unknown;
}

interface ParcelRow extends FirstRow {
  readonly shipped_on: string;
  /** `-infinity` where it was folded before that was noted. */
  readonly first_on: string;
  readonly service_code: string | null;
  readonly weight_grams: number | null;
  readonly state: unknown;
}

interface EventRow {
  readonly parcel_id: string;
  readonly event_id: string;
  readonly kind: StoredEvent['kind'];
  readonly code: string;
  readonly ordinal: number;
  readonly local_at: string;
  readonly zone: string;
  readonly zone_source: ZoneSource;
  readonly occurred_at: Date;
  readonly facts: unknown;
}

/**
 * Every read below looks row by row, by key (`offset 0` keeps the inner question whole): the planner's figures are
 * behind a company that grows quickly, and it would read all of its parcels instead.
 */

/** The first lives of those of the numbers that are known, by number. */
export async function firstLives(
  tx: Tx,
  owner: NumberOwner,
  numbers: readonly string[],
): Promise<Map<string, FirstLife>> {
  const ids = uuids(numbers.map((number) => parcelIdOf(owner, number, 0)));
  const { rows } = await sql<FirstRow>`
    select p.* from unnest(${ids}::uuid[]) as k (id), lateral (
      select parcel_id, tracking_number, lives, array_to_string(seen_by, ',') as seen_by, progress, basis
      from parcels where tenant_id = ${owner.tenantId} and parcel_id = k.id offset 0) p`.execute(tx);
  return new Map(rows.map((row) => [row.tracking_number, firstLife(row)]));
}

/**
 * Everything stored about numbers, given their first lives. Lives are numbered without gaps and the first one says
 * how many there are, so the ids of all follow.
 */
export async function storedNumbers(
  tx: Tx,
  owner: NumberOwner,
  first: ReadonlyMap<string, FirstLife>,
): Promise<Map<string, StoredNumber>> {
  const found = new Map<string, { parcels: StoredParcel[]; events: StoredEvent[] }>();
  if (first.size === 0) return found;
  const ids = [...first].flatMap(([number, { lives }]) =>
    Array.from({ length: lives }, (_, epoch) => parcelIdOf(owner, number, epoch)),
  );
  const numberOf = new Map<string, string>();
  for (const row of await parcelRows(tx, owner.tenantId, ids)) {
    const number = found.get(row.tracking_number) ?? { parcels: [], events: [] };
    found.set(row.tracking_number, number);
    number.parcels.push(storedParcel(row));
    numberOf.set(row.parcel_id, row.tracking_number);
  }
  for (const row of await eventRows(tx, owner.tenantId, ids)) {
    const number = numberOf.get(row.parcel_id) ?? '';
    found.get(number)?.events.push(storedEvent(row, number));
  }
  return found;
}

async function parcelRows(tx: Tx, tenantId: string, ids: readonly string[]): Promise<readonly ParcelRow[]> {
  const { rows } = await sql<ParcelRow>`
    select p.* from unnest(${uuids(ids)}::uuid[]) as k (id), lateral (
      select parcel_id, tracking_number, ship_epoch, lives, array_to_string(seen_by, ',') as seen_by, progress, basis,
        shipped_on, first_on::text as first_on, service_code, weight_grams, (
          select state from parcel_states where tenant_id = ${tenantId} and parcel_id = k.id
        ) as state
      from parcels where tenant_id = ${tenantId} and parcel_id = k.id offset 0) p
    order by tracking_number, ship_epoch`.execute(tx);
  return rows;
}

/** In the months in which each parcel's events lie; two days make up for local times and their zones. */
async function eventRows(tx: Tx, tenantId: string, ids: readonly string[]): Promise<readonly EventRow[]> {
  const { rows } = await sql<EventRow>`
    select e.* from unnest(${uuids(ids)}::uuid[]) as k (id), lateral (
      select first_on - 2 as since, (last_event_at at time zone 'UTC') + interval '2 days' as until
      from parcels where tenant_id = ${tenantId} and parcel_id = k.id offset 0) p, lateral (
      select parcel_id, event_id, kind, code, ordinal, local_at, zone, zone_source, occurred_at, facts
      from events where tenant_id = ${tenantId} and parcel_id = k.id
        and local_at >= p.since and local_at < p.until offset 0) e`.execute(tx);
  return rows;
}

function firstLife(row: FirstRow): FirstLife {
  return {
    parcelId: row.parcel_id,
    lives: row.lives,
    seenBy: row.seen_by === '' ? [] : row.seen_by.split(','),
    progress: unpack(row.basis, row.progress),
  };
}

function storedParcel(row: ParcelRow): StoredParcel {
  const life = firstLife(row);
  const firstOn = row.first_on === '-infinity' ? null : row.first_on;
  const { service_code: service, weight_grams: weightGrams } = row;
  return {
    ...life,
    shippedOn: row.shipped_on,
    state: readState(row.state),
    beginning: { firstOn, service, weightGrams, progress: life.progress },
  };
}

function storedEvent(row: EventRow, trackingNumber: string): StoredEvent {
  // The hub alone writes the column, from this very type.
  const facts = row.facts as EventFacts;
  const { kind, code, local_at: localAt } = row;
  return {
    trackingNumber,
    parcelId: row.parcel_id,
    eventId: row.event_id,
    kind,
    code,
    localAt,
    facts,
    identity: identityText({ trackingNumber, kind, code, localAt, facts }),
    ordinal: row.ordinal,
    zone: row.zone,
    source: row.zone_source,
    instantMs: row.occurred_at.getTime(),
  };
}
