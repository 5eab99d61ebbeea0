import type { TrackResponse } from '@lading/contract/tracking/schema';
import { details, reference, shipment } from '@lading/contract/tracking/wire';
import type { CallOptions, Carrier } from '../carrier.ts';

/** What one look does otherwise than its client. */
export interface TrackingOptions extends CallOptions<never> {
  /** Language and country of the texts, such as `fr_CA`; absent means `en_US`. */
  readonly locale?: string;
}

/** What one look at a package asks for beside its way. */
export interface TrackingDetailsOptions extends TrackingOptions {
  /** The picture of the signature. */
  readonly withSignature?: boolean;
  readonly withMilestones?: boolean;
  /** The proof of delivery. */
  readonly withProofOfDelivery?: boolean;
}

/** What narrows a search by reference. Dates are `YYYYMMDD`. */
export interface ReferenceOptions extends TrackingOptions {
  /** First day of pick-up; absent means 14 days ago. */
  readonly from?: string;
  /** Last day of pick-up; absent means today. */
  readonly to?: string;
  readonly destinationCountry?: string;
  readonly destinationPostalCode?: string;
  readonly shipperNumber?: string;
  /** `SmallPackage` (absent means this) or `fgv` for freight. */
  readonly referenceKind?: (typeof reference.parameters)[7]['values'][number];
}

/** What one look at a shipment takes of its packages. */
export interface ShipmentPageOptions extends TrackingOptions {
  /** The package to begin with; absent means the first. */
  readonly offset?: number;
  /** Packages in one answer; the carrier takes 50 where nothing is said. */
  readonly count?: number;
}

/** Where parcels are. */
export interface TrackingClient {
  /**
   * A package by its number, its way newest first. An unknown number is no fault: `warnings` of the shipment say
   * `TW0001`.
   *
   * @example
   * const { trackResponse } = await ups.tracking.details('1Z12345E1512345676');
   * console.log(trackResponse?.shipment?.[0]?.package?.[0]?.currentStatus?.description);
   * @throws CarrierFault
   */
  details(inquiryNumber: string, options?: TrackingDetailsOptions): Promise<TrackResponse>;
  /**
   * Packages by a reference of the shipper, within days of pick-up.
   *
   * @throws CarrierFault
   */
  byReference(referenceNumber: string, options?: ReferenceOptions): Promise<TrackResponse>;
  /**
   * The packages of a shipment, page by page, by the number of any of them.
   *
   * @throws CarrierFault
   */
  byShipment(inquiryNumber: string, options?: ShipmentPageOptions): Promise<TrackResponse>;
}

/** The tracking member of a client. */
export function createTrackingClient(carrier: Carrier): TrackingClient {
  return {
    details: (
      inquiryNumber,
      { locale, withSignature, withMilestones, withProofOfDelivery, ...options } = {},
    ) => {
      const query = {
        locale,
        returnSignature: withSignature,
        returnMilestones: withMilestones,
        returnPOD: withProofOfDelivery,
      };
      return carrier.call(details, { places: { inquiryNumber }, query }, options);
    },
    byReference: (referenceNumber, options = {}) =>
      carrier.call(reference, { places: { referenceNumber }, query: referenceQuery(options) }, options),
    byShipment: (inquiryNumber, { locale, offset, count, ...options } = {}) =>
      carrier.call(shipment, { places: { inquiryNumber }, query: { locale, offset, count } }, options),
  };
}

function referenceQuery(options: ReferenceOptions) {
  return {
    locale: options.locale,
    fromPickUpDate: options.from,
    toPickUpDate: options.to,
    destCountry: options.destinationCountry,
    destZip: options.destinationPostalCode,
    shipperNum: options.shipperNumber,
    refNumType: options.referenceKind,
  };
}
