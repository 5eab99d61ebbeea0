import { isProblem } from '@lading/kit/errors';
import type { Transaction } from 'kysely';
import type { Hub } from '../hub.ts';
import type { HubTables } from '../tables.ts';
import { cut } from './cut.ts';
import { ourFault, type ReadingFault, refusedBy } from './faults.ts';
import type { Lease } from './lease.ts';
import { faultText } from './ledger.ts';
import { type AnswerFault, type AnswerRead, type PartSeen, readAnswer, readPart } from './reader.ts';
import {
  type Finish,
  LeaseLost,
  type PartToStore,
  type RawAnswer,
  storeFaultyPart,
  storePart,
  underLease,
} from './store.ts';

type Tx = Transaction<HubTables>;

/** What ingestion needs of the hub. */
export type Ingesting = Pick<Hub, 'door' | 'clock' | 'ids' | 'log'>;

/** What an answer left behind, beside what it stored. */
export interface Ingested {
  readonly bookmark: string | null;
  /** Something of it could not be read or is worth telling, but the walk goes on. */
  readonly notes: readonly ReadingFault[];
}

/** A stored answer, as far as reading it needs it. */
export type Kept = Pick<RawAnswer, 'rawId' | 'walk' | 'receivedAt' | 'body'>;

/**
 * Reads a stored answer into the store, part by part, each in one transaction; the last one marks the answer as
 * read. Doing it again changes nothing.
 * @throws ReadingFault for what is no answer or a refusal; `LeaseLost`.
 */
export async function ingestAnswer(hub: Ingesting, lease: Lease, kept: Kept): Promise<Ingested> {
  const read = readAnswer(kept.body);
  if (!read.ok) {
    const fault = answerFault(read.fault);
    await underLease(hub.door, lease, (tx) => closeRaw(tx, hub, lease, kept.rawId, fault.message));
    throw fault;
  }
  const { answer } = read;
  const mine = answer.parts.filter((part) => isMine(part, lease));
  const notes = await storeParts(hub, lease, kept, answer, mine);
  if (answer.isBookmarkUnreadable) throw ourFault('BOOKMARK_UNREADABLE', { mayHaveLost: true });
  return { bookmark: answer.bookmark, notes: [...notes, ...warningsOf(answer)] };
}

function answerFault(fault: AnswerFault): ReadingFault {
  if (fault.kind === 'refused') return refusedBy(fault.word);
  return ourFault('ANSWER_UNREADABLE', { mayHaveLost: true, detail: fault.detail });
}

/** An answer is asked for one subscription; what it says of others is not this walk's, and stays in the raw answer. */
export function isMine({ subscription }: PartSeen, lease: Lease): boolean {
  return subscription.name === null || subscription.name === lease.name;
}

async function storeParts(
  hub: Ingesting,
  lease: Lease,
  kept: Kept,
  answer: AnswerRead,
  parts: readonly PartSeen[],
): Promise<ReadingFault[]> {
  const notes: ReadingFault[] = [];
  let isNews = false;
  const finish: Finish = async (tx) => {
    await closeRaw(tx, hub, lease, kept.rawId, null);
    await noteCarrier(tx, lease, answer, isNews ? new Date(hub.clock.now()) : null);
  };
  for (const [at, seen] of parts.entries()) {
    const part = readPart(seen.element);
    const unread = faultText(part.faults);
    if (unread)
      notes.push(
        ourFault('RECORDS_UNREADABLE', { mayHaveLost: false, detail: `${part.fileName}: ${unread}` }),
      );
    const toStore = { ...kept, partId: hub.ids.uuid(), at: new Date(hub.clock.now()), part };
    const isLast = at === parts.length - 1;
    const ending: Finish = async (tx, isNew) => {
      isNews ||= isNew;
      if (isLast) await finish(tx, isNew);
    };
    const refusal = await storeOne(hub, lease, toStore, ending);
    if (refusal) notes.push(refusal);
  }
  if (parts.length === 0) await underLease(hub.door, lease, (tx) => finish(tx, false));
  return notes;
}

/** A part that the store refuses must not hold up the feed for ever: the ledger names it, the raw answer keeps it. */
async function storeOne(
  hub: Ingesting,
  lease: Lease,
  toStore: PartToStore,
  ending: Finish,
): Promise<ReadingFault | null> {
  try {
    await storePart(hub.door, lease, toStore, ending);
    return null;
  } catch (error) {
    if (error instanceof LeaseLost || isProblem(error)) throw error;
    const { fileName } = toStore.part;
    hub.log.error({ err: error, fileName, rawId: toStore.rawId }, 'a part could not be stored');
    const reason = error instanceof Error ? cut(error.message, 300) : 'unknown';
    await storeFaultyPart(hub.door, lease, toStore, reason, ending);
    return ourFault('HUB_FAULT', { mayHaveLost: false, detail: fileName });
  }
}

async function closeRaw(
  tx: Tx,
  hub: Ingesting,
  lease: Lease,
  rawId: string,
  fault: string | null,
): Promise<void> {
  await tx
    .updateTable('raw_answers')
    .set({ parsed_at: new Date(hub.clock.now()), fault })
    .where('tenant_id', '=', lease.tenantId)
    .where('raw_id', '=', rawId)
    .execute();
}

/** What the carrier says of the subscription itself, and that something new came. */
async function noteCarrier(tx: Tx, lease: Lease, answer: AnswerRead, newsAt: Date | null): Promise<void> {
  if (answer.subscriberId) await noteCarrierUser(tx, lease, cut(answer.subscriberId, LONGEST_USER));
  const seen = answer.subscriptions.find(({ name }) => name === lease.name);
  const change = {
    ...(seen?.number ? { carrier_number: cut(seen.number, 40) } : {}),
    ...(seen?.status ? { carrier_status: cut(seen.status, 10) } : {}),
    ...(newsAt ? { last_new_data_at: newsAt } : {}),
  };
  if (Object.keys(change).length === 0) return;
  await tx
    .updateTable('subscriptions')
    .set(change)
    .where('tenant_id', '=', lease.tenantId)
    .where('subscription_id', '=', lease.subscriptionId)
    .execute();
}

/** The contract has 16. */
const LONGEST_USER = 60;

async function noteCarrierUser(tx: Tx, lease: Lease, carrierUser: string): Promise<void> {
  await tx
    .updateTable('integrations')
    .set({ carrier_user: carrierUser })
    .where('tenant_id', '=', lease.tenantId)
    .where('integration_id', '=', lease.integrationId)
    .where((eb) => eb('carrier_user', 'is distinct from', carrierUser))
    .execute();
}

const INACTIVE = '336000';

function warningsOf(answer: AnswerRead): ReadingFault[] {
  const isInactive = answer.warnings.some(({ code }) => code === INACTIVE);
  return isInactive ? [ourFault('SUBSCRIPTION_INACTIVE', { mayHaveLost: false, isForPeople: true })] : [];
}
