import { Type } from 'typebox';
import { exactly, flag, free, list, maybe, upTo } from '../../schema/notation.ts';

export const LocatorResponseGeocode = Type.Object({
  Latitude: free('Degrees, north positive.'),
  Longitude: free('Degrees, east positive.'),
});

export const GeocodeCandidateAddressKeyFormat = Type.Object({
  ConsigneeName: maybe(free('Who receives.')),
  AddressLine: free('Street line, in order.'),
  PoliticalDivision3: maybe(free('Town or neighbourhood.')),
  PoliticalDivision2: free('City.'),
  PoliticalDivision1: free('State or province.'),
  PostcodePrimaryLow: free('ZIP or postal code.'),
  PostcodeExtendedLow: maybe(free('The four digits behind a ZIP code.')),
  CountryCode: free('ISO 3166-1 alpha-2.'),
});

const PickUpDetails = Type.Object({
  PickUpTime: maybe(upTo(4, 'HHMM')),
  NoPickUpIndicator: flag(),
});

const PickUp = Type.Object({
  DayOfWeek: exactly(1),
  PickUpDetails: PickUpDetails,
});

export const TransportationPickUpSchedule = Type.Object({
  PickUp: list(PickUp, 'v2'),
});
