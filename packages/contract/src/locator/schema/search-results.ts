import { Type } from 'typebox';
import { coded, flag, free, list, maybe, text } from '../../schema/notation.ts';
import { DropLocation } from './drop-location.ts';
import {
  GeocodeCandidateAddressKeyFormat,
  LocatorResponseGeocode,
  TransportationPickUpSchedule,
} from './parts.ts';

const GeocodeCandidate = Type.Object({
  AddressKeyFormat: GeocodeCandidateAddressKeyFormat,
  Geocode: LocatorResponseGeocode,
  LandmarkName: maybe(text(1, 50)),
});

const OptionCodeElement = Type.Object({
  Code: free(),
  Description: free('The code in words; the carrier does not read it.'),
  Name: maybe(free()),
  Category: maybe(free()),
  TransportationPickUpSchedule: maybe(TransportationPickUpSchedule),
});

const AvailableLocationAttributes = Type.Object({
  OptionType: coded(free(), free()),
  OptionCode: list(OptionCodeElement, 'v2'),
});

export const SearchResults = Type.Object({
  GeocodeCandidate: maybe(list(GeocodeCandidate, 'v3')),
  Disclaimer: maybe(free()),
  DropLocation: maybe(list(DropLocation, 'v2')),
  AvailableLocationAttributes: maybe(list(AvailableLocationAttributes, 'v2')),
  ActiveAvailableAccessPointIndicator: maybe(flag()),
});
