import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enter, storeRaw } from '../ingestion/store.ts';
import { dump, file, manifest, newFeed, scan, tell, type Wire } from '../ingestion/testing.ts';
import { type HubDatabase, hubDatabase, newCompany, testHub } from '../testing.ts';
import { keepingOf } from './days.ts';
import { makeMonths, retain } from './service.ts';
import { countArchivedMonths } from './store.ts';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2027-01-20T12:00:00Z');
let database: HubDatabase;
let retaining: Parameters<typeof retain>[0];
beforeAll(async () => {
  database = await hubDatabase();
  const { hub, clock } = await testHub(database);
  clock.set(NOW);
  retaining = { ...hub, keepMonths: database.keepMonths };
});
afterAll(() => database.close());

const run = () => retain(retaining, new AbortController().signal);

/** A company with its days, and a way to tell it things. */
async function company(days: { readonly raw: number; readonly events: number }) {
  const tenantId = await newCompany(database);
  const within = <Row>(text: ReturnType<typeof sql<Row>>) =>
    database.door.asTenant(tenantId, async (tx) => (await text.execute(tx)).rows);
  await within(sql`update tenants set raw_days = ${days.raw}, event_days = ${days.events}
    where tenant_id = ${tenantId}`);
  const feed = await newFeed(database.door, tenantId, { name: `S${randomUUID().slice(0, 12)}` });
  return {
    tenantId,
    feed,
    tell: (content: Readonly<Record<string, readonly Wire[]>>) =>
      tell(database.door, feed, file(randomUUID().slice(0, 16), content)),
    receive: (daysAgo: number) =>
      storeRaw(database.door, feed, {
        ...{ rawId: randomUUID(), walk: 'unread', request: {}, body: Buffer.from('{}') },
        receivedAt: new Date(NOW - daysAgo * DAY_MS),
      }),
    numbers: async () => {
      const rows = await within(
        sql<{ number: string }>`select tracking_number as number from parcels order by 1`,
      );
      return rows.map(({ number }) => number);
    },
    /** How many rows each table holds. */
    rows: async () => {
      const [row] = await within(sql<Record<string, number>>`select
        (select count(*)::int from parcels) as parcels, (select count(*)::int from events) as events,
        (select count(*)::int from event_sources) as sources, (select count(*)::int from terms) as terms,
        (select count(*)::int from raw_answers) as answers`);
      return row;
    },
    audit: () => within(sql<{ action: string; after: unknown }>`select action, after from audit_entries`),
    dump: () => dump(database.door, tenantId),
    within,
  };
}

describe('what is past its days', () => {
  it('goes for one company and stays for the other', async () => {
    const [short, long] = [await company({ raw: 30, events: 180 }), await company({ raw: 200, events: 400 })];
    for (const one of [short, long]) {
      await one.tell({
        Manifest: [manifest(['1Z1'], '20260302')],
        Origin: [scan('1Z1', '20260303', '080000')],
      });
      await one.tell({ Origin: [scan('1Z2', '20270110', '080000')] });
      await one.receive(40);
      await one.receive(20);
    }
    const before = await long.dump();
    await run();
    expect(await short.numbers()).toEqual(['1Z2']);
    expect(await short.rows()).toMatchObject({ parcels: 1, events: 1, sources: 1, answers: 1 });
    expect(await short.within(sql`select 1 from terms where term = 'po4711' or term = '1z1'`)).toEqual([]);
    expect(await long.dump()).toEqual(before);
    expect(await long.rows()).toMatchObject({ parcels: 2, events: 3, answers: 2 });
    expect(await short.audit()).toMatchObject([
      { action: 'company.retain', after: { rawAnswers: 1, parcels: 1 } },
    ]);
    expect(await long.audit()).toEqual([]);
  });

  it('is a parcel with all its events once its last event is, however old the first', async () => {
    const one = await company({ raw: 30, events: 180 });
    await company({ raw: 200, events: 400 });
    await one.tell({ Origin: [scan('1Z1', '20260630', '080000')] });
    await one.tell({ Origin: [scan('1Z1', '20260901', '080000')] });
    await run();
    expect(await one.rows()).toMatchObject({ parcels: 1, events: 2 });
  });

  it('is an older life of a number together with the younger ones', async () => {
    const one = await company({ raw: 30, events: 180 });
    await company({ raw: 200, events: 400 });
    for (const day of ['20260601', '20261010']) await one.tell({ Origin: [scan('1Z1', day, '080000')] });
    for (const day of ['20260201', '20260620']) await one.tell({ Origin: [scan('1Z2', day, '080000')] });
    expect(await one.numbers()).toEqual(['1Z1', '1Z1', '1Z2', '1Z2']);
    await run();
    await one.tell({ Origin: [scan('1Z1', '20261011', '080000')] });
    expect(await one.numbers()).toEqual(['1Z1', '1Z1']);
    expect(await one.rows()).toMatchObject({ parcels: 2, events: 3 });
  });

  it('is counted by the days that administrators chose last', async () => {
    const one = await company({ raw: 200, events: 400 });
    await company({ raw: 200, events: 400 });
    await one.receive(40);
    await run();
    expect(await one.rows()).toMatchObject({ answers: 1 });
    await one.within(sql`update tenants set raw_days = 30`);
    await run();
    expect(await one.rows()).toMatchObject({ answers: 0 });
  });
});

describe('a month', () => {
  it('is kept as long as one company keeps it, and archived when none does', async () => {
    const keeper = await company({ raw: 730, events: 1100 });
    await keeper.tell({ Origin: [scan('1Z9', '20240115', '080000'), scan('1Z8', '20240215', '080000')] });
    await run();
    expect(await keeper.rows()).toMatchObject({ events: 2 });
    retaining = { ...retaining, clock: { now: () => NOW + 20 * DAY_MS } };
    await run();
    expect(await keeper.numbers()).toEqual(['1Z8']);
    const { rows } = await database.door.asDesk((tx) =>
      sql<{ name: string }>`select relname::text as name from pg_class
        where relnamespace = 'archive'::regnamespace and relkind = 'r' and relname like 'events%'`.execute(
        tx,
      ),
    );
    expect(rows).toContainEqual({ name: 'events_2024_01' });
    expect(rows).not.toContainEqual({ name: 'events_2024_02' });
    expect(await countArchivedMonths(database.door)).toBeGreaterThanOrEqual(1);
  });
});

describe('an event told again', () => {
  it('stays one row across the months, before and after they were made', async () => {
    const one = await company({ raw: 730, events: 1100 });
    const records = { Origin: [scan('1Z5', '20261231', '235900'), scan('1Z5', '20270101', '000100')] };
    await one.tell(records);
    const first = await one.dump();
    await one.tell(records);
    await makeMonths(retaining);
    await one.tell(records);
    expect({ ...(await one.dump()), sources: [] }).toEqual({ ...first, sources: [] });
    expect(await one.rows()).toMatchObject({ events: 2, sources: 6 });
  });
});

describe('the events of a parcel', () => {
  it('are looked for in its own months alone', async () => {
    const one = await company({ raw: 730, events: 1100 });
    await one.tell({ Origin: [scan('1Z7', '20261210', '080000')] });
    await makeMonths(retaining);
    const plan = await database.door.asTenant(one.tenantId, async (tx) => {
      await enter(tx, one.feed);
      const { rows } = await sql<{
        'QUERY PLAN': string;
      }>`explain (analyze, costs off, timing off, summary off)
        select e.* from parcels p, lateral (
          select event_id from events where tenant_id = p.tenant_id and parcel_id = p.parcel_id
            and local_at >= p.first_on - 2
            and local_at < (p.last_event_at at time zone 'UTC') + interval '2 days' offset 0) e
        where p.tenant_id = ${one.tenantId}`.execute(tx);
      return rows.map((row) => row['QUERY PLAN']);
    });
    const scans = plan.filter((line) => / on events_/.test(line));
    const read = scans.filter((line) => !line.includes('never executed'));
    expect(scans.length).toBeGreaterThan(2);
    expect(read).toHaveLength(1);
    expect(read[0]).toContain('events_2026_12');
  });
});

describe('the days', () => {
  const [a, b] = [randomUUID(), randomUUID()];
  const at = Date.parse('2027-01-20T12:00:00Z');

  it('of the company that keeps longest end with a month, those of others at once', () => {
    const { months, companies } = keepingOf(
      [
        { tenantId: a, rawDays: 30, eventDays: 400 },
        { tenantId: b, rawDays: 60, eventDays: 400 },
      ],
      at,
    );
    expect(months).toEqual({ rawFrom: '2026-11', eventsFrom: '2025-12' });
    expect(companies.get(a)).toEqual({
      rawFrom: new Date(at - 30 * DAY_MS),
      eventsFrom: new Date('2025-12-01T00:00:00Z'),
    });
    expect(companies.get(b)?.rawFrom).toEqual(new Date('2026-11-01T00:00:00Z'));
  });

  it('of nobody take nothing away', () => {
    expect(keepingOf([], at).months).toBeNull();
  });
});

it('the ledger still knows the content of a file whose answer is gone', async () => {
  const one = await company({ raw: 30, events: 400 });
  await company({ raw: 730, events: 1100 });
  const element = file('261120_113000001', { Origin: [scan('1Z6', '20261118', '201500')] });
  expect(await tell(database.door, one.feed, element)).toBe(true);
  await run();
  expect(await tell(database.door, one.feed, element)).toBe(false);
});
