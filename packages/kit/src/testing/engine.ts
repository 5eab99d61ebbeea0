import type { Engine } from '../db/engine.ts';
import { readMigrations } from '../db/migrate.ts';
import { openInMemory } from '../db/pglite/open.ts';
import { copyOfTemplate } from './server-copy.ts';

/** The owner's address of the server that tests use; undefined for the embedded store. */
export const testServerUrl = process.env.LADING_TEST_DATABASE_URL || undefined;

/** A migrated store of its own: in memory, or a copied database on the server that tests use. */
export async function testEngine(migrations: string): Promise<Engine> {
  if (testServerUrl) return copyOfTemplate(testServerUrl, migrations);
  return openInMemory({ files: await readMigrations(migrations) });
}
