import { type Place, place, places } from '../network/facilities.ts';
import { type ServiceCode, servesLane, service } from '../network/services.ts';
import type { Accessorial, Shipment } from '../quantum-view/shipment.ts';
import { between, pick, pickWeighted, type Random, seededRandom } from '../random.ts';
import { drawParcels, type Lot, type ParcelDraft } from './lots.ts';
import { drawMoments } from './moments.ts';
import { drawBusiness, drawHome, drawSupplier, type PlacedParty } from './parties.ts';

/** What an account of the world does in traffic. */
export type AccountRole = 'outbound' | 'inbound' | 'third-party';

/** An account that traffic flows for. */
export interface TrafficAccount {
  readonly role: AccountRole;
  readonly party: PlacedParty & { readonly account: string };
  /** Accounts of one owner pay for one another. */
  readonly owner: string;
  /** Its share of the traffic. */
  readonly weight: number;
}

export interface TrafficOrder {
  readonly seed: string;
  readonly shipments: number;
  /** UTC milliseconds: labels are made from here on and before `to`. */
  readonly from: number;
  readonly to: number;
  readonly accounts: readonly TrafficAccount[];
  /** Orders with the same crowd seed and size have the same customers and suppliers; the order's own seed when absent. */
  readonly crowd?: { readonly seed: string; readonly shipments: number };
}

/** A shipment as its shipper wants it; numbers and scans come later. */
export interface ShipmentDraft
  extends Pick<
    Shipment,
    | 'service'
    | 'references'
    | 'billing'
    | 'isMetric'
    | 'isDocument'
    | 'wantsSaturday'
    | 'customs'
    | 'accessorials'
  > {
  readonly labelAt: number;
  readonly shipper: PlacedParty & { readonly account: string };
  readonly shipTo: PlacedParty;
  readonly parcels: readonly ParcelDraft[];
}

/** The clock by which the weekday and the hour of labels are shaped. */
const SHAPE_ZONE = 'America/New_York';
const domesticPlaces = places.filter((one) => one.country === 'US' || one.country === 'CA');
const foreignPlaces = places.filter((one) => one.country !== 'US' && one.country !== 'CA');

/**
 * Realistic shipments in the order of their labels; the same order gives the same shipments. Lazy: the caller
 * may take them in slices. @throws RangeError without accounts.
 */
export function* createTraffic(order: TrafficOrder): Generator<ShipmentDraft, void> {
  if (order.accounts.length === 0) throw new RangeError('traffic needs at least one account');
  const random = seededRandom(order.seed);
  const crowd = drawCrowd(order.crowd === undefined ? random : seededRandom(order.crowd.seed), order);
  const shares = order.accounts.map((account) => [account, account.weight] as const);
  for (const labelAt of drawMoments(random, order.shipments, order.from, order.to, SHAPE_ZONE)) {
    yield drawShipment(random, labelAt, pickWeighted(random, shares), crowd);
  }
}

/** The people that shipments go to and come from; many of them more than once. */
interface Crowd {
  readonly customers: readonly PlacedParty[];
  /** Those of them in the United States and Canada. */
  readonly nearCustomers: readonly PlacedParty[];
  readonly suppliers: readonly (PlacedParty & { readonly account: string })[];
  readonly stores: ReadonlyMap<string, readonly PlacedParty[]>;
  readonly accounts: readonly TrafficAccount[];
}

function drawCrowd(random: Random, order: TrafficOrder): Crowd {
  const shipments = order.crowd?.shipments ?? order.shipments;
  const customers = Math.max(20, Math.min(4000, Math.round(shipments / 6)));
  const suppliers = Math.max(4, Math.min(40, Math.round(shipments / 50)));
  const payers = order.accounts.filter((one) => one.role === 'third-party');
  const drawn = Array.from({ length: customers }, () => drawCustomer(random));
  const near = drawn.filter((one) => one.country === 'US' || one.country === 'CA');
  return {
    customers: drawn,
    nearCustomers: near.length > 0 ? near : drawn,
    suppliers: Array.from({ length: suppliers }, () =>
      drawSupplier(random, pick(random, domesticPlaces).index),
    ),
    stores: new Map(payers.map((payer) => [payer.party.account, drawStores(random, payer)])),
    accounts: order.accounts,
  };
}

function drawCustomer(random: Random): PlacedParty {
  const town = random() < 0.04 ? pick(random, foreignPlaces) : pick(random, domesticPlaces);
  return random() < 0.55 ? drawHome(random, town.index) : drawBusiness(random, town.index);
}

/** Shops of a payer, which receive on its account. */
function drawStores(random: Random, { party }: TrafficAccount): readonly PlacedParty[] {
  const nearby = domesticPlaces.filter((one) => one.country === party.country);
  return Array.from({ length: 8 }, (_, index) => ({
    ...drawBusiness(random, pick(random, nearby).index),
    name: `${party.name.slice(0, 26)} STORE ${index + 1}`,
    account: party.account,
    locationId: `STORE${index + 1}`,
  }));
}

function drawShipment(random: Random, labelAt: number, account: TrafficAccount, crowd: Crowd): ShipmentDraft {
  const flow = drawFlow(random, account, crowd);
  const [from, to] = [place(flow.shipper.place), place(flow.shipTo.place)];
  const code = drawService(random, from, to);
  const isDocument = service(code).mode !== 'ground' && random() < 0.06;
  const parcels = drawParcels(random, { from, to, code, isDocument, isHome: flow.shipTo.isHome });
  return {
    ...flow,
    labelAt,
    service: code,
    references: random() < 0.8 ? [{ code: 'PO', value: `PO-${between(random, 100_000, 999_999)}` }] : [],
    isMetric: from.country !== 'US',
    isDocument,
    wantsSaturday: service(code).allowsSaturday && random() < 0.06,
    accessorials: drawAccessorials(random),
    ...customsOf(from, to, parcels),
    parcels: parcels.map(({ parcel }) => parcel),
  };
}

type Flow = Pick<ShipmentDraft, 'shipper' | 'shipTo' | 'billing'>;

function drawFlow(random: Random, account: TrafficAccount, crowd: Crowd): Flow {
  const payer = crowd.accounts.find((one) => one.role === 'third-party' && one.owner === account.owner);
  if (account.role === 'outbound') return outbound(random, account, payer, crowd);
  if (account.role === 'inbound') return inbound(random, account, payer, crowd);
  return thirdParty(random, account, crowd);
}

function outbound(
  random: Random,
  { party }: TrafficAccount,
  payer: TrafficAccount | undefined,
  crowd: Crowd,
): Flow {
  const shipTo = reachable(random, party, crowd.customers);
  const isBilled = payer !== undefined && random() < 0.05;
  const billing = isBilled ? { option: '03' as const, account: payer.party.account } : ownBill(party.account);
  return { shipper: party, shipTo, billing };
}

function inbound(
  random: Random,
  { party }: TrafficAccount,
  payer: TrafficAccount | undefined,
  crowd: Crowd,
): Flow {
  const shipper = reaching(random, party, crowd.suppliers);
  const dice = random();
  if (dice < 0.6) return { shipper, shipTo: party, billing: ownBill(shipper.account) };
  if (dice < 0.8 || payer === undefined) {
    const option = dice < 0.75 ? '02' : '04';
    return { shipper, shipTo: party, billing: { option, account: party.account } };
  }
  return { shipper, shipTo: party, billing: { option: '03', account: payer.party.account } };
}

function thirdParty(random: Random, { party }: TrafficAccount, crowd: Crowd): Flow {
  const dice = random();
  const isOwnStore = dice < 0.35;
  const stores = crowd.stores.get(party.account) ?? [];
  const shipTo = isOwnStore && stores.length > 0 ? pick(random, stores) : pick(random, crowd.nearCustomers);
  const option = isOwnStore ? (dice < 0.22 ? '02' : '04') : '03';
  return {
    shipper: reaching(random, shipTo, crowd.suppliers),
    shipTo,
    billing: { option, account: party.account },
  };
}

function ownBill(account: string): Flow['billing'] {
  return { option: '01', account };
}

/** A receiver that some service reaches from here, at home four times of five. */
function reachable(random: Random, from: PlacedParty, customers: readonly PlacedParty[]): PlacedParty {
  const wantsHome = random() < 0.8;
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const one = pick(random, customers);
    if ((one.country === from.country) === wantsHome && isServed(from, one)) return one;
  }
  return pickServed(from, customers);
}

function reaching<T extends PlacedParty>(random: Random, to: PlacedParty, suppliers: readonly T[]): T {
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const one = pick(random, suppliers);
    if (isServed(one, to)) return one;
  }
  return suppliers.find((one) => isServed(one, to)) ?? pick(random, suppliers);
}

function pickServed(from: PlacedParty, customers: readonly PlacedParty[]): PlacedParty {
  const found = customers.find((one) => isServed(from, one));
  if (found === undefined) throw new RangeError(`nobody can be reached from ${from.city}`);
  return found;
}

function isServed(from: PlacedParty, to: PlacedParty): boolean {
  return serviceMix.some(([code]) => servesLane(code, from, to));
}

const serviceMix: readonly (readonly [ServiceCode, number])[] = [
  ['03', 74],
  ['11', 74],
  ['02', 9],
  ['01', 7],
  ['13', 4],
  ['12', 4],
  ['14', 1],
  ['65', 9],
  ['07', 5],
  ['08', 6],
  ['54', 1],
];

function drawService(random: Random, from: Place, to: Place): ServiceCode {
  return pickWeighted(
    random,
    serviceMix.filter(([code]) => servesLane(code, from, to)),
  );
}

function drawAccessorials(random: Random): readonly Accessorial[] {
  const odds: readonly (readonly [Accessorial, number])[] = [
    ['UPScarbonneutral', 0.04],
    ['DeliverToAddresseeOnlyIndicator', 0.01],
    ['PackageReleaseCodeIndicator', 0.01],
    ['ProactiveResponseIndicator', 0.004],
  ];
  return odds.filter(([, chance]) => random() < chance).map(([name]) => name);
}

function customsOf(from: Place, to: Place, lots: readonly Lot[]): Pick<ShipmentDraft, 'customs'> {
  if (from.country === to.country) return {};
  const amountMinor = lots.reduce((sum, lot) => sum + lot.valueMinor, 0);
  const currency = from.country === 'CA' ? 'CAD' : 'USD';
  const harmonizedCode = lots[0]?.harmonizedCode ?? '';
  return { customs: { value: { amountMinor, currency }, harmonizedCode, madeIn: from.country } };
}
