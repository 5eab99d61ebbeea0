import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Door } from '@lading/kit/db/door';
import { sql, type Transaction } from 'kysely';
import type { DirectionName, EnvironmentName, FeedSource, HubTables, RawAnswersTable } from '../tables.ts';
import { isZone } from '../zones.ts';
import { ingest, livesOf, type PartEntered } from './gather.ts';
import { enterLedger, faultText, mendEntry, NOT_STORED } from './ledger.ts';
import type { PartRead } from './reader.ts';
import { together } from './together.ts';

type Tx = Transaction<HubTables>;

const compress = promisify(gzip);

/** The lease of a subscription has gone to somebody else: this transaction must write nothing. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** Whose feed is being read, under which lease. */
export interface Feed {
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly environment: EnvironmentName;
  readonly source: FeedSource;
  /** The lease's number; every transaction that ingests checks it. */
  readonly fence: number;
}

export interface RawAnswer {
  readonly rawId: string;
  readonly walk: RawAnswersTable['walk'];
  readonly request: unknown;
  readonly receivedAt: Date;
  readonly body: Uint8Array;
}

/**
 * Keeps an answer before anybody looks into it. No lease is asked for: what the carrier has marked as read must
 * stay, whoever reads it on.
 */
export async function storeRaw(door: Door<HubTables>, feed: Feed, answer: RawAnswer): Promise<void> {
  const { body } = answer;
  const bodyGzip = await compress(body, { level: 3 });
  await door.asTenant(feed.tenantId, (tx) =>
    tx
      .insertInto('raw_answers')
      .values({
        tenant_id: feed.tenantId,
        raw_id: answer.rawId,
        environment: feed.environment,
        source: feed.source,
        subscription_id: feed.subscriptionId,
        walk: answer.walk,
        request: JSON.stringify(answer.request),
        received_at: answer.receivedAt,
        size_bytes: body.byteLength,
        content_sha256: createHash('sha256').update(body).digest(),
        body_gzip: bodyGzip,
      })
      .execute(),
  );
}

export interface PartToStore {
  readonly partId: string;
  readonly rawId: string;
  readonly walk: RawAnswersTable['walk'];
  readonly receivedAt: Date;
  /** The hub's clock. */
  readonly at: Date;
  readonly part: PartRead;
}

/** What a transaction does besides, told which of its parts were new: the cursor moves with the data before it. */
export type Finish = (tx: Tx, areNew: readonly boolean[]) => Promise<void>;

/**
 * Ledger, events, provenance, parcels, terms and cursor of some parts in one transaction, which writes nothing when
 * the lease is lost. A part whose content is in the ledger already changes nothing, unless its entry tells of a
 * fault that is over: then it is ingested under that entry.
 * @returns for each part whether it was new, or is ingested at last.
 * @throws LeaseLost
 */
export function storeParts(
  door: Door<HubTables>,
  feed: Feed,
  parts: readonly PartToStore[],
  finish?: Finish,
  onWriting?: () => void,
): Promise<readonly boolean[]> {
  return door.asTenant(feed.tenantId, async (tx) => {
    const [company, entered, lives] = await together([
      enter(tx, feed),
      together(parts.map((part) => enterPart(tx, feed, part))),
      livesOf(
        tx,
        feed,
        parts.map(({ part }) => part),
      ),
    ]);
    await ingest(tx, feed, company, { parts: entered.filter(isEntered), lives }, onWriting);
    const areNew = entered.map(isEntered);
    await finish?.(tx, areNew);
    return areNew;
  });
}

async function enterPart(tx: Tx, feed: Feed, toStore: PartToStore): Promise<PartEntered | null> {
  const { part, at } = toStore;
  const fault = faultText(part.faults);
  const isNew = await enterLedger(tx, feed, toStore, fault);
  const partId = isNew ? toStore.partId : await mendEntry(tx, feed, toStore, fault);
  return partId === null ? null : { partId, isRetold: !isNew, at, records: part.records };
}

function isEntered(part: PartEntered | null): part is PartEntered {
  return part !== null;
}

/** A part that the store refused as a whole: the ledger says so and why, and the feed goes on. */
export function storeFaultyPart(
  door: Door<HubTables>,
  feed: Feed,
  toStore: PartToStore,
  reason: string,
  finish?: Finish,
): Promise<void> {
  return door.asTenant(feed.tenantId, async (tx) => {
    await enter(tx, feed);
    const empty = { ...toStore, part: { ...toStore.part, records: [] } };
    const isNew = await enterLedger(tx, feed, empty, `${NOT_STORED}: ${reason}`);
    await finish?.(tx, [isNew]);
  });
}

/** The lease's check alone, with what an answer without parts has to say. @throws LeaseLost */
export function underLease(
  door: Door<HubTables>,
  feed: Feed,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  return door.asTenant(feed.tenantId, async (tx) => {
    await holdLease(tx, feed);
    await work(tx);
  });
}

/**
 * One ingestion at a time for each company: two subscriptions may tell of one parcel at once, and each must fold
 * what the other wrote. The lock comes before anything is read, and ends with the transaction.
 */
export async function lockCompany(tx: Tx, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ingestion ${tenantId}`}, 0))`.execute(tx);
}

/** What a part's transaction has to know of the company. */
export interface Company {
  readonly zone: string;
  /** Every subscription, removed ones too: parcels still name them. */
  readonly directions: ReadonlyMap<string, DirectionName | null>;
}

/** The company's lock, then the lease's check. @throws LeaseLost */
export async function enter(tx: Tx, feed: Feed): Promise<Company> {
  const [, , , company] = await together([
    lockCompany(tx, feed.tenantId),
    readByKey(tx),
    planAnew(tx),
    holdLease(tx, feed),
  ]);
  return company;
}

/**
 * Everything a part asks of large tables goes by their keys. The planner's figures are behind a company that grows
 * quickly: it would take the company for small and read all of its parcels for each part (128 ms instead of 20 among
 * 10,000 parcels, and ever more).
 */
export async function readByKey(tx: Tx): Promise<void> {
  await sql`select set_config(name, 'off', true) from unnest(array[
    'enable_hashjoin', 'enable_mergejoin', 'enable_bitmapscan', 'enable_seqscan']) as s (name)`.execute(tx);
}

/**
 * What is prepared is planned once for this transaction, and not with those before it: the plan for a company without
 * parcels would read through all of them later.
 */
async function planAnew(tx: Tx): Promise<void> {
  await together([
    sql`discard plans`.execute(tx),
    sql`set local plan_cache_mode = force_generic_plan`.execute(tx),
  ]);
}

/** Locks the subscription's row, so that nobody takes the lease before this transaction has ended. */
async function holdLease(tx: Tx, { tenantId, subscriptionId, fence }: Feed): Promise<Company> {
  const { rows } = await sql<{
    fence: number;
    zone: string;
    directions: Record<string, DirectionName | null>;
  }>`
    select s.fence, t.zone, (
      select jsonb_object_agg(d.subscription_id, d.direction) from subscriptions d where d.tenant_id = ${tenantId}
    ) as directions
    from subscriptions s join tenants t on t.tenant_id = s.tenant_id
    where s.tenant_id = ${tenantId} and s.subscription_id = ${subscriptionId}
    for no key update of s`.execute(tx);
  const [held] = rows;
  if (held?.fence !== fence)
    throw new LeaseLost('The lease of the subscription was taken by another reader.');
  return {
    zone: isZone(held.zone) ? held.zone : 'UTC',
    directions: new Map(Object.entries(held.directions)),
  };
}

/** Every subscription of the company with its direction, removed ones too: parcels still name them. */
export async function directionsOf(tx: Tx, tenantId: string): Promise<Map<string, DirectionName | null>> {
  const rows = await tx
    .selectFrom('subscriptions')
    .select(['subscription_id', 'direction'])
    .where('tenant_id', '=', tenantId)
    .execute();
  return new Map(rows.map((row) => [row.subscription_id, row.direction]));
}
