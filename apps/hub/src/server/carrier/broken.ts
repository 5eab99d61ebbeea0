import type { Door } from '@lading/kit/db/door';
import type { Log } from '@lading/kit/log';
import { type SqlBool, sql } from 'kysely';
import type { HubTables } from '../tables.ts';
import type { Carrier } from './carrier.ts';

const LOOK_EVERY_MS = 10_000;
const MOST_AT_ONCE = 100;
/** Before every key. */
const NIL = '00000000-0000-0000-0000-000000000000';

interface Parts {
  readonly door: Door<HubTables>;
  readonly carrier: Carrier;
  readonly log: Log;
}

/** An integration, and the place of its grant in the order in which they are looked at. */
interface Broken {
  readonly tenantId: string;
  readonly integrationId: string;
}

/**
 * Opens the carrier for every integration whose refresh was begun by a process that is gone: it may have spent the
 * refresh token, and then a person must hear of it, not the next reading. Those of environments that this hub does
 * not know are left to a hub that does. Once `signal` ends, the one under way is the last.
 */
export async function endBrokenRefreshes(parts: Parts, signal?: AbortSignal): Promise<void> {
  for (let last: Broken | undefined; ; ) {
    const broken = await brokenAfter(last, parts);
    for (const one of broken) {
      if (signal?.aborted) return;
      await endBroken(one, parts);
    }
    if (broken.length < MOST_AT_ONCE) return;
    last = broken.at(-1);
  }
}

/** In the order of their keys, so that those that stay broken keep nobody from being looked at. */
async function brokenAfter(last: Broken | undefined, { door, carrier }: Parts): Promise<readonly Broken[]> {
  const { owner, isAlone } = carrier.holder;
  const { tenantId = NIL, integrationId = NIL } = last ?? {};
  const rows = await door.asDesk((tx) =>
    tx
      .selectFrom('carrier_grants as g')
      .innerJoin('integrations as i', (join) =>
        join.onRef('i.tenant_id', '=', 'g.tenant_id').onRef('i.integration_id', '=', 'g.integration_id'),
      )
      .select(['g.tenant_id', 'g.integration_id'])
      .where('g.lease_owner', 'is not', null)
      .where(({ or, eb }) =>
        or([
          eb('g.lease_until', '<', sql<Date>`clock_timestamp()`),
          sql<SqlBool>`${isAlone} and g.lease_owner <> ${owner}`,
        ]),
      )
      .where('i.status', '=', 'authorized')
      .where('i.environment', 'in', carrier.environments)
      .where('i.removed_at', 'is', null)
      .where(sql<SqlBool>`(g.tenant_id, g.integration_id) > (${tenantId}::uuid, ${integrationId}::uuid)`)
      .orderBy('g.tenant_id')
      .orderBy('g.integration_id')
      .limit(MOST_AT_ONCE)
      .execute(),
  );
  return rows.map((row) => ({ tenantId: row.tenant_id, integrationId: row.integration_id }));
}

async function endBroken({ tenantId, integrationId }: Broken, { carrier, log }: Parts): Promise<void> {
  try {
    const { kind } = await carrier.open(tenantId, integrationId);
    log.info({ tenantId, integrationId, kind }, 'a broken refresh was begun again');
  } catch (err) {
    // The others do not wait for one that cannot be opened.
    log.warn({ tenantId, integrationId, err }, 'a broken refresh could not be begun again');
  }
}

/** Looks for them at once and then every ten seconds; ends with the function that it gives. */
export function watchRefreshes(parts: Parts): () => Promise<void> {
  const ending = new AbortController();
  let running: Promise<void> | null = null;
  const look = (): void => {
    running ??= endBrokenRefreshes(parts, ending.signal)
      .catch((err: unknown) => parts.log.warn({ err }, 'broken refreshes could not be looked for'))
      .finally(() => {
        running = null;
      });
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    ending.abort();
    await running;
  };
}
