import { serviceCodes } from '@lading/carrier/network/services';
import type { PlacedParty } from '@lading/carrier/traffic/parties';
import { type DueMoment, defineStore } from '../world/store.ts';
import { BATCH_DUE, batchEnd, enter, passBatch, scansBefore } from './agenda.ts';
import type { Account, NetworkFact, ShipmentMade } from './facts.ts';
import { FLAG, packExtras, packReferences } from './pack.ts';
import { createNetworkState, type DailyTraffic, type NetworkState } from './state.ts';
import { shipmentFact } from './views.ts';

const DAY_MS = 86_400_000;
/** Nothing older than this can still be in a file; see the retention of files. */
const TOLD_AGE_MS = 9 * DAY_MS;

/** The moment kind at which the next day of daily traffic is decided; its key is the day. */
export const DAY_DUE = 'network-day';

/** Accounts, parties, shipments and parcels with their plans. */
export const networkStore = defineStore<NetworkState, NetworkFact>({
  name: 'network',
  create: createNetworkState,
  apply: {
    'account-opened': (state, { account }) => void state.accounts.set(account.number, account),
    'party-listed': (state, { party }) => void state.parties.push(party),
    'shipment-made': (state, fact, at) => addShipment(state, fact, at - TOLD_AGE_MS),
    'parcel-replanned': (state, { parcel, plan }) => {
      state.plans[parcel] = plan;
      enter(state, parcel);
    },
    'batch-told': (state, { batch }) => passBatch(state, batch),
    'daily-traffic-set': (state, { shipmentsPerDay, seed, nextDay }) => {
      state.daily = shipmentsPerDay > 0 ? { shipmentsPerDay, seed, nextDay } : null;
    },
  },
  due: dueMoments,
  snapshot,
  restore: restoreRow,
});

function* dueMoments(state: NetworkState): Iterable<DueMoment> {
  for (const batch of state.agenda.keys()) yield { at: batchEnd(batch), kind: BATCH_DUE, key: String(batch) };
  if (state.daily !== null) yield dayMoment(state.daily);
}

/** When the next day of daily traffic is decided. */
export function dayMoment({ nextDay }: DailyTraffic): DueMoment {
  return { at: nextDay * DAY_MS, kind: DAY_DUE, key: String(nextDay) };
}

function addShipment(state: NetworkState, fact: ShipmentMade, tellFrom: number): void {
  const shipment = state.shipments.add({
    shipper: fact.shipper,
    account: state.texts.number(fact.account),
    shipTo: fact.shipTo,
    service: serviceCodes.indexOf(fact.service),
    billOption: Number(fact.billing.option),
    billAccount: state.texts.number(fact.billing.account),
    pickupDay: fact.pickupDay,
    scheduledDay: fact.scheduledDay,
    flags: flagsOf(fact),
    firstParcel: state.parcels.length,
    parcelCount: fact.parcels.length,
  });
  state.references.push(packReferences([fact.references, ...fact.parcels.map((one) => one.references)]));
  const extras = packExtras(fact);
  if (extras !== undefined) state.extras.set(shipment, extras);
  for (const parcel of fact.parcels) addParcel(state, shipment, fact, parcel, tellFrom);
}

function addParcel(
  state: NetworkState,
  shipment: number,
  fact: ShipmentMade,
  made: ShipmentMade['parcels'][number],
  tellFrom: number,
): void {
  const [length, width, height] = made.dimensions;
  const parcel = state.parcels.add({
    shipment,
    number: made.number,
    description: state.texts.number(made.description),
    weightTenths: made.weightTenths,
    length,
    width,
    height,
    told: scansBefore(made.plan, tellFrom),
    batch: 0,
    chargeCents: made.chargeCents ?? 0,
  });
  state.plans.push(made.plan);
  const issued = state.issued.get(fact.account);
  if (issued === undefined) state.issued.set(fact.account, { first: made.number, parcels: [parcel] });
  else issued.parcels.push(parcel);
  enter(state, parcel);
}

function flagsOf(fact: ShipmentMade): number {
  return (
    (fact.isMetric ? FLAG.isMetric : 0) +
    (fact.isDocument ? FLAG.isDocument : 0) +
    (fact.wantsSaturday ? FLAG.wantsSaturday : 0)
  );
}

type Row =
  | { readonly account: Account }
  | { readonly party: PlacedParty }
  | { readonly shipment: ShipmentMade; readonly told: readonly number[] }
  | { readonly daily: DailyTraffic };

function* snapshot(state: NetworkState): Iterable<Row> {
  for (const account of state.accounts.values()) yield { account };
  for (const party of state.parties) yield { party };
  for (let shipment = 0; shipment < state.shipments.length; shipment += 1) {
    const first = state.shipments.get('firstParcel', shipment);
    const made = shipmentFact(state, shipment);
    yield { shipment: made, told: made.parcels.map((_, place) => state.parcels.get('told', first + place)) };
  }
  if (state.daily !== null) yield { daily: state.daily };
}

/** Rows come from `snapshot` of the same version. */
function restoreRow(state: NetworkState, row: unknown): void {
  const known = row as Row;
  if ('account' in known) state.accounts.set(known.account.number, known.account);
  else if ('party' in known) state.parties.push(known.party);
  else if ('daily' in known) state.daily = known.daily;
  else restoreShipment(state, known.shipment, known.told);
}

function restoreShipment(state: NetworkState, fact: ShipmentMade, told: readonly number[]): void {
  const first = state.parcels.length;
  addShipment(state, fact, Number.POSITIVE_INFINITY);
  told.forEach((scans, place) => {
    state.parcels.set('told', first + place, scans);
    enter(state, first + place);
  });
}
