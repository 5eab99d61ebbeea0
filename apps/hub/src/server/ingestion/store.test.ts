import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubDatabase, hubDatabase, newCompany } from '../testing.ts';
import { PARSER_VERSION, readPart } from './reader.ts';
import { type Feed, LeaseLost, storeFaultyPart, storeParts } from './store.ts';
import {
  AT,
  dump,
  type FileContent,
  file,
  forget,
  generic,
  manifest,
  newFeed,
  partOf,
  scan,
  tell,
  type Wire,
} from './testing.ts';

let database: HubDatabase;
beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

const ONE = '1Z0000000000000001';
const TWO = '1Z0000000000000002';

async function company() {
  const tenantId = await newCompany(database);
  const outbound = await newFeed(database.door, tenantId, { name: 'Outbound', direction: 'outbound' });
  const inbound = await newFeed(database.door, tenantId, { name: 'Inbound', direction: 'inbound' });
  return { tenantId, outbound, inbound };
}

describe('a part', () => {
  it('leaves its events, its parcels, their terms and where they came from', async () => {
    const { tenantId, outbound } = await company();
    await tell(
      database.door,
      outbound,
      file('261120_120000001', {
        Manifest: [manifest([ONE, TWO], '20261118')],
        Origin: [scan(ONE, '20261118', '201500', ['TORONTO', 'ON', 'CA'])],
      }),
    );
    const left = await dump(database.door, tenantId);
    expect(left.parcels).toMatchObject([
      {
        tracking_number: ONE,
        ship_epoch: 0,
        status: 'picked-up',
        directions: 1,
        shipped_on: '2026-11-18',
        expected_on: '2026-11-21',
        late_after: new Date('2026-11-22T08:00:00Z'),
        service_code: '11',
        weight_grams: 7000,
        consignee_name: 'NORTH STORE',
        destination_city: 'VANCOUVER',
        last_event_at: new Date('2026-11-19T01:15:00Z'),
      },
      { tracking_number: TWO, status: 'manifested' },
    ]);
    expect(left.events).toHaveLength(3);
    expect(left.sources).toHaveLength(3);
    expect(left.terms?.filter((row) => (row as { term: string }).term === 'po4711')).toHaveLength(2);
  });

  it('told again changes nothing, read or unread', async () => {
    const { tenantId, outbound } = await company();
    const content = { Origin: [scan(ONE, '20261118', '201500')] };
    expect(await tell(database.door, outbound, file('261120_120000001', content, 'U'))).toBe(true);
    const before = await dump(database.door, tenantId);
    expect(await tell(database.door, outbound, file('261120_120000001', content, 'R'))).toBe(false);
    expect(await dump(database.door, tenantId)).toEqual(before);
  });

  describe('told again after a fault', () => {
    const element = file('261120_120000001', {
      Origin: [scan(ONE, '20261118', '201500'), scan(TWO, '20261118', '201500')],
    });
    const ledger = (tenantId: string, change?: object) =>
      database.door.asTenant(tenantId, async (tx) => {
        if (change) await tx.updateTable('file_parts').set(change).execute();
        return tx.selectFrom('file_parts').selectAll().execute();
      });
    const refuse = (feed: Feed, rawId = randomUUID()) =>
      storeFaultyPart(
        database.door,
        feed,
        { partId: randomUUID(), rawId, walk: 'unread', receivedAt: AT, at: AT, part: readPart(element) },
        'out of range',
      );
    const untold = async () => {
      const { tenantId, outbound } = await company();
      await tell(database.door, outbound, element);
      return { expected: await withoutFeed(tenantId), ...(await company()) };
    };
    /** What stands in the store, without the ids that every company has for itself. */
    async function withoutFeed(tenantId: string) {
      const { parcels, events, sources } = await dump(database.door, tenantId);
      return { parcels: parcels?.length, events: events?.length, sources: sources?.length };
    }

    it('of the store is ingested at last, under the same entry', async () => {
      const { tenantId, outbound, expected } = await untold();
      await refuse(outbound);
      const [refused] = await ledger(tenantId);
      expect(refused).toMatchObject({ event_count: 0, fault: 'PART_NOT_STORED: out of range' });
      expect(await tell(database.door, outbound, element)).toBe(true);
      expect(await ledger(tenantId)).toMatchObject([
        { part_id: refused?.part_id, event_count: 2, fault: null, parser_version: PARSER_VERSION },
      ]);
      expect(await withoutFeed(tenantId)).toEqual(expected);
      expect(await tell(database.door, outbound, element)).toBe(false);
    });

    it('of an older reader adds what that one left out, and doubles nothing', async () => {
      const { tenantId, outbound, expected } = await untold();
      await tell(database.door, outbound, element);
      await database.door.asTenant(tenantId, async (tx) => {
        for (const table of ['event_sources', 'terms', 'events', 'parcel_states', 'parcels'] as const) {
          await tx
            .deleteFrom(table)
            .where('parcel_id', 'in', (eb) =>
              eb.selectFrom('parcels as p').select('p.parcel_id').where('p.tracking_number', '=', TWO),
            )
            .execute();
        }
      });
      const fault = '1 unreadable: DATE_UNREADABLE Origin[1]/Date';
      const [before] = await ledger(tenantId, { fault, event_count: 1, parser_version: PARSER_VERSION - 1 });
      expect(await tell(database.door, outbound, element)).toBe(true);
      expect(await ledger(tenantId)).toMatchObject([
        { part_id: before?.part_id, event_count: 2, fault: null, parser_version: PARSER_VERSION },
      ]);
      expect(await withoutFeed(tenantId)).toEqual(expected);
    });

    it('of this reader changes nothing', async () => {
      const { tenantId, outbound } = await company();
      await tell(database.door, outbound, element);
      const before = await ledger(tenantId, { fault: '1 unreadable: NOT_A_RECORD Origin[2]' });
      expect(await tell(database.door, outbound, element)).toBe(false);
      expect(await ledger(tenantId)).toEqual(before);
    });

    it('and refused once more keeps the entry as it was', async () => {
      const { tenantId, outbound } = await company();
      await tell(database.door, outbound, element);
      const before = await ledger(tenantId, { fault: '1 unreadable', parser_version: PARSER_VERSION - 1 });
      await refuse(outbound);
      expect(await ledger(tenantId)).toEqual(before);
    });
  });

  it('of a second subscription adds its provenance and its direction, and no event', async () => {
    const { tenantId, outbound, inbound } = await company();
    const content = { Origin: [scan(ONE, '20261118', '201500')] };
    await tell(database.door, outbound, file('261120_120000001', content));
    await tell(database.door, inbound, file('261120_123000001', content));
    const { parcels, events, sources } = await dump(database.door, tenantId);
    expect(parcels).toMatchObject([
      { directions: 3, seen_by: [outbound, inbound].map((one) => one.subscriptionId).sort() },
    ]);
    expect([events?.length, sources?.length]).toEqual([1, 2]);
  });

  it('writes nothing at all under a lease that was taken over', async () => {
    const { tenantId, outbound } = await company();
    const late = { ...outbound, fence: 0 };
    const content = { Origin: [scan(ONE, '20261118', '201500')] };
    await expect(tell(database.door, late, file('261120_120000001', content))).rejects.toThrow(LeaseLost);
    expect(await dump(database.door, tenantId)).toEqual({ parcels: [], events: [], terms: [], sources: [] });
  });

  it('gives generic records the destination’s zone as soon as a manifest names it', async () => {
    const { tenantId, outbound } = await company();
    await tell(database.door, outbound, file('a', { Generic: [generic('OD', ONE, '20261120', '080000')] }));
    const alone = await dump(database.door, tenantId);
    expect(alone.events).toMatchObject([
      { zone_source: 'company', occurred_at: new Date('2026-11-20T13:00:00Z') },
    ]);
    await tell(database.door, outbound, file('b', { Manifest: [manifest([ONE], '20261118')] }));
    const { events } = await dump(database.door, tenantId);
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'generic', occurred_at: new Date('2026-11-20T16:00:00Z') }),
    );
  });

  it('counts lives anew when an older one turns up, and keeps where each event came from', async () => {
    const { tenantId, outbound } = await company();
    await tell(database.door, outbound, file('new', { Origin: [scan(ONE, '20261118', '201500')] }));
    await tell(database.door, outbound, file('old', { Origin: [scan(ONE, '20260101', '201500')] }));
    const { parcels, sources } = await dump(database.door, tenantId);
    expect(parcels).toMatchObject([
      { ship_epoch: 0, shipped_on: '2026-01-01' },
      { ship_epoch: 1, shipped_on: '2026-11-18' },
    ]);
    const [old, young] = parcels as { parcel_id: string }[];
    expect(sources).toHaveLength(2);
    expect(sources).toContainEqual(expect.objectContaining({ parcel_id: old?.parcel_id, file_name: 'old' }));
    expect(sources).toContainEqual(
      expect.objectContaining({ parcel_id: young?.parcel_id, file_name: 'new' }),
    );
  });

  it('of two subscriptions at the same time loses neither', async () => {
    const { tenantId, outbound, inbound } = await company();
    const many = Array.from({ length: 12 }, (_, at) => at);
    await Promise.all(
      many.flatMap((at) => [
        tell(database.door, outbound, file(`o${at}`, { Origin: [scan(ONE, '20261118', `20${10 + at}00`)] })),
        tell(database.door, inbound, file(`i${at}`, { Delivery: [scan(ONE, '20261120', `10${10 + at}00`)] })),
      ]),
    );
    const { parcels, events } = await dump(database.door, tenantId);
    expect(parcels).toMatchObject([{ status: 'delivered', directions: 3 }]);
    expect(events).toHaveLength(24);
  });
});

const day = fc.constantFrom('20260301', '20260315', '20260701', '20261118', '20261119', '20261120');
const time = fc.constantFrom('080000', '083000', '170000');
const number = fc.constantFrom(ONE, TWO);
const place = fc.constantFrom<readonly [string, string, string]>(
  ['ATLANTA', 'GA', 'US'],
  ['VANCOUVER', 'BC', 'CA'],
  ['NOWHERE', '', ''],
);

/** One record of any kind with the list of its file in which it stands. */
const record: fc.Arbitrary<readonly [keyof FileContent, Wire]> = fc.oneof(
  fc
    .record({ number, day, time, place })
    .map((o) => ['Origin', scan(o.number, o.day, o.time, o.place)] as const),
  fc.record({ number, day, time, place, reason: fc.constantFrom('01', '02'), moved: fc.boolean() }).map(
    ({ moved, reason, ...o }) =>
      [
        'Exception',
        {
          ...scan(o.number, o.day, o.time, o.place),
          StatusCode: 'DJ',
          ReasonCode: reason,
          ...(moved ? { RescheduledDeliveryDate: '20261125' } : {}),
        },
      ] as const,
  ),
  fc
    .record({ number, day, time, place, signer: fc.constantFrom('LEE', 'ROY') })
    .map(
      ({ signer, ...o }) =>
        [
          'Delivery',
          { ...scan(o.number, o.day, o.time, o.place), DeliveryLocation: { SignedForByName: signer } },
        ] as const,
    ),
  fc
    .record({ number, day, time, code: fc.constantFrom('OD', 'DS', 'UR', 'VM', 'UD') })
    .map((o) => ['Generic', generic(o.code, o.number, o.day, o.time)] as const),
  fc
    .record({ day, name: fc.constantFrom('NORTH STORE', 'SOUTH STORE') })
    .map(
      (o) =>
        ['Manifest', manifest([ONE, TWO], o.day, { SpecialInstructions: o.name, PickupDate: '' })] as const,
    ),
);

const told = fc.record({
  feed: fc.constantFrom('outbound' as const, 'inbound' as const),
  records: fc.array(record, { minLength: 1, maxLength: 5 }),
});

function fileOf(name: string, records: readonly (readonly [keyof FileContent, Wire])[]): Wire {
  const content: Partial<Record<keyof FileContent, Wire[]>> = {};
  for (const [kind, one] of records) {
    content[kind] ??= [];
    content[kind].push(one);
  }
  return file(name, content);
}

describe('any feed', () => {
  it('ends in the same tables in any order, with any repetition, from files cut at will, one by one or several together', async () => {
    const { tenantId, ...feeds } = await company();
    await fc.assert(
      fc.asyncProperty(
        fc.array(told, { minLength: 1, maxLength: 7 }),
        fc.infiniteStream(fc.nat()),
        async (tellings, dice) => {
          const roll = () => dice.next().value as number;
          const files = tellings.map((one, at) => ({ ...one, element: fileOf(`F${at}`, one.records) }));
          const again = [...files, ...files.filter(() => roll() % 2 === 0)];
          const shuffled = again
            .map((one) => [roll(), one] as const)
            .sort(([a], [b]) => a - b)
            .map(([, one]) => one);
          const outcomes: unknown[] = [];
          for (const order of [files, shuffled]) {
            await forget(database.door, tenantId);
            for (const one of order) await tell(database.door, feeds[one.feed], one.element);
            outcomes.push(await dump(database.door, tenantId));
          }
          expect(outcomes[1]).toEqual(outcomes[0]);
          await forget(database.door, tenantId);
          for (const feed of ['outbound', 'inbound'] as const) {
            const mine = shuffled.filter((one) => one.feed === feed).map((one) => partOf(one.element));
            while (mine.length > 0)
              await storeParts(database.door, feeds[feed], mine.splice(0, 1 + (roll() % 4)));
          }
          expect(await dump(database.door, tenantId)).toEqual(outcomes[0]);
        },
      ),
      { numRuns: Number(process.env.LADING_FEEDS ?? 40) },
    );
  }, 120_000);
});

describe('a parcel that moves on', () => {
  const aScan = fc.oneof(
    fc.record({ place }).map((o) => ({ ...o, kind: 'Origin' as const, more: {} })),
    fc
      .record({ place, code: fc.constantFrom('DJ', 'TC') })
      .map(({ code, ...o }) => ({ ...o, kind: 'Exception' as const, more: { StatusCode: code } })),
    fc.record({ place, moved: fc.boolean() }).map(({ moved, ...o }) => ({
      ...o,
      kind: 'Exception' as const,
      more: { StatusCode: 'X1', ...(moved ? { RescheduledDeliveryDate: '20261125' } : {}) },
    })),
    fc.record({ place, signer: fc.constantFrom('LEE', 'ROY') }).map(({ signer, ...o }) => ({
      ...o,
      kind: 'Delivery' as const,
      more: { DeliveryLocation: { SignedForByName: signer } },
    })),
    fc.record({ place, value: fc.constantFrom('PO-4711', 'PO-4712') }).map(({ value, ...o }) => ({
      ...o,
      kind: 'Origin' as const,
      more: { ShipmentReferenceNumber: { Number: '1', Code: 'PO', Value: value } },
    })),
  );
  const minutes = fc.constantFrom(0, 0, 20, 95, 600, -30);

  it('stands where all its events at once would put it', async () => {
    const { tenantId, outbound } = await company();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(minutes, aScan), { minLength: 2, maxLength: 7 }), async (scans) => {
        const start = Date.parse('2026-11-18T18:00:00Z');
        let at = start;
        const files = scans.map(([later, one], index) => {
          at += later * 60_000;
          const stamp = new Date(at).toISOString().replace(/\D/g, '');
          const element = { ...scan(ONE, stamp.slice(0, 8), stamp.slice(8, 14), one.place), ...one.more };
          return file(`S${index}`, { [one.kind]: [element] });
        });
        const first = file('M', { Manifest: [manifest([ONE, TWO], '20261118', { PickupDate: '' })] });
        const outcomes: unknown[] = [];
        for (const order of [[first, ...files], [...files].reverse().concat(first)]) {
          await forget(database.door, tenantId);
          for (const element of order) await tell(database.door, outbound, element);
          outcomes.push(await dump(database.door, tenantId));
        }
        expect(outcomes[0]).toEqual(outcomes[1]);
      }),
      { numRuns: Number(process.env.LADING_FEEDS ?? 40) },
    );
  }, 120_000);
});
