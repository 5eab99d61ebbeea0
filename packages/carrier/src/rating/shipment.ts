import type { Lane } from './lane.ts';
import type { RateChart } from './tariff.ts';
import type { ParcelMeasures } from './weights.ts';

/** How hard a destination is to reach; `remote` is Alaska and Hawaii beyond the towns. */
export type DeliveryArea = 'suburban' | 'rural' | 'extended' | 'remote';

/** Who must sign. */
export type Signature = 'ordinary' | 'adult';

/** A parcel to be rated, with what is asked for it. Amounts in cents of the shipment's currency. */
export interface RatedParcel extends ParcelMeasures {
  readonly declaredValueCents?: number | undefined;
  readonly codCents?: number | undefined;
  readonly signature?: Signature | undefined;
  /** The shipper says that it needs additional handling, for its packaging. */
  readonly needsHandling?: boolean;
  /** The shipper says that it is large. */
  readonly isLarge?: boolean;
  readonly hasDryIce?: boolean;
  readonly hasHazardousMaterials?: boolean;
  readonly isProactive?: boolean;
  readonly hasPremiumCare?: boolean;
  /** XS to XL: sold at one price. */
  readonly simpleRate?: string | undefined;
  /** Of ground freight. */
  readonly freightClass?: string | undefined;
}

/** What may be asked for the whole shipment; each is a surcharge of its own. */
export type ShipmentOption =
  | 'saturday-delivery'
  | 'saturday-pickup'
  | 'carbon-neutral'
  | 'addressee-only'
  | 'direct-only'
  | 'lift-gate-pickup'
  | 'lift-gate-delivery'
  | 'inside-delivery'
  | 'item-disposal'
  | 'document-return'
  | 'certificate-of-origin'
  | 'export-declaration'
  | 'invoice-removal'
  | 'on-call-pickup';

/** A shipment as it is rated: nothing of the wire, no clock. */
export interface RatedQuestion {
  readonly lane: Lane;
  readonly parcels: readonly RatedParcel[];
  /** Delivered to a home. */
  readonly isHome: boolean;
  readonly deliveryArea: DeliveryArea | null;
  /** Local day at the origin on which it is shipped: decides which tariff is in force. */
  readonly day: number;
  readonly chart: RateChart;
  readonly options: ReadonlySet<ShipmentOption>;
  /** Codes of restricted articles, as on the price line: 201 seeds, 202 perishables … */
  readonly restrictedArticles?: readonly string[] | undefined;
  /** The carrier's code of a return service. */
  readonly returnService?: string | undefined;
  readonly importControl?: string | undefined;
  readonly shipmentCodCents?: number | undefined;
  readonly shipmentSignature?: Signature | undefined;
  /** Rated as ground freight by class. */
  readonly isFreight?: boolean;
  /** Sales taxes are wanted. */
  readonly wantsTaxes?: boolean;
}

/** What an account agreed with the carrier, in hundredths of a percent off. */
export interface Contract {
  readonly number: string;
  /** Off the base rate by service, zone and weight; the first that fits decides. */
  readonly discounts?: readonly ServiceDiscount[];
  /** Off the base rate by service alone, where no row of `discounts` fits; 0 where it says nothing. */
  readonly serviceDiscountBps: Readonly<Record<string, number>>;
  /** Off a surcharge, by its code on the price line; fuel among them. */
  readonly surchargeDiscountBps: Readonly<Record<string, number>>;
}

/** A row of a contract: what is absent fits everything. */
export interface ServiceDiscount {
  readonly service: string;
  /** Three digits each. */
  readonly zones?: readonly string[];
  /** Billed pounds, both ends included; of the whole shipment where it is rated as a whole. */
  readonly fromPounds?: number;
  readonly toPounds?: number;
  readonly bps: number;
}
