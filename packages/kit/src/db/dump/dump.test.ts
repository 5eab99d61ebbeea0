import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testServerUrl } from '../../testing/engine.ts';
import { withDatabase } from '../../testing/server-copy.ts';
import type { Owner } from '../engine.ts';
import { type MigrationFile, readMigrations } from '../migrate.ts';
import { openDatabase } from '../open.ts';
import { visitAsOwner } from '../postgres/engine.ts';
import { type LastingLocation, makeStore, visitStore } from '../visit.ts';
import { readDumpFile, writeDumpFile } from './file.ts';
import { migrationsOf } from './format.ts';
import { loadDump } from './load.ts';
import { readLines } from './read.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const PASSPHRASE = 'correct horse battery';
const LEFT_OUT = { schemas: ['pgboss'], tables: ['visits'] };
const databases: string[] = [];
let folder = '';
let files: readonly MigrationFile[] = [];
let full: LastingLocation;
let dump = '';

/** Everything that a table may hold and that a dump could get wrong. */
const FIRST = `
  create table people (
    id integer generated always as identity primary key, chief integer references people, name text not null,
    loud text generated always as (upper(name)) stored, tags text[], born date, seen timestamptz, local timestamp,
    share numeric(20,6), ratio double precision, picture bytea, facts jsonb, big bigint, "odd ""name" boolean);
  create table letters (letter uuid primary key, person integer not null references people deferrable);
  alter table letters enable row level security;
  alter table letters force row level security;
  create table scans (at timestamptz not null, word text collate "C") partition by range (at);
  create table scans_2026_01 partition of scans for values from ('2026-01-01Z') to ('2026-02-01Z');
  create table visits (visit integer);
  create function refuse() returns trigger language plpgsql as $$ begin raise 'append only'; end $$;
  create trigger letters_stay before update or delete on letters for each row execute function refuse();`;
const SECOND = `alter table people add column nick text; update people set nick = lower(name);`;

const ROWS = `
  set timezone = 'America/Halifax';
  insert into people (chief, name, tags, born, seen, local, share, ratio, picture, facts, big, "odd ""name")
    values (null, E'Ada "Q" \\\\ \\t\\n\\u2028 \\u00e9 \\U0001F4E6', array['a,b', null, '{"x"}', ''], '2026-02-28',
      '2026-03-08 06:59:59.123456+00', '2026-03-08 02:30:00', 0.100000, 0.1::float8 + 0.2::float8, '\\x00ff0a5c',
      '{"a": [1.10, null, "\\u00e9"], "": {}}', 9223372036854775807, true);
  insert into people (chief, name) values (3, 'Ben'), (1, 'Cleo');
  insert into letters select gen_random_uuid(), 1 + n % 3 from generate_series(1, 20000) n;
  insert into visits values (1);
  create table scans_2026_02 partition of scans for values from ('2026-02-01Z') to ('2026-03-01Z');
  insert into scans select '2026-01-01Z'::timestamptz + n * interval '1 hour', 'w' || n from generate_series(1, 1200) n;
  create schema kept; create table kept.scans_2025 (at timestamptz primary key, word text);
  insert into kept.scans_2025 values ('2025-05-05Z', 'old');
  set timezone = 'UTC'`;

const program = 'dump test';

async function newPlace(kind: LastingLocation['kind']): Promise<LastingLocation> {
  const name = `lading_test_${randomBytes(6).toString('hex')}`;
  if (kind === 'directory') return { kind, path: join(folder, name) };
  await visitAsOwner(testServerUrl ?? '', (owner) => owner.query(`create database ${name}`));
  databases.push(name);
  return { kind, url: withDatabase(testServerUrl ?? '', name) };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lading-dump-'));
  const migrations = join(folder, 'migrations');
  await mkdir(migrations);
  await writeFile(join(migrations, '0001-first.sql'), FIRST);
  full = await newPlace('directory');
  const old = await openDatabase({ location: full, migrations, roleSecret: 'tests' });
  await old.close();
  await visitStore(full, program, (owner) => owner.query(ROWS));
  dump = join(folder, 'first.backup');
  await write(full, dump);
  await writeFile(join(migrations, '0002-second.sql'), SECOND);
  files = await readMigrations(migrations);
});

afterAll(async () => {
  for (const name of databases) {
    await visitAsOwner(testServerUrl ?? '', (owner) => owner.query(`drop database ${name} with (force)`));
  }
  await rm(folder, { recursive: true, force: true });
});

const write = (location: LastingLocation, path: string, seen: string[] = []) =>
  visitStore(location, program, (owner) =>
    writeDumpFile(
      path,
      readLines(owner, {
        ...{ version: '9.9.9', madeAt: new Date(0), store: 'pglite', leftOut: LEFT_OUT, extra: { key: 'k' } },
        onProgress: ({ table }) => seen.push(table),
      }),
      PASSPHRASE,
    ),
  );

const restore = (path: string, location: LastingLocation, known = files) =>
  readDumpFile(path, PASSPHRASE, (open) =>
    makeStore(
      {
        ...{ location, program, roleSecret: 'tests' },
        ...{ before: migrationsOf(open.header, known), after: known },
      },
      (owner) => loadDump(owner, open, { leftOut: LEFT_OUT, target: 'the target' }),
    ),
  );

/** Rows of every table as one hash each, whatever their order. */
const hashes = (location: LastingLocation) =>
  visitStore(location, program, async (owner) => {
    await owner.query(`set timezone = 'UTC'`);
    const names = ['people', 'letters', 'scans', 'kept.scans_2025'];
    const found: Record<string, string> = {};
    for (const name of names) {
      const columns = name === 'people' ? `to_jsonb(t) - 'nick'` : 't';
      const { rows } = await owner.query(
        `select (${columns})::text as row from ${name} t order by ((${columns})::text) collate "C"`,
      );
      found[name] = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    }
    return found;
  });

const kinds: LastingLocation['kind'][] = testServerUrl ? ['directory', 'server'] : ['directory'];

describe.each(kinds)('a dump restored into an empty %s', (kind) => {
  let place: LastingLocation;
  beforeAll(async () => {
    place = await newPlace(kind);
    await restore(dump, place);
  });
  const ask = (sql: string) => visitStore(place, program, async (owner) => (await owner.query(sql)).rows);

  it('holds the same rows, in tables by month and set aside too, and none of those left out', async () => {
    expect(await hashes(place)).toEqual(await hashes(full));
    expect(await ask('select * from visits')).toEqual([]);
    expect(await ask('select count(*)::int as rows from scans_2026_02')).toEqual([{ rows: 457 }]);
    await expect(ask(`insert into kept.scans_2025 values ('2025-05-05Z', 'twice')`)).rejects.toMatchObject({
      code: '23505',
    });
  });

  it('has gone on to the newest migration, from the state of the dump', async () => {
    expect(await ask('select nick, loud from people where id = 2')).toEqual([{ nick: 'ben', loud: 'BEN' }]);
    expect(await ask('select name from lading_migrations order by 1')).toEqual(
      files.map(({ name }) => ({ name })),
    );
  });

  it('numbers on where the dump ended, and has its keys, triggers and policies again', async () => {
    expect(await ask(`insert into people (name) values ('Dee') returning id`)).toEqual([{ id: 4 }]);
    await expect(ask(`insert into people (chief, name) values (99, 'Eve')`)).rejects.toMatchObject({
      code: '23503',
    });
    await expect(ask('delete from letters')).rejects.toThrow();
    expect(await ask(`select relforcerowsecurity as forced from pg_class where relname = 'letters'`)).toEqual(
      [{ forced: true }],
    );
  });

  it.runIf(kind === 'server')('gives a dump of its own that is restored the same', async () => {
    const [path, next] = [join(folder, `${kind}.backup`), await newPlace('directory')];
    await write(place, path);
    await restore(path, next);
    expect(await hashes(next)).toEqual(await hashes(place));
  });

  it('is not restored into again', async () => {
    await expect(restore(dump, place)).rejects.toMatchObject({ code: 'RESTORE_TARGET_NOT_EMPTY' });
  });
});

describe('a dump', () => {
  it('is readable by its owner alone, and its progress names the tables in turn', async () => {
    expect((await stat(dump)).mode & 0o777).toBe(0o600);
    const seen: string[] = [];
    await write(full, join(folder, 'again.backup'), seen);
    expect([...new Set(seen)]).toEqual(['scans_2025', 'lading_migrations', 'letters', 'people', 'scans']);
  });

  it('is refused by a program that does not know its migrations, or knows another text of one', async () => {
    const place = await newPlace('directory');
    const edited = files.map((file) => ({ ...file, sha256: 'other' }));
    await expect(restore(dump, place, files.slice(1))).rejects.toMatchObject({ code: 'DUMP_NEWER' });
    await expect(restore(dump, place, edited)).rejects.toMatchObject({ code: 'DUMP_MIGRATION_DIFFERS' });
  });

  it('leaves nothing where it ends too early', async () => {
    const cut = join(folder, 'cut.backup');
    await writeFile(cut, (await readFile(dump)).subarray(0, -20));
    for (const kind of kinds) {
      const place = await newPlace(kind);
      await expect(restore(cut, place)).rejects.toMatchObject({ code: 'DUMP_CUT' });
      if (place.kind === 'directory') {
        await expect(visitStore(place, program, none)).rejects.toMatchObject({ code: 'NOTHING_TO_BACK_UP' });
      } else {
        await restore(dump, place);
        expect(await hashes(place)).toEqual(await hashes(full));
      }
    }
  });

  it('is not made where there is nothing', async () => {
    const place = await newPlace('directory');
    const path = join(folder, 'none.backup');
    await expect(write(place, path)).rejects.toMatchObject({ code: 'NOTHING_TO_BACK_UP' });
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });
});

describe.runIf(testServerUrl)('on a server', () => {
  it('is one moment, whatever is written meanwhile', async () => {
    const place = await newPlace('server');
    await restore(dump, place);
    const path = join(folder, 'hot.backup');
    const before = await hashes(place);
    await visitStore(place, program, async (owner) => {
      const lines = readLines(owner, {
        ...{ version: '1', madeAt: new Date(0), store: 'postgres', leftOut: LEFT_OUT, extra: null },
      });
      const first = await lines.next();
      await visitStore(place, program, (other) => other.query(`insert into people (name) values ('Late')`));
      const rest = (async function* () {
        yield String(first.value);
        yield* lines;
      })();
      await writeDumpFile(path, rest, PASSPHRASE);
    });
    const target = await newPlace('directory');
    await restore(path, target);
    expect(await hashes(target)).toEqual(before);
  });

  const role = `lading_bound_${randomBytes(4).toString('hex')}`;
  const asRole = (place: LastingLocation): LastingLocation => ({
    kind: 'server',
    url: place.kind === 'server' ? place.url.replace(/\/\/[^@]*@/, `//${role}:bound@`) : '',
  });
  afterAll(() => visitAsOwner(testServerUrl ?? '', (owner) => owner.query(`drop role if exists ${role}`)));

  it('is made by an owner who is no superuser, and not by somebody else', { timeout: 300_000 }, async () => {
    const place = await newPlace('server');
    await restore(dump, place);
    const before = await hashes(place);
    await visitStore(place, program, (owner) =>
      owner.query(`create role ${role} login password 'bound';
        grant usage on schema public, kept to ${role};
        grant select on all tables in schema public, kept to ${role}`),
    );
    const path = join(folder, 'bound.backup');
    await expect(write(asRole(place), path)).rejects.toMatchObject({ code: 'OWNER_SEES_TOO_LITTLE' });
    await visitStore(place, program, (owner) =>
      owner.query(`do $$ declare t regclass; begin
        for t in select oid from pg_class where relkind in ('r', 'p')
                  and relnamespace::regnamespace::text in ('public', 'kept') loop
          execute format('alter table %s owner to ${role}', t);
        end loop; end $$`),
    );
    await write(asRole(place), path);
    const target = await newPlace('directory');
    await restore(path, target);
    expect(await hashes(target)).toEqual(before);
    await visitStore(place, program, (owner) =>
      owner.query(`reassign owned by ${role} to current_user; drop owned by ${role}`),
    );
  });

  it('is restored by an owner who is no superuser', { timeout: 300_000 }, async () => {
    const place = await newPlace('server');
    await visitAsOwner(place.kind === 'server' ? place.url : '', (owner) =>
      owner.query(`alter role ${role} createrole; grant create on schema public to ${role};
        do $$ begin execute format('grant create on database %I to ${role}', current_database()); end $$`),
    );
    const bound = asRole(place);
    await restore(dump, bound);
    await write(bound, join(folder, 'bound-again.backup'));
    expect(await hashes(bound)).toEqual(await hashes(full));
    await visitStore(place, program, (owner) =>
      owner.query(`reassign owned by ${role} to current_user; drop owned by ${role}`),
    );
  });
});

const none = async (_owner: Owner): Promise<void> => undefined;
