import { sql, type Transaction } from 'kysely';
import type { Integration } from '../../api/integrations.ts';
import type { Hub } from '../hub.ts';
import type { HubTables, IntegrationsTable } from '../tables.ts';
import { type Administrator, audit, found, notAuthorized } from './service.ts';
import { toIntegration } from './shapes.ts';
import { lockIntegration } from './store.ts';

type Tx = Transaction<HubTables>;
type Mode = IntegrationsTable['mode'];

/** How soon after a take-over the full seven days are read by date: whoever else still reads is then found out. */
const FIRST_LOOK_MS = 3_600_000;

const ACTIONS: Readonly<Record<Mode, string>> = {
  unread: 'integration.take-over',
  shadow: 'integration.hand-back',
};

/**
 * From shadow to unread reading (take over), or back (hand back). Whoever is reading loses the lease, so that no
 * request of the old mode follows, and the next reading begins by date, far enough back that nothing is missing.
 * An integration that is in this mode already stays as it is.
 * @throws `INTEGRATION_NOT_FOUND`, `INTEGRATION_NOT_AUTHORIZED`
 */
export async function switchMode(
  hub: Hub,
  by: Administrator,
  integrationId: string,
  mode: Mode,
): Promise<Integration> {
  const at = new Date(hub.clock.now());
  const switched = await hub.door.asTenant(by.tenantId, async (tx) => {
    await lockIntegration(tx, by.tenantId, integrationId);
    const { integration } = await found(tx, by.tenantId, integrationId);
    if (integration.status === 'pending') throw notAuthorized();
    if (integration.mode !== mode) {
      const key = { tenantId: by.tenantId, integrationId };
      if (mode === 'unread') await beginUnread(tx, key, at);
      else await beginShadow(tx, key, at);
      await storeMode(tx, key, mode, at);
      const states = { before: { mode: integration.mode }, after: { mode } };
      await audit(hub, tx, by, ACTIONS[mode], integrationId, states);
    }
    return toIntegration(await found(tx, by.tenantId, integrationId));
  });
  hub.wake();
  return switched;
}

interface Key {
  readonly tenantId: string;
  readonly integrationId: string;
}

/** What others were given since the last reading by date is read by date once more, before anything unread is. */
async function beginUnread(tx: Tx, key: Key, at: Date): Promise<void> {
  await restart(tx, key, at)
    .set({ reread_from: sql<Date>`coalesce(reread_from, ${at}::timestamptz)` })
    .set({ unread_since: null, reconcile_at: new Date(at.getTime() + FIRST_LOOK_MS) })
    .set({ competitor_seen_at: null, competitor_file: null, competitor_files: 0 })
    .execute();
}

/** What others took while Lading read as well is read by date from the take-over on. */
async function beginShadow(tx: Tx, key: Key, at: Date): Promise<void> {
  const since = sql<Date | null>`(
    select i.mode_since from integrations i
    where i.tenant_id = subscriptions.tenant_id and i.integration_id = subscriptions.integration_id
  )`;
  await restart(tx, key, at)
    .set({
      reread_from: sql<Date>`least(reread_from, coalesce(${since}, ${at}::timestamptz - interval '7 days'))`,
    })
    .set({ unread_since: null })
    .execute();
}

/**
 * The lease is taken away but its holder's name stays: a request of theirs may be under way, and what it is given
 * must be read again by date.
 */
function restart(tx: Tx, { tenantId, integrationId }: Key, at: Date) {
  return tx
    .updateTable('subscriptions')
    .set({ fence: sql<number>`fence + 1`, lease_until: null, next_read_at: at })
    .set({ failures: 0, reread_failures: 0 })
    .where('tenant_id', '=', tenantId)
    .where('integration_id', '=', integrationId)
    .where('removed_at', 'is', null);
}

async function storeMode(tx: Tx, { tenantId, integrationId }: Key, mode: Mode, at: Date): Promise<void> {
  await tx
    .updateTable('integrations')
    .set({ mode, mode_since: at })
    .where('tenant_id', '=', tenantId)
    .where('integration_id', '=', integrationId)
    .execute();
}
