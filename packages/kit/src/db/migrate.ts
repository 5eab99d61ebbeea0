import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../errors.ts';
import type { Owner } from './engine.ts';

export interface MigrationFile {
  /** `NNNN-what-it-does.sql`. */
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

const FILE_NAME = /^\d{4}-[a-z0-9-]+\.sql$/;

/** Any fixed number: it names the lock that migrations of one database take. */
const MIGRATION_LOCK = 7_210_433;

/** The folder's `NNNN-name.sql` files in order; two files with one number are refused. */
export async function readMigrations(folder: string): Promise<readonly MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  if (names.length === 0) throw new Error(`No migration stands in ${folder}.`);
  refuseBadNames(names);
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function refuseBadNames(names: readonly string[]): void {
  const bad = names.find((name) => !FILE_NAME.test(name));
  if (bad) throw new Error(`A migration is named NNNN-what-it-does.sql; "${bad}" is not.`);
  const numbers = names.map((name) => name.slice(0, 4));
  const twice = numbers.find((number, at) => numbers.indexOf(number) !== at);
  if (twice) throw new Error(`Two migrations have the number ${twice}.`);
}

/**
 * Applies what is missing, forward only, each file in its own transaction, under an advisory lock.
 * @returns the names applied now.
 * @throws `MIGRATION_EDITED`, `MIGRATION_UNKNOWN` (the database is newer than the program), `MIGRATION_FAILED`.
 */
export async function migrate(owner: Owner, files: readonly MigrationFile[]): Promise<readonly string[]> {
  await owner.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
  try {
    const pending = await findPending(owner, files);
    for (const file of pending) await apply(owner, file);
    return pending.map((file) => file.name);
  } finally {
    await owner.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`);
  }
}

async function findPending(owner: Owner, files: readonly MigrationFile[]): Promise<readonly MigrationFile[]> {
  await owner.query(
    `create table if not exists lading_migrations
       (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
  );
  const { rows } = await owner.query('select name, sha256 from lading_migrations');
  const applied = new Map(rows.map((row): [string, string] => [String(row.name), String(row.sha256)]));
  for (const name of applied.keys())
    if (!files.some((file) => file.name === name)) throw unknownProblem(name);
  for (const file of files) refuseEdited(file, applied.get(file.name));
  return files.filter((file) => !applied.has(file.name));
}

function refuseEdited(file: MigrationFile, appliedHash: string | undefined): void {
  if (appliedHash === undefined || appliedHash === file.sha256) return;
  throw new Problem({
    code: 'MIGRATION_EDITED',
    status: 500,
    text: {
      en: 'The migration {name} was edited after it had been applied. Restore the file and add a new one instead.',
      fr: 'La migration {name} a été modifiée après son application. Rétablissez le fichier et ajoutez-en un nouveau.',
    },
    params: { name: file.name },
  });
}

function unknownProblem(name: string): Problem {
  return new Problem({
    code: 'MIGRATION_UNKNOWN',
    status: 500,
    text: {
      en: 'The database has the migration {name}, which this version of the program does not know. Start a newer version.',
      fr: 'La base de données contient la migration {name}, inconnue de cette version du programme. Lancez une version plus récente.',
    },
    params: { name },
  });
}

async function apply(owner: Owner, file: MigrationFile): Promise<void> {
  try {
    await owner.query('begin');
    await owner.query(file.sql);
    await owner.query('insert into lading_migrations (name, sha256) values ($1, $2)', [
      file.name,
      file.sha256,
    ]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw failedProblem(file.name, error);
  }
}

function failedProblem(name: string, cause: unknown): Problem {
  return new Problem({
    code: 'MIGRATION_FAILED',
    status: 500,
    text: {
      en: 'The migration {name} failed and was rolled back: {reason}',
      fr: 'La migration {name} a échoué et a été annulée : {reason}',
    },
    params: { name, reason: cause instanceof Error ? cause.message : String(cause) },
    cause,
  });
}
