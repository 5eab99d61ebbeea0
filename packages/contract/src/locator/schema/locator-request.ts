import { Type } from 'typebox';
import {
  coded,
  exactly,
  flag,
  free,
  list,
  maybe,
  maybeDespiteFile,
  text,
  upTo,
} from '../../schema/notation.ts';

const TransactionReference = Type.Object({
  CustomerContext: maybe(free('Comes back unchanged in the answer.')),
});

const Request = Type.Object({
  TransactionReference: maybe(TransactionReference),
  RequestAction: upTo(13, 'The name of the operation.'),
});

const Geocode = Type.Object({
  Latitude: upTo(15, 'Degrees, north positive.'),
  Longitude: upTo(15, 'Degrees, east positive.'),
});

const AddressKeyFormat = Type.Object({
  ConsigneeName: maybe(text(1, 40, 'Who receives.')),
  AddressLine: maybeDespiteFile(text(1, 100, 'Street line, in order.')),
  AddressLine2: maybe(text(1, 64)),
  AddressLine3: maybe(text(1, 64)),
  PoliticalDivision3: maybe(text(1, 35, 'Town or neighbourhood.')),
  PoliticalDivision2: maybeDespiteFile(text(1, 50, 'City.')),
  PoliticalDivision1: maybeDespiteFile(text(1, 50, 'State or province.')),
  PostcodePrimaryLow: maybeDespiteFile(text(1, 10, 'ZIP or postal code.')),
  PostcodeExtendedLow: maybe(text(1, 10, 'The four digits behind a ZIP code.')),
  CountryCode: text(1, 2, 'ISO 3166-1 alpha-2.'),
  SingleLineAddress: maybe(free()),
});

const OriginAddress = Type.Object({
  Geocode: maybe(Geocode),
  AddressKeyFormat: AddressKeyFormat,
  MaximumListSize: maybe(text(1, 2, 'How many answers at most.')),
});

const Translate = Type.Object({
  Locale: maybe(upTo(5, 'Language and country, en_US or fr_CA.')),
});

const SearchOption = Type.Object({
  OptionType: coded(upTo(2)),
  OptionCode: list(coded(text(1, 10))),
  Relation: maybe(coded(upTo(2))),
});

const ServiceSearch = Type.Object({
  Time: maybe(text(4, 6, 'HHMM')),
  ServiceCode: maybe(list(coded(upTo(2)))),
  ServiceOptionCode: maybe(list(coded(upTo(2)))),
});

const FacilityAddress = Type.Object({
  SLIC: maybe(upTo(5)),
  AddressLine: maybe(list(free('Street line, in order.'))),
  City: maybe(text(1, 50)),
  PostalCodePrimaryLow: maybe(text(1, 8)),
  PostalCodeExtendedLow: maybe(text(1, 8)),
  State: maybe(text(1, 50)),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
});

const FreightWillCallSearch = Type.Object({
  FreightWillCallRequestType: exactly(1),
  FacilityAddress: list(FacilityAddress),
  OriginOrDestination: upTo(2),
  FormatPostalCode: text(2, 3),
  DayOfWeekCode: maybe(exactly(1)),
});

const MerchantAccountNumberList = Type.Object({
  MerchantAccountNumber: list(text(6, 10)),
});

const SearchFilter = Type.Object({
  DCRIndicator: maybe(flag()),
  ShippingAvailabilityIndicator: maybe(flag()),
  ShipperPreparationDelay: maybe(exactly(1)),
  ClickAndCollectSortWithDistance: maybe(text(0, 3)),
});

const ServiceOfferingList = Type.Object({
  ServiceOffering: list(coded(upTo(3), text(1, 35))),
});

const IncludeCriteria = Type.Object({
  MerchantAccountNumberList: maybe(MerchantAccountNumberList),
  SearchFilter: maybe(SearchFilter),
  ServiceOfferingList: maybe(ServiceOfferingList),
});

const PostalCode = Type.Object({
  PrimaryPostalCode: text(1, 10),
  SecondaryPostalCode: maybe(text(1, 10)),
});

const PostalCodeList = Type.Object({
  PostalCode: list(PostalCode),
});

const ExcludeFromResult = Type.Object({
  BusinessClassificationCode: maybe(list(upTo(3))),
  BusinessName: maybe(text(1, 15)),
  Radius: maybe(text(1, 3)),
  PostalCodeList: maybe(PostalCodeList),
});

const AccessPointSearch = Type.Object({
  PublicAccessPointID: maybe(text(1, 15)),
  AccessPointStatus: maybe(upTo(2)),
  AccountNumber: maybe(text(6, 10, 'Account number, six letters and digits.')),
  IncludeCriteria: maybe(IncludeCriteria),
  ExcludeFromResult: maybe(ExcludeFromResult),
  ExactMatchIndicator: maybe(flag()),
  ExistIndicator: maybe(flag()),
});

const OpenTimeCriteria = Type.Object({
  DayOfWeekCode: maybe(exactly(1)),
  FromTime: maybe(upTo(4, 'HHMM')),
  ToTime: maybe(upTo(4, 'HHMM')),
});

const LocationSearchCriteria = Type.Object({
  SearchOption: maybe(list(SearchOption)),
  MaximumListSize: maybe(text(1, 2, 'How many answers at most.')),
  SearchRadius: maybe(text(1, 3, 'In the unit of measurement of the search.')),
  ServiceSearch: maybe(ServiceSearch),
  FreightWillCallSearch: maybe(FreightWillCallSearch),
  AccessPointSearch: maybe(AccessPointSearch),
  OpenTimeCriteria: maybe(OpenTimeCriteria),
  BrexitFilter: maybe(text(1, 10)),
});

const SortCriteria = Type.Object({
  SortType: maybe(text(1, 2)),
});

const ServiceGeoUnit = Type.Object({
  ServiceCode: upTo(3),
  GeoPoliticalUnit: upTo(3),
});

export const LocatorRequestBody = Type.Object({
  Request: Request,
  OriginAddress: OriginAddress,
  Translate: Translate,
  UnitOfMeasurement: maybe(coded(free())),
  LocationID: maybe(list(free('The carrier’s identifier of a location.'))),
  LocationSearchCriteria: maybe(LocationSearchCriteria),
  SortCriteria: maybe(SortCriteria),
  AllowAllConfidenceLevels: maybe(free()),
  SearchOptionCode: maybe(upTo(2)),
  ServiceGeoUnit: maybe(ServiceGeoUnit),
  FreightIndicator: maybe(flag()),
});
