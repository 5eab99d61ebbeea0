import type { Server } from '@lading/kit/http/server';
import { sql } from 'kysely';
import Type from 'typebox';
import type { Hub } from '../hub.ts';

/** How fresh the feeds are, without saying whose. */
const Freshness = Type.Object({
  subscriptions: Type.Integer(),
  neverWalked: Type.Integer(),
  failing: Type.Integer(),
  reauthorizationRequired: Type.Integer(),
  /** Since the last complete walk of the subscription that has waited longest; null when there is none. */
  oldestGapSeconds: Type.Union([Type.Null(), Type.Integer()]),
  /** Subscriptions without a complete walk for so long, since their authorization at the earliest. */
  silent: Type.Object({ oneHour: Type.Integer(), oneDay: Type.Integer(), threeDays: Type.Integer() }),
  /** Answers set aside and parts of files with records that could not be read. */
  heldBack: Type.Integer(),
  /** Subscriptions that another program was seen to read. */
  competing: Type.Integer(),
});
type Freshness = Type.Static<typeof Freshness>;

/** Counts over all companies, as the desk role. */
export async function readFreshness(hub: Hub): Promise<Freshness> {
  const nowMs = hub.clock.now();
  const rows = await hub.door.asDesk((tx) =>
    tx
      .selectFrom('subscriptions as s')
      .innerJoin('integrations as i', (join) =>
        join.onRef('i.tenant_id', '=', 's.tenant_id').onRef('i.integration_id', '=', 's.integration_id'),
      )
      .select(['s.last_walk_at', 's.failures', 's.competitor_seen_at', 'i.status', 'i.authorized_at'])
      .where('s.removed_at', 'is', null)
      .where('i.removed_at', 'is', null)
      .where('i.status', '<>', 'pending')
      .execute(),
  );
  const silentFor = (hours: number) =>
    rows.filter((row) => {
      const since = row.last_walk_at ?? row.authorized_at;
      return since !== null && nowMs - since.getTime() >= hours * 3_600_000;
    }).length;
  const walks = rows.flatMap((row) => (row.last_walk_at ? [row.last_walk_at.getTime()] : []));
  return {
    subscriptions: rows.length,
    neverWalked: rows.filter((row) => row.last_walk_at === null).length,
    failing: rows.filter((row) => row.failures > 0).length,
    reauthorizationRequired: rows.filter((row) => row.status === 'reauthorization-required').length,
    oldestGapSeconds:
      walks.length === 0 ? null : Math.max(0, Math.round((nowMs - Math.min(...walks)) / 1000)),
    silent: { oneHour: silentFor(1), oneDay: silentFor(24), threeDays: silentFor(72) },
    heldBack: await countHeldBack(hub),
    competing: rows.filter((row) => row.competitor_seen_at !== null).length,
  };
}

async function countHeldBack(hub: Hub): Promise<number> {
  const { rows } = await hub.door.asDesk((tx) =>
    sql<{ count: number }>`select (
      (select count(*) from raw_answers where quarantined_at is not null)
      + (select count(*) from file_parts where fault is not null))::int as count`.execute(tx),
  );
  return rows[0]?.count ?? 0;
}

/** `/health`: the process answers and the database does. `/health/freshness`: the feeds. */
export function healthRoutes(app: Server, hub: Hub): void {
  app.get(
    '/health',
    {
      config: { access: 'anyone' },
      schema: { hide: true, response: { 200: Type.Object({ status: Type.Literal('ok') }) } },
    },
    async () => {
      await hub.door.asDesk((tx) => tx.selectFrom('tenants').select('tenant_id').limit(1).execute());
      return { status: 'ok' as const };
    },
  );
  app.get(
    '/health/freshness',
    { config: { access: 'anyone' }, schema: { hide: true, response: { 200: Freshness } } },
    () => readFreshness(hub),
  );
}
