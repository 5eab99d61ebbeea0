import { arrays } from '../arrays/since.ts';
import { requiredTracing, tracing, usualStatuses } from '../operation/wire.ts';
import type { WireOperation } from '../operation.ts';

const pickupRateResponseArrays = Object.freeze([
  ...arrays(undefined, [
    'PickupRateResponse/Response/Alert',
    'PickupRateResponse/RateResult/ChargeDetail',
    'PickupRateResponse/RateResult/TaxCharges',
  ]),
]);

/** What a pick-up costs. */
export const rate = Object.freeze({
  id: 'pickup.rate',
  slug: 'pickup',
  method: 'POST',
  path: '/api/shipments/{version}/pickup/{pickuptype}',
  versions: ['v1', 'v1607', 'v1707', 'v2409'],
  currentVersion: 'v2409',
  deprecatedVersions: [],
  parameters: [{ name: 'pickuptype', in: 'path', required: true, values: ['oncall', 'smart', 'both'] }],
  requestFormat: 'json',
  auth: 'bearer',
  headers: tracing,
  requestArrays: [],
  responseArrays: pickupRateResponseArrays,
  responseNames:
    'Alert ChargeAmount ChargeCode ChargeDescription ChargeDetail Code CurrencyCode CustomerContext Description Disclaimer GrandTotalOfAllCharge GrandTotalOfAllIncentedCharge IncentedAmount MonetaryValue PickupRateResponse PreTaxTotalCharge PreTaxTotalIncentedCharge RateResult RateType Response ResponseStatus SatWST SunWST TaxAmount TaxCharges TotalTax TransactionIdentifier TransactionReference Type WeekendServiceTerritory WeekendServiceTerritoryIndicator'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'reads',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

const pickupPendingStatusResponseArrays = Object.freeze([
  ...arrays(undefined, [
    'PickupPendingStatusResponse/Response/Alert',
    'PickupPendingStatusResponse/PendingStatus',
  ]),
]);

/** Pick-ups of an account that have not been made yet. */
export const pending = Object.freeze({
  id: 'pickup.pending',
  slug: 'pickup',
  method: 'GET',
  path: '/api/shipments/{version}/pickup/{pickuptype}',
  versions: ['v1', 'v1607', 'v1707', 'v2409'],
  currentVersion: 'v2409',
  deprecatedVersions: [],
  parameters: [{ name: 'pickuptype', in: 'path', required: true, values: ['oncall', 'smart', 'both'] }],
  requestFormat: 'none',
  auth: 'bearer',
  headers: [...tracing, { name: 'accountnumber', required: true }],
  requestArrays: [],
  responseArrays: pickupPendingStatusResponseArrays,
  responseNames:
    'Alert BillingCode Code ContactName CustomerContext Description GWNStatusCode OnCallStatusCode PRN PendingStatus PickupPendingStatusResponse PickupStatusMessage PickupType ReferenceNumber Response ResponseStatus ServiceDate TransactionIdentifier TransactionReference'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'reads',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

const pickupCancelResponseArrays = Object.freeze([
  ...arrays(undefined, ['PickupCancelResponse/Response/Alert']),
]);

/** Cancels a pick-up by its number, or the last one of an account. */
export const cancel = Object.freeze({
  id: 'pickup.cancel',
  slug: 'pickup',
  method: 'DELETE',
  path: '/api/shipments/{version}/pickup/{CancelBy}',
  versions: ['v1', 'v1607', 'v1707', 'v2409'],
  currentVersion: 'v2409',
  deprecatedVersions: ['v1', 'v1607', 'v1707'],
  parameters: [{ name: 'CancelBy', in: 'path', required: true, values: ['01', '02'] }],
  requestFormat: 'none',
  auth: 'bearer',
  headers: [...tracing, { name: 'prn', required: false }],
  requestArrays: [],
  responseArrays: pickupCancelResponseArrays,
  responseNames:
    'Alert Code CustomerContext Description GWNStatus PickupCancelResponse PickupType Response ResponseStatus TransactionIdentifier TransactionReference'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'changes',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

const pickupCreationRequestArrays = Object.freeze([
  ...arrays(undefined, [
    'PickupCreationRequest/Shipper/ChargeCard/CardAddress/AddressLine',
    'PickupCreationRequest/PickupAddress/AddressLine',
    'PickupCreationRequest/PickupPiece',
    'PickupCreationRequest/TrackingData',
    'PickupCreationRequest/TrackingDataWithReferenceNumber/ReferenceNumber',
  ]),
]);

const pickupCreationResponseArrays = Object.freeze([
  ...arrays(undefined, ['PickupCreationResponse/Response/Alert']),
  ...arrays('v2403', [
    'PickupCreationResponse/RateResult/ChargeDetail',
    'PickupCreationResponse/RateResult/TaxCharges',
  ]),
]);

/** Orders a pick-up. */
export const create = Object.freeze({
  id: 'pickup.create',
  slug: 'pickup',
  method: 'POST',
  path: '/api/pickupcreation/{version}/pickup',
  versions: ['v1', 'v1607', 'v1707', 'v2409'],
  currentVersion: 'v2409',
  deprecatedVersions: ['v1', 'v1607', 'v1707'],
  parameters: [],
  requestFormat: 'json',
  auth: 'bearer',
  headers: tracing,
  requestArrays: pickupCreationRequestArrays,
  responseArrays: pickupCreationResponseArrays,
  responseNames:
    'Alert ChargeAmount ChargeCode ChargeDescription ChargeDetail Code CurrencyCode CustomerContext Description Disclaimer GrandTotalOfAllCharge GrandTotalOfAllIncentedCharge IncentedAmount MonetaryValue PRN PickupCreationResponse PreTaxTotalCharge PreTaxTotalIncentedCharge RateResult RateStatus RateType Response ResponseStatus SatWST SunWST TaxAmount TaxCharges TotalTax TransactionIdentifier TransactionReference Type WeekendServiceTerritory WeekendServiceTerritoryIndicator'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'changes',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

const pickupPoliticalDivisionsResponseArrays = Object.freeze([
  ...arrays(undefined, [
    'PickupGetPoliticalDivision1ListResponse/Response/Alert',
    'PickupGetPoliticalDivision1ListResponse/PoliticalDivision1',
  ]),
]);

/** States, provinces or the like of a country. */
export const divisions = Object.freeze({
  id: 'pickup.divisions',
  slug: 'pickup',
  method: 'GET',
  path: '/api/pickup/{version}/countries/{countrycode}',
  versions: ['v1', 'v1607', 'v1707', 'v2409'],
  currentVersion: 'v2409',
  deprecatedVersions: [],
  parameters: [{ name: 'countrycode', in: 'path', required: true }],
  requestFormat: 'none',
  auth: 'bearer',
  headers: requiredTracing,
  requestArrays: [],
  responseArrays: pickupPoliticalDivisionsResponseArrays,
  responseNames:
    'Alert Code CustomerContext Description PickupGetPoliticalDivision1ListResponse PoliticalDivision1 Response ResponseStatus TransactionIdentifier TransactionReference'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'reads',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

const pickupServiceCenterResponseArrays = Object.freeze([
  ...arrays(undefined, [
    'PickupGetServiceCenterFacilitiesResponse/Response/Alert',
    'PickupGetServiceCenterFacilitiesResponse/ServiceCenterLocation/DropOffFacilities',
    'PickupGetServiceCenterFacilitiesResponse/ServiceCenterLocation/DropOffFacilities/Address/AddressLine',
    'PickupGetServiceCenterFacilitiesResponse/ServiceCenterLocation/DropOffFacilities/FacilityTime/DayOfWeek',
    'PickupGetServiceCenterFacilitiesResponse/ServiceCenterLocation/DropOffFacilities/LocalizedInstruction',
    'PickupGetServiceCenterFacilitiesResponse/ServiceCenterLocation/PickupFacilities/FacilityTime/DayOfWeek',
  ]),
]);

/** Where goods can be dropped off or are picked up from. */
export const centers = Object.freeze({
  id: 'pickup.centers',
  slug: 'pickup',
  method: 'POST',
  path: '/api/pickup/{version}/servicecenterlocations',
  versions: ['v1', 'v1607', 'v1707', 'v2409'],
  currentVersion: 'v2409',
  deprecatedVersions: [],
  parameters: [],
  requestFormat: 'json',
  auth: 'bearer',
  headers: tracing,
  requestArrays: [],
  responseArrays: pickupServiceCenterResponseArrays,
  responseNames:
    'Address AddressLine AirportCode Alert City CloseHours Code CountryCode CustomerContext Day DayOfWeek Description Distance DropOffFacilities EarliestDropOfforPickup FacilityTime Fax Last50ftInstruction LastDrop LatestDropOfforPickup Locale LocalizedInstruction Name OpenHours OriginOrDestination Phone PickupFacilities PickupGetServiceCenterFacilitiesResponse PostalCode PrepTime ResidentialIndicator Response ResponseStatus SLIC ServiceCenterLocation SortCode StateProvince Timezone TransactionIdentifier TransactionReference Type UnitOfMeasurement Value'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'reads',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

/** The operations of this API. */
export const operations: readonly WireOperation[] = Object.freeze([
  rate,
  pending,
  cancel,
  create,
  divisions,
  centers,
]);
