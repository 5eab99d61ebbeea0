import type { Door } from '@lading/kit/db/door';
import { sql, type Transaction } from 'kysely';
import type { HubTables, IntegrationsTable } from '../tables.ts';
import type { Competitor } from './competitor.ts';
import { type Feed, underLease } from './store.ts';

type Tx = Transaction<HubTables>;

/** A subscription that is due, as the desk sees it. */
export interface Due {
  readonly tenantId: string;
  readonly integrationId: string;
  readonly subscriptionId: string;
}

/** The right to read one subscription, with where its last reading left it. */
export interface Lease extends Feed {
  readonly integrationId: string;
  readonly owner: string;
  readonly name: string;
  readonly mode: IntegrationsTable['mode'];
  /** Set while an attempt is under way and kept after a fault: from here on files may have been lost. */
  readonly rereadFrom: Date | null;
  /** The holder before did not end its lease: a request of its own may still be under way. */
  readonly isTakenOver: boolean;
  /** How often in a row that could not be read by date. */
  readonly rereadFailures: number;
  readonly lastWalkAt: Date | null;
  readonly failures: number;
  /** The company's zone: its nights are when the feed is reconciled. */
  readonly zone: string;
  /** When the carrier's full seven days are next read by date; null while no night was chosen. */
  readonly reconcileAt: Date | null;
  /** What was cut since then must have come as unread. */
  readonly unreadSince: Date | null;
  /** When it was due; another time in the row since then was set by somebody who wants it read. */
  readonly dueAt: Date | null;
}

/** A lease outlives its holder by no more than this; a living holder renews it well before. */
export const LEASE_SECONDS = 20;
const RENEW_EVERY_MS = 5_000;

/**
 * Takes the lease of a subscription; null while it is taken, or another one of its integration is: the carrier
 * remembers one unread walk for each user. Leases run on the database's clock, because the hub's may be turned.
 * An embedded database has one process, so every lease of another owner is a dead one's.
 */
export function takeLease(door: Door<HubTables>, due: Due, owner: string): Promise<Lease | null> {
  return door.asTenant(due.tenantId, async (tx) => {
    const integration = await lockIntegration(tx, due);
    if (!integration || (await isTaken(tx, due, door.engine === 'pglite' ? owner : null))) return null;
    const isTakenOver = await hasHolder(tx, due);
    const row = await tx
      .updateTable('subscriptions')
      .set({ lease_owner: owner, lease_until: until(), fence: sql<number>`fence + 1` })
      .where('tenant_id', '=', due.tenantId)
      .where('subscription_id', '=', due.subscriptionId)
      .where('removed_at', 'is', null)
      .returning([
        'name',
        'fence',
        'reread_from',
        'reread_failures',
        'last_walk_at',
        'failures',
        'next_read_at',
        'reconcile_at',
        'unread_since',
      ])
      .executeTakeFirst();
    if (!row) return null;
    return {
      ...due,
      owner,
      environment: integration.environment,
      source: 'oauth-json',
      mode: integration.mode,
      zone: integration.zone,
      name: row.name,
      fence: row.fence,
      rereadFrom: row.reread_from,
      isTakenOver,
      rereadFailures: row.reread_failures,
      lastWalkAt: row.last_walk_at,
      failures: row.failures,
      reconcileAt: row.reconcile_at,
      unreadSince: row.unread_since,
      dueAt: row.next_read_at,
    };
  });
}

function until() {
  return sql<Date>`clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})`;
}

function lockIntegration(tx: Tx, { tenantId, integrationId }: Due) {
  return tx
    .selectFrom('integrations as i')
    .select(['environment', 'mode'])
    .select(sql<string>`(select t.zone from tenants t where t.tenant_id = i.tenant_id)`.as('zone'))
    .where('tenant_id', '=', tenantId)
    .where('integration_id', '=', integrationId)
    .where('removed_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

async function isTaken(
  tx: Tx,
  { tenantId, integrationId }: Due,
  onlyLiving: string | null,
): Promise<boolean> {
  let query = tx
    .selectFrom('subscriptions')
    .select('subscription_id')
    .where('tenant_id', '=', tenantId)
    .where('integration_id', '=', integrationId)
    .where('lease_until', '>', sql<Date>`clock_timestamp()`);
  if (onlyLiving !== null) query = query.where('lease_owner', '=', onlyLiving);
  return (await query.limit(1).executeTakeFirst()) !== undefined;
}

/** Whoever ends a lease takes its name away; one that is still there was left by somebody who never did. */
async function hasHolder(tx: Tx, { tenantId, subscriptionId }: Due): Promise<boolean> {
  const row = await tx
    .selectFrom('subscriptions')
    .select('lease_owner')
    .where('tenant_id', '=', tenantId)
    .where('subscription_id', '=', subscriptionId)
    .executeTakeFirst();
  return typeof row?.lease_owner === 'string';
}

/** Renews the lease now and then until stopped; `onLost` is told once when it has gone to somebody else. */
export function keepLease(
  door: Door<HubTables>,
  lease: Lease,
  told: { readonly onLost: () => void; readonly onError: (error: unknown) => void },
): () => void {
  const renew = async () => {
    const renewed = await door.asTenant(lease.tenantId, (tx) =>
      ofLease(tx, lease).set({ lease_until: until() }).executeTakeFirst(),
    );
    if (renewed.numUpdatedRows === 1n) return;
    stop();
    told.onLost();
  };
  const timer = setInterval(() => void renew().catch(told.onError), RENEW_EVERY_MS);
  timer.unref();
  const stop = () => clearInterval(timer);
  return stop;
}

/** The subscription's row as long as the lease is this one. */
function ofLease(tx: Tx, { tenantId, subscriptionId, fence }: Feed) {
  return tx
    .updateTable('subscriptions')
    .where('tenant_id', '=', tenantId)
    .where('subscription_id', '=', subscriptionId)
    .where('fence', '=', fence);
}

/**
 * Gives the lease back as if it had never been taken. Where its holder before never ended theirs, a name stays, so
 * that whoever reads next knows of it.
 */
export async function leaveLease(door: Door<HubTables>, lease: Lease): Promise<void> {
  await door.asTenant(lease.tenantId, (tx) =>
    ofLease(tx, lease)
      .set({ lease_until: null, ...(lease.isTakenOver ? {} : { lease_owner: null }) })
      .execute(),
  );
}

/**
 * Written before the first request of a walk that consumes: from this moment on an answer may be marked as read
 * by the carrier and never reach the store, and only this row would know.
 */
export function markAttempt(door: Door<HubTables>, lease: Lease, from: Date | null, at: Date): Promise<void> {
  return underLease(door, lease, async (tx) => {
    await ofLease(tx, lease).set({ reread_from: from, last_attempt_at: at }).execute();
  });
}

/** What a walk leaves in the subscription's row. Members that are absent stay as they are. */
export interface WalkEnd {
  readonly nextReadAt: Date;
  readonly rereadFrom: Date | null;
  readonly rereadFailures: number;
  readonly failures: number;
  readonly lastWalkAt?: Date;
  /** The night on which the full seven days are read next, and when they were read now. */
  readonly reconcileAt?: Date;
  readonly reconciledAt?: Date;
  readonly unreadSince?: Date;
  readonly competitor?: Competitor & { readonly at: Date };
  /** Files cut between the two were never read, and the carrier no longer has them. */
  readonly gap?: { readonly from: Date; readonly until: Date };
  readonly fault?: { readonly code: string; readonly message: string; readonly at: Date };
}

/** Gives the lease back with the outcome; does nothing when it is not ours any more. */
export function endLease(door: Door<HubTables>, lease: Lease, end: WalkEnd): Promise<void> {
  const { fault, gap, lastWalkAt, reconcileAt, reconciledAt, unreadSince, competitor } = end;
  return door.asTenant(lease.tenantId, async (tx) => {
    await ofLease(tx, lease)
      .set({
        lease_owner: null,
        lease_until: null,
        next_read_at: sql<Date | null>`case when next_read_at is distinct from ${lease.dueAt}::timestamptz
          then next_read_at else ${end.nextReadAt}::timestamptz end`,
        reread_from: end.rereadFrom,
        reread_failures: end.rereadFailures,
        failures: end.failures,
        ...(lastWalkAt ? { last_walk_at: lastWalkAt, alarm_hours: 0 } : {}),
        ...(reconcileAt ? { reconcile_at: reconcileAt } : {}),
        ...(reconciledAt ? { reconciled_at: reconciledAt } : {}),
        ...(unreadSince ? { unread_since: unreadSince } : {}),
        ...(competitor ? competitorRow(competitor) : {}),
        ...(gap ? { gap_from: gap.from, gap_until: gap.until } : {}),
        ...(fault
          ? { last_fault_code: fault.code, last_fault_message: fault.message, last_fault_at: fault.at }
          : {}),
      })
      .execute();
  });
}

function competitorRow({ at, files, lastFile }: NonNullable<WalkEnd['competitor']>) {
  return { competitor_seen_at: at, competitor_files: files, competitor_file: lastFile };
}
