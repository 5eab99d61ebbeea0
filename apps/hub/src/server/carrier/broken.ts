import type { Door } from '@lading/kit/db/door';
import type { Log } from '@lading/kit/log';
import { type SqlBool, sql } from 'kysely';
import type { HubTables } from '../tables.ts';
import type { Carrier } from './carrier.ts';

const LOOK_EVERY_MS = 10_000;
const MOST_AT_ONCE = 100;

interface Parts {
  readonly door: Door<HubTables>;
  readonly carrier: Carrier;
  readonly log: Log;
}

/**
 * Opens the carrier for every integration whose refresh was begun by a process that is gone: it may have spent the
 * refresh token, and then a person must hear of it, not the next reading.
 */
export async function endBrokenRefreshes({ door, carrier, log }: Parts): Promise<void> {
  const { owner, isAlone } = carrier.holder;
  const broken = await door.asDesk((tx) =>
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
      .where('i.removed_at', 'is', null)
      .limit(MOST_AT_ONCE)
      .execute(),
  );
  for (const { tenant_id: tenantId, integration_id: integrationId } of broken) {
    try {
      const { kind } = await carrier.open(tenantId, integrationId);
      log.info({ tenantId, integrationId, kind }, 'a broken refresh was ended');
    } catch (err) {
      // The others do not wait for one that cannot be opened.
      log.warn({ tenantId, integrationId, err }, 'a broken refresh could not be ended');
    }
  }
}

/** Looks for them at once and then every ten seconds; ends with the function that it gives. */
export function watchRefreshes(parts: Parts): () => Promise<void> {
  let running: Promise<void> | null = null;
  const look = (): void => {
    running ??= endBrokenRefreshes(parts)
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
    await running;
  };
}
