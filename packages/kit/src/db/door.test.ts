import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { hubMigrations } from '../testing/hub-migrations.ts';
import { isInsideTransaction } from './network-guard.ts';

type Tx = Transaction<unknown>;
let database: TestDatabase<unknown>;

beforeAll(async () => {
  database = await testDatabase({ migrations: hubMigrations });
});
afterAll(() => database.close());

async function newTenant(): Promise<string> {
  const id = randomUUID();
  await database.door.asDesk((tx) =>
    sql`insert into tenants (tenant_id, name, created_at) values (${id}, 'T', now())`.execute(tx),
  );
  return id;
}

const addNote = (tx: Tx, tenant: string, key: string) =>
  sql`insert into outbox (tenant_id, message_id, kind, dedupe_key, payload, created_at, next_attempt_at)
      values (${tenant}, ${randomUUID()}, 'note', ${key}, '{}', now(), now())`.execute(tx);

const notes = async (tx: Tx) =>
  (await sql<{ dedupe_key: string }>`select dedupe_key from outbox order by 1`.execute(tx)).rows.map(
    (row) => row.dedupe_key,
  );

const whoAmI = async (tx: Tx) =>
  (
    await sql<{ role: string; tenant: string | null; super: boolean }>`
    select current_user as role, lading_tenant()::text as tenant,
      (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as super`.execute(tx)
  ).rows[0];

describe('the serving roles', () => {
  it('are bound for the transaction, with the tenant only for a tenant', async () => {
    const tenant = await newTenant();
    const app = await database.door.asTenant(tenant, whoAmI);
    expect(app).toEqual({ role: 'lading_app', tenant, super: false });
    expect(await database.door.asDesk(whoAmI)).toEqual({ role: 'lading_desk', tenant: null, super: false });
  });

  it('show a company its own rows and nobody else’s', async () => {
    const { door } = database;
    const [one, other] = [await newTenant(), await newTenant()];
    await door.asTenant(one, (tx) => addNote(tx, one, 'mine'));
    expect(await door.asTenant(one, notes)).toEqual(['mine']);
    expect(await door.asTenant(other, notes)).toEqual([]);
    expect(await door.asDesk(notes)).toContain('mine');
  });

  it('refuse to write another company’s row', async () => {
    const [one, other] = [await newTenant(), await newTenant()];
    const writing = database.door.asTenant(one, (tx) => addNote(tx, other, 'planted'));
    await expect(writing).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    ['carrier_grants', 'version'],
    ['parcels', 'parcel_id'],
    ['events', 'event_id'],
    ['raw_answers', 'body_gzip'],
    ['raw_answers', 'request'],
    ['file_parts', 'file_name'],
  ])('keep the desk out of %s.%s', async (table, column) => {
    const reading = database.door.asDesk((tx) =>
      sql`select ${sql.ref(column)} from ${sql.table(table)}`.execute(tx),
    );
    await expect(reading).rejects.toMatchObject({ code: '42501' });
  });

  it('keep the app away from password hashes, and both from changing the audit log', async () => {
    const { door } = database;
    const tenant = await newTenant();
    await expect(
      door.asTenant(tenant, (tx) => sql`select password_hash from users`.execute(tx)),
    ).rejects.toMatchObject({ code: '42501' });
    for (const change of [sql`update audit_entries set action = 'x'`, sql`delete from audit_entries`]) {
      await expect(door.asTenant(tenant, (tx) => change.execute(tx))).rejects.toMatchObject({
        code: '42501',
      });
      await expect(door.asDesk((tx) => change.execute(tx))).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('cannot make tables', async () => {
    const tenant = await newTenant();
    const making = database.door.asTenant(tenant, (tx) => sql`create table mine (a int)`.execute(tx));
    await expect(making).rejects.toMatchObject({ code: '42501' });
  });

  it('take a UUID for a tenant, nothing else', async () => {
    await expect(database.door.asTenant("x', true); drop table users; --", notes)).rejects.toThrow('UUID');
  });
});

describe('a transaction', () => {
  it('keeps nothing when the work fails', async () => {
    const { door } = database;
    const tenant = await newTenant();
    const failing = door.asTenant(tenant, async (tx) => {
      await addNote(tx, tenant, 'lost');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await door.asTenant(tenant, notes)).toEqual([]);
  });

  it('leaves the session clean after a failed statement', async () => {
    const { door } = database;
    const tenant = await newTenant();
    for (let time = 0; time < 3; time += 1) {
      await expect(door.asTenant(tenant, (tx) => sql`select 1 / 0`.execute(tx))).rejects.toMatchObject({
        code: '22012',
      });
      await expect(door.asTenant(tenant, (tx) => sql`selct`.execute(tx))).rejects.toMatchObject({
        code: '42601',
      });
    }
    expect(await door.asTenant(tenant, notes)).toEqual([]);
  });

  it('says that nothing was saved when the work swallowed a failed statement', async () => {
    const { door } = database;
    const tenant = await newTenant();
    const swallowing = door.asTenant(tenant, async (tx) => {
      await addNote(tx, tenant, 'lost');
      await sql`select 1 / 0`.execute(tx).catch(() => undefined);
    });
    await expect(swallowing).rejects.toMatchObject({ code: 'TRANSACTION_ABORTED' });
    expect(await door.asTenant(tenant, notes)).toEqual([]);
  });

  it('inside another is refused at once instead of waiting for itself', async () => {
    const { door, jobs } = database;
    const tenant = await newTenant();
    const nested = door.asTenant(tenant, () => door.asDesk(notes));
    await expect(nested).rejects.toMatchObject({ code: 'TRANSACTION_NESTED' });
    const job = door.asTenant(tenant, () => jobs.execute('select 1'));
    await expect(job).rejects.toMatchObject({ code: 'TRANSACTION_NESTED' });
    expect(isInsideTransaction()).toBe(false);
  });

  it('may be asked for many times at once', async () => {
    const { door } = database;
    const tenant = await newTenant();
    const keys = Array.from({ length: 25 }, (_, at) => `note-${String(at).padStart(2, '0')}`);
    await Promise.all(keys.map((key) => door.asTenant(tenant, (tx) => addNote(tx, tenant, key))));
    expect(await door.asTenant(tenant, notes)).toEqual(keys);
  });

  it('counts the rows it changed', async () => {
    const tenant = await newTenant();
    const changed = await database.door.asTenant(tenant, async (tx) => {
      await addNote(tx, tenant, 'a');
      await addNote(tx, tenant, 'b');
      return sql`delete from outbox`.execute(tx);
    });
    expect(changed.numAffectedRows).toBe(2n);
  });
});

describe('job statements', () => {
  it('run as the desk, on queues that the owner made', async () => {
    const { jobs } = database;
    await jobs.makeQueue('door-test');
    await jobs.makeQueue('door-test');
    const { rows } = await jobs.execute(
      'select name, policy, current_user as role from pgboss.queue where name = $1',
      ['door-test'],
    );
    expect(rows).toEqual([{ name: 'door-test', policy: 'standard', role: 'lading_desk' }]);
    await expect(jobs.execute("select pgboss.create_queue('mine', '{}')")).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('leave role and session clean after a failed script', async () => {
    const { jobs, door } = database;
    await expect(jobs.execute('begin; select 1 / 0; commit')).rejects.toMatchObject({ code: '22012' });
    const { rows } = await jobs.execute('select 1 as one');
    expect(rows).toEqual([{ one: 1 }]);
    expect((await door.asDesk(whoAmI))?.role).toBe('lading_desk');
  });
});

it('upkeep runs on both engines', async () => {
  await expect(database.upkeep()).resolves.toBeUndefined();
});
