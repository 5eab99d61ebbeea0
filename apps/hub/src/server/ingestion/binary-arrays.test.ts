import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubDatabase, hubDatabase } from '../testing.ts';
import {
  bools,
  dates,
  int2s,
  int4s,
  jsonbs,
  jsons,
  texts,
  timestamps,
  timestamptzs,
  uuids,
} from './binary-arrays.ts';

let database: HubDatabase;
beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

async function asStored(array: Buffer, type: string): Promise<(string | null)[]> {
  const statement: RawBuilder<{ value: string | null }> = sql`
    select value::text from unnest(${array}::${sql.raw(type)}[]) with ordinality as r (value, at) order by at`;
  const { rows } = await database.door.asDesk((tx) => statement.execute(tx));
  return rows.map(({ value }) => value);
}

const IDS = ['0190a5d0-7abc-4def-8123-456789abcdef', '00000000-0000-0000-0000-000000000000'];
/** Around the year 2000, where the store begins to count, and far from it. */
const MOMENTS = [946_684_799_999, 946_684_800_000, -62_000_123, 4_102_444_800_001];

describe('an array in binary form', () => {
  it.each<[string, Buffer, string, (string | null)[]]>([
    ['UUIDs', uuids(IDS), 'uuid', IDS],
    ['UUIDs in capitals', uuids([IDS[0]?.toUpperCase() ?? '']), 'uuid', IDS.slice(0, 1)],
    ['texts', texts(['Île', null, '', '"{,}"']), 'text', ['Île', null, '', '"{,}"']],
    ['whole numbers', int2s([-3, 7]), 'int2', ['-3', '7']],
    ['larger ones', int4s([2_000_000_000, null]), 'int4', ['2000000000', null]],
    ['truths', bools([true, false]), 'bool', ['true', 'false']],
    ['days', dates(['2026-02-28', null, '1999-12-31']), 'date', ['2026-02-28', null, '1999-12-31']],
    ['documents', jsons([{ a: ['é'] }, undefined]), 'json', ['{"a":["é"]}', null]],
    ['documents that are taken apart', jsonbs([{ a: 1 }]), 'jsonb', ['{"a": 1}']],
    ['nothing', uuids([]), 'uuid', []],
  ])('of %s is read as it was meant', async (_name, array, type, expected) => {
    expect(await asStored(array, type)).toEqual(expected);
  });

  it.each([
    ['instants', timestamptzs(MOMENTS), 'timestamptz'],
    ['local times', timestamps(MOMENTS), 'timestamp'],
  ])('of %s is exact to the millisecond', async (_name, array, type) => {
    const stored = await asStored(array, type);
    expect(stored.map((value) => Date.parse(`${value?.replace(' ', 'T').replace(/\+00$/, '')}Z`))).toEqual(
      MOMENTS,
    );
  });

  it.each(['', 'x', `${IDS[0]}0`, `${IDS[0]?.slice(0, -1)}g`, `é${IDS[0]?.slice(1)}`])(
    'refuses %j as a UUID',
    (text) => {
      expect(() => uuids([text])).toThrow(TypeError);
    },
  );
});
