import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { retain } from '../retention/service.ts';
import { type HubDatabase, hubDatabase, newCompany, testHub } from '../testing.ts';
import { dump, type FileContent, file, generic, manifest, newFeed, scan, tell } from './testing.ts';

const NOW = Date.parse('2027-01-20T12:00:00Z');
const NUMBER = '1Z1';
let database: HubDatabase;
let retaining: Parameters<typeof retain>[0];
beforeAll(async () => {
  database = await hubDatabase();
  const { hub, clock } = await testHub(database);
  clock.set(NOW);
  retaining = { ...hub, keepMonths: database.keepMonths };
});
afterAll(() => database.close());

/** A company that keeps parcels for 180 days, and what it is told. */
async function company() {
  const tenantId = await newCompany(database);
  await database.door.asTenant(tenantId, (tx) =>
    sql`update tenants set raw_days = 30, event_days = 180 where tenant_id = ${tenantId}`.execute(tx),
  );
  const feed = await newFeed(database.door, tenantId, { name: 'Outbound' });
  return {
    tell: (content: FileContent) => tell(database.door, feed, file(randomUUID().slice(0, 16), content)),
    events: async () => (await dump(database.door, tenantId)).events ?? [],
    /** What lists, details and the search show of it, and how its events are dated. */
    parcel: async () => {
      const { parcels = [], terms = [] } = await dump(database.door, tenantId);
      const shown = parcels.map((row) => ({ ...Object(row), ...OF_ONE_FEED }));
      return { shown, terms: terms.map((row) => Object(row).term) };
    },
  };
}

/** Chance, or what only says how a fold may go on. */
const OF_ONE_FEED = { tenant_id: null, parcel_id: null, seen_by: null, updated_at: null, basis: null };

const EARLY: FileContent = {
  Manifest: [manifest([NUMBER], '20260302')],
  Origin: [scan(NUMBER, '20260303', '080000')],
  Exception: [{ ...scan(NUMBER, '20260620', '090000'), RescheduledDeliveryDate: '20261015' }],
};
const LATER: FileContent = { Generic: [generic('DS', NUMBER, '20261001', '101500')] };
const LATE_COMING: FileContent = { Generic: [generic('AG', NUMBER, '20260815', '230000')] };

describe('a parcel that outlives the month of its first events', () => {
  it.each<[string, readonly FileContent[]]>([
    ['an event between', [LATE_COMING]],
    ['an event that goes on', [{ Origin: [scan(NUMBER, '20261120', '080000')] }]],
    [
      'a delivery, then an event before it',
      [
        {
          Delivery: [{ ...scan(NUMBER, '20261101', '120000'), DeliveryLocation: { SignedForByName: 'ROY' } }],
        },
        LATE_COMING,
      ],
    ],
    [
      'a new reference',
      [
        {
          Origin: [
            {
              ...scan(NUMBER, '20261120', '080000'),
              PackageReferenceNumber: [{ Number: '1', Code: 'IK', Value: 'INV-9' }],
            },
          ],
        },
      ],
    ],
  ])('keeps what they said of it when it is folded again: %s', async (_name, more) => {
    const [whole, archived] = [await company(), await company()];
    for (const one of [whole, archived]) for (const content of [EARLY, LATER]) await one.tell(content);
    for (const content of more) await whole.tell(content);
    const expected = await whole.parcel();
    await retain(retaining, new AbortController().signal);
    expect(await archived.events()).toHaveLength(1);
    for (const content of more) await archived.tell(content);
    expect(await archived.parcel()).toEqual(expected);
    expect(expected.terms).toContain('po4711');
  });
});
