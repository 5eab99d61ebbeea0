import { randomUUID } from 'node:crypto';
import {
  type CompiledQuery,
  type DatabaseConnection,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import type { HubTables } from '../tables.ts';
import { ingest, type PartEntered } from './gather.ts';
import { readPart } from './reader.ts';
import type { Feed } from './store.ts';
import { AT, file, scan } from './testing.ts';

/** A store that holds nothing and refuses every row. */
class Refusing extends DummyDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    return {
      executeQuery: async <Row>({ sql }: CompiledQuery): Promise<QueryResult<Row>> => {
        if (sql.includes('insert into')) throw new Error('out of range');
        return { rows: [] };
      },
      streamQuery: () => {
        throw new Error('nothing is streamed');
      },
    };
  }
}

function refusingStore(): Kysely<HubTables> {
  return new Kysely<HubTables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new Refusing(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

/** More numbers than are written at a time. */
function manyNumbers(): PartEntered {
  const numbers = Array.from({ length: 700 }, (_, at) => `1Z${String(at).padStart(16, '0')}`);
  const element = file('261120_113000001', {
    Origin: numbers.map((number) => scan(number, '20261118', '201500')),
  });
  return { partId: randomUUID(), isRetold: false, at: AT, records: readPart(element).records };
}

it('what the store refuses early is told to whoever ingests, and to nobody before', async () => {
  const unheard: unknown[] = [];
  const note = (reason: unknown) => unheard.push(reason);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));
  const feed: Feed = {
    tenantId: randomUUID(),
    subscriptionId: randomUUID(),
    environment: 'sandbox',
    source: 'oauth-json',
    fence: 1,
  };
  const company = { zone: 'UTC', directions: new Map() };
  const ingested = refusingStore()
    .transaction()
    .execute((tx) => ingest(tx, feed, company, { parts: [manyNumbers()], lives: new Map() }));
  await expect(ingested).rejects.toThrow('out of range');
  expect(unheard).toEqual([]);
});
