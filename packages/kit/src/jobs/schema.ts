import { createRequire } from 'node:module';
import PgBoss from 'pg-boss';
import type { Owner } from '../db/engine.ts';

export const JOB_SCHEMA = 'pgboss';

/** Any fixed number: it names the lock under which the job tables are made. */
const JOB_LOCK = 7_210_434;

const { version: pgBossVersion, schema: schemaVersion } = readVersions();

/** Part of the name of every prepared image: another pg-boss means other tables. */
export const jobSchemaVersion = `pg-boss ${pgBossVersion} schema ${schemaVersion}`;

/** Makes or updates pg-boss's tables and lets `lading_desk` use them. Run by the owner. */
export async function ensureJobTables(owner: Owner): Promise<void> {
  await underLock(owner, async () => {
    const installed = await installedVersion(owner);
    if (installed === undefined) await owner.query(PgBoss.getConstructionPlans(JOB_SCHEMA));
    else if (installed < schemaVersion) await owner.query(migrationPlans(JOB_SCHEMA, installed));
    await grantToDesk(owner);
  });
}

/** Makes one queue of policy `standard` (a queue is a partition, so only the owner can). Safe to repeat. */
export async function ensureQueue(owner: Owner, queue: string): Promise<void> {
  await underLock(owner, async () => {
    const options = { policy: 'standard', retryLimit: 0, expireInSeconds: 60, retentionMinutes: 60 };
    await owner.query(`select ${JOB_SCHEMA}.create_queue($1, $2)`, [queue, JSON.stringify(options)]);
    await grantToDesk(owner);
  });
}

/** The declared type of the version is wrong: it is compared as a number. */
const migrationPlans = PgBoss.getMigrationPlans as unknown as (schema: string, version: number) => string;

async function underLock(owner: Owner, work: () => Promise<void>): Promise<void> {
  await owner.query(`select pg_advisory_lock(${JOB_LOCK})`);
  try {
    await work();
  } finally {
    await owner.query(`select pg_advisory_unlock(${JOB_LOCK})`);
  }
}

async function installedVersion(owner: Owner): Promise<number | undefined> {
  const found = await owner.query(`select to_regclass('${JOB_SCHEMA}.version') is not null as installed`);
  if (found.rows[0]?.installed !== true) return undefined;
  const { rows } = await owner.query(`select version from ${JOB_SCHEMA}.version`);
  return Number(rows[0]?.version);
}

async function grantToDesk(owner: Owner): Promise<void> {
  await owner.query(`
    grant usage on schema ${JOB_SCHEMA} to lading_desk;
    grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to lading_desk;
    grant execute on all functions in schema ${JOB_SCHEMA} to lading_desk`);
}

function readVersions(): { version: string; schema: number } {
  const require = createRequire(import.meta.url);
  const own: { version: string } = require('pg-boss/package.json');
  const schema: { schema: number } = require('pg-boss/version.json');
  return { version: own.version, schema: schema.schema };
}
