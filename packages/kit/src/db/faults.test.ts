import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isProblem } from '../errors.ts';
import { createLog } from '../log.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { hubMigrations } from '../testing/hub-migrations.ts';
import { asDatabaseFault } from './faults.ts';

const failed = (code: string) => Object.assign(new Error('failed'), { code });

describe('a database error', () => {
  it.each([
    ['a refused connection', 'ECONNREFUSED', 'DATABASE_UNAVAILABLE'],
    ['a server that is shutting down', '57P01', 'DATABASE_UNAVAILABLE'],
    ['a session ended for idling', '25P03', 'DATABASE_UNAVAILABLE'],
    ['a full disk', '53100', 'DATABASE_BUSY'],
    ['a deadlock', '40P01', 'DATABASE_BUSY'],
    ['a time limit', '57014', 'DATABASE_BUSY'],
    ['a file that could not be read', '58030', 'DATABASE_BUSY'],
    ['a value that is refused', '22021', undefined],
    ['a key that stands twice', '23505', undefined],
  ])('%s is told apart', (_what, code, expected) => {
    const error = failed(code);
    const fault = asDatabaseFault(error);
    expect(isProblem(fault) ? fault.code : undefined).toBe(expected);
    expect(isProblem(fault) ? fault.cause : fault).toBe(error);
  });
});

describe('a statement that the database refuses', () => {
  let database: TestDatabase<unknown>;
  beforeAll(async () => {
    database = await testDatabase({ migrations: hubMigrations });
  });
  afterAll(() => database.close());

  /** The line that a log writes of it. */
  async function loggedFault(statement: ReturnType<typeof sql>): Promise<Record<string, unknown>> {
    let line = '';
    const destination = {
      write: (text: string) => {
        line += text;
      },
    };
    const refused = database.door.asDesk((tx) => statement.execute(tx));
    await refused.catch((err: unknown) => createLog({ name: 'test', destination }).error({ err }, 'refused'));
    expect(line).not.toContain('NORTH STORE');
    return JSON.parse(line).err;
  }

  const insert = (id: string, name: string) =>
    sql`insert into tenants (tenant_id, name, created_at) values (${id}, ${name}, now())`;

  it.each([
    ['a document', '22P02', sql`select ${'{"name": "NORTH STORE"'}::jsonb`],
    ['an array', '22P02', sql`select ${'{"NORTH STORE"}'}::int4[]`],
    ['a number', '22P02', sql`select ${'NORTH STORE'}::int4`],
    ['a moment', '22007', sql`select ${'NORTH STORE'}::timestamptz`],
    ['a search', '42601', sql`select to_tsquery(${'NORTH STORE'})`],
    ['a text with a character of no text', '22P05', sql`select ${'{"a": "NORTH STORE\\u0000"}'}::jsonb`],
  ])('is logged without the values of %s', async (_what, code, statement) => {
    expect(await loggedFault(statement)).toMatchObject({
      type: 'RefusedStatement',
      code,
      message: `the database refused a statement (${code})`,
    });
  });

  it('is logged with the table and the constraint that refused it, not with the row', async () => {
    const id = '0193f000-0000-7000-8000-000000000001';
    await database.door.asDesk((tx) => insert(id, 'NORTH STORE').execute(tx));
    expect(await loggedFault(insert(id, 'NORTH STORE'))).toMatchObject({
      code: '23505',
      table: 'tenants',
      constraint: 'tenants_pkey',
    });
    const nameless = sql`insert into tenants (tenant_id, name, created_at)
      values (gen_random_uuid(), ${'NORTH STORE'}, null)`;
    expect(await loggedFault(nameless)).toMatchObject({
      code: '23502',
      table: 'tenants',
      column: 'created_at',
    });
  });

  it('says what is wrong with a statement of ours', async () => {
    const fault = await loggedFault(sql`select nothing from tenants`);
    expect(fault).toMatchObject({ code: '42703', message: expect.stringContaining('"nothing"') });
  });
});
