import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import { Problem } from '../errors.ts';
import { asDatabaseFault, isConnectionLost } from './faults.ts';
import { nameOf } from './prepared.ts';
import { toParameters } from './values.ts';

/**
 * Kysely over one pool, for transactions only. Both engines come here: the embedded one behind a pool of one.
 * `opening` begins the transaction and binds role and tenant in a single round trip.
 */
export function openKysely<Tables>(pool: pg.Pool, opening: string): Kysely<Tables> {
  const dialect: Dialect = {
    createDriver: () => transactionDriver(pool, opening),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
  return new Kysely<Tables>({ dialect });
}

interface PooledConnection extends DatabaseConnection {
  finish(command: 'COMMIT' | 'ROLLBACK'): Promise<void>;
  release(): void;
}

function transactionDriver(pool: pg.Pool, opening: string): Driver {
  return {
    init: async () => undefined,
    acquireConnection: async () => pooledConnection(await begin(pool, opening)),
    beginTransaction: async () => undefined,
    commitTransaction: (connection) => asPooled(connection).finish('COMMIT'),
    rollbackTransaction: (connection) => asPooled(connection).finish('ROLLBACK'),
    releaseConnection: async (connection) => asPooled(connection).release(),
    destroy: async () => undefined,
  };
}

/** A pooled connection may have died unseen while idle; nothing has been done yet, so a second try is safe. */
async function begin(pool: pg.Pool, opening: string): Promise<pg.PoolClient> {
  try {
    return await beginOnce(pool, opening);
  } catch (error) {
    if (!isConnectionLost(error)) throw error;
  }
  return beginOnce(pool, opening).catch((error: unknown) => {
    throw asDatabaseFault(error);
  });
}

async function beginOnce(pool: pg.Pool, opening: string): Promise<pg.PoolClient> {
  const client = await pool.connect();
  try {
    await client.query(opening);
    return client;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

function pooledConnection(client: pg.PoolClient): PooledConnection {
  let broken = false;
  return {
    executeQuery: (compiled) => execute(client, compiled),
    // biome-ignore lint/correctness/useYield: a stream would hold the only embedded session open
    async *streamQuery() {
      throw new Error('Streaming is not offered: read in pages.');
    },
    async finish(command) {
      const ended = await client.query(command).catch((error: unknown) => {
        broken = true;
        if (command === 'COMMIT') throw asDatabaseFault(error);
      });
      if (ended && ended.command !== command) throw abortedProblem();
    },
    release: () => client.release(broken || client.getTransactionStatus() !== 'I'),
  };
}

async function execute<Row>(client: pg.PoolClient, compiled: CompiledQuery): Promise<QueryResult<Row>> {
  try {
    const name = nameOf(compiled.sql);
    const { rows, rowCount, command } = await client.query({
      ...(name === undefined ? {} : { name }),
      text: compiled.sql,
      values: toParameters(compiled.parameters),
    });
    const changed = /^(INSERT|UPDATE|DELETE|MERGE)$/.test(command)
      ? { numAffectedRows: BigInt(rowCount ?? 0) }
      : {};
    return { rows, ...changed };
  } catch (error) {
    throw asDatabaseFault(error);
  }
}

/** A caught error inside the work leaves the transaction aborted: its COMMIT is answered with ROLLBACK. */
function abortedProblem(): Problem {
  return new Problem({
    code: 'TRANSACTION_ABORTED',
    status: 500,
    text: {
      en: 'The change was not saved because one of its steps had failed.',
      fr: 'La modification n’a pas été enregistrée, car l’une de ses étapes a échoué.',
    },
  });
}

function asPooled(connection: DatabaseConnection): PooledConnection {
  if ('finish' in connection && 'release' in connection) return connection as PooledConnection;
  throw new TypeError('A connection of another driver was handed to this one.');
}
