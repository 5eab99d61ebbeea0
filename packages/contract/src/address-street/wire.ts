import { arrays } from '../arrays/since.ts';
import { usualStatuses } from '../operation/wire.ts';
import type { WireOperation } from '../operation.ts';

const addressValidationRequestArrays = Object.freeze([
  ...arrays(undefined, ['XAVRequest/AddressKeyFormat/AddressLine']),
]);

const addressValidationResponseArrays = Object.freeze([
  ...arrays('v2', ['XAVResponse/Response/Alert', 'XAVResponse/Candidate']),
  ...arrays(undefined, ['XAVResponse/Candidate/AddressKeyFormat/AddressLine']),
]);

/** Validates an address, classifies it as residential or commercial, or both: 1, 2 and 3 in the path. */
export const validate = Object.freeze({
  id: 'address-street.validate',
  slug: 'address-street',
  method: 'POST',
  path: '/api/addressvalidation/{version}/{requestoption}',
  versions: ['v1', 'v2'],
  currentVersion: 'v2',
  deprecatedVersions: ['v1'],
  parameters: [
    { name: 'requestoption', in: 'path', required: true, values: ['1', '2', '3'] },
    {
      name: 'regionalrequestindicator',
      in: 'query',
      required: false,
      values: ['True', 'False'],
      default: 'False',
    },
    { name: 'maximumcandidatelistsize', in: 'query', required: false, default: '15' },
  ],
  requestFormat: 'json',
  auth: 'bearer',
  headers: [],
  requestArrays: addressValidationRequestArrays,
  responseArrays: addressValidationResponseArrays,
  responseNames:
    'AddressClassification AddressKeyFormat AddressLine Alert AmbiguousAddressIndicator AttentionName Candidate Code ConsigneeName CountryCode CustomerContext Description NoCandidatesIndicator PoliticalDivision1 PoliticalDivision2 PostcodeExtendedLow PostcodePrimaryLow Region Response ResponseStatus TransactionIdentifier TransactionReference Urbanization ValidAddressIndicator XAVResponse'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'reads',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

/** The operations of this API. */
export const operations: readonly WireOperation[] = Object.freeze([validate]);
