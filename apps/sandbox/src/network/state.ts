import type { PlacedParty } from '@lading/carrier/traffic/parties';
import { type Columns, createColumns } from './columns.ts';
import type { Account } from './facts.ts';
import { createTexts, type Texts } from './texts.ts';

/** What is kept of each shipment as a number; its parcels stand side by side from `firstParcel` on. */
const shipmentColumns = {
  shipper: 4,
  account: 4,
  shipTo: 4,
  /** Place in `serviceCodes`. */
  service: 1,
  billOption: 1,
  billAccount: 4,
  pickupDay: 2,
  scheduledDay: 2,
  flags: 1,
  firstParcel: 4,
  parcelCount: 1,
} as const;

const parcelColumns = {
  shipment: 4,
  number: 4,
  description: 4,
  weightTenths: 2,
  length: 2,
  width: 2,
  height: 2,
  /** How many scans of the plan are past every batch that was told. */
  told: 1,
  /** The batch in which its next event is told; 0 for none. */
  batch: 4,
  /** What its payer is billed, in cents; 0 for nothing. */
  chargeCents: 4,
} as const;

export type ShipmentColumns = Columns<keyof typeof shipmentColumns>;
export type ParcelColumns = Columns<keyof typeof parcelColumns>;

export interface DailyTraffic {
  readonly shipmentsPerDay: number;
  readonly seed: string;
  readonly nextDay: number;
}

/** Everything that the network knows. Parcels and shipments are named by their row. */
export interface NetworkState {
  readonly accounts: Map<string, Account>;
  readonly parties: PlacedParty[];
  readonly shipments: ShipmentColumns;
  readonly parcels: ParcelColumns;
  /** Of each parcel, see `packPlan`. */
  readonly plans: string[];
  /** Of each shipment, see `packReferences`. */
  readonly references: string[];
  /** What few shipments have, as JSON, see `Extras`. */
  readonly extras: Map<number, string>;
  readonly texts: Texts;
  /** Parcels of each account by package number, from the first number issued. */
  readonly issued: Map<string, { readonly first: number; readonly parcels: number[] }>;
  /** Parcels with an event in each batch that is still to be told. */
  readonly agenda: Map<number, number[]>;
  daily: DailyTraffic | null;
}

export function createNetworkState(): NetworkState {
  return {
    accounts: new Map(),
    parties: [],
    shipments: createColumns(shipmentColumns),
    parcels: createColumns(parcelColumns),
    plans: [],
    references: [],
    extras: new Map(),
    texts: createTexts(),
    issued: new Map(),
    agenda: new Map(),
    daily: null,
  };
}
