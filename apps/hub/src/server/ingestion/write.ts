import { type RawBuilder, sql, type Transaction } from 'kysely';
import { DIRECTION_BITS } from '../parcels/rows.ts';
import type { DirectionName, HubTables } from '../tables.ts';
import {
  bools,
  dates,
  int2s,
  int4s,
  jsonbs,
  texts,
  timestamps,
  timestamptzs,
  uuids,
} from './binary-arrays.ts';
import { localMs } from './local-time.ts';
import { pack } from './stored-progress.ts';
import type {
  EventMoved,
  EventToWrite,
  ParcelToWrite,
  ProgressToWrite,
  TermToWrite,
  Writes,
} from './writes.ts';

type Tx = Transaction<HubTables>;

/** What rows need beside what was assembled. */
export interface WriteContext {
  readonly tenantId: string;
  readonly partId: string;
  /** The part stood in the ledger before: some of what it tells may have its provenance already. */
  readonly isRetold: boolean;
  readonly at: Date;
  readonly directions: ReadonlyMap<string, DirectionName | null>;
}

/**
 * Writes everything one part changes: one statement for each table, one binary array for each column. The
 * statements are all handed over at once, so that the store works on one while the next is being written down.
 */
export async function write(tx: Tx, writes: Writes, context: WriteContext): Promise<void> {
  const { tenantId } = context;
  await dropParcels(tx, tenantId, writes.goneParcels);
  await Promise.all([
    moveSources(tx, tenantId, writes.movedEvents),
    insertEvents(tx, tenantId, writes.newEvents),
    insertTerms(tx, tenantId, writes.newTerms),
    insertParcels(tx, context, writes.newParcels),
    updateProgress(tx, context, writes.progressedParcels),
    updateParcels(tx, context, writes.changedParcels),
    updateEvents(tx, tenantId, writes.changedEvents),
    deleteTerms(tx, tenantId, writes.goneTerms),
  ]);
  // Provenance that moved must have made room.
  await insertSources(tx, context, writes.told);
}

/** One column of the rows: its name, its type, and its values as an array. */
type Column<Row> = readonly [name: string, type: string, values: (rows: readonly Row[]) => Buffer];

/** `unnest(…) as r (…)`: the rows as a table of the statement. */
function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): RawBuilder<unknown> {
  const arrays = columns.map(([, type, values]) => sql`${values(rows)}::${sql.raw(type)}[]`);
  const names = columns.map(([name]) => sql.ref(name));
  return sql`unnest(${sql.join(arrays)}) as r (${sql.join(names)})`;
}

async function dropParcels(tx: Tx, tenantId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const name of ['terms', 'events', 'parcels'] as const) {
    await sql`delete from ${sql.table(name)}
      where tenant_id = ${tenantId} and parcel_id = any(${uuids(ids)}::uuid[])`.execute(tx);
  }
}

async function moveSources(tx: Tx, tenantId: string, moved: readonly EventMoved[]): Promise<void> {
  if (moved.length === 0) return;
  const rows = table(moved, [
    ['from_parcel', 'uuid', (all) => uuids(all.map(({ from }) => from.parcelId))],
    ['from_event', 'uuid', (all) => uuids(all.map(({ from }) => from.eventId))],
    ['to_parcel', 'uuid', (all) => uuids(all.map(({ to }) => to.parcelId))],
    ['to_event', 'uuid', (all) => uuids(all.map(({ to }) => to.eventId))],
  ]);
  await sql`update event_sources s set parcel_id = r.to_parcel, event_id = r.to_event from ${rows}
    where s.tenant_id = ${tenantId} and s.parcel_id = r.from_parcel and s.event_id = r.from_event`.execute(
    tx,
  );
}

const EVENT_KEY: readonly Column<EventToWrite>[] = [
  ['parcel_id', 'uuid', (rows) => uuids(rows.map(({ parcelId }) => parcelId))],
  ['event_id', 'uuid', (rows) => uuids(rows.map(({ event }) => event.eventId))],
];
const EVENT_TOLD: readonly Column<EventToWrite>[] = [
  ['kind', 'text', (rows) => texts(rows.map(({ event }) => event.kind))],
  ['code', 'text', (rows) => texts(rows.map(({ event }) => event.code))],
  ['ordinal', 'int2', (rows) => int2s(rows.map(({ event }) => event.ordinal))],
  ['local_at', 'timestamp', (rows) => timestamps(rows.map(({ event }) => localMs(event.localAt)))],
];
const EVENT_FOUND: readonly Column<EventToWrite>[] = [
  ['zone', 'text', (rows) => texts(rows.map(({ event }) => event.zone))],
  ['zone_source', 'text', (rows) => texts(rows.map(({ event }) => event.source))],
  ['occurred_at', 'timestamptz', (rows) => timestamptzs(rows.map(({ event }) => event.instantMs))],
  ['facts', 'jsonb', (rows) => jsonbs(rows.map(({ event }) => event.facts))],
];

async function insertEvents(tx: Tx, tenantId: string, events: readonly EventToWrite[]): Promise<void> {
  if (events.length === 0) return;
  const columns = [...EVENT_KEY, ...EVENT_TOLD, ...EVENT_FOUND];
  await sql`insert into events (tenant_id, ${names(columns)})
    select ${tenantId}::uuid, r.* from ${table(events, columns)}`.execute(tx);
}

async function updateEvents(tx: Tx, tenantId: string, events: readonly EventToWrite[]): Promise<void> {
  if (events.length === 0) return;
  await sql`update events e set ${settings(EVENT_FOUND)} from ${table(events, [...EVENT_KEY, ...EVENT_FOUND])}
    where e.tenant_id = ${tenantId} and e.parcel_id = r.parcel_id and e.event_id = r.event_id`.execute(tx);
}

async function insertSources(tx: Tx, context: WriteContext, told: Writes['told']): Promise<void> {
  if (told.length === 0) return;
  const rows = table(told, [
    ['parcel_id', 'uuid', (all) => uuids(all.map((one) => one.parcelId))],
    ['event_id', 'uuid', (all) => uuids(all.map((one) => one.eventId))],
  ]);
  await sql`insert into event_sources (tenant_id, part_id, parcel_id, event_id)
    select ${context.tenantId}::uuid, ${context.partId}::uuid, r.* from ${rows} ${unlessThere(context)}`.execute(
    tx,
  );
}

function unlessThere({ tenantId, partId, isRetold }: WriteContext): RawBuilder<unknown> {
  if (!isRetold) return sql``;
  return sql`where not exists (
    select from event_sources s where s.tenant_id = ${tenantId} and s.part_id = ${partId}
      and s.parcel_id = r.parcel_id and s.event_id = r.event_id)`;
}

type ParcelColumn = Column<ParcelToWrite>;

const PARCEL_KEY: Column<ProgressToWrite> = [
  'parcel_id',
  'uuid',
  (rows) => uuids(rows.map((row) => row.parcelId)),
];
const PARCEL_NAME: readonly ParcelColumn[] = [
  ['environment', 'text', (rows) => texts(rows.map((row) => row.environment))],
  ['tracking_number', 'text', (rows) => texts(rows.map((row) => row.trackingNumber))],
  ['ship_epoch', 'int2', (rows) => int2s(rows.map((row) => row.shipEpoch))],
];
/** What scans move on. */
const PARCEL_PROGRESS: readonly Column<ProgressToWrite>[] = [
  ['status', 'text', (rows) => texts(rows.map(({ columns }) => columns.status))],
  ['expected_on', 'date', (rows) => dates(rows.map(({ columns }) => columns.expectedOn))],
  ['late_after', 'timestamptz', (rows) => timestamptzs(rows.map(({ columns }) => columns.lateAfterMs))],
  ['rescheduled', 'bool', (rows) => bools(rows.map(({ columns }) => columns.isRescheduled))],
  ['delivered_at', 'timestamptz', (rows) => timestamptzs(rows.map(({ columns }) => columns.deliveredMs))],
  ['exception_at', 'timestamptz', (rows) => timestamptzs(rows.map(({ columns }) => columns.exceptionMs))],
  ['last_event_at', 'timestamptz', (rows) => timestamptzs(rows.map(({ columns }) => columns.lastEventMs))],
  ['progress', 'jsonb', (rows) => jsonbs(rows.map((row) => pack(row.progress)))],
];
/** What a parcel is; the columns beside the state are for lists. */
const PARCEL_NATURE: readonly ParcelColumn[] = [
  ['lives', 'int2', (rows) => int2s(rows.map((row) => row.lives))],
  // An array of arrays would be one array of two dimensions, so each goes as text.
  ['seen_by', 'text', (rows) => texts(rows.map((row) => `{${row.seenBy.join()}}`))],
  ['shipped_on', 'date', (rows) => dates(rows.map(({ nature }) => nature.shippedOn))],
  ['service_code', 'text', (rows) => texts(rows.map(({ nature }) => nature.service))],
  ['weight_grams', 'int4', (rows) => int4s(rows.map(({ nature }) => nature.weightGrams))],
  ['shipper_name', 'text', (rows) => texts(rows.map(({ nature }) => nature.state.shipper?.name ?? null))],
  ['consignee_name', 'text', (rows) => texts(rows.map((row) => consigneeOf(row)?.name ?? null))],
  ['destination_city', 'text', (rows) => texts(rows.map((row) => consigneeOf(row)?.city ?? null))],
  ['destination_region', 'text', (rows) => texts(rows.map((row) => consigneeOf(row)?.region ?? null))],
  ['destination_country', 'text', (rows) => texts(rows.map((row) => consigneeOf(row)?.country ?? null))],
  ['state', 'jsonb', (rows) => jsonbs(rows.map(({ nature }) => nature.state))],
];

function consigneeOf({ nature }: ParcelToWrite) {
  return nature.state.consignee;
}

function directionColumn({ directions }: WriteContext): ParcelColumn {
  return ['directions', 'int2', (rows) => int2s(rows.map((row) => directionBits(row.seenBy, directions)))];
}

/** A parcel's directions are those of all subscriptions that told of it together. */
export function directionBits(
  seenBy: readonly string[],
  directions: ReadonlyMap<string, DirectionName | null>,
): number {
  let bits = 0;
  for (const subscriptionId of seenBy) {
    const direction = directions.get(subscriptionId);
    if (direction) bits |= DIRECTION_BITS[direction];
  }
  return bits;
}

async function insertParcels(
  tx: Tx,
  context: WriteContext,
  parcels: readonly ParcelToWrite[],
): Promise<void> {
  if (parcels.length === 0) return;
  const columns = [
    PARCEL_KEY,
    ...PARCEL_NAME,
    ...PARCEL_PROGRESS,
    ...PARCEL_NATURE,
    directionColumn(context),
  ];
  await sql`insert into parcels (tenant_id, updated_at, ${names(columns)})
    select ${context.tenantId}::uuid, ${context.at}::timestamptz, ${sql.join(columns.map(asStored))}
    from ${table(parcels, columns)}`.execute(tx);
}

async function updateParcels(
  tx: Tx,
  context: WriteContext,
  parcels: readonly ParcelToWrite[],
): Promise<void> {
  const columns = [...PARCEL_PROGRESS, ...PARCEL_NATURE, directionColumn(context)];
  await update(tx, context, parcels, columns);
}

async function updateProgress(
  tx: Tx,
  context: WriteContext,
  parcels: readonly ProgressToWrite[],
): Promise<void> {
  await update(tx, context, parcels, PARCEL_PROGRESS);
}

async function update<Row extends ProgressToWrite>(
  tx: Tx,
  context: WriteContext,
  parcels: readonly Row[],
  columns: readonly Column<Row>[],
): Promise<void> {
  if (parcels.length === 0) return;
  // Each row is looked up by its key and changed where it stands: nothing else may change parcels meanwhile.
  await sql`update parcels p set updated_at = ${context.at}::timestamptz, ${settings(columns)}
    from ${table<Row>(parcels, [PARCEL_KEY, ...columns])}, lateral (
      select ctid as place from parcels where tenant_id = ${context.tenantId} and parcel_id = r.parcel_id offset 0) k
    where p.ctid = k.place`.execute(tx);
}

const TERM_COLUMNS: readonly Column<TermToWrite>[] = [
  ['term', 'text', (rows) => texts(rows.map((row) => row.term))],
  ['shipped_on', 'date', (rows) => dates(rows.map((row) => row.shippedOn))],
  ['parcel_id', 'uuid', (rows) => uuids(rows.map((row) => row.parcelId))],
];

/** In the order of the key: neighbours in the index are written together. */
async function insertTerms(tx: Tx, tenantId: string, terms: readonly TermToWrite[]): Promise<void> {
  if (terms.length === 0) return;
  const sorted = [...terms].sort((a, b) => (a.term < b.term ? -1 : a.term > b.term ? 1 : 0));
  await sql`insert into terms (tenant_id, ${names(TERM_COLUMNS)})
    select ${tenantId}::uuid, r.* from ${table(sorted, TERM_COLUMNS)}`.execute(tx);
}

async function deleteTerms(tx: Tx, tenantId: string, terms: readonly TermToWrite[]): Promise<void> {
  if (terms.length === 0) return;
  await sql`delete from terms t using ${table(terms, TERM_COLUMNS)}
    where t.tenant_id = ${tenantId} and t.term = r.term and t.shipped_on = r.shipped_on
      and t.parcel_id = r.parcel_id`.execute(tx);
}

function names<Row>(columns: readonly Column<Row>[]): RawBuilder<unknown> {
  return sql.join(columns.map(([name]) => sql.ref(name)));
}

function settings<Row>(columns: readonly Column<Row>[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql`${sql.ref(column[0])} = ${asStored(column)}`));
}

function asStored<Row>([name]: Column<Row>): RawBuilder<unknown> {
  const value = sql.ref(`r.${name}`);
  return name === 'seen_by' ? sql`${value}::uuid[]` : value;
}
