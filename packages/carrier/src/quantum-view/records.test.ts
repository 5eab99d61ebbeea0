import { exceptionReasons, exceptionResolutions } from '@lading/contract/quantum-view/codes';
import { QuantumViewResponse } from '@lading/contract/quantum-view/schema';
import { closed } from '@lading/contract/schema/notation';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { findPlace } from '../network/facilities.ts';
import { drawIncident, incidents } from '../network/incidents.ts';
import { meet } from '../network/interrupt.ts';
import { type Journey, pickupDay, planParcel } from '../network/rules.ts';
import { instantOf } from '../network/zones.ts';
import { seededRandom } from '../random.ts';
import { makeTrackingNumber } from '../tracking-number/rules.ts';
import { drawBusiness } from '../traffic/parties.ts';
import { createTraffic, type ShipmentDraft } from '../traffic/rules.ts';
import { eventsOf } from './events.ts';
import { recordOf } from './records.ts';
import type { Shipment } from './shipment.ts';

const strict = Compile(closed(QuantumViewResponse));
const shipments = shipTraffic(400);
const told = shipments.flatMap((shipment) =>
  shipment.parcels.flatMap((parcel) =>
    eventsOf(parcel.plan, 'today').map((event) => ({
      kind: event.kind,
      activity: event.activity,
      record: recordOf(event, shipment, parcel),
    })),
  ),
);

describe('records of a living network', () => {
  it('all fit the contract, member by member', () => {
    for (const { kind, record } of told) {
      const answer = answerWith(kind, record);
      if (!strict.Check(answer)) throw new Error(JSON.stringify([strict.Errors(answer)[0], record]));
    }
    expect(new Set(told.map(({ kind }) => kind)).size).toBe(5);
  });

  it('tell of one manifest a shipment and one delivery a parcel', () => {
    expect(told.filter(({ kind }) => kind === 'Manifest')).toHaveLength(shipments.length);
    const parcels = shipments.flatMap((shipment) => shipment.parcels);
    expect(told.filter(({ kind }) => kind === 'Delivery')).toHaveLength(parcels.length);
    expect(told.filter(({ kind }) => kind === 'Origin')).toHaveLength(parcels.length);
  });

  it('have no Generic ones under the rules of the guide', () => {
    const kinds = shipments.flatMap(({ parcels }) => parcels.flatMap(({ plan }) => eventsOf(plan, 'guide')));
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(
      new Set(['Manifest', 'Origin', 'Exception', 'Delivery']),
    );
  });

  it('carry the new date with an exception and with every Generic record after it', () => {
    const late = told.filter(({ activity }) => activity === 'UD');
    expect(late.length).toBeGreaterThan(3);
    for (const { record } of late) expect(record).toHaveProperty('RescheduledDeliveryDate');
  });

  it('name a corrected address in the exception and deliver there', () => {
    const shipment = oneWith('incorrect-address');
    const [parcel] = shipment.parcels;
    if (parcel === undefined) throw new RangeError('no parcel');
    const records = eventsOf(parcel.plan, 'guide').map((event) => recordOf(event, shipment, parcel));
    const exception = records.find((record) => 'UpdatedAddress' in record);
    const delivery = records.find((record) => 'DeliveryLocation' in record);
    const number = shipment.shipTo.line1.split(' ')[0];
    expect(exception).toHaveProperty('UpdatedAddress.StreetNumberLow');
    expect(exception).not.toHaveProperty('UpdatedAddress.StreetNumberLow', number);
    expect(delivery).toHaveProperty(
      'DeliveryLocation.AddressArtifactFormat.StreetNumberLow',
      Reflect.get(Object(exception?.UpdatedAddress), 'StreetNumberLow'),
    );
  });

  it('stay the same when the rest of the plan changes', () => {
    const shipment = oneWith(null);
    const [parcel] = shipment.parcels;
    if (parcel === undefined) throw new RangeError('no parcel');
    const origin = eventsOf(parcel.plan, 'guide').find((event) => event.kind === 'Origin');
    if (origin === undefined) throw new RangeError('no origin');
    const changed = { ...parcel, plan: [...parcel.plan.slice(0, origin.scan + 1)] };
    expect(recordOf(origin, shipment, changed)).toEqual(recordOf(origin, shipment, parcel));
  });

  it('keep the habits of real answers', () => {
    const manifest = told.find(({ kind }) => kind === 'Manifest')?.record;
    expect(manifest).toHaveProperty(
      'Package[0].PackageWeight.Weight',
      expect.stringMatching(/^\+\d{4}\.\d$/),
    );
    expect(manifest).toHaveProperty('Package[0].Dimensions.Length', expect.stringMatching(/^\d{8}$/));
    expect(manifest).toHaveProperty('Package[0].PackageServiceOptions.COD', '');
    expect(manifest).toHaveProperty('Service.Code', expect.stringMatching(/^0\d\d$/));
  });

  it('use only codes that the contract names', () => {
    for (const one of incidents) {
      expect(exceptionReasons).toHaveProperty(one.reasonCode);
      expect(exceptionResolutions).toHaveProperty(one.resolutionCode);
    }
  });
});

function shipTraffic(count: number): Shipment[] {
  const town = findPlace('US', 'OH', 'Columbus');
  if (town === undefined) throw new RangeError('no Columbus');
  const party = { ...drawBusiness(seededRandom('maple'), town.index), account: 'A1B2C3' };
  const from = Date.parse('2026-10-26T00:00:00Z');
  const order = { seed: 'records', shipments: count, from, to: from + 7 * 86_400_000 };
  const random = seededRandom('plans');
  const accounts = [{ role: 'outbound', owner: 'il_support', weight: 1, party } as const];
  return [...createTraffic({ ...order, accounts })].map((draft, index) =>
    ship(draft, index, random, undefined),
  );
}

function oneWith(name: 'incorrect-address' | null): Shipment {
  const [shipment] = shipTraffic(1);
  const random = seededRandom('one');
  if (shipment === undefined) throw new RangeError('no shipment');
  const draft = {
    ...shipment,
    shipper: placed(shipment.shipper),
    shipTo: placed(shipment.shipTo),
    labelAt: 1_790_000_000_000,
  };
  return ship(draft, 0, random, name);
}

function placed<T extends Shipment['shipTo']>(party: T): T & { readonly place: number } {
  return { ...party, place: findPlace(party.country, party.state, party.city)?.index ?? 0 };
}

function ship(
  draft: ShipmentDraft,
  index: number,
  random: () => number,
  incidentName: 'incorrect-address' | null | undefined,
): Shipment {
  const { shipper, shipTo, labelAt } = draft;
  const journey: Journey = { ...draft, from: shipper.place, to: shipTo.place, isHome: shipTo.isHome };
  const closeSecond = 17 * 3600;
  const day = pickupDay(shipper.place, labelAt, closeSecond);
  const closeAt = instantOf('America/New_York', day, closeSecond);
  const plans = draft.parcels.map((_, piece) => {
    const { plan, scheduledDay } = planParcel(
      journey,
      { labelAt, closeAt, carriesManifest: piece === 0 },
      random,
    );
    const crossesBorder = shipper.country !== shipTo.country;
    const drawn = drawIncident(random, { isHome: shipTo.isHome, crossesBorder });
    const what =
      incidentName === undefined ? drawn : (incidents.find(({ name }) => name === incidentName) ?? null);
    return { scheduledDay, plan: what === null ? plan : meet(plan, journey, what, random) };
  });
  return {
    ...draft,
    pickupDay: day,
    scheduledDay: plans[0]?.scheduledDay ?? day,
    parcels: draft.parcels.map((parcel, piece) => ({
      ...parcel,
      trackingNumber: makeTrackingNumber({
        shipperNumber: shipper.account,
        serviceIndicator: '03',
        packageNumber: index * 10 + piece,
      }),
      plan: plans[piece]?.plan ?? [],
    })),
  };
}

function answerWith(kind: string, record: unknown) {
  const file = {
    FileName: '261121_083019001',
    StatusType: { Code: 'U', Description: 'Unread' },
    [kind]: [record],
  };
  return {
    QuantumViewResponse: {
      Response: { ResponseStatusCode: '1' },
      QuantumViewEvents: {
        SubscriberID: 'il_support',
        SubscriptionEvents: [
          { Name: 'Outbound', SubscriptionStatus: { Code: 'A' }, SubscriptionFile: [file] },
        ],
      },
    },
  };
}
