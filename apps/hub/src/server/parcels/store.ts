import type { Door } from '@lading/kit/db/door';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import { PARCEL_STATUSES } from '../../api/words.ts';
import type { EnvironmentName, HubTables } from '../tables.ts';
import type { LatePosition, Position } from './cursor.ts';
import { DIRECTION_BITS, type Direction, ROW_COLUMNS, type StoredRow } from './rows.ts';

export type Tx = Transaction<HubTables>;

/** From an instant until just before another. */
export interface Span {
  readonly start: Date;
  readonly end: Date;
}

/** What a list asks for, already checked. Every member that is null means "any". */
export interface ParcelFilter {
  readonly tenantId: string;
  /** Never more than one side of the carrier. */
  readonly environment: EnvironmentName;
  readonly direction: Direction | null;
  readonly statuses: readonly string[] | null;
  /** Only parcels whose lateness began at or before this instant. */
  readonly lateAt: Date | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly expectedOn: string | null;
  /** Only parcels whose last exception happened then. */
  readonly exceptionWithin: Span | null;
  /** Rows strictly behind this position. */
  readonly after: Position | null;
}

/** A row with the parcel's whole state, for words that only the state can answer. */
export type StatefulRow = StoredRow & { readonly state: unknown };

/**
 * A reading transaction of the lists. Every list wants the first rows of an index in its order; a planner
 * without fresh statistics (the embedded store has no autovacuum) would gather all of a company's rows and sort.
 */
export function reading<Result>(
  door: Door<HubTables>,
  tenantId: string,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return door.asTenant(tenantId, async (tx) => {
    await sql`set local enable_bitmapscan = off`.execute(tx);
    return work(tx);
  });
}

const columns = sql.join(ROW_COLUMNS.map((column) => sql.ref(`p.${column}`)));

/** One page in the list's order. Several statuses are several index ranges merged, never one scan over all. */
export async function pageOfParcels(tx: Tx, filter: ParcelFilter, limit: number): Promise<StoredRow[]> {
  return (await listStatement(filter, limit).execute(tx)).rows;
}

/** The same page with each parcel's state. */
export async function pageWithState(tx: Tx, filter: ParcelFilter, limit: number): Promise<StatefulRow[]> {
  const keys = await pageOfParcels(tx, filter, limit);
  return rowsOf(tx, filter, keys.map(positionOf), [], 'state');
}

/**
 * Each direction and status has a range of its own in one index. They come from outside the ranges, so that the
 * planner reads that index: knowing that nearly all parcels are delivered, it would read the newest ones of any
 * status and throw those on their way away.
 */
export function listStatement(filter: ParcelFilter, limit: number): RawBuilder<StoredRow> {
  if (filter.exceptionWithin !== null) return exceptionsOfSpan(filter, limit);
  const { direction, statuses } = filter;
  if (direction === null && statuses === null) return oneRange(filter, [], limit);
  const range = oneRange(filter, [sql`p.directions = d.directions`, sql`p.status = s.status`], limit);
  return sql<StoredRow>`select p.* from unnest(${directionSets(direction)}::int2[]) as d (directions)
    cross join unnest(${[...(statuses ?? PARCEL_STATUSES)]}::text[]) as s (status)
    cross join lateral (${range}) p
    order by p.shipped_on desc, p.parcel_id desc limit ${limit}`;
}

/** Every value of `parcels.directions` that has the bit of a direction, or every value. */
function directionSets(direction: Direction | null): number[] {
  const sets = Array.from({ length: 1 << Object.keys(DIRECTION_BITS).length }, (_, bits) => bits);
  return direction ? sets.filter((bits) => (bits & DIRECTION_BITS[direction]) !== 0) : sets;
}

/** Exceptions of a day are few, and lie side by side in their own index alone: all are gathered, then sorted. */
function exceptionsOfSpan(filter: ParcelFilter, limit: number): RawBuilder<StoredRow> {
  const conditions = [
    ...filterConditions(filter),
    ...statusCondition(filter),
    ...when(filter.after, isBehind),
  ];
  return sql<StoredRow>`with e as materialized (
      select ${columns} from parcels p where ${sql.join(conditions, sql` and `)}
    )
    select p.* from e p order by p.shipped_on desc, p.parcel_id desc limit ${limit}`;
}

function statusCondition({ statuses }: ParcelFilter): RawBuilder<unknown>[] {
  return when(statuses, (all) => sql`p.status = any(${[...all]}::text[])`);
}

function oneRange(
  filter: ParcelFilter,
  more: readonly RawBuilder<unknown>[],
  limit: number,
): RawBuilder<StoredRow> {
  const conditions = [...filterConditions(filter), ...when(filter.after, isBehind), ...more];
  return sql<StoredRow>`select ${columns} from parcels p where ${sql.join(conditions, sql` and `)}
    order by p.shipped_on desc, p.parcel_id desc limit ${limit}`;
}

/** Everything but status and position. */
function filterConditions(filter: ParcelFilter): RawBuilder<unknown>[] {
  return [
    sql`p.tenant_id = ${filter.tenantId}`,
    isIn(filter.environment),
    ...when(filter.direction, (direction) => sql`p.directions = any(${directionSets(direction)}::int2[])`),
    ...when(filter.lateAt, (at) => sql`p.late_after <= ${at}`),
    ...when(filter.from, (day) => sql`p.shipped_on >= ${day}::date`),
    ...when(filter.to, (day) => sql`p.shipped_on <= ${day}::date`),
    ...when(filter.expectedOn, (day) => sql`p.expected_on = ${day}::date`),
    ...when(
      filter.exceptionWithin,
      ({ start, end }) => sql`p.exception_at >= ${start} and p.exception_at < ${end}`,
    ),
  ];
}

/** The word stands in the text so that the partial index matches. */
export function isIn(environment: EnvironmentName): RawBuilder<unknown> {
  return sql`p.environment = ${sql.lit(environment)}`;
}

function when<Value>(
  value: Value | null,
  condition: (value: Value) => RawBuilder<unknown>,
): RawBuilder<unknown>[] {
  return value === null ? [] : [condition(value)];
}

function isBehind(position: Position): RawBuilder<unknown> {
  return sql`(p.shipped_on, p.parcel_id) < (${position.shippedOn}::date, ${position.parcelId}::uuid)`;
}

export function positionOf(row: { readonly shipped_on: string; readonly parcel_id: string }): Position {
  return { shippedOn: row.shipped_on, parcelId: row.parcel_id };
}

/** One page of what is late, the latest to become so first; the filter's own position is for the other order. */
export async function pageOfLate(
  tx: Tx,
  filter: ParcelFilter,
  after: LatePosition | null,
  limit: number,
): Promise<StoredRow[]> {
  return (await lateStatement(filter, after, limit).execute(tx)).rows;
}

export function lateStatement(
  filter: ParcelFilter,
  after: LatePosition | null,
  limit: number,
): RawBuilder<StoredRow> {
  const conditions = [
    ...filterConditions(filter),
    ...when(
      after,
      (at) => sql`(p.late_after, p.parcel_id) < (${at.lateAfter}::timestamptz, ${at.parcelId}::uuid)`,
    ),
  ];
  return sql<StoredRow>`select ${columns} from parcels p where ${sql.join(conditions, sql` and `)}
    order by p.late_after desc, p.parcel_id desc limit ${limit}`;
}

/** Every character sorts below this one in the byte order of the terms. */
const LAST_CHARACTER = '\u{10FFFF}';

/** The distinct terms that begin with `prefix`, in order, at most `max` of them: one index probe for each. */
export async function termsBeginning(
  tx: Tx,
  tenantId: string,
  prefix: string,
  max: number,
): Promise<string[]> {
  const found = await termsStatement(tenantId, prefix, max).execute(tx);
  return found.rows.map((row) => row.term);
}

export function termsStatement(tenantId: string, prefix: string, max: number): RawBuilder<{ term: string }> {
  const end = prefix + LAST_CHARACTER;
  return sql<{ term: string }>`
    with recursive found (term, n) as (
      (select term, 1 from terms where tenant_id = ${tenantId} and term >= ${prefix} and term < ${end}
        order by term limit 1)
      union all
      select (select t.term from terms t where t.tenant_id = ${tenantId} and t.term > f.term and t.term < ${end}
        order by t.term limit 1), f.n + 1
      from found f where f.term is not null and f.n < ${max}
    )
    select term from found where term is not null`;
}

/** How many rows the terms that begin with `prefix` have together, counted no further than `max`. */
export async function countBeginning(tx: Tx, tenantId: string, prefix: string, max: number): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from (
      select 1 from terms t where t.tenant_id = ${tenantId} and ${isBeginning(prefix)} limit ${max}
    ) t`.execute(tx);
  return found.rows[0]?.n ?? 0;
}

function isBeginning(prefix: string): RawBuilder<unknown> {
  return sql`t.term >= ${prefix} and t.term < ${prefix + LAST_CHARACTER}`;
}

/** How many rows these terms have, counted no further than `max`. */
export async function countTerms(
  tx: Tx,
  tenantId: string,
  terms: readonly string[],
  max: number,
): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from (
      select 1 from terms where tenant_id = ${tenantId} and term = any(${[...terms]}::text[]) limit ${max}
    ) t`.execute(tx);
  return found.rows[0]?.n ?? 0;
}

/** The newest parcels behind the filter's position that carry one of the terms, at most `limit`. */
export async function keysOfTerms(
  tx: Tx,
  filter: ParcelFilter,
  terms: readonly string[],
  limit: number,
): Promise<Position[]> {
  return (await keysStatement(filter, terms, limit).execute(tx)).rows.map(positionOf);
}

export function keysStatement(
  filter: ParcelFilter,
  terms: readonly string[],
  limit: number,
): RawBuilder<{ shipped_on: string; parcel_id: string }> {
  return sql`
    select distinct k.shipped_on, k.parcel_id
    from unnest(${[...terms]}::text[]) as w (term)
    cross join lateral (
      select t.shipped_on, t.parcel_id from terms t
      where t.tenant_id = ${filter.tenantId} and t.term = w.term and ${sql.join(placeConditions(filter), sql` and `)}
      order by t.shipped_on desc, t.parcel_id desc limit ${limit}
    ) k
    order by k.shipped_on desc, k.parcel_id desc limit ${limit}`;
}

/** What a term's row can say of the filter: the parcel's place in the list's order. */
function placeConditions({ after, from, to }: ParcelFilter): RawBuilder<unknown>[] {
  return [
    sql`true`,
    ...when(after, (at) => sql`(t.shipped_on, t.parcel_id) < (${at.shippedOn}::date, ${at.parcelId}::uuid)`),
    ...when(from, (day) => sql`t.shipped_on >= ${day}::date`),
    ...when(to, (day) => sql`t.shipped_on <= ${day}::date`),
  ];
}

/** The same for every term that begins with `prefix`: all of them are looked at, so there should be few. */
export async function keysBeginning(
  tx: Tx,
  filter: ParcelFilter,
  prefix: string,
  limit: number,
): Promise<Position[]> {
  return (await beginningStatement(filter, prefix, limit).execute(tx)).rows.map(positionOf);
}

export function beginningStatement(
  filter: ParcelFilter,
  prefix: string,
  limit: number,
): RawBuilder<{ shipped_on: string; parcel_id: string }> {
  return sql`
    select distinct t.shipped_on, t.parcel_id from terms t
    where t.tenant_id = ${filter.tenantId} and ${isBeginning(prefix)} and ${sql.join(placeConditions(filter), sql` and `)}
    order by t.shipped_on desc, t.parcel_id desc limit ${limit}`;
}

/** How much of a parcel is read: a list row, or its whole state beside it. */
export type Depth = 'row' | 'state';

/** A finished word, or an unfinished one that stands for few: any of the terms will do. */
export type Alternatives = readonly string[];

/** Those of the keys that pass the filter and carry every one of `words`, in list order. */
export async function rowsOf(
  tx: Tx,
  filter: ParcelFilter,
  keys: readonly Position[],
  words: readonly Alternatives[],
  depth: Depth,
): Promise<StatefulRow[]> {
  if (keys.length === 0) return [];
  return (await rowsStatement(filter, keys, words, depth).execute(tx)).rows;
}

/**
 * The words are looked up first: their terms lie side by side, the parcels all over the store. Then one probe of
 * the key for each parcel: left to itself the planner may read all of the company's instead.
 */
export function rowsStatement(
  filter: ParcelFilter,
  keys: readonly Position[],
  words: readonly Alternatives[],
  depth: Depth,
): RawBuilder<StatefulRow> {
  const conditions = [...filterConditions(filter), ...statusCondition(filter)];
  const state = sql`(select s.state from parcel_states s
    where s.tenant_id = ${filter.tenantId} and s.parcel_id = p.parcel_id)`;
  return sql<StatefulRow>`
    with k as materialized (${carrying(filter.tenantId, keys, words)})
    select p.* from k
    cross join lateral (
      select ${columns}, ${depth === 'state' ? state : sql`null`} as state from parcels p
      where p.parcel_id = k.parcel_id and ${sql.join(conditions, sql` and `)} limit 1
    ) p
    order by p.shipped_on desc, p.parcel_id desc`;
}

function carrying(
  tenantId: string,
  keys: readonly Position[],
  words: readonly Alternatives[],
): RawBuilder<unknown> {
  const conditions = words.map(
    (terms) => sql`exists (select 1 from terms t where t.tenant_id = ${tenantId}
      and t.term = any(${[...terms]}::text[]) and t.shipped_on = k.shipped_on and t.parcel_id = k.parcel_id)`,
  );
  return sql`select k.parcel_id
    from unnest(${keys.map((key) => key.parcelId)}::uuid[], ${keys.map((key) => key.shippedOn)}::date[])
      as k (parcel_id, shipped_on)
    where ${sql.join([sql`true`, ...conditions], sql` and `)}`;
}
