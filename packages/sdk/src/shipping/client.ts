import type {
  LabelRecoveryRequest,
  LabelRecoveryResponse,
  ShipmentRequest,
  ShipmentResponse,
  VoidShipmentResponse,
} from '@lading/contract/shipping/schema';
import { create, recover, voidOperation } from '@lading/contract/shipping/wire';
import type { CallOptions, Carrier } from '../carrier.ts';
import { doubts } from './doubts.ts';

/** What one shipment does otherwise than its client. */
export interface ShipOptions extends CallOptions<(typeof create.versions)[number]> {
  /** Whether city, state and postal code of the receiver are checked too. */
  readonly checksCity?: boolean;
}

/** What shall be voided. */
export interface VoidOrder {
  /** The shipment's identification number: the 1Z number of its first package. */
  readonly shipmentId: string;
  /** Some of its packages; absent means all of them. At most 20. */
  readonly trackingNumbers?: readonly string[];
  /** The account, where the token acts for several. */
  readonly shipperNumber?: string;
}

/** Shipments, their labels and forms. */
export interface ShippingClient {
  /**
   * Creates a shipment: charges, tracking numbers, labels (base64) and forms. Never repeated by itself.
   *
   * @throws CarrierFault with outcome `unknown` when the shipment may exist: its `howToLook` says how to find out.
   */
  create(request: ShipmentRequest, options?: ShipOptions): Promise<ShipmentResponse>;
  /**
   * Voids a shipment that was not handed over, or some of its packages. Never repeated by itself.
   *
   * @throws CarrierFault with outcome `unknown` when the shipment may be voided.
   */
  void(
    order: VoidOrder,
    options?: CallOptions<(typeof voidOperation.versions)[number]>,
  ): Promise<VoidShipmentResponse>;
  /**
   * Labels, receipts and forms of a shipment again, by tracking number or by reference.
   *
   * @throws CarrierFault
   */
  recover(
    request: LabelRecoveryRequest,
    options?: CallOptions<(typeof recover.versions)[number]>,
  ): Promise<LabelRecoveryResponse>;
}

/** The shipping member of a client. */
export function createShippingClient(carrier: Carrier): ShippingClient {
  return {
    create: (document, { checksCity = false, ...options } = {}) => {
      const query = checksCity ? { additionaladdressvalidation: 'city' } : {};
      return carrier.call(create, { query, document }, options, { howToLook: doubts.create });
    },
    void: ({ shipmentId, trackingNumbers, shipperNumber }, options) => {
      const ask = {
        places: { shipmentidentificationnumber: shipmentId },
        query: { trackingnumber: trackingNumbers && listed(trackingNumbers) },
        headers: { shippernumber: shipperNumber },
      };
      return carrier.call(voidOperation, ask, options, { howToLook: doubts.void });
    },
    recover: (document, options) => carrier.call(recover, { document }, options),
  };
}

/** Several numbers travel as a JSON array in the query, a single one bare: the carrier's Shipping.yaml. */
function listed(trackingNumbers: readonly string[]): string {
  if (trackingNumbers.length === 0) {
    throw new TypeError('trackingNumbers is empty: leave it out to void the whole shipment');
  }
  const [only, ...others] = trackingNumbers;
  return only !== undefined && others.length === 0 ? only : JSON.stringify(trackingNumbers);
}
