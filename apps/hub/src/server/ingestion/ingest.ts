import { setImmediate as breathe } from 'node:timers/promises';
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
  storeParts,
  underLease,
} from './store.ts';
import { together } from './together.ts';

type Tx = Transaction<HubTables>;

/** What ingestion needs of the hub. */
export type Ingesting = Pick<Hub, 'door' | 'clock' | 'ids' | 'log'>;

/** A stored answer, as far as reading it needs it. */
export type Kept = Pick<RawAnswer, 'rawId' | 'walk' | 'receivedAt' | 'body'>;

/** What an answer says beside its files. Those are not held: as received they are many times as large as read. */
type ToldBeside = Pick<AnswerRead, 'subscriberId' | 'subscriptions'>;

/** An answer on its way into the store. */
interface Taken {
  readonly rawId: string;
  readonly receivedAt: Date;
  readonly told: ToldBeside;
  /** One of its parts was new. */
  isNews: boolean;
}

/** One part of an answer, ready to be stored; an answer without parts is one piece without a part. */
export interface Piece {
  readonly of: Taken;
  readonly part: PartToStore | null;
  /** With it the answer is read, and marked as such. */
  readonly isLast: boolean;
}

/** An answer as it is read, before anything of it stands in the store. */
export interface Opened {
  readonly bookmark: string | null;
  readonly isBookmarkUnreadable: boolean;
  readonly pieces: readonly Piece[];
  /** Something of it could not be read or is worth telling, but the walk goes on. */
  readonly notes: readonly ReadingFault[];
}

/**
 * Reads a stored answer; what is none is closed with its fault.
 * @throws ReadingFault for what is no answer or a refusal; `LeaseLost`.
 */
export async function openAnswer(hub: Ingesting, lease: Lease, kept: Kept): Promise<Opened> {
  const read = readAnswer(kept.body);
  if (!read.ok) {
    const fault = answerFault(read.fault);
    await underLease(hub.door, lease, (tx) => closeRaw(tx, hub, lease, kept, fault.message));
    throw fault;
  }
  const { answer } = read;
  const { subscriberId, subscriptions } = answer;
  const told = { subscriberId, subscriptions };
  const of: Taken = { rawId: kept.rawId, receivedAt: kept.receivedAt, told, isNews: false };
  const seen = answer.parts.filter((part) => isMine(part, lease));
  const parts: PartToStore[] = [];
  for (const { element } of seen) {
    const { rawId, walk, receivedAt } = kept;
    const at = new Date(hub.clock.now());
    parts.push({ rawId, walk, receivedAt, partId: hub.ids.uuid(), at, part: readPart(element) });
    await breathe();
  }
  const pieces = parts.map((part, at) => ({ of, part, isLast: at === parts.length - 1 }));
  return {
    bookmark: answer.bookmark,
    isBookmarkUnreadable: answer.isBookmarkUnreadable,
    pieces: pieces.length > 0 ? pieces : [{ of, part: null, isLast: true }],
    notes: [...parts.flatMap(unreadRecords), ...warningsOf(answer)],
  };
}

function unreadRecords({ part: { fileName, faults } }: PartToStore): readonly ReadingFault[] {
  const unread = faultText(faults);
  if (!unread) return [];
  return [ourFault('RECORDS_UNREADABLE', { mayHaveLost: false, detail: `${fileName}: ${unread}` })];
}

function answerFault(fault: AnswerFault): ReadingFault {
  if (fault.kind === 'refused') return refusedBy(fault.word);
  return ourFault('ANSWER_UNREADABLE', { mayHaveLost: true, detail: fault.detail });
}

/** An answer is asked for one subscription; what it says of others is not this walk's, and stays in the raw answer. */
export function isMine({ subscription }: PartSeen, lease: Lease): boolean {
  return subscription.name === null || subscription.name === lease.name;
}

/**
 * Stores pieces in one transaction. Where the store refuses them they go one by one, and a part that it refuses even
 * then must not hold up the feed for ever: the ledger names it, the raw answer keeps it.
 * `onWriting` is told when the store alone has work.
 * @returns a note for each part that was refused.
 * @throws LeaseLost, or the store's own trouble.
 */
export async function storePieces(
  hub: Ingesting,
  lease: Lease,
  pieces: readonly Piece[],
  onWriting?: () => void,
): Promise<readonly ReadingFault[]> {
  try {
    await storeTogether(hub, lease, pieces, onWriting);
    return [];
  } catch (error) {
    if (error instanceof LeaseLost || isProblem(error)) throw error;
    if (pieces.length > 1) return await oneByOne(hub, lease, pieces);
    const [piece] = pieces;
    if (!piece?.part) throw error;
    return [await storeFaulty(hub, lease, piece, piece.part, error)];
  }
}

async function oneByOne(hub: Ingesting, lease: Lease, pieces: readonly Piece[]): Promise<ReadingFault[]> {
  const notes: ReadingFault[] = [];
  for (const piece of pieces) notes.push(...(await storePieces(hub, lease, [piece])));
  return notes;
}

async function storeTogether(
  hub: Ingesting,
  lease: Lease,
  pieces: readonly Piece[],
  onWriting?: () => void,
): Promise<void> {
  const parts = pieces.flatMap(({ part }) => part ?? []);
  let news = new Set<Taken>();
  const finish: Finish = async (tx, areNew) => {
    news = new Set(pieces.filter(({ part }) => part && areNew[parts.indexOf(part)]).map(({ of }) => of));
    const read = pieces.filter(({ isLast }) => isLast);
    await together(read.map(({ of }) => close(tx, hub, lease, of, of.isNews || news.has(of))));
  };
  await storeParts(hub.door, lease, parts, finish, onWriting);
  for (const of of news) of.isNews = true;
}

async function storeFaulty(
  hub: Ingesting,
  lease: Lease,
  { of, isLast }: Piece,
  part: PartToStore,
  error: unknown,
): Promise<ReadingFault> {
  const { fileName } = part.part;
  hub.log.error({ err: error, fileName, rawId: part.rawId }, 'a part could not be stored');
  const reason = error instanceof Error ? cut(error.message, 300) : 'unknown';
  await storeFaultyPart(hub.door, lease, part, reason, async (tx, [isNew]) => {
    of.isNews ||= isNew ?? false;
    if (isLast) await close(tx, hub, lease, of, of.isNews);
  });
  return ourFault('HUB_FAULT', { mayHaveLost: false, detail: fileName });
}

async function close(tx: Tx, hub: Ingesting, lease: Lease, of: Taken, isNews: boolean): Promise<void> {
  const newsAt = isNews ? new Date(hub.clock.now()) : null;
  await together([closeRaw(tx, hub, lease, of, null), noteCarrier(tx, lease, of.told, newsAt)]);
}

/** By the time of its receipt too: the store then looks in one month alone. */
async function closeRaw(
  tx: Tx,
  hub: Ingesting,
  lease: Lease,
  { rawId, receivedAt }: Pick<Kept, 'rawId' | 'receivedAt'>,
  fault: string | null,
): Promise<void> {
  await tx
    .updateTable('raw_answers')
    .set({ parsed_at: new Date(hub.clock.now()), fault })
    .where('tenant_id', '=', lease.tenantId)
    .where('raw_id', '=', rawId)
    .where('received_at', '=', receivedAt)
    .execute();
}

/** What the carrier says of the subscription itself, and that something new came. */
async function noteCarrier(tx: Tx, lease: Lease, told: ToldBeside, newsAt: Date | null): Promise<void> {
  if (told.subscriberId) await noteCarrierUser(tx, lease, cut(told.subscriberId, LONGEST_USER));
  const seen = told.subscriptions.find(({ name }) => name === lease.name);
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
