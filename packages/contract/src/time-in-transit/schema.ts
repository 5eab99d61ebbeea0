import { type Static, Type } from 'typebox';
import { exactly, flag, free, list, maybe, measured, text, upTo } from '../schema/notation.ts';

/** Two places, a date, weight and value. */
export const TimeInTransitRequest = Type.Object({
  originCountryCode: upTo(2),
  originStateProvince: maybe(text(1, 50)),
  originCityName: maybe(text(1, 50)),
  originTownName: maybe(text(1, 50)),
  originPostalCode: maybe(text(1, 10)),
  destinationCountryCode: maybe(upTo(2)),
  destinationStateProvince: maybe(text(1, 50)),
  destinationCityName: maybe(text(1, 50)),
  destinationTownName: maybe(text(1, 50)),
  destinationPostalCode: maybe(text(1, 10)),
  residentialIndicator: maybe(upTo(2)),
  shipDate: maybe(text(1, 10, 'YYYY-MM-DD')),
  shipTime: maybe(text(1, 8, 'HH:MM:SS')),
  weight: maybe(measured('unit-beside', Type.Number())),
  weightUnitOfMeasure: maybe(text(1, 3)),
  shipmentContentsValue: maybe(measured('currency-beside', Type.Number())),
  shipmentContentsCurrencyCode: maybe(text(1, 3)),
  billType: maybe(upTo(2)),
  avvFlag: maybe(Type.Boolean()),
  numberOfPackages: maybe(Type.Integer()),
  dropOffAtFacilityIndicator: maybe(Type.Integer()),
  holdForPickupIndicator: maybe(Type.Integer()),
  returnUnfilterdServices: maybe(Type.Boolean()),
  maxList: maybe(Type.Integer()),
  premierIndicator: maybe(upTo(2)),
});

const ValidationList = Type.Object({
  invalidFieldList: maybe(list(free())),
  invalidFieldListCodes: maybe(list(free())),
  destinationAmbiguous: maybe(Type.Boolean()),
  originAmbiguous: maybe(Type.Boolean()),
});

const CandidateAddress = Type.Object({
  countryName: text(1, 50),
  countryCode: maybe(exactly(2)),
  stateProvince: maybe(text(1, 50)),
  city: maybe(text(1, 50)),
  town: maybe(text(1, 50)),
  postalCode: maybe(text(1, 10)),
  postalCodeLow: maybe(text(1, 10)),
  postalCodeHigh: maybe(text(1, 10)),
});

const Services = Type.Object({
  serviceLevel: upTo(4),
  serviceLevelDescription: free(),
  shipDate: upTo(10, 'YYYY-MM-DD'),
  deliveryDate: upTo(10, 'YYYY-MM-DD'),
  commitTime: upTo(8, 'HH:MM:SS'),
  deliveryTime: upTo(8, 'HH:MM:SS'),
  deliveryDayOfWeek: upTo(3),
  nextDayPickupIndicator: flag(),
  saturdayPickupIndicator: flag(),
  saturdayDeliveryDate: maybe(upTo(10, 'YYYY-MM-DD')),
  saturdayDeliveryTime: maybe(upTo(8, 'HH:MM:SS')),
  serviceRemarksText: maybe(free()),
  guaranteeIndicator: flag(),
  totalTransitDays: measured('days', Type.Integer()),
  businessTransitDays: measured('days', Type.Integer()),
  restDaysCount: measured('days', Type.Integer()),
  holidayCount: measured('days', Type.Integer()),
  delayCount: measured('days', Type.Integer()),
  pickupDate: upTo(10),
  pickupTime: upTo(8),
  cstccutoffTime: upTo(8),
  poddate: maybe(upTo(10)),
  poddays: maybe(measured('days', Type.Integer())),
  saturdayDeliveryIndicator: free(),
});

const EmsResponse = Type.Object({
  shipDate: upTo(10, 'YYYY-MM-DD'),
  shipTime: free('HH:MM:SS'),
  serviceLevel: text(1, 3),
  billType: upTo(2),
  dutyType: maybe(upTo(2)),
  residentialIndicator: upTo(2),
  destinationCountryName: text(1, 50),
  destinationCountryCode: upTo(2),
  destinationPostalCode: maybe(text(1, 10)),
  destinationPostalCodeLow: maybe(text(1, 10)),
  destinationPostalCodeHigh: maybe(text(1, 10)),
  destinationStateProvince: maybe(text(1, 50)),
  destinationCityName: maybe(text(1, 50)),
  originCountryName: text(1, 50),
  originCountryCode: upTo(2),
  originPostalCode: maybe(text(1, 10)),
  originPostalCodeLow: maybe(text(1, 10)),
  originPostalCodeHigh: maybe(text(1, 10)),
  originStateProvince: maybe(text(1, 50)),
  originCityName: maybe(text(1, 50)),
  weight: maybe(measured('unit-beside', text(1, 8))),
  weightUnitOfMeasure: maybe(text(1, 3)),
  shipmentContentsValue: maybe(measured('currency-beside', text(1, 11))),
  shipmentContentsCurrencyCode: maybe(upTo(3)),
  guaranteeSuspended: Type.Boolean(),
  numberOfServices: Type.Integer(),
  services: maybe(list(Services)),
});

/** Services of the lane with their days, or candidates for an unclear place. */
export const TimeInTransitResponse = Type.Object({
  validationList: maybe(ValidationList),
  destinationPickList: maybe(list(CandidateAddress)),
  originPickList: maybe(list(CandidateAddress)),
  emsResponse: maybe(EmsResponse),
});

/** See the schema of the same name. */
export type TimeInTransitRequest = Static<typeof TimeInTransitRequest>;
/** See the schema of the same name. */
export type TimeInTransitResponse = Static<typeof TimeInTransitResponse>;
