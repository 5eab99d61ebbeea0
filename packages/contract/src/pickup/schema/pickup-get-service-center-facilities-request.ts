import { Type } from 'typebox';
import { exactly, flag, free, maybe, measured, text, upTo } from '../../schema/notation.ts';
import { DestinationAddress, TransactionReference } from './parts.ts';

const PickupGetServiceCenterFacilitiesRequestRequest = Type.Object({
  TransactionReference: maybe(TransactionReference),
});

const OriginSearchCriteria = Type.Object({
  SearchRadius: maybe(measured('unit-beside', upTo(3))),
  DistanceUnitOfMeasure: upTo(2),
  MaximumLocation: maybe(upTo(3)),
});

const OriginAddress = Type.Object({
  StreetAddress: maybe(text(1, 73)),
  City: maybe(text(1, 50)),
  StateProvince: maybe(text(1, 50)),
  PostalCode: maybe(text(1, 8, 'Letters and digits; without a dash or a space where the country allows it.')),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
  OriginSearchCriteria: maybe(OriginSearchCriteria),
});

export const PickupGetServiceCenterFacilitiesRequest = Type.Object({
  Request: PickupGetServiceCenterFacilitiesRequestRequest,
  PickupPiece: free(),
  OriginAddress: maybe(OriginAddress),
  DestinationAddress: maybe(DestinationAddress),
  Locale: upTo(5, 'Language and country, en_US or fr_CA.'),
  ProximitySearchIndicator: maybe(flag()),
});
