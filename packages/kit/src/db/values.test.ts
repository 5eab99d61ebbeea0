import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { hubMigrations } from '../testing/hub-migrations.ts';

let database: TestDatabase<unknown>;

beforeAll(async () => {
  database = await testDatabase({ migrations: hubMigrations });
});
afterAll(() => database.close());

async function read(expression: RawBuilder<unknown>): Promise<unknown> {
  const { rows } = await database.door.asDesk((tx) =>
    sql<{ v: unknown }>`select ${expression} as v`.execute(tx),
  );
  return rows[0]?.v;
}

const id = randomUUID();
const instant = new Date('2026-03-08T06:59:59.123Z');
const bytes = Buffer.from([0, 1, 127, 128, 255]);

describe('what comes out is the same on both engines', () => {
  it.each<[string, RawBuilder<unknown>, unknown]>([
    ['int8 as a number', sql`9007199254740991::int8`, Number.MAX_SAFE_INTEGER],
    ['a count as a number', sql`count(*)`, 1],
    ['int8[] as numbers', sql`array[1, null, 3]::int8[]`, [1, null, 3]],
    ['int4 as a number', sql`-7::int4`, -7],
    ['numeric as text', sql`12.50::numeric`, '12.50'],
    ['float8 as a number', sql`0.1::float8`, 0.1],
    ['boolean', sql`true`, true],
    ['null', sql`null::text`, null],
    ['uuid as text', sql`${id}::uuid`, id],
    ['date as text', sql`date '2026-03-08'`, '2026-03-08'],
    ['date[] as texts', sql`array[date '2026-03-08']`, ['2026-03-08']],
    ['timestamp as text without zone', sql`timestamp '2026-03-08 02:30:00'`, '2026-03-08T02:30:00'],
    ['timestamp with fraction', sql`timestamp '2026-03-08 02:30:00.5'`, '2026-03-08T02:30:00.5'],
    ['timestamptz as a Date', sql`timestamptz '2026-03-08 01:59:59.123-05'`, instant],
    ['timestamptz as a day in UTC', sql`(timestamptz '2026-03-08 23:00-05')::date`, '2026-03-09'],
    ['bytea as a Buffer', sql`'\\x00017f80ff'::bytea`, bytes],
    ['jsonb parsed', sql`'{"a": [1, "é"], "b": null}'::jsonb`, { a: [1, 'é'], b: null }],
    ['text[]', sql`array['a', 'b,"c']`, ['a', 'b,"c']],
  ])('%s', async (_what, expression, expected) => {
    expect(await read(expression)).toEqual(expected);
  });

  it('an int8 too large for a number is an error, not another number', async () => {
    await expect(read(sql`9007199254740993::int8`)).rejects.toThrow('does not fit');
    expect(await read(sql`1::int8`)).toBe(1);
  });
});

describe('what goes in is the same on both engines', () => {
  it.each<[string, RawBuilder<unknown>, unknown]>([
    ['a Date into timestamptz', sql`${instant}::timestamptz`, instant],
    ['a day as text', sql`${'2026-03-08'}::date`, '2026-03-08'],
    ['a local time as text', sql`${'2026-03-08T02:30:00'}::timestamp`, '2026-03-08T02:30:00'],
    ['a Buffer', sql`${bytes}::bytea`, bytes],
    ['a Uint8Array', sql`${new Uint8Array(bytes)}::bytea`, bytes],
    ['a bigint', sql`${12n}::int8`, 12],
    ['an array', sql`${['a', 'b,"c']}::text[]`, ['a', 'b,"c']],
    ['an array of ids in a comparison', sql`${id}::uuid = any(${[id]}::uuid[])`, true],
    ['an object into jsonb', sql`${{ a: [1] }}::jsonb`, { a: [1] }],
    ['JSON text into jsonb', sql`${JSON.stringify([{ a: 1 }])}::jsonb`, [{ a: 1 }]],
    ['null', sql`${null}::text`, null],
    ['text with every kind of sign', sql`${"é ' \\ \n 汉 😀"}::text`, "é ' \\ \n 汉 😀"],
  ])('%s', async (_what, expression, expected) => {
    expect(await read(expression)).toEqual(expected);
  });

  it('large bytes and texts survive the way in and out', async () => {
    const large = Buffer.alloc(3_000_000, 0xa5);
    expect(await read(sql`length(${large}::bytea)`)).toBe(3_000_000);
    const text = 'x'.repeat(2_000_000);
    expect(await read(sql`${text}::text`)).toBe(text);
  });
});
