import pg from 'pg';
import { bindTenant, type Engine, type Entrance, type ServingRole } from '../engine.ts';
import { withoutValues } from '../faults.ts';
import { columnTypes, toParameters } from '../values.ts';
import type { PgliteHost } from './host.ts';
import { PgliteStream } from './stream.ts';

/** How long a caller waits for the one session before it is told that the database is unavailable. */
const SESSION_WAIT_MS = 30_000;

/**
 * The embedded engine: one superuser session behind a pool of one (the pool is the queue). Serving roles are
 * taken by `set local role`, a guard against our own mistakes rather than against an intruder.
 */
export function pgliteEngine(host: PgliteHost): Engine {
  const pool = openPool(host);
  return {
    kind: 'pglite',
    app: entrance(pool, 'lading_app'),
    desk: entrance(pool, 'lading_desk'),
    runAsDesk: (sql, values) => withSession(pool, (session) => asRole(session, 'lading_desk', sql, values)),
    asOwner: (work) =>
      withSession(pool, (session) =>
        work({ query: (sql, values) => session.query(sql, values && toParameters(values)) }),
      ),
    close: async () => {
      await pool.end();
      await host.close();
    },
  };
}

function openPool(host: PgliteHost): pg.Pool {
  const pool = new pg.Pool({
    max: 1,
    pipeline: true,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: SESSION_WAIT_MS,
    stream: () => new PgliteStream(host),
    types: columnTypes,
    ssl: false,
    user: 'postgres',
    password: '',
  });
  // Whoever waits for an answer is told; without listeners the same error would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  return pool;
}

function entrance(pool: pg.Pool, role: ServingRole): Entrance {
  return { pool, opening: (tenantId) => `begin; set local role ${role}${bindTenant(tenantId)}` };
}

async function withSession<Result>(
  pool: pg.Pool,
  work: (session: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const session = await pool.connect();
  try {
    return await work(session);
  } finally {
    if (session.getTransactionStatus() !== 'I') await session.query('rollback');
    session.release();
  }
}

async function asRole(
  session: pg.PoolClient,
  role: ServingRole,
  sql: string,
  values?: readonly unknown[],
): Promise<pg.QueryResult> {
  await session.query(`set role ${role}`);
  try {
    return await session.query(sql, values && toParameters(values));
  } catch (error) {
    throw withoutValues(error);
  } finally {
    if (session.getTransactionStatus() !== 'I') await session.query('rollback');
    await session.query('reset role');
  }
}
