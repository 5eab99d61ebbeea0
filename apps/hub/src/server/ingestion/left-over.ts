import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { isProblem } from '@lading/kit/errors';
import { sql } from 'kysely';
import { cut } from './cut.ts';
import { ourFault, ReadingFault } from './faults.ts';
import type { Ingesting, Kept } from './ingest.ts';
import { ingestAnswer } from './intake.ts';
import type { Lease } from './lease.ts';
import { LeaseLost, underLease } from './store.ts';

const decompress = promisify(gunzip);

/** A stored answer is begun this often; one that still cannot be ingested is set aside. */
export const MOST_ATTEMPTS = 3;

interface LeftOver {
  readonly rawId: string;
  readonly attempts: number;
}

/**
 * Ingests the answers that were stored but not read to the end, by whoever held the lease before, oldest first.
 * Gives a note for each that was set aside: it stays whole, and no longer holds up what comes after it.
 * @throws LeaseLost, or what came in between, while an answer may still be tried again.
 */
export async function ingestLeft(hub: Ingesting, lease: Lease): Promise<ReadingFault[]> {
  const notes: ReadingFault[] = [];
  for (const one of await leftOver(hub, lease)) {
    const note = await ingestAgain(hub, lease, one);
    if (note) notes.push(note);
  }
  return notes;
}

async function leftOver(hub: Ingesting, { tenantId, subscriptionId }: Lease): Promise<LeftOver[]> {
  const rows = await hub.door.asTenant(tenantId, (tx) =>
    tx
      .selectFrom('raw_answers')
      .select(['raw_id', 'attempts'])
      .where('tenant_id', '=', tenantId)
      .where('subscription_id', '=', subscriptionId)
      .where('parsed_at', 'is', null)
      .orderBy('received_at')
      .orderBy('raw_id')
      .execute(),
  );
  return rows.map((row) => ({ rawId: row.raw_id, attempts: row.attempts }));
}

async function ingestAgain(
  hub: Ingesting,
  lease: Lease,
  { rawId, attempts }: LeftOver,
): Promise<ReadingFault | null> {
  // Counted before it is begun: an answer may end the whole process.
  if (attempts >= MOST_ATTEMPTS) return setAside(hub, lease, rawId, 'it was begun too often');
  await countAttempt(hub, lease, rawId, 1);
  try {
    await ingestAnswer(hub, lease, await readRaw(hub, lease, rawId));
    return null;
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    if (error instanceof ReadingFault) {
      // The answer is closed with its fault, and the whole walk is read again by date because of the attempt's mark.
      hub.log.warn({ err: error, rawId }, 'a stored answer could not be read');
      return null;
    }
    // The store's trouble says nothing of the answer.
    if (isProblem(error)) await countAttempt(hub, lease, rawId, -1);
    if (isProblem(error) || attempts + 1 < MOST_ATTEMPTS) throw error;
    hub.log.error({ err: error, rawId }, 'a stored answer is set aside');
    return setAside(hub, lease, rawId, error instanceof Error ? error.message : 'unknown');
  }
}

async function countAttempt(hub: Ingesting, lease: Lease, rawId: string, by: 1 | -1): Promise<void> {
  await underLease(hub.door, lease, async (tx) => {
    await tx
      .updateTable('raw_answers')
      .set({ attempts: sql<number>`attempts + ${by}` })
      .where('tenant_id', '=', lease.tenantId)
      .where('raw_id', '=', rawId)
      .execute();
  });
}

async function setAside(hub: Ingesting, lease: Lease, rawId: string, reason: string): Promise<ReadingFault> {
  const at = new Date(hub.clock.now());
  await underLease(hub.door, lease, async (tx) => {
    await tx
      .updateTable('raw_answers')
      .set({ parsed_at: at, quarantined_at: at, fault: `NOT_INGESTED: ${cut(reason, 300)}` })
      .where('tenant_id', '=', lease.tenantId)
      .where('raw_id', '=', rawId)
      .execute();
  });
  return ourFault('ANSWER_SET_ASIDE', { mayHaveLost: false, detail: rawId });
}

/** An answer as it was received. */
export async function readRaw(hub: Pick<Ingesting, 'door'>, lease: Lease, rawId: string): Promise<Kept> {
  const row = await hub.door.asTenant(lease.tenantId, (tx) =>
    tx
      .selectFrom('raw_answers')
      .select(['walk', 'received_at', 'body_gzip'])
      .where('tenant_id', '=', lease.tenantId)
      .where('raw_id', '=', rawId)
      .executeTakeFirstOrThrow(),
  );
  return { rawId, walk: row.walk, receivedAt: row.received_at, body: await decompress(row.body_gzip) };
}
