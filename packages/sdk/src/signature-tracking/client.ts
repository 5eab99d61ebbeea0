import { proof } from '@lading/contract/signature-tracking/wire';
import type { TrackResponse } from '@lading/contract/tracking/schema';
import type { CallOptions, Carrier } from '../carrier.ts';

/** What one proof does otherwise than its client. */
export interface ProofOptions extends CallOptions<never> {
  /** Language and country of the texts, such as `fr_CA`; absent means `en_US`. */
  readonly locale?: string;
}

/** Who signed for a parcel. */
export interface SignatureTrackingClient {
  /**
   * A package with its signature and its proof of delivery, both base64, in `deliveryInformation`.
   *
   * @throws CarrierFault
   */
  proof(inquiryNumber: string, options?: ProofOptions): Promise<TrackResponse>;
}

/** The signature tracking member of a client. */
export function createSignatureTrackingClient(carrier: Carrier): SignatureTrackingClient {
  return {
    proof: (inquiryNumber, { locale, ...options } = {}) =>
      carrier.call(proof, { places: { inquiryNumber }, query: { locale, returnPOD: true } }, options),
  };
}
