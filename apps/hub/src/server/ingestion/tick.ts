import { setTimeout as wait } from 'node:timers/promises';
import type { JobSql } from '@lading/kit/db/open';
import { startTick, type Tick } from '@lading/kit/jobs/tick';
import { sql } from 'kysely';
import type { Hub } from '../hub.ts';
import { raiseAlarms } from './alarms.ts';
import type { Due } from './lease.ts';
import { readSubscription } from './read.ts';
import { directionsToFold, foldDirection } from './refold.ts';

const QUEUE = 'read-subscriptions';
/** Integrations read at the same time by one process. */
const AT_ONCE = 4;
const MOST_DUE = 200;
/** While slow ones are being read, others that become due are looked for this often. */
const LOOK_AGAIN_MS = 1_000;
/** Nothing is planned further ahead than a carrier may ask for: what is was planned by a clock since turned back. */
const LONGEST_PLANNED_MS = 25 * 3_600_000;

/** Reads what is due, now and then and when woken, until stopped; stopping waits for the answers under way. */
export async function startReading(hub: Hub, jobs: JobSql): Promise<Tick> {
  const stopping = new AbortController();
  const owner = hub.ids.uuid();
  const tick = await startTick({
    jobs,
    queue: QUEUE,
    everySeconds: hub.config.readSeconds,
    // Whatever was silent only because the hub was away has been read by then.
    run: () => readDue(hub, owner, stopping.signal).finally(() => raiseAlarms(hub)),
    log: hub.log,
  });
  return {
    wake: () => tick.wake(),
    stop: async () => {
      stopping.abort();
      await tick.stop();
    },
  };
}

/**
 * Reads every subscription that is due. The subscriptions of one integration follow one another, because the
 * carrier remembers one unread walk for each user; slow integrations do not hold up the others.
 */
export async function readDue(hub: Hub, owner: string, signal: AbortSignal): Promise<void> {
  await foldDirections(hub, signal);
  const running = new Map<string, Promise<void>>();
  const tried = new Set<string>();
  for (;;) {
    const due = signal.aborted ? [] : await dueSubscriptions(hub);
    start(hub, owner, signal, due, { running, tried });
    if (running.size === 0) return;
    await oneOrLook([...running.values()], signal);
  }
}

interface Runs {
  readonly running: Map<string, Promise<void>>;
  /** Each subscription once a run: one that stays due is somebody else's, or its end could not be written. */
  readonly tried: Set<string>;
}

function start(
  hub: Hub,
  owner: string,
  signal: AbortSignal,
  due: readonly Due[],
  { running, tried }: Runs,
): void {
  const byIntegration = new Map<string, Due[]>();
  for (const one of due) {
    if (tried.has(one.subscriptionId) || running.has(one.integrationId)) continue;
    byIntegration.set(one.integrationId, [...(byIntegration.get(one.integrationId) ?? []), one]);
  }
  for (const [integrationId, group] of byIntegration) {
    if (running.size >= AT_ONCE) return;
    for (const one of group) tried.add(one.subscriptionId);
    running.set(
      integrationId,
      readGroup(hub, owner, signal, group).finally(() => running.delete(integrationId)),
    );
  }
}

async function readGroup(hub: Hub, owner: string, signal: AbortSignal, group: readonly Due[]): Promise<void> {
  for (const due of group) {
    if (signal.aborted) return;
    await readSubscription(hub, due, owner, signal).catch((err: unknown) =>
      hub.log.error({ err, ...due }, 'a subscription could not be read'),
    );
  }
}

async function oneOrLook(running: readonly Promise<void>[], signal: AbortSignal): Promise<void> {
  const cap = new AbortController();
  const look = wait(LOOK_AGAIN_MS, undefined, { signal: cap.signal }).catch(() => undefined);
  await Promise.race(signal.aborted ? [Promise.all(running)] : [...running, look]);
  cap.abort();
}

function dueSubscriptions(hub: Hub): Promise<Due[]> {
  const now = hub.clock.now();
  const farOff = new Date(now + LONGEST_PLANNED_MS);
  return hub.door.asDesk(async (tx) => {
    const rows = await tx
      .selectFrom('subscriptions')
      .select(['tenant_id', 'integration_id', 'subscription_id'])
      .where((eb) => eb.or([eb('next_read_at', '<=', new Date(now)), eb('next_read_at', '>', farOff)]))
      .where('removed_at', 'is', null)
      .where((eb) =>
        hub.door.engine === 'pglite'
          ? sql<boolean>`true`
          : eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', sql<Date>`clock_timestamp()`)]),
      )
      .orderBy('next_read_at')
      .limit(MOST_DUE)
      .execute();
    return rows.map((row) => ({
      tenantId: row.tenant_id,
      integrationId: row.integration_id,
      subscriptionId: row.subscription_id,
    }));
  });
}

async function foldDirections(hub: Hub, signal: AbortSignal): Promise<void> {
  for (const one of await directionsToFold(hub.door)) {
    await foldDirection(hub.door, one, signal).catch((err: unknown) =>
      hub.log.error({ err, ...one }, 'directions could not be folded'),
    );
  }
}
