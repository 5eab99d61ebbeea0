import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testEngine } from '../testing/engine.ts';
import { hubMigrations } from '../testing/hub-migrations.ts';
import type { Engine } from './engine.ts';
import { keepMonths, type Month, monthAfter, monthOf } from './months.ts';
import { fromEngine, type OpenDatabase } from './open.ts';

let engine: Engine;
let database: OpenDatabase<unknown>;
beforeAll(async () => {
  engine = await testEngine(hubMigrations);
  database = fromEngine(engine);
});
afterAll(() => database.close());

const tenantId = randomUUID();
const events = { name: 'events', key: 'local_at' };
const ask = (text: string, values?: readonly unknown[]) =>
  engine.asOwner(async (owner) => (await owner.query(text, values)).rows);
const keep = (wanted: readonly Month[], keepFrom: Month = '0000-01') =>
  engine.asOwner((owner) => keepMonths(owner, { wanted, tables: [{ table: events, keepFrom }] }));

/** As the serving login, through the whole table. */
async function tell(localAt: string, eventId: string = randomUUID()): Promise<string> {
  const client = await engine.app.pool.connect();
  try {
    await client.query(engine.app.opening(tenantId));
    await client.query(
      `insert into events (tenant_id, parcel_id, event_id, kind, code, ordinal, local_at, zone, zone_source,
         occurred_at, facts) values ($1, $1, $2, 'origin', '', 0, $3::timestamp, 'UTC', 'place', $3::timestamptz, '{}')`,
      [tenantId, eventId, localAt],
    );
    await client.query('commit');
    return eventId;
  } finally {
    if (client.getTransactionStatus() !== 'I') await client.query('rollback');
    client.release();
  }
}

/** One statement as the serving login; its rows or its refusal. */
async function serve(text: string): Promise<readonly unknown[]> {
  const client = await engine.app.pool.connect();
  try {
    await client.query(engine.app.opening(tenantId));
    return (await client.query(text)).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const placeOf = async (eventId: string) => {
  const rows = await ask('select tableoid::regclass::text as place from events where event_id = $1', [
    eventId,
  ]);
  return rows.map((row) => row.place);
};

beforeEach(async () => {
  const tables = await ask(`
    select c.oid::regclass::text as name from pg_class c
     where c.relname ~ '^(events|raw_answers)_[0-9]{4}_[0-9]{2}$' and c.relkind = 'r'`);
  for (const { name } of tables) await ask(`drop table ${name}`);
  await ask('truncate events_default');
});

it('months follow one another over the turn of the year', () => {
  expect(monthAfter('2026-11', 2)).toBe('2027-01');
  expect(monthAfter('2027-01', -1)).toBe('2026-12');
  expect(monthOf(Date.parse('2026-12-31T23:59:59Z'))).toBe('2026-12');
});

describe('a month of the store', () => {
  it('takes the rows of its time, to the last second of the year', async () => {
    expect(await keep(['2026-12', '2027-01'])).toEqual({
      made: ['events_2026_12', 'events_2027_01'],
      archived: [],
    });
    expect(await placeOf(await tell('2026-12-31T23:59:59'))).toEqual(['events_2026_12']);
    expect(await placeOf(await tell('2027-01-01T00:00:00'))).toEqual(['events_2027_01']);
  });

  it('is made once', async () => {
    await keep(['2026-12']);
    expect(await keep(['2026-12'])).toEqual({ made: [], archived: [] });
  });

  it('takes from the default partition what came before it was made', async () => {
    const [early, late] = [await tell('2026-03-31T23:59:59'), await tell('2026-04-01T00:00:00')];
    expect(await placeOf(early)).toEqual(['events_default']);
    expect(await keep(['2026-06'])).toMatchObject({
      made: ['events_2026_03', 'events_2026_04', 'events_2026_06'],
    });
    expect([await placeOf(early), await placeOf(late)]).toEqual([['events_2026_03'], ['events_2026_04']]);
    expect(await ask('select count(*)::int from events_default')).toEqual([{ count: 0 }]);
  });

  it('is not made for a date that nobody can have meant', async () => {
    const strange = [await tell('1899-12-31T12:00:00'), await tell('2999-01-01T12:00:00')];
    expect(await keep(['2026-06'])).toMatchObject({ made: ['events_2026_06'] });
    for (const one of strange) expect(await placeOf(one)).toEqual(['events_default']);
  });

  it('keeps one event one row, whether it came before or after', async () => {
    const told = await tell('2026-03-10T12:00:00');
    await expect(tell('2026-03-10T12:00:00', told)).rejects.toMatchObject({ code: '23505' });
    await keep(['2026-03']);
    await expect(tell('2026-03-10T12:00:00', told)).rejects.toMatchObject({ code: '23505' });
  });

  it('goes to the archive whole when it is past, and the ones after it stay', async () => {
    const [past, kept] = [await tell('2026-03-10T12:00:00'), await tell('2026-04-10T12:00:00')];
    expect(await keep(['2026-04'], '2026-04')).toMatchObject({ archived: ['events_2026_03'] });
    expect(await ask('select event_id from archive.events_2026_03')).toEqual([{ event_id: past }]);
    expect([await placeOf(past), await placeOf(kept)]).toEqual([[], ['events_2026_04']]);
  });

  it('joins the archived one when rows of it turn up later', async () => {
    const first = await tell('2026-03-10T12:00:00');
    await keep(['2026-04'], '2026-04');
    const second = await tell('2026-03-11T12:00:00');
    await tell('2026-03-10T12:00:00', first);
    expect(await keep(['2026-04'], '2026-04')).toMatchObject({ archived: ['events_2026_03'] });
    const rows = await ask('select event_id from archive.events_2026_03 order by local_at');
    expect(rows).toEqual([{ event_id: first }, { event_id: second }]);
  });
});

describe('a serving login', () => {
  it('reaches no month, no default partition and no archive around the policy', async () => {
    await tell('2026-03-10T12:00:00');
    await tell('2026-04-10T12:00:00');
    await keep(['2026-04'], '2026-04');
    await tell('2999-01-01T12:00:00');
    expect(await serve('select 1 from events')).toHaveLength(2);
    for (const name of ['events_2026_04', 'events_default', 'archive.events_2026_03', 'raw_answers_default'])
      await expect(serve(`select 1 from ${name}`)).rejects.toThrow('permission denied');
  });

  it('makes no month and detaches none', async () => {
    await keep(['2026-04']);
    await expect(
      serve(`create table more partition of events for values from ('2030-01-01') to ('2030-02-01')`),
    ).rejects.toThrow(/permission denied|must be owner/);
    await expect(serve('alter table events detach partition events_2026_04')).rejects.toThrow(
      'must be owner',
    );
  });
});

it('every month has forced row-level security, as the whole has', async () => {
  await keep(['2026-04']);
  const rows = await ask(`
    select relname::text as name from pg_class
     where relname ~ '^(events|raw_answers)(_default|_[0-9]{4}_[0-9]{2})?$' and relkind in ('r', 'p')
       and not (relrowsecurity and relforcerowsecurity)`);
  expect(rows).toEqual([]);
});
