import { sql, type Transaction } from 'kysely';
import type { HubTables } from '../tables.ts';

/** Something that was received and could not be read: a part of a file, or an answer as a whole. */
export interface HeldBack {
  /** Null for an answer that was set aside as a whole. */
  readonly fileName: string | null;
  /** Why, and the places in the file. */
  readonly fault: string;
  readonly at: Date;
}

const MOST_NAMED = 100;

/** What each subscription holds back, newest first; the archive has it whole, and a replay may release it. */
export async function heldBackOf(
  tx: Transaction<HubTables>,
  tenantId: string,
): Promise<ReadonlyMap<string, readonly HeldBack[]>> {
  const { rows } = await sql<HeldBack & { subscription_id: string }>`
    select subscription_id, file_name as "fileName", fault, received_at as at from file_parts
      where tenant_id = ${tenantId} and fault is not null
    union all
    select subscription_id, null, coalesce(fault, 'NOT_INGESTED'), received_at from raw_answers
      where tenant_id = ${tenantId} and quarantined_at is not null
    order by at desc limit ${MOST_NAMED}`.execute(tx);
  const bySubscription = new Map<string, HeldBack[]>();
  for (const { subscription_id, ...one } of rows) {
    bySubscription.set(subscription_id, [...(bySubscription.get(subscription_id) ?? []), one]);
  }
  return bySubscription;
}
