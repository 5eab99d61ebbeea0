import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { openIntake } from '@lading/hub/server/ingestion/intake';
import type { Lease } from '@lading/hub/server/ingestion/lease';
import type { HubTables } from '@lading/hub/server/tables';
import { standingClock } from '@lading/kit/clock';
import { type DatabaseLocation, type OpenDatabase, openDatabase } from '@lading/kit/db/open';
import { randomIds } from '@lading/kit/ids';
import { createLog } from '@lading/kit/log';

const migrations = fileURLToPath(new URL('../../apps/hub/migrations', import.meta.url));
const NOW = Date.parse('2026-03-20T12:00:00Z');

/** The hub's side of a bench: a store as the serving roles see it, one company, one subscription under lease. */
export interface HubSide {
  readonly database: OpenDatabase<HubTables>;
  readonly lease: Lease;
  /** Takes answers the whole way, as a walk does: raw answer, ledger, events, provenance, parcels, terms. */
  ingest(bodies: Iterable<Uint8Array>): Promise<void>;
  close(): Promise<void>;
}

export async function openHubSide(location: DatabaseLocation): Promise<HubSide> {
  const database = await openDatabase<HubTables>({
    location,
    migrations,
    roleSecret: 'bench',
    program: 'bench',
  });
  const { door } = database;
  const lease = await seed(door);
  const log = createLog({ name: 'bench', level: 'error' });
  const hub = { door, clock: standingClock(NOW), ids: randomIds, log };
  return {
    database,
    lease,
    ingest: async (bodies) => {
      const intake = openIntake(hub, lease);
      for (const body of bodies) {
        const answer = {
          rawId: randomIds.uuid(),
          walk: 'unread',
          request: {},
          receivedAt: new Date(NOW),
          body,
        } as const;
        await intake.keep(answer);
        await intake.take(answer);
      }
      await intake.end();
    },
    close: () => database.close(),
  };
}

async function seed(door: OpenDatabase<HubTables>['door']): Promise<Lease> {
  const [tenantId, integrationId, subscriptionId] = [randomUUID(), randomUUID(), randomUUID()];
  const at = new Date(NOW);
  await door.asDesk((tx) =>
    tx.insertInto('tenants').values({ tenant_id: tenantId, name: 'Bench', created_at: at }).execute(),
  );
  await door.asTenant(tenantId, async (tx) => {
    await tx
      .insertInto('integrations')
      .values({
        tenant_id: tenantId,
        integration_id: integrationId,
        name: 'Bench',
        type: 'ups-quantum-view-data',
        environment: 'sandbox',
        mode: 'unread',
        status: 'authorized',
        created_at: at,
        created_by: randomUUID(),
      })
      .execute();
    await tx
      .insertInto('subscriptions')
      .values({
        tenant_id: tenantId,
        subscription_id: subscriptionId,
        integration_id: integrationId,
        position: 1,
        name: 'Outbound',
        direction: 'outbound',
        folded_direction: 'outbound',
        fence: 1,
      })
      .execute();
  });
  return {
    ...{ tenantId, integrationId, subscriptionId, fence: 1, owner: 'bench' },
    ...{ name: 'Outbound', mode: 'unread' },
    ...{ environment: 'sandbox', source: 'oauth-json', failures: 0 },
    ...{ rereadFrom: null, isTakenOver: false, rereadFailures: 0, lastWalkAt: null, dueAt: null },
    ...{ zone: 'America/Toronto', reconcileAt: null, unreadSince: null },
  };
}
