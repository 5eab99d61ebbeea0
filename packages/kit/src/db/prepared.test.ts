import { sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { hubMigrations } from '../testing/hub-migrations.ts';
import { prepared } from './prepared.ts';

let database: TestDatabase<unknown>;
beforeAll(async () => {
  database = await testDatabase({ migrations: hubMigrations });
});
afterAll(() => database.close());

const doubled = (value: number) => prepared(sql<{ twice: number }>`select ${value}::int * 2 as twice`);

async function heldAs(tx: Transaction<unknown>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from pg_prepared_statements where statement like '%as twice%'
      and statement not like '%pg_prepared_statements%'`.execute(tx);
  return rows.map(({ name }) => name);
}

it('a prepared statement is taken apart once, and answers by each one’s values', async () => {
  const [answers, held] = await database.door.asDesk(async (tx) => {
    const results = await Promise.all([1, 2, 30].map((value) => doubled(value).execute(tx)));
    return [results.map(({ rows }) => rows[0]?.twice), await heldAs(tx)] as const;
  });
  expect(answers).toEqual([2, 4, 60]);
  expect(held).toEqual([expect.stringMatching(/^lading_[0-9a-f]{32}$/)]);
});

it('statements that were sent at once fail for themselves, and those behind them with the transaction', async () => {
  const work = database.door.asDesk(async (tx) => {
    const sent = [doubled(1), prepared(sql`select 1 / 0`), doubled(3)].map((one) => one.execute(tx));
    const outcomes = await Promise.allSettled(sent);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    await Promise.all(sent);
  });
  await expect(work).rejects.toThrow();
  expect(await database.door.asDesk(async (tx) => (await doubled(4).execute(tx)).rows)).toEqual([
    { twice: 8 },
  ]);
});
