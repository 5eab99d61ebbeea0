import { nothingToDump, targetIsNotEmpty } from './dump/problems.ts';
import type { Owner } from './engine.ts';
import { asDatabaseFault } from './faults.ts';
import type { MigrationFile } from './migrate.ts';
import type { DatabaseLocation } from './open.ts';
import { makeInDirectory, visitDirectory } from './pglite/open.ts';
import { visitAsOwner } from './postgres/engine.ts';
import { ensureLogins } from './postgres/roles.ts';
import { prepareDatabase } from './prepare.ts';

export type LastingLocation = Exclude<DatabaseLocation, { kind: 'memory' }>;

/** How a store is named to people: a folder, or a server's database without its password. */
export function nameOf(location: LastingLocation): string {
  if (location.kind === 'directory') return location.path;
  return location.url.replace(/^(\w+:\/\/)[^@/]*@/, '$1').replace(/\?.*$/, '');
}

/**
 * One visit of the owner to a store as it stands: nothing is migrated, nothing is made.
 * @throws `NOTHING_TO_BACK_UP`, `DIRECTORY_IN_USE`, `DATABASE_UNAVAILABLE`
 */
export async function visitStore<Result>(
  location: LastingLocation,
  program: string,
  work: (owner: Owner) => Promise<Result>,
): Promise<Result> {
  const missing = () => nothingToDump({ place: nameOf(location) });
  const visit = async (owner: Owner): Promise<Result> => {
    const { rows } = await owner.query(`select to_regclass('lading_migrations') is not null as stands`);
    if (rows[0]?.stands !== true) throw missing();
    return work(owner);
  };
  if (location.kind === 'server') return visitAsOwner(location.url, visit);
  return visitDirectory(location.path, { program, missing }, visit).catch((error: unknown) => {
    throw asDatabaseFault(error);
  });
}

export interface NewStore {
  readonly location: LastingLocation;
  readonly program: string;
  readonly roleSecret: string;
  /** The state in which `fill` finds the store, and the state in which it is left. */
  readonly before: readonly MigrationFile[];
  readonly after: readonly MigrationFile[];
}

/**
 * Makes a store of some migrations, has it filled, and brings it to the newest ones. In a directory there is nothing
 * until all is done. On a server the tables stand before, empty, where it fails; it can be tried again.
 * @throws `RESTORE_TARGET_NOT_EMPTY`, `DIRECTORY_IN_USE`, `DATABASE_UNAVAILABLE`, `MIGRATION_…`
 */
export async function makeStore(store: NewStore, fill: (owner: Owner) => Promise<void>): Promise<void> {
  const { location, program, roleSecret, before, after } = store;
  const work = async (owner: Owner): Promise<void> => {
    await fill(owner);
    await prepareDatabase(owner, after);
  };
  if (location.kind === 'directory') {
    const taken = () => targetIsNotEmpty({ target: nameOf(location) });
    await makeInDirectory(location.path, { files: before, program, taken }, (engine) =>
      engine.asOwner(work).catch((error: unknown) => {
        throw asDatabaseFault(error);
      }),
    );
    return;
  }
  await visitAsOwner(location.url, async (owner) => {
    await refuseStrangers(owner, before, nameOf(location));
    await ensureLogins(owner, roleSecret);
    await prepareDatabase(owner, before);
    await work(owner);
  });
}

/**
 * A database with tables of somebody else's, or of a later version of ours. Tables of the dump's own version may stand
 * empty after a restoration that failed.
 */
async function refuseStrangers(
  owner: Owner,
  before: readonly MigrationFile[],
  target: string,
): Promise<void> {
  const ours = await owner.query(`select to_regclass('lading_migrations') is not null as stand`);
  const { rows } =
    ours.rows[0]?.stand === true
      ? await owner.query('select name from lading_migrations where name <> all ($1) limit 1', [
          before.map(({ name }) => name),
        ])
      : await owner.query(ANY_TABLE);
  if (rows.length > 0) throw targetIsNotEmpty({ target });
}

/** Of anybody but the database itself and its extensions. */
const ANY_TABLE = `
  select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
     and not exists (select 1 from pg_depend d
                      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
   limit 1`;
