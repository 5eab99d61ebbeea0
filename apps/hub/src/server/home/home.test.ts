import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Home, ParcelRow } from '../../api/parcels.ts';
import {
  Browser,
  type HubDatabase,
  hubDatabase,
  newCompany,
  newPerson,
  type TestHub,
  testHub,
} from '../testing.ts';
import { freshnessState, momentOf } from './service.ts';
import { COUNT_CAP } from './store.ts';

let database: HubDatabase;
let test: TestHub;
let tenantId: string;
let umar: Browser;

beforeAll(async () => {
  database = await hubDatabase();
  test = await testHub(database);
});
afterAll(() => database.close());

beforeEach(async () => {
  tenantId = await newCompany(database);
  const { email } = await newPerson(database, { memberships: [{ tenantId, role: 'user' }] });
  umar = new Browser(test.app);
  await umar.signIn(email);
});

const home = async (): Promise<Home> => (await umar.send('GET', '/api/v1/home')).json();

const ids = (rows: readonly ParcelRow[]) => rows.map((row) => row.parcelId).sort();

/** What the list shows where home says "Show all". */
async function listed(query: Record<string, string>): Promise<string[]> {
  const answer = await umar.send('GET', `/api/v1/parcels?${new URLSearchParams(query)}`);
  return ids(answer.json().parcels);
}

/** `count` parcels alike; the hub's clock stands at 2026-03-02T12:00Z, the company's zone is Toronto. */
function add(
  count: number,
  columns: Partial<Record<'status' | 'expected_on' | 'late_after' | 'exception_at', string>>,
) {
  const { status = 'in-transit', expected_on = null, late_after = null, exception_at = null } = columns;
  return database.door.asTenant(tenantId, (tx) =>
    sql`insert into parcels (tenant_id, parcel_id, environment, tracking_number, ship_epoch, status, directions,
        shipped_on, expected_on, late_after, exception_at, last_event_at, updated_at)
      select ${tenantId}, gen_random_uuid(), 'sandbox', gen_random_uuid()::text, 0, ${status}, 1, '2026-03-01',
        ${expected_on}::date, ${late_after}::timestamptz, ${exception_at}::timestamptz, now(), now()
      from generate_series(1, ${count}::int)`.execute(tx),
  );
}

describe('home', () => {
  it('is empty and says that nothing is connected for a new company', async () => {
    const group = { count: 0, isCapped: false, first: [] };
    expect(await home()).toEqual({
      today: '2026-03-02',
      late: group,
      arrivingToday: group,
      exceptionsToday: group,
      freshness: [],
      isConnected: false,
    });
  });

  it('counts what is late, what comes today and what went wrong today, in the company’s zone', async () => {
    await add(2, { late_after: '2026-03-02T12:00:00Z', expected_on: '2026-03-01' });
    await add(7, { late_after: '2026-03-03T05:00:00Z', expected_on: '2026-03-02' });
    await add(1, { expected_on: '2026-03-02', status: 'delivered' });
    await add(3, { exception_at: '2026-03-02T05:00:00Z' });
    await add(1, { exception_at: '2026-03-02T04:59:59Z' });
    await add(1, { exception_at: '2026-03-03T05:00:00Z' });
    const shown = await home();
    expect(shown.late).toMatchObject({ count: 2, isCapped: false });
    expect(shown.late.first.every((row) => row.isLate)).toBe(true);
    expect(shown.arrivingToday).toMatchObject({ count: 7, isCapped: false });
    expect(shown.arrivingToday.first).toHaveLength(5);
    expect(shown.exceptionsToday).toMatchObject({ count: 3, isCapped: false });
    expect(await listed({ exception: shown.today })).toEqual(ids(shown.exceptionsToday.first));
    expect(await listed({ status: 'open', expected: shown.today })).toHaveLength(7);
    expect(await listed({ status: 'late' })).toEqual(ids(shown.late.first));
  });

  it(`counts no further than ${COUNT_CAP}`, async () => {
    await add(COUNT_CAP, { late_after: '2026-03-01T00:00:00Z' });
    expect((await home()).late).toMatchObject({ count: COUNT_CAP, isCapped: false });
    await add(1, { late_after: '2026-03-01T00:00:00Z' });
    expect((await home()).late).toMatchObject({ count: COUNT_CAP, isCapped: true });
  });

  it('shows the freshness of each subscription that is being read', async () => {
    const at = new Date('2026-03-02T11:30:00Z');
    const integrationId = randomUUID();
    await database.door.asTenant(tenantId, async (tx) => {
      await tx
        .insertInto('integrations')
        .values({
          tenant_id: tenantId,
          integration_id: integrationId,
          name: 'Maple',
          type: 'ups-quantum-view-data',
          environment: 'sandbox',
          mode: 'unread',
          status: 'authorized',
          created_at: at,
          created_by: randomUUID(),
        })
        .execute();
      await tx
        .insertInto('subscriptions')
        .values(
          ['Outbound', 'Inbound'].map((name, index) => ({
            tenant_id: tenantId,
            subscription_id: randomUUID(),
            integration_id: integrationId,
            position: index + 1,
            name,
            last_walk_at: index === 0 ? at : null,
          })),
        )
        .execute();
    });
    expect(await home()).toMatchObject({
      isConnected: true,
      freshness: [
        { subscription: 'Outbound', integration: 'Maple', state: 'fresh', lastWalkAt: at.toISOString() },
        { subscription: 'Inbound', state: 'never', lastWalkAt: null },
      ],
    });
  });
});

describe('the freshness of a subscription', () => {
  const now = Date.parse('2026-03-02T12:00:00Z');
  const walked = (iso: string | null) => (iso === null ? null : new Date(iso));

  it.each([
    ['fresh', 'authorized', '2026-03-02T11:00:00Z', 0],
    ['stale', 'authorized', '2026-03-02T10:59:59Z', 0],
    ['never', 'authorized', null, 0],
    ['failing', 'authorized', '2026-03-02T11:59:00Z', 1],
    ['reauthorization-required', 'reauthorization-required', '2026-03-02T11:59:00Z', 3],
  ] as const)('is %s when it is %s, last walked at %s, with %d failures', (state, status, at, failures) => {
    expect(freshnessState({ status, last_walk_at: walked(at), failures }, now)).toBe(state);
  });
});

describe('today', () => {
  it.each([
    ['Toronto', 'America/Toronto', '2026-03-03T04:59:59Z', '2026-03-02', '2026-03-02T05:00:00Z', 24],
    ['Tokyo', 'Asia/Tokyo', '2026-03-02T15:00:00Z', '2026-03-03', '2026-03-02T15:00:00Z', 24],
    [
      'Toronto on the day of the short night',
      'America/Toronto',
      '2026-03-08T12:00:00Z',
      '2026-03-08',
      '2026-03-08T05:00:00Z',
      23,
    ],
  ])('is the company’s day: %s', (_name, zone, now, today, start, hours) => {
    const moment = momentOf('t', 'sandbox', zone, Date.parse(now));
    expect(moment.today).toBe(today);
    expect(moment.day.start).toEqual(new Date(start));
    expect((moment.day.end.getTime() - moment.day.start.getTime()) / 3_600_000).toBe(hours);
  });
});
