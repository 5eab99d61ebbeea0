import { ensureJobTables } from '../jobs/schema.ts';
import type { Owner } from './engine.ts';
import { type MigrationFile, migrate } from './migrate.ts';

/** Brings a database to the program's version: job tables, then the migrations. The roles stand already. */
export async function prepareDatabase(
  owner: Owner,
  files: readonly MigrationFile[],
): Promise<readonly string[]> {
  await ensureJobTables(owner);
  return migrate(owner, files);
}
