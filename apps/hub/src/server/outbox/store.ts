import type { Sealer } from '@lading/kit/crypto';
import { enqueue as put } from '@lading/kit/outbox';
import type { Locale } from '@lading/kit/text';
import type { Transaction } from 'kysely';
import type { LetterFacts, LetterKind } from '../mail/letters.ts';
import type { HubTables } from '../tables.ts';

/** Somebody who is written to, in their language. */
export interface Recipient {
  readonly email: string;
  readonly locale: Locale;
}

/** Stands for a company where a letter concerns none: a person who belongs to no company, or to several. */
export const NO_COMPANY = '00000000-0000-0000-0000-000000000000';

/** A letter to be written, beside the change that causes it. */
export interface OutboxMessage<Kind extends LetterKind = LetterKind> {
  readonly tenantId: string;
  readonly messageId: string;
  readonly kind: Kind;
  /** One message per key and company, ever: a repeated cause does not send twice. */
  readonly dedupeKey: string;
  /** The administrators are those of the moment at which the letter is sent. */
  readonly to: 'administrators' | Recipient;
  readonly facts: LetterFacts[Kind];
  readonly at: Date;
}

/** How a message stands in the outbox: its facts may hold a link that opens a door, so they are sealed. */
interface Payload {
  readonly to: 'administrators' | Recipient;
  readonly keyId: string;
  readonly facts: string;
}

/** Puts a message into the outbox; nothing leaves from here. */
export async function enqueue<Kind extends LetterKind>(
  tx: Transaction<HubTables>,
  sealer: Sealer,
  message: OutboxMessage<Kind>,
): Promise<void> {
  const { tenantId, messageId, kind, dedupeKey, to, facts, at } = message;
  const { keyId, sealed } = sealer.seal(JSON.stringify(facts), tenantId);
  const payload: Payload = { to, keyId, facts: sealed.toString('base64') };
  await put(tx, { tenantId, messageId, kind, dedupeKey, payload: { ...payload }, at });
}

/** What a stored message says. @throws `SEAL_KEY_UNKNOWN`, `SEAL_BROKEN` */
export function openPayload(
  sealer: Sealer,
  tenantId: string,
  stored: Readonly<Record<string, unknown>>,
): Pick<OutboxMessage, 'to' | 'facts'> {
  const { to, keyId, facts } = stored as unknown as Payload;
  const opened = sealer.open(Buffer.from(facts, 'base64'), keyId, tenantId);
  return { to, facts: JSON.parse(opened.toString('utf8')) };
}
