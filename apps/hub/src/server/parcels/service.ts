import type { ParcelList, ParcelQuery } from '../../api/parcels.ts';
import type { CarrierConfig } from '../carrier-settings.ts';
import type { Hub } from '../hub.ts';
import { invalidValue } from '../problems.ts';
import { boundsOfDay } from '../zones.ts';
import { type StoredRow, statusesOf, toParcelRow } from './rows.ts';
import { findParcels, type Question } from './search.ts';
import { reading, type Span } from './store.ts';

export const PAGE_SIZE = 50;

/** What listing needs of the hub. */
export interface ListingHub extends Pick<Hub, 'door' | 'clock'> {
  readonly config: { readonly carrier: Pick<CarrierConfig, 'environment'> };
}

/** Whose parcels, and in which zone a day begins and ends. */
export interface Company {
  readonly tenantId: string;
  readonly zone: string;
}

/** A query's filters as the store takes them. Throws `INVALID_VALUE` for a day that does not exist. */
export function toFilter(
  { config }: Pick<ListingHub, 'config'>,
  { tenantId, zone }: Company,
  query: ParcelQuery,
  nowMs: number,
): Question['filter'] {
  return {
    tenantId,
    environment: query.environment ?? config.carrier.environment,
    direction: query.direction ?? null,
    statuses: statusesOf(query.status),
    lateAt: query.status === 'late' ? new Date(nowMs) : null,
    from: day('from', query.from),
    to: day('to', query.to),
    expectedOn: day('expected', query.expected),
    exceptionWithin: span(day('exception', query.exception), zone),
  };
}

function span(on: string | null, zone: string): Span | null {
  return on === null ? null : boundsOfDay(on, zone);
}

/** The pattern lets `2026-02-31` pass; the store would refuse it with a fault of its own. */
function day(field: string, value: string | undefined): string | null {
  if (value === undefined) return null;
  const parsed = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== value)
    throw invalidValue(field);
  return value;
}

export async function listParcels(
  hub: ListingHub,
  company: Company,
  query: ParcelQuery,
): Promise<ParcelList> {
  const nowMs = hub.clock.now();
  const filter = toFilter(hub, company, query, nowMs);
  const page = await reading(hub.door, company.tenantId, (tx) =>
    findParcels(tx, { filter, q: query.q, cursor: query.cursor }, query.limit ?? PAGE_SIZE),
  );
  return {
    parcels: page.rows.map((row) => toParcelRow(row, nowMs)),
    next: page.next,
  };
}

const EXPORT_PAGE = 500;

/** Every row of a query, page after page; no transaction stays open while somebody slow is reading. */
export async function* eachParcel(
  hub: Hub,
  company: Company,
  query: ParcelQuery,
): AsyncGenerator<StoredRow, void, undefined> {
  const filter = toFilter(hub, company, query, hub.clock.now());
  let cursor: string | null | undefined = query.cursor;
  do {
    const question: Question = { filter, q: query.q, cursor };
    const page = await reading(hub.door, company.tenantId, (tx) => findParcels(tx, question, EXPORT_PAGE));
    yield* page.rows;
    cursor = page.next;
  } while (cursor !== null);
}

/**
 * The same rows with the first one fetched: what is wrong with the question, or with the store, is thrown here, where
 * it still becomes a status. Once a file has begun it is too late.
 */
export async function begun<Row>(
  rows: AsyncGenerator<Row, void, undefined>,
): Promise<AsyncGenerator<Row, void, undefined>> {
  const first = await rows.next();
  return resume(first, rows);
}

async function* resume<Row>(
  first: IteratorResult<Row, void>,
  rest: AsyncGenerator<Row, void, undefined>,
): AsyncGenerator<Row, void, undefined> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
