import { fromEngine, type OpenDatabase } from '../db/open.ts';
import { testEngine } from './engine.ts';

export interface TestDatabase<Tables> extends OpenDatabase<Tables> {
  readonly engine: 'pglite' | 'postgres';
}

interface Shared {
  users: number;
  readonly opening: Promise<OpenDatabase<unknown>>;
}

/** One database per migrations folder and process; each test makes a tenant of its own in it. */
const shared = new Map<string, Shared>();

/**
 * A migrated database for tests, seen only as the serving roles see it. Embedded by default; a copy of a
 * template on the server that the owner's `LADING_TEST_DATABASE_URL` names, when it is set.
 */
export async function testDatabase<Tables>(options: { migrations: string }): Promise<TestDatabase<Tables>> {
  const entry = shared.get(options.migrations) ?? {
    users: 0,
    opening: testEngine(options.migrations).then(fromEngine),
  };
  shared.set(options.migrations, entry);
  entry.users += 1;
  const { close, ...database } = (await entry.opening) as OpenDatabase<Tables>;
  return { ...database, engine: database.door.engine, close: () => leave(options.migrations, entry, close) };
}

async function leave(migrations: string, entry: Shared, close: () => Promise<void>): Promise<void> {
  entry.users -= 1;
  if (entry.users > 0) return;
  shared.delete(migrations);
  await close();
}
