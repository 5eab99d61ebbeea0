import { validate } from '@lading/contract/address-city/wire';
import type {
  AddressValidationRequest,
  AddressValidationResponse,
} from '@lading/contract/address-street/schema';
import type { CallOptions, Carrier } from '../carrier.ts';

/** What one validation does otherwise than its client. */
export interface AddressCityOptions extends CallOptions<(typeof validate.versions)[number]> {
  /** At most so many candidates; the carrier takes 15 where nothing is said. */
  readonly maxCandidates?: number;
}

/** Cities, states and ZIP codes of the United States and Puerto Rico. */
export interface AddressCityClient {
  /**
   * Whether city, state and ZIP code belong together; candidates where they do not. A street is not looked at.
   *
   * @example
   * const { XAVResponse } = await ups.addressCity.validate({
   *   XAVRequest: { AddressKeyFormat: { PoliticalDivision2: 'Atlanta', PoliticalDivision1: 'GA',
   *     PostcodePrimaryLow: '30328', CountryCode: 'US' } },
   * });
   * @throws CarrierFault
   */
  validate(
    request: AddressValidationRequest,
    options?: AddressCityOptions,
  ): Promise<AddressValidationResponse>;
}

/** The city validation member of a client. */
export function createAddressCityClient(carrier: Carrier): AddressCityClient {
  return {
    validate: (document, { maxCandidates, ...options } = {}) =>
      carrier.call(
        validate,
        { places: { requestoption: '1' }, query: { maximumcandidatelistsize: maxCandidates }, document },
        options,
      ),
  };
}
