import { deliveryPlaces, signers } from '@lading/carrier/network/delivery-places';
import { findPlace } from '@lading/carrier/network/facilities';
import { incidentNames } from '@lading/carrier/network/incidents';
import { servesLane, serviceCodes } from '@lading/carrier/network/services';
import type { RatingTables } from '@lading/carrier/rating/rules';
import { isAccountNumber } from '@lading/carrier/tracking-number/account-number';
import { drawBusiness, drawHome, type PlacedParty } from '@lading/carrier/traffic/parties';
import type { ShipmentDraft } from '@lading/carrier/traffic/rules';
import { type Static, Type } from 'typebox';
import { type Command, command } from '../module.ts';
import type { World } from '../world/world.ts';
import { scheduleInvoiceOf } from './charges.ts';
import type { AccountOpened } from './facts.ts';
import { problems } from './problems.ts';
import { batchesOf, makeShipment, scheduleBatches } from './ship.ts';
import { deliverParcel, exceptNow, voidParcel } from './steer.ts';
import { networkStore } from './store.ts';
import { shipTestParcels } from './test-parcels.ts';
import { setDailyTraffic } from './traffic.ts';
import { findParcel, planAt, trackingNumberAt } from './views.ts';

const literals = <const Name extends string>(names: readonly Name[]) =>
  Type.Union(names.map((name) => Type.Literal(name)));
const account = Type.String({ pattern: '^[0-9A-Z]{6}$' });
const trackingNumber = Type.String({ minLength: 18, maxLength: 30 });
const line = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '^[^\\t\\n\\r]+$' });
const maybe = Type.Optional;
const references = maybe(
  Type.Array(Type.Object({ code: Type.String({ pattern: '^[0-9A-Z]{2}$' }), value: line(35) }), {
    maxItems: 5,
  }),
);

/** Where a shipment goes: a town of the network; the rest is drawn where it is not said. */
const destination = Type.Object({
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
  state: maybe(Type.String({ maxLength: 5 })),
  city: line(30),
  name: maybe(line(35)),
  line1: maybe(line(35)),
  postalCode: maybe(line(10)),
  isHome: maybe(Type.Boolean()),
  account: maybe(account),
});

const ship = Type.Object({
  account,
  to: Type.Union([destination, account]),
  service: maybe(literals(serviceCodes)),
  billTo: maybe(Type.Object({ option: literals(['01', '02', '03', '04']), account })),
  references,
  parcels: maybe(
    Type.Array(
      Type.Object({
        description: maybe(line(120)),
        weightTenths: maybe(Type.Integer({ minimum: 1, maximum: 1500 })),
        references,
      }),
      { minItems: 1, maxItems: 200 },
    ),
  ),
  /** Whether incidents may be drawn; by default everything arrives as planned. */
  mayMeetIncidents: maybe(Type.Boolean()),
});

/**
 * What tests and demonstrations tell the network to do.
 * @param tables what shipments are billed by.
 */
export function networkCommands(tables: () => RatingTables): readonly Command[] {
  return [
    command('ship', ship, (world, input) => shipNow(world, input, tables())),
    command('ship-test-parcels', Type.Object({ to: maybe(account) }), (world, { to = 'D4E5F6' }) => {
      const ship = (from: string) => shipNow(world, { account: from, to }, tables()).trackingNumbers[0] ?? '';
      return { parcels: shipTestParcels(world, ship) };
    }),
    ...steeringCommands,
  ];
}

const steeringCommands: readonly Command[] = [
  command('except', Type.Object({ trackingNumber, incident: literals(incidentNames) }), (world, input) =>
    told(world, input.trackingNumber, () => exceptNow(world, input.trackingNumber, input.incident)),
  ),
  command(
    'deliver',
    Type.Object({
      trackingNumber,
      place: maybe(literals(deliveryPlaces.map(({ code }) => code))),
      signedBy: maybe(literals(signers)),
    }),
    (world, input) =>
      told(world, input.trackingNumber, () => deliverParcel(world, input.trackingNumber, input)),
  ),
  command('void', Type.Object({ trackingNumber }), (world, input) =>
    told(world, input.trackingNumber, () => voidParcel(world, input.trackingNumber)),
  ),
  command(
    'open-account',
    Type.Object({
      account,
      owner: line(16),
      company: destination,
      role: maybe(literals(['outbound', 'inbound', 'third-party'])),
      weight: maybe(Type.Integer({ minimum: 1, maximum: 1000 })),
    }),
    (world, input) => {
      if (!isAccountNumber(input.account)) throw problems.notAnAccount(input.account);
      if (world.state(networkStore).accounts.has(input.account)) throw problems.accountExists(input.account);
      const company = partyAtTown(world, input.company, input.account);
      const { owner, role = null, weight = 10 } = input;
      const fact: AccountOpened = {
        type: 'account-opened',
        account: { number: input.account, company, owner, role, weight },
      };
      world.record(fact);
      return { account: input.account, city: company.city };
    },
  ),
  command(
    'set-daily-traffic',
    Type.Object({
      shipmentsPerDay: Type.Integer({ minimum: 0, maximum: 20_000 }),
      seed: maybe(line(64)),
    }),
    (world, { shipmentsPerDay, seed = 'daily' }) => {
      setDailyTraffic(world, { shipmentsPerDay, seed });
      return { shipmentsPerDay };
    },
  ),
];

/** What goes where nothing else was asked for: the first that runs on the lane. */
const usualServices = ['03', '11', '02', '65'] as const;

function shipNow(world: World, input: Static<typeof ship>, tables: RatingTables): Shipped {
  const network = world.state(networkStore);
  const shipper = network.accounts.get(input.account);
  if (shipper === undefined) throw problems.unknownAccount(input.account);
  const shipTo = receiverOf(world, input.to);
  const service =
    input.service ?? usualServices.find((code) => servesLane(code, shipper.company, shipTo)) ?? '03';
  if (!servesLane(service, shipper.company, shipTo)) throw problems.noService(service);
  const draft: ShipmentDraft = {
    labelAt: Math.floor(world.now() / 1000) * 1000,
    shipper: { ...shipper.company, account: input.account },
    shipTo,
    service,
    billing: input.billTo ?? { option: '01', account: input.account },
    references: input.references ?? [],
    isMetric: shipper.company.country !== 'US',
    isDocument: false,
    wantsSaturday: false,
    accessorials: [],
    ...customsOf(shipper.company, shipTo),
    parcels: (input.parcels ?? [{}]).map((parcel) => ({
      description: parcel.description ?? 'GOODS',
      weightTenths: parcel.weightTenths ?? 50,
      dimensions: [12, 8, 6],
      references: parcel.references ?? [],
    })),
  };
  const random = world.random(`ship/${network.shipments.length}`);
  const luck = input.mayMeetIncidents === true ? 'drawn' : 'good';
  const shipment = makeShipment(world, draft, { random, luck, tables });
  scheduleBatches(world, batchesOf(world, shipment));
  scheduleInvoiceOf(world, shipment);
  return shipped(world, shipment);
}

interface Shipped {
  readonly trackingNumbers: readonly string[];
  readonly expectedAt: string;
}

function shipped(world: World, shipment: number): Shipped {
  const network = world.state(networkStore);
  const first = network.shipments.get('firstParcel', shipment);
  const count = network.shipments.get('parcelCount', shipment);
  const parcels = Array.from({ length: count }, (_, place) => first + place);
  return {
    trackingNumbers: parcels.map((parcel) => trackingNumberAt(network, parcel)),
    expectedAt: new Date(planAt(network, first).at(-1)?.at ?? 0).toISOString(),
  };
}

/** Does something to a parcel and tells how its plan ends now. */
function told(world: World, trackingNumber: string, act: () => void): unknown {
  act();
  const network = world.state(networkStore);
  const parcel = findParcel(network, trackingNumber);
  const last = parcel === undefined ? undefined : planAt(network, parcel).at(-1);
  if (last === undefined) throw problems.unknownParcel(trackingNumber);
  return { trackingNumber, endsWith: last.kind, endsAt: new Date(last.at).toISOString() };
}

type Destination = Static<typeof destination>;

function receiverOf(world: World, to: Destination | string): PlacedParty {
  if (typeof to !== 'string') return partyAtTown(world, to, `${to.city}/${to.name ?? ''}`);
  const account = world.state(networkStore).accounts.get(to);
  if (account === undefined) throw problems.unknownAccount(to);
  return { ...account.company, account: to };
}

function partyAtTown(world: World, wanted: Destination, purpose: string): PlacedParty {
  const town = findPlace(wanted.country, wanted.state ?? '', wanted.city);
  if (town === undefined) throw problems.unknownPlace([wanted.city, wanted.state, wanted.country].join(' '));
  const random = world.random(`party/${purpose}/${world.state(networkStore).parties.length}`);
  const drawn = wanted.isHome === true ? drawHome(random, town.index) : drawBusiness(random, town.index);
  const { name, line1, postalCode, account: number } = wanted;
  return {
    ...drawn,
    ...(name === undefined ? {} : { name: name.toUpperCase() }),
    ...(line1 === undefined ? {} : { line1: line1.toUpperCase() }),
    ...(postalCode === undefined ? {} : { postalCode }),
    ...(number === undefined ? {} : { account: number }),
  };
}

function customsOf(from: PlacedParty, to: PlacedParty): Pick<ShipmentDraft, 'customs'> {
  if (from.country === to.country) return {};
  const value = { amountMinor: 5000, currency: from.country === 'CA' ? 'CAD' : 'USD' };
  return { customs: { value, harmonizedCode: '392690', madeIn: from.country } };
}
