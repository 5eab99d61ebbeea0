import { prepared } from '@lading/kit/db/prepared';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import { DIRECTION_BITS } from '../parcels/rows.ts';
import type { DirectionName, HubTables } from '../tables.ts';
import {
  bools,
  dates,
  int2s,
  int4s,
  jsonbs,
  jsons,
  texts,
  timestamps,
  timestamptzs,
  uuids,
} from './binary-arrays.ts';
import { localMs } from './local-time.ts';
import { packBasis, packProgress } from './stored-progress.ts';
import type {
  EventMoved,
  EventToWrite,
  ParcelGone,
  ParcelToWrite,
  ProgressToWrite,
  SourceToWrite,
  TermToWrite,
  Writes,
} from './writes.ts';

type Tx = Transaction<HubTables>;

/** What rows need beside what was assembled. */
export interface WriteContext {
  readonly tenantId: string;
  readonly at: Date;
  readonly directions: ReadonlyMap<string, DirectionName | null>;
}

/**
 * Writes everything that some numbers change: one binary array for each column, one arm for each table, all of them
 * in one statement, so that the store works on it while the next is being written down.
 */
export async function write(tx: Tx, writes: Writes, context: WriteContext): Promise<void> {
  const { tenantId } = context;
  await dropParcels(tx, tenantId, writes.goneParcels);
  // Provenance that moves must make room.
  await moveSources(tx, tenantId, writes.movedEvents);
  const [last, ...before] = [
    ...when(writes.newEvents, (rows) => insertEvents(tenantId, rows)),
    ...when(writes.newTerms, (rows) => insertTerms(tenantId, rows)),
    ...when(writes.newParcels, (rows) => insertParcels(context, rows)),
    ...when(writes.newParcels, (rows) => insertStates(tenantId, rows)),
    ...when(writes.progressedParcels, (rows) => update(context, rows, PARCEL_PROGRESS)),
    ...when(writes.changedParcels, (rows) => updateParcels(context, rows)),
    ...when(writes.changedParcels, (rows) => updateStates(tenantId, rows)),
    ...when(writes.changedEvents, (rows) => updateEvents(tenantId, rows)),
    ...when(writes.goneTerms, (rows) => deleteTerms(tenantId, rows)),
    ...when(writes.told.filter(isFirstTelling), (rows) => insertSources(tenantId, rows)),
    ...when(writes.told.filter(isRetelling), (rows) => insertMissingSources(tenantId, rows)),
  ];
  if (!last) return;
  const arms = before.map((arm, at) => sql`${sql.ref(`arm_${at}`)} as (${arm})`);
  await prepared(sql`${arms.length > 0 ? sql`with ${sql.join(arms)} ` : sql``}${last}`).execute(tx);
}

function when<Row>(
  rows: readonly Row[],
  arm: (rows: readonly Row[]) => RawBuilder<unknown>,
): readonly RawBuilder<unknown>[] {
  return rows.length === 0 ? [] : [arm(rows)];
}

function isFirstTelling({ by }: SourceToWrite): boolean {
  return !by.isRetold;
}

function isRetelling({ by }: SourceToWrite): boolean {
  return by.isRetold;
}

/** One column of the rows: its name, its type, and its values as an array. */
type Column<Row> = readonly [name: string, type: string, values: (rows: readonly Row[]) => Buffer];

/** The rows as a table of the statement. Unnested side by side they are never gathered on the way. */
function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): RawBuilder<unknown> {
  const unnested = columns.map(
    ([name, type, values]) => sql`unnest(${values(rows)}::${sql.raw(type)}[]) as ${sql.ref(name)}`,
  );
  return sql`(select ${sql.join(unnested)}) as r`;
}

async function dropParcels(tx: Tx, tenantId: string, gone: readonly ParcelGone[]): Promise<void> {
  if (gone.length === 0) return;
  const terms = gone.flatMap((parcel) => parcel.terms);
  if (terms.length > 0) await deleteTerms(tenantId, terms).execute(tx);
  const ids = uuids(gone.map(({ parcelId }) => parcelId));
  for (const name of ['events', 'parcel_states', 'parcels'] as const) {
    await sql`delete from ${sql.table(name)}
      where tenant_id = ${tenantId} and parcel_id = any(${ids}::uuid[])`.execute(tx);
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

function insertEvents(tenantId: string, events: readonly EventToWrite[]): RawBuilder<unknown> {
  const columns = [...EVENT_KEY, ...EVENT_TOLD, ...EVENT_FOUND];
  return sql`insert into events (tenant_id, ${names(columns)})
    select ${tenantId}::uuid, r.* from ${table(events, columns)}`;
}

function updateEvents(tenantId: string, events: readonly EventToWrite[]): RawBuilder<unknown> {
  return sql`update events e set ${settings(EVENT_FOUND)} from ${table(events, [...EVENT_KEY, ...EVENT_FOUND])}
    where e.tenant_id = ${tenantId} and e.parcel_id = r.parcel_id and e.event_id = r.event_id`;
}

const SOURCE_COLUMNS: readonly Column<SourceToWrite>[] = [
  ['part_id', 'uuid', (rows) => uuids(rows.map(({ by }) => by.partId))],
  ['parcel_id', 'uuid', (rows) => uuids(rows.map((row) => row.parcelId))],
  ['event_id', 'uuid', (rows) => uuids(rows.map((row) => row.eventId))],
];

function insertSources(tenantId: string, told: readonly SourceToWrite[]): RawBuilder<unknown> {
  return sql`insert into event_sources (tenant_id, ${names(SOURCE_COLUMNS)})
    select ${tenantId}::uuid, r.* from ${table(told, SOURCE_COLUMNS)}`;
}

function insertMissingSources(tenantId: string, told: readonly SourceToWrite[]): RawBuilder<unknown> {
  return sql`${insertSources(tenantId, told)} where not exists (
    select from event_sources s where s.tenant_id = ${tenantId} and s.part_id = r.part_id
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
  ['progress', 'json', (rows) => jsons(rows.map((row) => packProgress(row.progress)))],
];
/** What a parcel is; the columns beside the state are for lists. */
const PARCEL_NATURE: readonly ParcelColumn[] = [
  ['lives', 'int2', (rows) => int2s(rows.map((row) => row.lives))],
  // An array of arrays would be one array of two dimensions, so each goes as text.
  ['seen_by', 'text', (rows) => texts(rows.map((row) => `{${row.seenBy.join()}}`))],
  ['shipped_on', 'date', (rows) => dates(rows.map(({ nature }) => nature.shippedOn))],
  ['first_on', 'date', (rows) => dates(rows.map(({ nature }) => nature.firstOn))],
  ['service_code', 'text', (rows) => texts(rows.map(({ nature }) => nature.service))],
  ['weight_grams', 'int4', (rows) => int4s(rows.map(({ nature }) => nature.weightGrams))],
  ['shipper_name', 'text', (rows) => texts(rows.map(({ nature }) => nature.state.shipper?.name ?? null))],
  ['consignee_name', 'text', (rows) => texts(rows.map((row) => consigneeOf(row)?.name ?? null))],
  ['destination_city', 'text', (rows) => texts(rows.map((row) => consigneeOf(row)?.city ?? null))],
  ['destination_region', 'text', (rows) => texts(rows.map((row) => consigneeOf(row)?.region ?? null))],
  ['destination_country', 'text', (rows) => texts(rows.map((row) => consigneeOf(row)?.country ?? null))],
  ['basis', 'json', (rows) => jsons(rows.map((row) => packBasis(row.progress)))],
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

function insertParcels(context: WriteContext, parcels: readonly ParcelToWrite[]): RawBuilder<unknown> {
  const columns = [
    PARCEL_KEY,
    ...PARCEL_NAME,
    ...PARCEL_PROGRESS,
    ...PARCEL_NATURE,
    directionColumn(context),
  ];
  return sql`insert into parcels (tenant_id, updated_at, ${names(columns)})
    select ${context.tenantId}::uuid, ${context.at}::timestamptz, ${sql.join(columns.map(asStored))}
    from ${table(parcels, columns)}`;
}

const STATE_COLUMNS: readonly ParcelColumn[] = [
  PARCEL_KEY,
  ['state', 'json', (rows) => jsons(rows.map(({ nature }) => nature.state))],
];

function insertStates(tenantId: string, parcels: readonly ParcelToWrite[]): RawBuilder<unknown> {
  return sql`insert into parcel_states (tenant_id, ${names(STATE_COLUMNS)})
    select ${tenantId}::uuid, r.* from ${table(parcels, STATE_COLUMNS)}`;
}

function updateStates(tenantId: string, parcels: readonly ParcelToWrite[]): RawBuilder<unknown> {
  return sql`update parcel_states s set state = r.state from ${table(parcels, STATE_COLUMNS)}
    where s.tenant_id = ${tenantId} and s.parcel_id = r.parcel_id`;
}

function updateParcels(context: WriteContext, parcels: readonly ParcelToWrite[]): RawBuilder<unknown> {
  return update(context, parcels, [...PARCEL_PROGRESS, ...PARCEL_NATURE, directionColumn(context)]);
}

/** Each row is looked up by its key and changed where it stands: nothing else may change parcels meanwhile. */
function update<Row extends ProgressToWrite>(
  { tenantId, at }: WriteContext,
  parcels: readonly Row[],
  columns: readonly Column<Row>[],
): RawBuilder<unknown> {
  return sql`update parcels p set updated_at = ${at}::timestamptz, ${settings(columns)}
    from ${table<Row>(parcels, [PARCEL_KEY, ...columns])}, lateral (
      select ctid as place from parcels where tenant_id = ${tenantId} and parcel_id = r.parcel_id offset 0) k
    where p.ctid = k.place`;
}

const TERM_COLUMNS: readonly Column<TermToWrite>[] = [
  ['term', 'text', (rows) => texts(rows.map((row) => row.term))],
  ['shipped_on', 'date', (rows) => dates(rows.map((row) => row.shippedOn))],
  ['parcel_id', 'uuid', (rows) => uuids(rows.map((row) => row.parcelId))],
];

/** In the order of the key: neighbours in the index are written together. */
function insertTerms(tenantId: string, terms: readonly TermToWrite[]): RawBuilder<unknown> {
  const sorted = [...terms].sort((a, b) => (a.term < b.term ? -1 : a.term > b.term ? 1 : 0));
  return sql`insert into terms (tenant_id, ${names(TERM_COLUMNS)})
    select ${tenantId}::uuid, r.* from ${table(sorted, TERM_COLUMNS)}`;
}

/** By their whole key: no index leads from a parcel to its terms. */
export function deleteTerms(tenantId: string, terms: readonly TermToWrite[]): RawBuilder<unknown> {
  return sql`delete from terms t using ${table(terms, TERM_COLUMNS)}
    where t.tenant_id = ${tenantId} and t.term = r.term and t.shipped_on = r.shipped_on
      and t.parcel_id = r.parcel_id`;
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
