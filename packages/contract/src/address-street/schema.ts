import { type Static, Type } from 'typebox';
import { coded, exactly, flag, list, maybe, text } from '../schema/notation.ts';
import { AddressKeyFormat } from './schema/parts.ts';

const XAVRequest = Type.Object({
  AddressKeyFormat: AddressKeyFormat,
});

/** An address to validate, to classify, or both, as the path says. */
export const AddressValidationRequest = Type.Object({
  XAVRequest: XAVRequest,
});

const TransactionReference = Type.Object({
  CustomerContext: maybe(text(1, 512, 'Comes back unchanged in the answer.')),
});

const Response = Type.Object({
  ResponseStatus: coded(exactly(1), text(1, 35)),
  Alert: maybe(list(coded(text(1, 10), text(1, 150)), 'v2')),
  TransactionReference: maybe(TransactionReference),
});

const Candidate = Type.Object({
  AddressClassification: maybe(coded(exactly(1), text(1, 15))),
  AddressKeyFormat: AddressKeyFormat,
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
