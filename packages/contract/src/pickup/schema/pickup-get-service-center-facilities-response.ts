import { Type } from 'typebox';
import { exactly, free, list, maybe, measured, text, upTo } from '../../schema/notation.ts';
import { FacilityTime, Response } from './parts.ts';

const Address = Type.Object({
  AddressLine: list(free('Street line, in order.')),
  City: text(1, 50),
  StateProvince: text(1, 50),
  PostalCode: upTo(8, 'Letters and digits; without a dash or a space where the country allows it.'),
  CountryCode: text(1, 3, 'ISO 3166-1 alpha-2.'),
  ResidentialIndicator: exactly(1),
});

const LocalizedInstruction = Type.Object({
  Locale: maybe(upTo(5, 'Language and country, en_US or fr_CA.')),
  Last50ftInstruction: maybe(text(1, 750)),
});

const Distance = Type.Object({
  Value: maybe(measured('unit-beside', upTo(6))),
  UnitOfMeasurement: maybe(upTo(2)),
});

const DropOffFacilities = Type.Object({
  Name: free(),
  Address: Address,
  SLIC: text(1, 5),
  Type: upTo(3),
  Timezone: text(1, 50),
  Phone: upTo(10),
  Fax: upTo(10),
  FacilityTime: maybe(FacilityTime),
  OriginOrDestination: free(),
  LocalizedInstruction: maybe(list(LocalizedInstruction)),
  Distance: maybe(Distance),
});

const PickupFacilitiesAddress = Type.Object({
  AddressLine: text(1, 73, 'Street line, in order.'),
  City: text(1, 50),
  StateProvince: text(1, 50),
  PostalCode: text(1, 8, 'Letters and digits; without a dash or a space where the country allows it.'),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
  ResidentialIndicator: exactly(1),
});

const PickupFacilities = Type.Object({
  Name: free(),
  Address: PickupFacilitiesAddress,
  SLIC: text(1, 5),
  Type: upTo(3),
  Timezone: text(1, 50),
  Phone: upTo(10),
  Fax: upTo(10),
  FacilityTime: maybe(FacilityTime),
  AirportCode: maybe(upTo(3)),
  SortCode: maybe(upTo(2)),
});

const ServiceCenterLocation = Type.Object({
  DropOffFacilities: maybe(list(DropOffFacilities)),
  PickupFacilities: maybe(PickupFacilities),
});

export const PickupGetServiceCenterFacilitiesResponse = Type.Object({
  Response: Response,
  ServiceCenterLocation: ServiceCenterLocation,
});
