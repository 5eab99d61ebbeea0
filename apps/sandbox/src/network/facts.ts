import type { Incident } from '@lading/carrier/network/incidents';
import type { ServiceCode } from '@lading/carrier/network/services';
import type { Accessorial, AccessPoint, Money, Reference } from '@lading/carrier/quantum-view/shipment';
import type { PlacedParty } from '@lading/carrier/traffic/parties';
import type { AccountRole } from '@lading/carrier/traffic/rules';

/** An account with the company behind it. */
export interface Account {
  readonly number: string;
  readonly company: PlacedParty;
  /** The carrier user whose business it is; who may use it is decided by association, elsewhere. */
  readonly owner: string;
  /** What traffic does with it; null where traffic leaves it alone. */
  readonly role: AccountRole | null;
  /** Its share of the traffic. */
  readonly weight: number;
}

/** A company has opened an account. */
export interface AccountOpened {
  readonly type: 'account-opened';
  readonly account: Account;
}

/** Somebody became known to the network, under the next free number. */
export interface PartyListed {
  readonly type: 'party-listed';
  readonly party: PlacedParty;
}

export interface MadeParcel {
  /** The package number inside its tracking number. */
  readonly number: number;
  readonly description: string;
  readonly weightTenths: number;
  readonly dimensions: readonly [number, number, number];
  readonly references: readonly Reference[];
  readonly cod?: Money;
  readonly declaredValue?: Money;
  readonly isHazardous?: boolean;
  /** What the payer is billed, in cents of its currency; absent where it is not. */
  readonly chargeCents?: number;
  /** All scans as decided, see `packPlan`. */
  readonly plan: string;
}

/** A shipment with its numbers and the scan plan of each parcel. */
export interface ShipmentMade {
  readonly type: 'shipment-made';
  /** Numbers of listed parties; the shipper ships on `account`. */
  readonly shipper: number;
  readonly account: string;
  readonly shipTo: number;
  readonly service: ServiceCode;
  readonly references: readonly Reference[];
  readonly billing: { readonly option: '01' | '02' | '03' | '04'; readonly account: string };
  /** Present where the payer is billed. */
  readonly bill?: { readonly currency: string; readonly isInternational: boolean };
  readonly isMetric: boolean;
  readonly isDocument: boolean;
  readonly wantsSaturday: boolean;
  /** Local days, see `dayText`. */
  readonly pickupDay: number;
  readonly scheduledDay: number;
  readonly accessorials: readonly Accessorial[];
  readonly customs?: { readonly value: Money; readonly harmonizedCode: string; readonly madeIn: string };
  readonly instructions?: string;
  readonly accessPoint?: AccessPoint;
  readonly parcels: readonly MadeParcel[];
}

/** What is still to come for a parcel was decided anew; what was scanned stays. */
export interface ParcelReplanned {
  readonly type: 'parcel-replanned';
  readonly parcel: number;
  readonly plan: string;
  /** What made it so. */
  readonly because: Incident['name'] | 'delivered' | 'void';
}

/** All events of this half hour went into files, or nobody wanted them. */
export interface BatchTold {
  readonly type: 'batch-told';
  /** See `batchOf`. */
  readonly batch: number;
}

/** So many shipments a day come by themselves from now on; 0 ends it. */
export interface DailyTrafficSet {
  readonly type: 'daily-traffic-set';
  readonly shipmentsPerDay: number;
  readonly seed: string;
  /** The day (UTC, since 1970) that is decided next. */
  readonly nextDay: number;
}

export type NetworkFact =
  | AccountOpened
  | PartyListed
  | ShipmentMade
  | ParcelReplanned
  | BatchTold
  | DailyTrafficSet;
