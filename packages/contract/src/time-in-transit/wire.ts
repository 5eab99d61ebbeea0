import { arrays } from '../arrays/since.ts';
import { requiredTracing, usualStatuses } from '../operation/wire.ts';
import type { WireOperation } from '../operation.ts';

const timeInTransitResponseArrays = Object.freeze([
  ...arrays(undefined, [
    'validationList/invalidFieldList',
    'validationList/invalidFieldListCodes',
    'destinationPickList',
    'originPickList',
    'emsResponse/services',
  ]),
]);

/** Services of a lane with their days. The published error lacks the envelope’s outer member. */
export const services = Object.freeze({
  id: 'time-in-transit.services',
  slug: 'time-in-transit',
  method: 'POST',
  path: '/api/shipments/{version}/transittimes',
  versions: ['v1'],
  currentVersion: 'v1',
  deprecatedVersions: [],
  parameters: [],
  requestFormat: 'json',
  auth: 'bearer',
  headers: requiredTracing,
  requestArrays: [],
  requestValues:
    'avvFlag dropOffAtFacilityIndicator holdForPickupIndicator maxList numberOfPackages returnUnfilterdServices shipmentContentsValue weight'.split(
      ' ',
    ),
  responseArrays: timeInTransitResponseArrays,
  responseNames:
    'billType businessTransitDays city commitTime countryCode countryName cstccutoffTime delayCount deliveryDate deliveryDayOfWeek deliveryTime destinationAmbiguous destinationCityName destinationCountryCode destinationCountryName destinationPickList destinationPostalCode destinationPostalCodeHigh destinationPostalCodeLow destinationStateProvince dutyType emsResponse guaranteeIndicator guaranteeSuspended holidayCount invalidFieldList invalidFieldListCodes nextDayPickupIndicator numberOfServices originAmbiguous originCityName originCountryCode originCountryName originPickList originPostalCode originPostalCodeHigh originPostalCodeLow originStateProvince pickupDate pickupTime poddate poddays postalCode postalCodeHigh postalCodeLow residentialIndicator restDaysCount saturdayDeliveryDate saturdayDeliveryIndicator saturdayDeliveryTime saturdayPickupIndicator serviceLevel serviceLevelDescription serviceRemarksText services shipDate shipTime shipmentContentsCurrencyCode shipmentContentsValue stateProvince totalTransitDays town validationList weight weightUnitOfMeasure'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'reads',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

/** The operations of this API. */
export const operations: readonly WireOperation[] = Object.freeze([services]);
