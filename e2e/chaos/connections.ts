import { visitAsOwner } from '@lading/kit/db/postgres/engine';
import { pause } from '../programs.ts';
import { between } from './random.ts';
import type { Verdict } from './report.ts';
import { play, type Stage } from './stage.ts';
import type { Store } from './world.ts';

export interface ConnectionsOrder {
  readonly store: Extract<Store, { kind: 'postgres' }>;
  /** How often every connection of the hub is ended by the server. */
  readonly cuts: number;
  readonly seed: number;
}

/** So short that every reading renews its token. */
const ACCESS_TOKEN_SECONDS = 600;

const END_ALL = `select count(pg_terminate_backend(pid))::int as ended from pg_stat_activity
  where datname = current_database() and usename in ('lading_app', 'lading_desk')`;

/**
 * The server ends every connection of a hub that reads a feed under traffic and renews its token each time: neither
 * events nor the authorization are lost with them.
 */
export function connectionsTest({ store, cuts, seed }: ConnectionsOrder): Promise<Verdict> {
  return play({
    ...{ name: 'ended connections', store, seed, shipments: 200 },
    act: async (stage) => {
      await stage.rig.control('POST', 'commands', {
        ...{ type: 'choose-lifetimes', accessTokenSeconds: ACCESS_TOKEN_SECONDS },
      });
      let ended = 0;
      for (let cut = 0; cut < cuts; cut += 1) ended += await endAll(stage, store.url);
      const { status } = await untilAnswered(() => stage.company.integration(stage.integrationId));
      const what = `${cuts} times all connections, ${ended} in all, integration ${status}`;
      return { isPassed: ended >= cuts && status === 'authorized', what };
    },
  });
}

/** New files, a moment of reading, and the end of every connection. */
async function endAll({ rig, open, random }: Stage, url: string): Promise<number> {
  await rig.deliver(open, 2);
  await rig.control('POST', 'clock', { advance: 'PT31M' });
  await pause(between(random, 50, 3_000));
  const rows = await visitAsOwner(url, async (owner) => (await owner.query(END_ALL)).rows);
  return Number(rows[0]?.ended);
}

/** A call may meet a connection that has just ended; one of the next will not. */
async function untilAnswered<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (attempt >= 10) throw error;
      await pause(500);
    }
  }
}
