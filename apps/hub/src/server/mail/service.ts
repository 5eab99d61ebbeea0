import type { Mailer } from '@lading/kit/mail';
import type { DueMessage, Sender } from '@lading/kit/outbox';
import type { Transaction } from 'kysely';
import type { Hub } from '../hub.ts';
import { enqueue, NO_COMPANY, type OutboxMessage, openPayload, type Recipient } from '../outbox/store.ts';
import type { HubTables } from '../tables.ts';
import { compose, type LetterKind, type LetterPlace } from './letters.ts';
import { subjects } from './text.ts';

type Tx = Transaction<HubTables>;

/**
 * Sends what stands in the outbox. What goes to the administrators becomes one message for each of them first, so
 * that an address that fails does not make the others receive theirs again.
 */
export function createSender(hub: Hub, mailer: Mailer): Sender {
  return async (message) => {
    const { tenantId, messageId, kind } = message;
    if (!isLetterKind(kind)) throw new TypeError(`No letter is known for ${kind}.`);
    const { to, facts } = openPayload(hub.sealer, tenantId, message.payload);
    if (to === 'administrators') return addressEach(hub, message, { kind, facts });
    const letter = compose(kind, facts, to, await placeOf(hub, tenantId));
    await mailer.send({ id: messageId, to: to.email, ...letter });
  };
}

function isLetterKind(kind: string): kind is LetterKind {
  return Object.hasOwn(subjects, kind);
}

function addressEach(
  hub: Hub,
  { tenantId, messageId }: DueMessage,
  letter: Pick<OutboxMessage, 'kind' | 'facts'>,
): Promise<void> {
  return hub.door.asTenant(tenantId, async (tx) => {
    for (const { userId, ...to } of await administrators(tx, tenantId)) {
      await enqueue(tx, hub.sealer, {
        ...{ ...letter, tenantId, to },
        messageId: hub.ids.uuid(),
        dedupeKey: `${messageId} ${userId}`,
        at: new Date(hub.clock.now()),
      });
    }
  });
}

async function administrators(
  tx: Tx,
  tenantId: string,
): Promise<(Recipient & { readonly userId: string })[]> {
  const rows = await tx
    .selectFrom('memberships as m')
    .innerJoin('users as u', 'u.user_id', 'm.user_id')
    .innerJoin('tenants as t', 't.tenant_id', 'm.tenant_id')
    .select(['u.user_id', 'u.email', 'u.locale', 't.locale as company_locale'])
    .where('m.tenant_id', '=', tenantId)
    .where('m.role', '=', 'administrator')
    .execute();
  return rows.map((row) => ({
    userId: row.user_id,
    email: row.email,
    locale: row.locale ?? row.company_locale,
  }));
}

async function placeOf(hub: Hub, tenantId: string): Promise<LetterPlace> {
  const hubUrl = hub.publicUrl();
  if (tenantId === NO_COMPANY) return { hubUrl, companyName: 'Lading', zone: 'UTC' };
  return hub.door.asTenant(tenantId, async (tx) => {
    const { name, zone } = await tx
      .selectFrom('tenants')
      .select(['name', 'zone'])
      .where('tenant_id', '=', tenantId)
      .executeTakeFirstOrThrow();
    return { hubUrl, companyName: name, zone };
  });
}
