import type { Transaction } from 'kysely';
import type { HubTables } from '../tables.ts';

export interface OutboxMessage {
  readonly tenantId: string;
  readonly messageId: string;
  /** What the message says; the sender knows a template for each. */
  readonly kind: 'reauthorization-required';
  /** One message per key and company, ever: a repeated cause does not send twice. */
  readonly dedupeKey: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** Puts a message beside the change that causes it; nothing is sent from here. */
export async function enqueue(tx: Transaction<HubTables>, message: OutboxMessage): Promise<void> {
  await tx
    .insertInto('outbox')
    .values({
      tenant_id: message.tenantId,
      message_id: message.messageId,
      kind: message.kind,
      dedupe_key: message.dedupeKey,
      payload: JSON.stringify(message.payload),
      created_at: message.at,
      next_attempt_at: message.at,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'dedupe_key']).doNothing())
    .execute();
}
