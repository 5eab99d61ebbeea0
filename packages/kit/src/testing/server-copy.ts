import { createHash, randomBytes } from 'node:crypto';
import type { Engine, Owner } from '../db/engine.ts';
import { readMigrations } from '../db/migrate.ts';
import { postgresEngine, visitAsOwner } from '../db/postgres/engine.ts';
import { openServer } from '../db/postgres/open.ts';
import { jobSchemaVersion } from '../jobs/schema.ts';

const ROLE_SECRET = 'tests';
const TEMPLATE_LOCK = 7_210_435;

/** A database of its own on the server, copied from a migrated template; dropped at `close`. */
export async function copyOfTemplate(serverUrl: string, migrations: string): Promise<Engine> {
  const name = `lading_test_${randomBytes(8).toString('hex')}`;
  await visitAsOwner(serverUrl, async (owner) => {
    await owner.query(`select pg_advisory_lock(${TEMPLATE_LOCK})`);
    const template = await ensureTemplate(owner, serverUrl, migrations);
    await owner.query(`create database ${name} template ${template}`);
  });
  const engine = postgresEngine({ url: withDatabase(serverUrl, name), roleSecret: ROLE_SECRET });
  return {
    ...engine,
    close: async () => {
      await engine.close();
      await visitAsOwner(serverUrl, (owner) => owner.query(`drop database if exists ${name} with (force)`));
    },
  };
}

async function ensureTemplate(owner: Owner, serverUrl: string, migrations: string): Promise<string> {
  const files = await readMigrations(migrations);
  const hash = createHash('sha256').update(jobSchemaVersion);
  for (const file of files) hash.update(file.name).update(file.sha256);
  const name = `lading_template_${hash.digest('hex').slice(0, 16)}`;
  const found = await owner.query('select 1 from pg_database where datname = $1', [name]);
  if (found.rows.length > 0) return name;
  const unfinished = `${name}_unfinished`;
  await owner.query(`drop database if exists ${unfinished} with (force)`);
  await owner.query(`create database ${unfinished}`);
  const engine = await openServer({
    url: withDatabase(serverUrl, unfinished),
    roleSecret: ROLE_SECRET,
    files,
  });
  await engine.close();
  await owner.query(`alter database ${unfinished} rename to ${name}`);
  return name;
}

/** The same server and login, another database. */
export function withDatabase(serverUrl: string, database: string): string {
  return serverUrl.replace(/^(\w+:\/\/[^/?#]*)\/?[^?#]*/, `$1/${database}`);
}
