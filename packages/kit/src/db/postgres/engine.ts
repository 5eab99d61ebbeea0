import pg from 'pg';
import type { Log } from '../../log.ts';
import { bindTenant, type Engine, type ServingRole } from '../engine.ts';
import { asDatabaseFault } from '../faults.ts';
import { columnTypes, toParameters } from '../values.ts';
import { rolePassword } from './roles.ts';

const STATEMENT_TIMEOUT_MS = 60_000;
const IDLE_IN_TRANSACTION_MS = 30_000;
const CONNECT_WAIT_MS = 10_000;
const APP_CONNECTIONS = 10;
const DESK_CONNECTIONS = 5;

export interface PostgresOptions {
  /** The owner's address; the serving logins use the same host and database. */
  readonly url: string;
  readonly roleSecret: string;
  readonly log?: Log | undefined;
}

/** A PostgreSQL server behind two pools, one per serving login. The owner visits, and leaves. */
export function postgresEngine(options: PostgresOptions): Engine {
  const app = openPool(options, 'lading_app', APP_CONNECTIONS);
  const desk = openPool(options, 'lading_desk', DESK_CONNECTIONS);
  return {
    kind: 'postgres',
    app: { pool: app, opening: (tenantId) => `begin${bindTenant(tenantId)}` },
    desk: { pool: desk, opening: () => 'begin' },
    runAsDesk: (sql, values) =>
      desk.query(sql, values && toParameters(values)).catch((error: unknown) => {
        throw asDatabaseFault(error);
      }),
    asOwner: (work) => visitAsOwner(options.url, work),
    close: async () => {
      await Promise.all([app.end(), desk.end()]);
    },
  };
}

function openPool({ url, roleSecret, log }: PostgresOptions, role: ServingRole, max: number): pg.Pool {
  const pool = new pg.Pool({
    ...addressOf(url),
    user: role,
    password: rolePassword(roleSecret, role),
    max,
    connectionTimeoutMillis: CONNECT_WAIT_MS,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    // Statements that do not wait for one another reach the server at once: it never idles while this side works.
    pipeline: true,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    options: '-c TimeZone=UTC',
    application_name: role,
    types: columnTypes,
  });
  const note = (error: Error) => log?.warn({ err: error, role }, 'a database connection was lost');
  // Without listeners on the pool and on each client, a server that restarts would end this process.
  pool.on('error', note);
  pool.on('connect', (client) => client.on('error', note));
  return pool;
}

/** Taken apart by `pg` itself, because a URL that names a socket directory is not one that `URL` understands. */
function addressOf(url: string): pg.ClientConfig {
  const parsed = new pg.Client({ connectionString: url });
  return {
    host: parsed.host,
    port: parsed.port,
    ...(parsed.database ? { database: parsed.database } : {}),
    ssl: parsed.ssl,
  };
}

/** One short session as the owner, without a time limit on statements (a migration may take long). */
export async function visitAsOwner<Result>(
  url: string,
  work: (owner: {
    query(sql: string, values?: readonly unknown[]): Promise<pg.QueryResult>;
  }) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_WAIT_MS,
    application_name: 'lading owner',
    options: '-c TimeZone=UTC',
    types: columnTypes,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work({ query: (sql, values) => client.query(sql, values && toParameters(values)) });
  } catch (error) {
    throw asDatabaseFault(error);
  } finally {
    await client.end();
  }
}
