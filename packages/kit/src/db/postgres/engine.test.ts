import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testEngine, testServerUrl } from '../../testing/engine.ts';
import { hubMigrations } from '../../testing/hub-migrations.ts';
import type { Engine } from '../engine.ts';
import { fromEngine, type OpenDatabase } from '../open.ts';
import { ensureLogins, rolePassword } from './roles.ts';

describe.runIf(testServerUrl)('on a server', () => {
  let engine: Engine;
  let database: OpenDatabase<unknown>;
  const tenant = randomUUID();

  beforeAll(async () => {
    engine = await testEngine(hubMigrations);
    database = fromEngine(engine);
  });
  afterAll(() => database.close());

  const read = () =>
    database.door.asTenant(tenant, (tx) => sql<{ one: number }>`select 1 as one`.execute(tx));

  /** What a restart of the server, or of a proxy before it, does to every connection. */
  const cutConnections = () =>
    engine.asOwner((owner) =>
      owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and usename in ('lading_app', 'lading_desk')`,
      ),
    );

  it('connections cut while idle are not noticed by the next caller', async () => {
    await Promise.all([read(), read(), read()]);
    await cutConnections();
    const answers = await Promise.all([read(), read(), read(), read()]);
    expect(answers.map(({ rows }) => rows[0]?.one)).toEqual([1, 1, 1, 1]);
  });

  it('a connection cut inside a transaction is a DATABASE_UNAVAILABLE, and the next one works', async () => {
    const cut = database.door.asTenant(tenant, async (tx) => {
      await cutConnections();
      await sql`select 1`.execute(tx);
    });
    await expect(cut).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE', status: 503 });
    expect((await read()).rows).toEqual([{ one: 1 }]);
  });

  it('a connection cut under a job statement is a DATABASE_UNAVAILABLE, and the next one works', async () => {
    const job = database.jobs.execute('select pg_sleep(30)');
    job.catch(() => undefined);
    await expect
      .poll(() =>
        engine.asOwner(async (owner) => {
          const { rows } = await owner.query(
            "select count(*) as n from pg_stat_activity where query like '%pg_sleep%' and usename = 'lading_desk'",
          );
          return rows[0]?.n;
        }),
      )
      .toBe(1);
    await cutConnections();
    await expect(job).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    expect((await database.jobs.execute('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('limits stand on every serving connection', async () => {
    const { rows } = await database.door.asTenant(tenant, (tx) =>
      sql`select current_setting('statement_timeout') as statement, current_setting('TimeZone') as zone,
          current_setting('idle_in_transaction_session_timeout') as idle`.execute(tx),
    );
    expect(rows).toEqual([{ statement: '1min', idle: '30s', zone: 'UTC' }]);
  });

  it('a serving role that may pass by row-level security stops the start', async () => {
    const outcome = await engine.asOwner(async (owner) => {
      await owner.query('begin; alter role lading_app bypassrls');
      return ensureLogins(owner, 'tests')
        .catch((error: unknown) => error)
        .finally(() => owner.query('rollback'));
    });
    expect(outcome).toMatchObject({ code: 'SERVING_ROLE_TOO_POWERFUL', params: { role: 'lading_app' } });
  });
});

describe('the passwords of the serving logins', () => {
  it('follow from the secret, differ by role, and never show it', () => {
    expect(rolePassword('s', 'lading_app')).toBe(rolePassword('s', 'lading_app'));
    const all = [
      rolePassword('s', 'lading_app'),
      rolePassword('s', 'lading_desk'),
      rolePassword('t', 'lading_app'),
    ];
    expect(new Set(all).size).toBe(3);
    for (const password of all) expect(password).toMatch(/^[\w-]{43}$/);
  });
});
