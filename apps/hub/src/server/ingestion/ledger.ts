import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { HubTables } from '../tables.ts';
import type { RecordFault } from './parts.ts';
import { PARSER_VERSION } from './reader.ts';
import type { Feed, PartToStore } from './store.ts';

type Tx = Transaction<HubTables>;

/** The fault of a part that the store refused as a whole begins with this. */
export const NOT_STORED = 'PART_NOT_STORED';

/** Enters a part; false where its content is in the ledger already. */
export async function enterLedger(
  tx: Tx,
  feed: Feed,
  toStore: PartToStore,
  fault: string | null,
): Promise<boolean> {
  const { part } = toStore;
  const entered = await tx
    .insertInto('file_parts')
    .values({
      tenant_id: feed.tenantId,
      part_id: toStore.partId,
      environment: feed.environment,
      source: feed.source,
      subscription_id: feed.subscriptionId,
      file_name: part.fileName,
      content_sha256: part.contentSha256,
      raw_id: toStore.rawId,
      received_at: toStore.receivedAt,
      event_count: part.records.length,
      parser_version: PARSER_VERSION,
      fault,
      unread_at: toStore.walk === 'unread' ? toStore.receivedAt : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('part_id')
    .executeTakeFirst();
  if (!entered && toStore.walk === 'unread') await noteUnread(tx, feed, toStore);
  return entered !== undefined;
}

/** What was seen by date before came as unread now. */
async function noteUnread(tx: Tx, feed: Feed, { part, receivedAt }: PartToStore): Promise<void> {
  await ofContent(tx, feed, part).set({ unread_at: receivedAt }).where('unread_at', 'is', null).execute();
}

/** The entry of a part, by the ledger's key. */
function ofContent(tx: Tx, feed: Feed, part: PartToStore['part']) {
  return tx
    .updateTable('file_parts')
    .where('tenant_id', '=', feed.tenantId)
    .where('environment', '=', feed.environment)
    .where('source', '=', feed.source)
    .where('subscription_id', '=', feed.subscriptionId)
    .where('file_name', '=', part.fileName)
    .where('content_sha256', '=', part.contentSha256);
}

/**
 * The same content is told again: an entry whose part was refused as a whole, or had a fault for an older reader,
 * becomes that of the new telling and keeps its id, because provenance may stand on it. Null when there is no such.
 */
export function mendEntry(
  tx: Tx,
  feed: Feed,
  toStore: PartToStore,
  fault: string | null,
): Promise<string | null> {
  return renew(tx, feed, toStore, fault, sql<boolean>`(${REFUSED} or (fault is not null and ${OUTDATED}))`);
}

/** For a replay: an entry that an older reader made, with or without a fault, or whose part was refused as a whole. */
export function outdatedEntry(
  tx: Tx,
  feed: Feed,
  toStore: PartToStore,
  fault: string | null,
): Promise<string | null> {
  return renew(tx, feed, toStore, fault, sql<boolean>`(${REFUSED} or ${OUTDATED})`);
}

const REFUSED = sql`(event_count = 0 and starts_with(fault, ${NOT_STORED}))`;
const OUTDATED = sql`(parser_version < ${PARSER_VERSION})`;

async function renew(
  tx: Tx,
  feed: Feed,
  toStore: PartToStore,
  fault: string | null,
  where: RawBuilder<boolean>,
): Promise<string | null> {
  const { part } = toStore;
  const mended = await ofContent(tx, feed, part)
    .set({
      raw_id: toStore.rawId,
      received_at: toStore.receivedAt,
      event_count: part.records.length,
      parser_version: PARSER_VERSION,
      fault,
    })
    .where(where)
    .returning('part_id')
    .executeTakeFirst();
  return mended?.part_id ?? null;
}

const MOST_FAULTS_NAMED = 20;

/** `3 records unreadable: DATE_UNREADABLE Origin[3]/Date; …` */
export function faultText(faults: readonly RecordFault[]): string | null {
  if (faults.length === 0) return null;
  const named = faults.slice(0, MOST_FAULTS_NAMED).map(({ code, path }) => `${code} ${path}`);
  const more = faults.length > named.length ? '; …' : '';
  return `${faults.length} unreadable: ${named.join('; ')}${more}`;
}
