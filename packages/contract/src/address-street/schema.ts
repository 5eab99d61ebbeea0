import { type Static, Type } from 'typebox';
import { coded, exactly, flag, free, list, maybe, text } from '../schema/notation.ts';

const AddressKeyFormat = Type.Object({
  ConsigneeName: maybe(text(1, 40, 'Who receives.')),
  AttentionName: maybe(text(1, 40, 'Person to whom it goes.')),
  AddressLine: maybe(list(free('Street line, in order.'))),
  Region: maybe(text(1, 100, 'City, state and ZIP in one line.')),
  PoliticalDivision2: maybe(text(1, 30, 'City.')),
  PoliticalDivision1: maybe(text(1, 30, 'State or province.')),
  PostcodePrimaryLow: maybe(text(1, 10, 'ZIP or postal code.')),
  PostcodeExtendedLow: maybe(text(1, 10, 'The four digits behind a ZIP code.')),
  Urbanization: maybe(text(1, 30, 'Puerto Rico only.')),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
  BuildingName: maybe(text(1, 40)),
});

const XAVRequest = Type.Object({
  AddressKeyFormat: AddressKeyFormat,
});

/** An address to validate, to classify, or both, as the path says. */
export const AddressValidationRequest = Type.Object({
  XAVRequest: XAVRequest,
});

const TransactionReference = Type.Object({
  CustomerContext: maybe(text(1, 512, 'Comes back unchanged in the answer.')),
  TransactionIdentifier: maybe(free('The carrier’s own identifier of the call.')),
});

const Response = Type.Object({
  ResponseStatus: coded(exactly(1), text(1, 35)),
  Alert: maybe(list(coded(text(1, 10), text(1, 150)), 'v2')),
  TransactionReference: maybe(TransactionReference),
});

const CandidateAddressKeyFormat = Type.Object({
  ConsigneeName: maybe(text(1, 40, 'Who receives.')),
  AttentionName: maybe(text(1, 40, 'Person to whom it goes.')),
  AddressLine: maybe(list(free('Street line, in order.'))),
  Region: maybe(text(1, 100, 'City, state and ZIP in one line.')),
  PoliticalDivision2: maybe(text(1, 30, 'City.')),
  PoliticalDivision1: maybe(text(1, 30, 'State or province.')),
  PostcodePrimaryLow: maybe(text(1, 10, 'ZIP or postal code.')),
  PostcodeExtendedLow: maybe(text(1, 10, 'The four digits behind a ZIP code.')),
  Urbanization: maybe(text(1, 30, 'Puerto Rico only.')),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
});

const Candidate = Type.Object({
  AddressClassification: maybe(coded(exactly(1), text(1, 15))),
  AddressKeyFormat: CandidateAddressKeyFormat,
});

const XAVResponse = Type.Object({
  Response: Response,
  ValidAddressIndicator: maybe(flag()),
  AmbiguousAddressIndicator: maybe(flag()),
  NoCandidatesIndicator: maybe(flag()),
  AddressClassification: maybe(coded(exactly(1), text(1, 15))),
  Candidate: maybe(list(Candidate, 'v2')),
});

/** The candidates in their strict form: every node that can repeat is an array. */
export const AddressValidationResponse = Type.Object({
  XAVResponse: XAVResponse,
});

/** See the schema of the same name. */
export type AddressValidationRequest = Static<typeof AddressValidationRequest>;
/** See the schema of the same name. */
export type AddressValidationResponse = Static<typeof AddressValidationResponse>;
