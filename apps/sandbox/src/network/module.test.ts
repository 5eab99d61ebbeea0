import { incidentNames } from '@lading/carrier/network/incidents';
import { exceptionOf } from '@lading/carrier/network/plan';
import { checkTrackingNumber } from '@lading/carrier/tracking-number/rules';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS, type SmallWorld, smallWorld } from '../quantum-view/testing/small-world.ts';
import { createColumns } from './columns.ts';
import { networkStore } from './store.ts';
import { startDailyTraffic } from './traffic.ts';
import { findParcel, placeOf, planAt, shipmentAt, shipmentFact, trackingNumberAt } from './views.ts';

let small: SmallWorld;
beforeEach(async () => {
  small = await smallWorld();
});
afterEach(() => small.world.close());

const network = () => small.world.state(networkStore);
const seattle = { country: 'US', state: 'WA', city: 'Seattle', name: 'Kestrel Books' };

describe('traffic', () => {
  it('makes the same world for the same seed and order', async () => {
    await small.traffic(40, -2, 3);
    const other = await smallWorld();
    await other.traffic(40, -2, 3);
    const plans = (one: SmallWorld) => one.world.state(networkStore).plans;
    expect(plans(other)).toEqual(plans(small));
    expect(plans(small).length).toBeGreaterThan(39);
    await other.world.close();
  });

  it('issues valid tracking numbers, each once, and finds parcels by them', async () => {
    await small.traffic(120, -2, 3);
    const numbers = Array.from({ length: network().parcels.length }, (_, row) =>
      trackingNumberAt(network(), row),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((number) => checkTrackingNumber(number).ok)).toBe(true);
    expect(numbers.map((number) => findParcel(network(), number))).toEqual(numbers.map((_, row) => row));
    expect(findParcel(network(), '1Z999AA10123456784')).toBeUndefined();
  });

  it('knows the people it met before', async () => {
    await small.traffic(100, -2, 0);
    const before = network().parties.length;
    await small.traffic(100, -2, 0);
    expect(network().parties.length).toBe(before);
  });

  it('comes by itself day after day, fewer at weekends', async () => {
    small.command({ type: 'set-daily-traffic', shipmentsPerDay: 40, seed: 'days' });
    await small.advance(3 * DAY_MS);
    const working = network().shipments.length;
    expect(working).toBeGreaterThan(80);
    await small.advance(2 * DAY_MS + 12 * 60 * MINUTE_MS);
    const friday = network().shipments.length;
    await small.advance(DAY_MS);
    expect(network().shipments.length - friday).toBeLessThan(10);
    small.command({ type: 'set-daily-traffic', shipmentsPerDay: 0 });
    const stopped = network().shipments.length;
    await small.advance(5 * DAY_MS);
    expect(network().shipments.length).toBe(stopped);
  });
});

it('a world that starts with daily traffic looks as if it had been busy, and stays so', async () => {
  await startDailyTraffic(small.world, { shipmentsPerDay: 30, seed: 'demo', pastDays: 6 }, {});
  await small.world.settle();
  const made = network().shipments.length;
  expect(made).toBeGreaterThan(90);
  expect((await small.ask({ SubscriptionRequest: [{ Name: 'Outbound' }] })).records.length).toBeGreaterThan(
    20,
  );
  await small.advance(2 * DAY_MS);
  expect(network().shipments.length).toBeGreaterThan(made + 50);
});

describe('a shipment told by command', () => {
  it('is delivered as planned', async () => {
    const { trackingNumbers, expectedAt } = ship({ parcels: [{ weightTenths: 70 }, {}] });
    expect(trackingNumbers).toHaveLength(2);
    await small.advance(Date.parse(expectedAt) - small.world.now() + MINUTE_MS);
    expect(stateOf(trackingNumbers[0] ?? '')).toBe('delivered');
  });

  it.each(incidentNames)('can meet with %s on its way', async (incident) => {
    const { trackingNumbers } = ship({});
    await small.advance(DAY_MS);
    const trackingNumber = trackingNumbers[0] ?? '';
    small.command({ type: 'except', trackingNumber, incident });
    const plan = planAt(network(), parcelOf(trackingNumber));
    const exception = plan.find((scan) => scan.kind === 'exception');
    expect(exception === undefined ? '' : exceptionOf(exception).incident.name).toBe(incident);
    if (incident === 'refused' || incident === 'damaged') {
      await small.advance(60 * MINUTE_MS);
      expect(() => small.command({ type: 'deliver', trackingNumber })).toThrow(
        expect.objectContaining({ code: 'PARCEL_GOING_BACK' }),
      );
    }
    await small.advance(20 * DAY_MS);
    expect(stateOf(trackingNumber)).toMatch(/delivered|returned/);
  });

  it('can be handed over at once, with place and signer', async () => {
    const { trackingNumbers } = ship({});
    await small.advance(DAY_MS);
    const trackingNumber = trackingNumbers[0] ?? '';
    small.command({ type: 'deliver', trackingNumber, place: 'M3', signedBy: 'LEMIEUX' });
    await small.advance(60 * MINUTE_MS);
    const answer = await small.ask({ SubscriptionRequest: [{ Name: 'Outbound' }] });
    const delivery = answer.records.find((record) => record.startsWith('Outbound Delivery'));
    expect(delivery).toContain('"Description":"FRONT DESK","SignedForByName":"LEMIEUX"');
  });

  it('can be voided before pickup only, which Quantum View tells', async () => {
    const first = ship({}).trackingNumbers[0] ?? '';
    const second = ship({}).trackingNumbers[0] ?? '';
    await small.advance(60 * MINUTE_MS);
    small.command({ type: 'void', trackingNumber: first });
    await small.advance(2 * DAY_MS);
    expect(stateOf(first)).toBe('void');
    const answer = await small.ask({ SubscriptionRequest: [{ Name: 'Outbound' }] });
    expect(answer.records.filter((record) => record.includes('"ActivityType":"VM"'))).toHaveLength(1);
    expect(() => small.command({ type: 'void', trackingNumber: second })).toThrow(
      expect.objectContaining({ code: 'ALREADY_PICKED_UP' }),
    );
    expect(() => small.command({ type: 'deliver', trackingNumber: first })).toThrow(
      expect.objectContaining({ code: 'PARCEL_ENDED' }),
    );
  });

  it.each([
    ['an unknown account', { account: 'ZZZZZZ' }, 'UNKNOWN_ACCOUNT'],
    ['an unknown town', { to: { ...seattle, city: 'Atlantis' } }, 'UNKNOWN_PLACE'],
    ['a service that does not go there', { service: '11' }, 'NO_SERVICE_ON_LANE'],
  ])('is refused for %s', (_, more, code) => {
    expect(() => ship(more)).toThrow(expect.objectContaining({ code }));
  });

  it('cannot meet with anything before pickup, nor when nobody knows it', () => {
    const trackingNumber = ship({}).trackingNumbers[0] ?? '';
    expect(() => small.command({ type: 'except', trackingNumber, incident: 'weather' })).toThrow(
      expect.objectContaining({ code: 'NOT_PICKED_UP' }),
    );
    const stranger = { type: 'except', trackingNumber: '1Z999AA10123456784', incident: 'weather' };
    expect(() => small.command(stranger)).toThrow(expect.objectContaining({ code: 'UNKNOWN_PARCEL' }));
  });
});

describe('what the network keeps', () => {
  it('comes back whole from its columns', () => {
    const references = [{ code: 'PO', value: 'PO 4711/A' }];
    const { trackingNumbers } = ship({
      references,
      parcels: [
        { description: 'LAMPS', weightTenths: 123, references: [{ code: 'IK', value: 'INV-1' }] },
        { description: 'CHAIRS' },
      ],
    });
    const row = placeOf(network(), parcelOf(trackingNumbers[1] ?? ''));
    const shipment = shipmentAt(network(), row.shipment);
    expect(row.place).toBe(1);
    expect(shipment.references).toEqual(references);
    expect(shipment.parcels.map((parcel) => parcel.references)).toEqual([
      [{ code: 'IK', value: 'INV-1' }],
      [],
    ]);
    expect(shipment.parcels.map((parcel) => parcel.trackingNumber)).toEqual(trackingNumbers);
    expect(shipment.parcels.map(({ description, weightTenths }) => [description, weightTenths])).toEqual([
      ['LAMPS', 123],
      ['CHAIRS', 50],
    ]);
    expect(shipment.shipTo.name).toBe('KESTREL BOOKS');
  });

  it('comes back whole from a snapshot', async () => {
    await small.traffic(150, -5, 2);
    const facts = () =>
      Array.from({ length: network().shipments.length }, (_, row) => shipmentFact(network(), row));
    const [before, agenda] = [facts(), [...network().agenda.keys()].sort()];
    await small.world.snapshot('all');
    await small.advance(4 * DAY_MS);
    await small.world.restore('all');
    expect(facts()).toEqual(before);
    expect([...network().agenda.keys()].sort()).toEqual(agenda);
  });

  it('refuses numbers that a column cannot hold', () => {
    const columns = createColumns({ small: 1, wide: 4 });
    for (let row = 0; row < 300; row += 1) columns.add({ small: row % 256, wide: row * 1000 });
    expect([columns.length, columns.get('small', 299), columns.get('wide', 299)]).toEqual([300, 43, 299_000]);
    expect(() => columns.add({ small: 256, wide: 0 })).toThrow(RangeError);
    expect(() => columns.get('small', 300)).toThrow(RangeError);
  });
});

function ship(more: object): { readonly trackingNumbers: readonly string[]; readonly expectedAt: string } {
  const input = { type: 'ship', account: 'A1B2C3', to: seattle, ...more };
  return small.command(input) as { trackingNumbers: string[]; expectedAt: string };
}

function parcelOf(trackingNumber: string): number {
  const parcel = findParcel(network(), trackingNumber);
  if (parcel === undefined) throw new RangeError(`no ${trackingNumber}`);
  return parcel;
}

function stateOf(trackingNumber: string): string {
  const plan = planAt(network(), parcelOf(trackingNumber));
  return plan.findLast((scan) => scan.at <= small.world.now())?.kind ?? 'nothing';
}
