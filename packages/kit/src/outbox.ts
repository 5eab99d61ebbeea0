import { sql, type Transaction } from 'kysely';
import type { Clock } from './clock.ts';
import type { Door } from './db/door.ts';
import { assertOutsideTransaction } from './db/network-guard.ts';

export interface OutboxMessage {
  readonly tenantId: string;
  readonly messageId: string;
  /** What the message says; the sender knows a template for each kind. */
  readonly kind: string;
  /** One message per key and company, ever: a repeated cause does not send twice. */
  readonly dedupeKey: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** A message whose turn has come. */
export interface DueMessage {
  readonly tenantId: string;
  readonly messageId: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** This attempt's number, from 1. */
  readonly attempt: number;
}

/** Sends one message or throws. It may be called twice for one message: use its id to let receivers notice. */
export type Sender = (message: DueMessage) => Promise<void>;

export interface Delivery {
  readonly sent: number;
  readonly failed: number;
}

const BATCH = 20;
const FIRST_DELAY_MS = 30_000;
const LONGEST_DELAY_MS = 3_600_000;
/** About a day of trying; the row then stays, with its last fault. */
const ATTEMPTS = 30;

/** Puts a message beside the change that causes it; nothing leaves from here. */
export async function enqueue<Tables>(tx: Transaction<Tables>, message: OutboxMessage): Promise<void> {
  await sql`
    insert into outbox (tenant_id, message_id, kind, dedupe_key, payload, created_at, next_attempt_at)
    values
      (${message.tenantId}, ${message.messageId}, ${message.kind}, ${message.dedupeKey},
       ${JSON.stringify(message.payload)}::jsonb, ${message.at}, ${message.at})
    on conflict (tenant_id, dedupe_key) do nothing
  `.execute(tx);
}

/**
 * Sends what is due, outside any transaction, and notes the outcome. Claiming moves the next attempt away, so
 * other processes leave the message alone and a killed one's comes back after the delay.
 */
export async function deliverDue<Tables>(
  door: Door<Tables>,
  sender: Sender,
  clock: Clock,
): Promise<Delivery> {
  assertOutsideTransaction('outbox delivery');
  let sent = 0;
  let failed = 0;
  for (;;) {
    const claimed = await claim(door, clock.now());
    for (const message of claimed) {
      if (await deliver(door, message, sender, clock)) sent += 1;
      else failed += 1;
    }
    if (claimed.length < BATCH) return { sent, failed };
  }
}

/** Doubles from half a minute up to an hour. */
export function delayBefore(attempt: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** (attempt - 1), LONGEST_DELAY_MS);
}

async function claim<Tables>(door: Door<Tables>, now: number): Promise<readonly DueMessage[]> {
  return door.asDesk(async (tx) => {
    const due = await sql<{
      tenant_id: string;
      message_id: string;
      kind: string;
      payload: DueMessage['payload'];
      attempts: number;
    }>`
      select tenant_id, message_id, kind, payload, attempts from outbox
      where sent_at is null and next_attempt_at <= ${new Date(now)} and attempts < ${ATTEMPTS}
      order by next_attempt_at limit ${BATCH} for update skip locked
    `.execute(tx);
    const messages = due.rows.map((row) => ({
      tenantId: row.tenant_id,
      messageId: row.message_id,
      kind: row.kind,
      payload: row.payload,
      attempt: row.attempts + 1,
    }));
    for (const message of messages) {
      await sql`
        update outbox set attempts = ${message.attempt}, next_attempt_at = ${new Date(now + delayBefore(message.attempt))}
        where tenant_id = ${message.tenantId} and message_id = ${message.messageId}
      `.execute(tx);
    }
    return messages;
  });
}

async function deliver<Tables>(
  door: Door<Tables>,
  message: DueMessage,
  sender: Sender,
  clock: Clock,
): Promise<boolean> {
  const fault = await sender(message).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 500),
  );
  const sentAt = fault === null ? new Date(clock.now()) : null;
  await door.asDesk((tx) =>
    sql`
      update outbox set sent_at = ${sentAt}, last_fault = ${fault}
      where tenant_id = ${message.tenantId} and message_id = ${message.messageId} and sent_at is null
    `.execute(tx),
  );
  return fault === null;
}
