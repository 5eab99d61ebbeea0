import { Type } from 'typebox';
import {
  coded,
  exactly,
  flag,
  free,
  list,
  maybe,
  maybeDespiteFile,
  measured,
  text,
  upTo,
} from '../../schema/notation.ts';
import {
  GeocodeCandidateAddressKeyFormat,
  LocatorResponseGeocode,
  TransportationPickUpSchedule,
} from './parts.ts';

const IVR = Type.Object({
  PhraseID: text(1, 30),
  TextToSpeechIndicator: maybe(flag()),
});

const OptionCode = Type.Object({
  Category: maybe(free()),
  Code: free(),
  Description: text(1, 50, 'The code in words; the carrier does not read it.'),
  Name: maybe(text(1, 50)),
  TransportationPickUpSchedule: maybe(TransportationPickUpSchedule),
});

const LocationAttribute = Type.Object({
  OptionType: coded(free(), text(1, 50)),
  OptionCode: list(OptionCode, 'v3'),
});

const Distance = Type.Object({
  Value: measured('unit-beside', text(1, 4)),
  UnitOfMeasurement: coded(free(), maybe(text(5, 10))),
});

const SpecialInstructions = Type.Object({
  Segment: list(free(), 'v3'),
});

const CommentType = Type.Object({
  Code: upTo(2),
  Text: text(1, 255),
});

const AdditionalComments = Type.Object({
  CommentType: list(CommentType, 'v2'),
});

const DayOfWeek = Type.Object({
  Day: exactly(1),
  OpenHours: maybe(exactly(4, 'HHMM')),
  CloseHours: maybe(exactly(4, 'HHMM')),
  LatestDropOffHours: maybe(upTo(4, 'HHMM')),
  PrepHours: maybe(upTo(4, 'HHMM')),
  ClosedIndicator: maybe(flag()),
  Open24HoursIndicator: maybe(text(4, 5)),
});

const StandardHours = Type.Object({
  HoursType: upTo(2),
  DayOfWeek: list(DayOfWeek, 'v2'),
});

const OperatingHours = Type.Object({
  StandardHours: maybe(list(StandardHours, 'v2')),
});

const LocalizedInstruction = Type.Object({
  Locale: upTo(5, 'Language and country, en_US or fr_CA.'),
  Last50ftInstruction: text(1, 750),
});

const PromotionInformation = Type.Object({
  Locale: upTo(5, 'Language and country, en_US or fr_CA.'),
  Promotion: text(1, 100),
});

const SortCode = Type.Object({
  HubSortCode: maybe(upTo(2)),
  FreightSortFacilityCode: maybe(upTo(3)),
});

const DropLocationServiceOfferingList = Type.Object({
  ServiceOffering: list(coded(upTo(3), text(1, 35)), 'v2'),
});

const BusinessClassificationList = Type.Object({
  BusinessClassification: list(coded(text(1, 3), text(0, 35)), 'v2'),
});

const PrivateNetwork = Type.Object({
  NetworkID: text(1, 10),
  NetworkDescription: text(1, 50),
});

const PrivateNetworkList = Type.Object({
  PrivateNetwork: list(PrivateNetwork, 'v2'),
});

const ShippingAvailability = Type.Object({
  AvailableIndicator: maybe(flag()),
  UnavailableReason: maybe(coded(upTo(2), text(1, 35))),
});

const DCRAvailability = Type.Object({
  AvailableIndicator: maybe(flag()),
  UnavailableReason: maybe(coded(free(), free())),
});

const Availability = Type.Object({
  ShippingAvailability: maybe(ShippingAvailability),
  DCRAvailability: maybe(DCRAvailability),
});

const AccessPointInformation = Type.Object({
  PublicAccessPointID: maybe(text(1, 15)),
  ImageURL: maybe(text(1, 255)),
  BusinessClassificationList: maybe(BusinessClassificationList),
  AccessPointStatus: maybe(coded(upTo(2), text(1, 35))),
  FacilitySLIC: maybe(text(1, 10)),
  PrivateNetworkList: maybe(PrivateNetworkList),
  Availability: maybe(Availability),
});

const LocationImage = Type.Object({
  SecureURL: maybe(free()),
  NonSecureURL: maybe(free()),
});

export const DropLocation = Type.Object({
  LocationID: text(1, 10, 'The carrier’s identifier of a location.'),
  OriginOrDestination: maybeDespiteFile(upTo(2)),
  IVR: maybeDespiteFile(IVR),
  Geocode: LocatorResponseGeocode,
  AddressKeyFormat: GeocodeCandidateAddressKeyFormat,
  PhoneNumber: list(text(1, 15, 'Digits; with country code outside of the United States and Canada.'), 'v3'),
  FaxNumber: maybe(text(1, 15)),
  EMailAddress: maybe(text(1, 50)),
  LocationAttribute: list(LocationAttribute, 'v3'),
  Distance: Distance,
  SpecialInstructions: maybe(list(SpecialInstructions, 'v3')),
  LatestGroundDropOffTime: maybe(list(text(4, 6), 'v3')),
  LatestAirDropOffTime: maybe(list(text(4, 6), 'v3')),
  AdditionalChargeIndicator: maybe(flag()),
  StandardHoursOfOperation: maybe(free()),
  NonStandardHoursOfOperation: maybe(free()),
  WillCallHoursOfOperation: maybe(free()),
  Number: maybe(text(1, 6)),
  HomePageURL: maybe(text(1, 255)),
  Comments: maybe(text(1, 255)),
  AdditionalComments: maybe(AdditionalComments),
  Disclaimer: maybe(list(free(), 'v3')),
  SLIC: maybe(upTo(5)),
  Timezone: text(1, 50),
  FacilityType: maybe(upTo(3)),
  OperatingHours: maybe(OperatingHours),
  LocalizedInstruction: maybe(list(LocalizedInstruction, 'v2')),
  PromotionInformation: maybe(list(PromotionInformation, 'v2')),
  SortCode: maybe(SortCode),
  ServiceOfferingList: maybe(DropLocationServiceOfferingList),
  DisplayPhoneNumberIndicator: maybe(exactly(1)),
  AccessPointInformation: maybe(AccessPointInformation),
  LocationImage: maybe(LocationImage),
  LocationNewIndicator: maybe(flag()),
  PromotionalLinkURL: maybe(free()),
  FeaturedRank: maybe(text(0, 1)),
  WillCallLocationIndicator: maybe(flag()),
});
