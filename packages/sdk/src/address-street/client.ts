import type {
  AddressValidationRequest,
  AddressValidationResponse,
} from '@lading/contract/address-street/schema';
import { validate } from '@lading/contract/address-street/wire';
import type { CallOptions, Carrier } from '../carrier.ts';

/** What one validation does otherwise than its client. */
export interface AddressStreetOptions extends CallOptions<(typeof validate.versions)[number]> {
  /** At most so many candidates; the carrier takes 15 where nothing is said. */
  readonly maxCandidates?: number;
}

/** Street addresses of the United States and Puerto Rico, and whether people live there. */
export interface AddressStreetClient {
  /**
   * Whether the carrier knows the address, and candidates where it does not: `ValidAddressIndicator`,
   * `AmbiguousAddressIndicator` or `NoCandidatesIndicator` is there, and its presence is the answer.
   *
   * @example
   * const { XAVResponse } = await ups.addressStreet.validate({
   *   XAVRequest: { AddressKeyFormat: { AddressLine: ['1 Main St'], PoliticalDivision2: 'Roswell',
   *     PoliticalDivision1: 'GA', PostcodePrimaryLow: '30076', CountryCode: 'US' } },
   * });
   * if (XAVResponse.ValidAddressIndicator !== undefined) console.log(XAVResponse.Candidate?.[0]);
   * @throws CarrierFault
   */
  validate(
    request: AddressValidationRequest,
    options?: AddressStreetOptions,
  ): Promise<AddressValidationResponse>;
  /**
   * Whether the address is commercial (`1`), residential (`2`) or neither (`0`), in `AddressClassification.Code`.
   *
   * @throws CarrierFault
   */
  classify(
    request: AddressValidationRequest,
    options?: AddressStreetOptions,
  ): Promise<AddressValidationResponse>;
  /**
   * Both at once: each candidate carries its classification.
   *
   * @throws CarrierFault
   */
  validateAndClassify(
    request: AddressValidationRequest,
    options?: AddressStreetOptions,
  ): Promise<AddressValidationResponse>;
}

/** The street validation member of a client. */
export function createAddressStreetClient(carrier: Carrier): AddressStreetClient {
  const ask =
    (requestoption: '1' | '2' | '3') =>
    (document: AddressValidationRequest, { maxCandidates, ...options }: AddressStreetOptions = {}) =>
      carrier.call<AddressValidationResponse>(
        validate,
        { places: { requestoption }, query: { maximumcandidatelistsize: maxCandidates }, document },
        options,
      );
  return { validate: ask('1'), classify: ask('2'), validateAndClassify: ask('3') };
}
