import { createHash } from 'node:crypto';
import type { Client } from '@lading/sdk/client';
import { isCarrierFault } from '@lading/sdk/errors';
import type { Hub } from '../hub.ts';
import { ourFault, ReadingFault } from './faults.ts';
import { type Intake, openIntake } from './intake.ts';
import type { Lease } from './lease.ts';
import { ANSWER_CAPS } from './reader.ts';
import { LeaseLost, type RawAnswer } from './store.ts';

/** More answers than any week of files can fill; beyond it a walk is a circle. */
const MOST_ANSWERS = 5_000;

/** One subscription being read by its lease's holder. */
export interface Reading {
  readonly hub: Hub;
  readonly lease: Lease;
  /** The hub is closing, or the lease is lost: no further request begins. */
  readonly signal: AbortSignal;
}

/** Files by the time at which they were cut; without an end, until now. */
export interface DateRange {
  readonly from: Date;
  readonly to: Date | null;
}

/** `complete`: to the answer without a bookmark. `stopped`: between two answers, with nothing lost. */
export interface WalkOutcome {
  readonly end: 'complete' | 'stopped';
  readonly notes: readonly ReadingFault[];
}

/**
 * Walks through the subscription's files, unread ones or those cut in `range`: request, raw answer committed, its
 * parts handed over to be ingested, then the next bookmark. At the end everything is ingested, or an error says what
 * is not. Only ever by the subscription's own name: without a name the carrier
 * would mark as read what belongs to others.
 * @throws ReadingFault, LeaseLost
 */
export async function walk(reading: Reading, range: DateRange | null): Promise<WalkOutcome> {
  const intake = openIntake(reading.hub, reading.lease);
  try {
    const end = await walkInto(intake, reading, range);
    return { end, notes: await intake.end() };
  } catch (error) {
    throw await afterIntake(intake, reading, error);
  }
}

async function walkInto(
  intake: Intake,
  reading: Reading,
  range: DateRange | null,
): Promise<WalkOutcome['end']> {
  const { signal } = reading;
  const seen = new Set<string>();
  let bookmark: string | null = null;
  while (!signal.aborted) {
    const answer = await ask(reading, range, bookmark);
    await intake.keep(answer);
    bookmark = await intake.take(answer);
    if (bookmark === null) return 'complete';
    refuseCircle(answer.body, seen);
  }
  return 'stopped';
}

/** What was taken before a walk broke is stored before the lease ends; a lost lease says more than what broke it. */
async function afterIntake(intake: Intake, { hub, lease }: Reading, error: unknown): Promise<unknown> {
  try {
    await intake.end();
  } catch (failure) {
    if (failure instanceof LeaseLost) return failure;
    const { tenantId, subscriptionId } = lease;
    if (failure !== error)
      hub.log.warn({ err: failure, tenantId, subscriptionId }, 'answers of a broken walk are left over');
  }
  return error;
}

/** The bookmark of an unread walk is always the same, so a circle is a whole answer that was there before. */
function refuseCircle(body: Uint8Array, seen: Set<string>): void {
  const digest = createHash('sha256').update(body).digest('base64');
  if (seen.has(digest) || seen.size >= MOST_ANSWERS) throw ourFault('BOOKMARK_LOOP', { mayHaveLost: true });
  seen.add(digest);
}

async function ask(reading: Reading, range: DateRange | null, bookmark: string | null): Promise<RawAnswer> {
  const { hub, lease } = reading;
  const request = {
    names: [lease.name],
    ...(range === null ? {} : { from: range.from.toISOString() }),
    ...(range?.to ? { to: range.to.toISOString() } : {}),
    ...(bookmark === null ? {} : { bookmark }),
  };
  const body = await authorized(reading, (client, accessToken) =>
    call(client, accessToken, lease, range, bookmark),
  );
  const walkKind = range === null ? 'unread' : 'dates';
  return { rawId: hub.ids.uuid(), walk: walkKind, request, receivedAt: new Date(hub.clock.now()), body };
}

async function call(
  client: Client,
  accessToken: string,
  lease: Lease,
  range: DateRange | null,
  bookmark: string | null,
): Promise<Uint8Array> {
  const answer = await client.quantumView.raw(
    {
      names: [lease.name],
      ...(range === null ? {} : { from: range.from }),
      ...(range?.to ? { to: range.to } : {}),
    },
    {
      access: { kind: 'token', accessToken },
      maxBytes: ANSWER_CAPS.maxBytes,
      ...(bookmark === null ? {} : { bookmark }),
    },
  );
  return answer.body;
}

const UNAUTHORIZED = 401;

/** Calls with a living token; one that the carrier refuses is renewed once. A refused call has consumed nothing. */
async function authorized(
  reading: Reading,
  send: (client: Client, accessToken: string) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const { client, accessToken } = await openCarrier(reading);
  try {
    return await send(client, accessToken);
  } catch (error) {
    if (!isCarrierFault(error) || error.status !== UNAUTHORIZED) throw error;
    const renewed = await openCarrier(reading, accessToken);
    return send(renewed.client, renewed.accessToken);
  }
}

async function openCarrier({ hub, lease }: Reading, rejected?: string) {
  const opening = await hub.carrier.open(lease.tenantId, lease.integrationId, rejected);
  switch (opening.kind) {
    case 'ready':
      return opening;
    case 'not-authorized':
      throw ourFault('NOT_AUTHORIZED', { mayHaveLost: false, isForPeople: true });
    case 'reauthorization-required':
      throw ourFault('REAUTHORIZATION_REQUIRED', { mayHaveLost: false, isForPeople: true });
    case 'other-environment':
      throw ourFault('OTHER_ENVIRONMENT', { mayHaveLost: false, isForPeople: true });
    case 'unavailable':
      throw new ReadingFault({ ...opening.fault, mayHaveLost: false });
  }
}
