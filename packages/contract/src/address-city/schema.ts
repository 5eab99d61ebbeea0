/** The same documents as street validation. */
export { AddressValidationRequest, AddressValidationResponse } from '../address-street/schema.ts';
