import type { Hub } from '../hub.ts';
import { isMine } from './ingest.ts';
import { type Due, keepLease, type Lease, leaveLease, takeLease } from './lease.ts';
import { readRaw } from './left-over.ts';
import { readAnswer, readPart } from './reader.ts';
import { retellPart } from './retell.ts';
import { underLease } from './store.ts';
import { refuseWhatIsGone } from './what-is-gone.ts';

/** What is read anew: answers received in a time, of one subscription by its name or of all. */
export interface ReplayOrder {
  readonly from: Date;
  readonly to: Date;
  readonly subscription: string | null;
}

export interface Replayed {
  readonly answers: number;
  /** Parts that the newest reader had not read yet. */
  readonly retold: number;
  /** Answers that had been set aside and were taken in now. */
  readonly released: number;
  /** Answers that still cannot be read, and parts with records that cannot. */
  readonly heldBack: number;
  /** Subscriptions that somebody is reading at this moment; they were left alone. */
  readonly busy: readonly string[];
}

type Replaying = Pick<Hub, 'door' | 'clock' | 'ids' | 'log'>;

/**
 * Reads the raw archive anew with the newest reader, oldest answer first, each subscription under its lease. Asks
 * nothing of the carrier, and may be repeated or broken off at any time.
 * @throws LeaseLost; `ARCHIVE_GONE` where the time reaches back to what a company no longer keeps.
 */
export async function replay(hub: Replaying, order: ReplayOrder): Promise<Replayed> {
  const owner = hub.ids.uuid();
  const count = { answers: 0, retold: 0, released: 0, heldBack: 0 };
  const busy: string[] = [];
  const subscriptions = await subscriptionsOf(hub, order.subscription);
  await refuseWhatIsGone(hub, order.from, new Set(subscriptions.map(({ tenantId }) => tenantId)));
  for (const { name, ...due } of subscriptions) {
    const lease = await takeLease(hub.door, due, owner);
    if (!lease) {
      busy.push(name);
      continue;
    }
    const stop = keepLease(hub.door, lease, {
      onLost: () => hub.log.warn(due, 'a replay lost its lease'),
      onError: (err) => hub.log.warn({ err, ...due }, 'a lease could not be renewed'),
    });
    try {
      for (const rawId of await answersOf(hub, lease, order)) {
        const one = await replayAnswer(hub, lease, rawId);
        count.answers += 1;
        count.retold += one.retold;
        count.released += one.isReleased ? 1 : 0;
        count.heldBack += one.heldBack;
      }
    } finally {
      stop();
      await leaveLease(hub.door, lease);
    }
  }
  return { ...count, busy };
}

async function subscriptionsOf(hub: Replaying, name: string | null): Promise<(Due & { name: string })[]> {
  const rows = await hub.door.asDesk((tx) =>
    tx
      .selectFrom('subscriptions')
      .select(['tenant_id', 'integration_id', 'subscription_id', 'name'])
      .where('removed_at', 'is', null)
      .$if(name !== null, (query) => query.where('name', '=', name ?? ''))
      .orderBy('tenant_id')
      .orderBy('position')
      .execute(),
  );
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    integrationId: row.integration_id,
    subscriptionId: row.subscription_id,
    name: row.name,
  }));
}

async function answersOf(
  hub: Replaying,
  { tenantId, subscriptionId }: Lease,
  { from, to }: ReplayOrder,
): Promise<string[]> {
  const rows = await hub.door.asTenant(tenantId, (tx) =>
    tx
      .selectFrom('raw_answers')
      .select('raw_id')
      .where('tenant_id', '=', tenantId)
      .where('subscription_id', '=', subscriptionId)
      .where('received_at', '>=', from)
      .where('received_at', '<', to)
      .orderBy('received_at')
      .orderBy('raw_id')
      .execute(),
  );
  return rows.map((row) => row.raw_id);
}

interface OneReplayed {
  readonly retold: number;
  readonly heldBack: number;
  readonly isReleased: boolean;
}

async function replayAnswer(hub: Replaying, lease: Lease, rawId: string): Promise<OneReplayed> {
  const kept = await readRaw(hub, lease, rawId).catch((err: unknown) => {
    hub.log.warn({ err, rawId }, 'a stored answer cannot be opened');
    return null;
  });
  const read = kept && readAnswer(kept.body);
  if (!kept || !read?.ok) return { retold: 0, heldBack: 1, isReleased: false };
  let retold = 0;
  let heldBack = 0;
  for (const seen of read.answer.parts.filter((part) => isMine(part, lease))) {
    const part = readPart(seen.element);
    const toStore = { ...kept, partId: hub.ids.uuid(), at: new Date(hub.clock.now()), part };
    if (await retellPart(hub.door, lease, toStore)) retold += 1;
    if (part.faults.length > 0) heldBack += 1;
  }
  return { retold, heldBack, isReleased: await release(hub, lease, rawId) };
}

/** An answer that was set aside is an ordinary one from now on. */
async function release(hub: Replaying, lease: Lease, rawId: string): Promise<boolean> {
  let isReleased = false;
  await underLease(hub.door, lease, async (tx) => {
    const released = await tx
      .updateTable('raw_answers')
      .set({ quarantined_at: null, fault: null, parsed_at: new Date(hub.clock.now()) })
      .where('tenant_id', '=', lease.tenantId)
      .where('raw_id', '=', rawId)
      .where('quarantined_at', 'is not', null)
      .executeTakeFirst();
    isReleased = released.numUpdatedRows > 0n;
  });
  return isReleased;
}
