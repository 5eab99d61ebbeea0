import { type Static, Type } from 'typebox';
import {
  coded,
  date,
  exactly,
  free,
  list,
  maybe,
  measured,
  sinceSubVersion,
  text,
  upTo,
} from '../schema/notation.ts';
import { ChargeDetail, Response, TaxCharges, WeekendServiceTerritory } from './schema/parts.ts';
import { PickupCreationRequestBody } from './schema/pickup-creation-request.ts';
import { PickupGetServiceCenterFacilitiesRequest } from './schema/pickup-get-service-center-facilities-request.ts';
import { PickupGetServiceCenterFacilitiesResponse } from './schema/pickup-get-service-center-facilities-response.ts';
import { PickupRateRequestBody } from './schema/pickup-rate-request.ts';

/** Asks what a pick-up on demand costs. */
export const PickupRateRequest = Type.Object({
  PickupRateRequest: PickupRateRequestBody,
});

const RateResult = Type.Object({
  Disclaimer: maybe(coded(upTo(2), text(1, 512))),
  RateType: maybe(upTo(2)),
  CurrencyCode: exactly(3, 'ISO 4217.'),
  ChargeDetail: maybe(list(ChargeDetail)),
  TaxCharges: maybe(list(TaxCharges)),
  TotalTax: maybe(measured('currency-beside', upTo(8))),
  GrandTotalOfAllCharge: maybe(measured('currency-beside', upTo(8))),
  GrandTotalOfAllIncentedCharge: maybe(measured('currency-beside', sinceSubVersion('1707', text(2, 8)))),
  PreTaxTotalCharge: maybe(measured('currency-beside', upTo(8))),
  PreTaxTotalIncentedCharge: maybe(measured('currency-beside', sinceSubVersion('1707', text(2, 8)))),
});

const PickupRateResponseBody = Type.Object({
  Response: Response,
  RateResult: RateResult,
  WeekendServiceTerritoryIndicator: maybe(sinceSubVersion('1607', exactly(1))),
  WeekendServiceTerritory: maybe(sinceSubVersion('2007', WeekendServiceTerritory)),
});

/** The charges of a pick-up. */
export const PickupRateResponse = Type.Object({
  PickupRateResponse: PickupRateResponseBody,
});

const PickupCancelResponseBody = Type.Object({
  Response: Response,
  PickupType: upTo(2),
  GWNStatus: maybe(coded(upTo(3), maybe(text(1, 150)))),
});

/** A pick-up was cancelled. */
export const PickupCancelResponse = Type.Object({
  PickupCancelResponse: PickupCancelResponseBody,
});

/** Orders a pick-up. */
export const PickupCreationRequest = Type.Object({
  PickupCreationRequest: PickupCreationRequestBody,
});

const PickupCreationResponseRateResult = Type.Object({
  Disclaimer: maybe(coded(upTo(2), text(1, 512))),
  RateType: maybe(upTo(2)),
  CurrencyCode: maybe(exactly(3, 'ISO 4217.')),
  ChargeDetail: maybe(list(ChargeDetail, 'v2403')),
  TaxCharges: maybe(list(TaxCharges, 'v2403')),
  TotalTax: maybe(measured('currency-beside', upTo(8))),
  GrandTotalOfAllCharge: measured('currency-beside', upTo(8)),
  GrandTotalOfAllIncentedCharge: maybe(measured('currency-beside', sinceSubVersion('1707', text(2, 8)))),
  PreTaxTotalCharge: maybe(measured('currency-beside', upTo(8))),
  PreTaxTotalIncentedCharge: maybe(measured('currency-beside', sinceSubVersion('1707', text(2, 8)))),
});

const PickupCreationResponseBody = Type.Object({
  Response: Response,
  PRN: maybe(upTo(11, 'Pick-up request number.')),
  WeekendServiceTerritory: maybe(sinceSubVersion('2007', WeekendServiceTerritory)),
  WeekendServiceTerritoryIndicator: maybe(sinceSubVersion('1607', exactly(1))),
  RateStatus: coded(upTo(2), maybe(text(1, 35))),
  RateResult: maybe(PickupCreationResponseRateResult),
});

/** The pick-up request number, and charges where asked for. */
export const PickupCreationResponse = Type.Object({
  PickupCreationResponse: PickupCreationResponseBody,
});

const PendingStatus = Type.Object({
  PickupType: upTo(2),
  ServiceDate: date(),
  PRN: upTo(11, 'Pick-up request number.'),
  GWNStatusCode: maybe(upTo(2)),
  OnCallStatusCode: maybe(upTo(3)),
  PickupStatusMessage: text(1, 500),
  BillingCode: maybe(upTo(2)),
  ContactName: maybe(text(1, 22)),
  ReferenceNumber: maybe(text(1, 35)),
});

const PickupPendingStatusResponseBody = Type.Object({
  Response: Response,
  PendingStatus: list(PendingStatus),
});

/** Pick-ups of an account that have not been made yet. */
export const PickupPendingStatusResponse = Type.Object({
  PickupPendingStatusResponse: PickupPendingStatusResponseBody,
});

const PickupGetPoliticalDivision1ListResponse = Type.Object({
  Response: Response,
  PoliticalDivision1: maybe(list(free('State or province.'))),
});

/** States, provinces or the like of a country. */
export const PickupPoliticalDivisionsResponse = Type.Object({
  PickupGetPoliticalDivision1ListResponse: PickupGetPoliticalDivision1ListResponse,
});

/** Asks where goods can be dropped off or will be picked up. */
export const PickupServiceCenterRequest = Type.Object({
  PickupGetServiceCenterFacilitiesRequest: PickupGetServiceCenterFacilitiesRequest,
});

/** Drop-off and pick-up facilities. */
export const PickupServiceCenterResponse = Type.Object({
  PickupGetServiceCenterFacilitiesResponse: PickupGetServiceCenterFacilitiesResponse,
});

/** See the schema of the same name. */
export type PickupRateRequest = Static<typeof PickupRateRequest>;
/** See the schema of the same name. */
export type PickupRateResponse = Static<typeof PickupRateResponse>;
/** See the schema of the same name. */
export type PickupCancelResponse = Static<typeof PickupCancelResponse>;
/** See the schema of the same name. */
export type PickupCreationRequest = Static<typeof PickupCreationRequest>;
/** See the schema of the same name. */
export type PickupCreationResponse = Static<typeof PickupCreationResponse>;
/** See the schema of the same name. */
export type PickupPendingStatusResponse = Static<typeof PickupPendingStatusResponse>;
/** See the schema of the same name. */
export type PickupPoliticalDivisionsResponse = Static<typeof PickupPoliticalDivisionsResponse>;
/** See the schema of the same name. */
export type PickupServiceCenterRequest = Static<typeof PickupServiceCenterRequest>;
/** See the schema of the same name. */
export type PickupServiceCenterResponse = Static<typeof PickupServiceCenterResponse>;
