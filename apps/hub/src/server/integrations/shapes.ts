import type { Integration, SelfTest, Subscription } from '../../api/integrations.ts';
import type { HeldBack } from './held-back.ts';
import type { IntegrationRow, StoredIntegration, SubscriptionRow } from './store.ts';

/** A stored integration as screens and programs see it. No token is anywhere near. */
export function toIntegration(stored: StoredIntegration): Integration {
  const { integration, subscriptions, heldBack, application } = stored;
  return {
    integrationId: integration.integration_id,
    name: integration.name,
    type: integration.type,
    environment: integration.environment,
    mode: integration.mode,
    modeSince: integration.mode_since?.toISOString() ?? null,
    status: integration.status,
    authorizedAt: integration.authorized_at?.toISOString() ?? null,
    authorizedBy: integration.authorized_by_name,
    application: application && { ...application, storedAt: application.storedAt.toISOString() },
    createdAt: integration.created_at.toISOString(),
    lastFault: toFault(integration),
    selfTest: toSelfTest(integration.self_test),
    subscriptions: subscriptions.map((row) => toSubscription(row, heldBack.get(row.subscription_id) ?? [])),
  };
}

function toSubscription(row: SubscriptionRow, heldBack: readonly HeldBack[]): Subscription {
  return {
    subscriptionId: row.subscription_id,
    position: row.position,
    name: row.name,
    direction: row.direction,
    carrierStatus: row.carrier_status,
    nextReadAt: row.next_read_at?.toISOString() ?? null,
    lastAttemptAt: row.last_attempt_at?.toISOString() ?? null,
    lastWalkAt: row.last_walk_at?.toISOString() ?? null,
    lastNewDataAt: row.last_new_data_at?.toISOString() ?? null,
    lastFault: toFault(row),
    gap: toGap(row),
    reconciledAt: row.reconciled_at?.toISOString() ?? null,
    competitor: toCompetitor(row),
    silentHours: row.alarm_hours,
    heldBack: heldBack.map((one) => ({ ...one, at: one.at.toISOString() })),
  };
}

function toGap({ gap_from: from, gap_until: until }: SubscriptionRow): Subscription['gap'] {
  return from && until ? { from: from.toISOString(), until: until.toISOString() } : null;
}

function toCompetitor(row: SubscriptionRow): Subscription['competitor'] {
  if (!row.competitor_seen_at || row.competitor_file === null) return null;
  const { competitor_files: files, competitor_file: lastFile } = row;
  return { at: row.competitor_seen_at.toISOString(), files, lastFile };
}

type FaultColumns = Pick<IntegrationRow, 'last_fault_code' | 'last_fault_message' | 'last_fault_at'>;

export function toFault(row: FaultColumns): Integration['lastFault'] {
  if (row.last_fault_code === null || row.last_fault_at === null) return null;
  return {
    code: row.last_fault_code,
    message: row.last_fault_message ?? '',
    at: row.last_fault_at.toISOString(),
  };
}

/** The column is written by `storeSelfTest` alone, from the same type. */
export function toSelfTest(stored: unknown): SelfTest | null {
  return stored === null || stored === undefined ? null : (stored as SelfTest);
}
