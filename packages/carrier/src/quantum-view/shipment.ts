import type { Plan } from '../network/plan.ts';
import type { ServiceCode } from '../network/services.ts';

/** Money in the smallest unit of its currency. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** Somebody at an address, as printed on labels: in capitals. */
export interface Party {
  readonly name: string;
  readonly attention: string;
  readonly phone: string;
  readonly email?: string;
  readonly line1: string;
  readonly line2?: string;
  readonly city: string;
  /** Empty where the country has none. */
  readonly state: string;
  readonly postalCode: string;
  readonly country: string;
  readonly isHome: boolean;
  /** The party's own account with the carrier. */
  readonly account?: string;
  /** The carrier's name for a receiving location of that account. */
  readonly locationId?: string;
}

export interface Reference {
  /** Two characters: PO purchase order, IK invoice … */
  readonly code: string;
  readonly value: string;
}

/** Where a parcel waits for its receiver. */
export interface AccessPoint {
  /** `U` and eight digits. */
  readonly id: string;
  readonly name: string;
  readonly line1: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly country: string;
}

/** Accessorials that the manifest marks with a `Y`, by their names on the wire. */
export type Accessorial =
  | 'LocationAssured'
  | 'ImportControl'
  | 'CommercialInvoiceRemoval'
  | 'ReturnsFlexibleAccess'
  | 'UPScarbonneutral'
  | 'UPSReturnsExchange'
  | 'LiftGateOnDelivery'
  | 'LiftGateOnPickUp'
  | 'PickupPreference'
  | 'DeliveryPreference'
  | 'DeliverToAddresseeOnlyIndicator'
  | 'UPSAccessPointCODIndicator'
  | 'ClinicalTrialIndicator'
  | 'CategoryAHazardousIndicator'
  | 'DirectDeliveryIndicator'
  | 'PackageReleaseCodeIndicator'
  | 'ProactiveResponseIndicator'
  | 'WhiteGloveDeliveryIndicator'
  | 'RoomOfChoiceIndicator'
  | 'InstallationDeliveryIndicator'
  | 'ItemDisposalIndicator'
  | 'SaturdayNonPremiumCommercialDeliveryIndicator'
  | 'SundayNonPremiumCommercialDeliveryIndicator'
  | 'UPSPremierAccessorialIndicator';

export interface Parcel {
  readonly trackingNumber: string;
  readonly description: string;
  /** Tenths of the unit of weight. */
  readonly weightTenths: number;
  /** Whole inches or centimetres; zeros for letters. */
  readonly dimensions: readonly [length: number, width: number, height: number];
  readonly references: readonly Reference[];
  readonly cod?: Money;
  readonly declaredValue?: Money;
  /** Ships under the rules for dangerous goods. */
  readonly isHazardous?: boolean;
  /** All scans; those after the record's moment are not told. */
  readonly plan: Plan;
}

export interface Shipment {
  readonly shipper: Party & { readonly account: string };
  readonly shipTo: Party;
  readonly service: ServiceCode;
  readonly references: readonly Reference[];
  readonly billing: { readonly option: '01' | '02' | '03' | '04'; readonly account: string };
  readonly isMetric: boolean;
  readonly isDocument: boolean;
  /** Local days, see `dayText`. */
  readonly pickupDay: number;
  readonly scheduledDay: number;
  readonly wantsSaturday: boolean;
  readonly customs?: { readonly value: Money; readonly harmonizedCode: string; readonly madeIn: string };
  readonly instructions?: string;
  readonly accessorials: readonly Accessorial[];
  readonly accessPoint?: AccessPoint;
  /** The first is the lead. */
  readonly parcels: readonly Parcel[];
}
