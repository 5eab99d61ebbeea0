import { arrays } from '../arrays/since.ts';
import { tracing, usualStatuses } from '../operation/wire.ts';
import type { WireOperation } from '../operation.ts';

const rateRequestArrays = Object.freeze([
  ...arrays(undefined, [
    'RateRequest/Shipment/Shipper/Address/AddressLine',
    'RateRequest/Shipment/ShipTo/Address/AddressLine',
    'RateRequest/Shipment/ShipFrom/Address/AddressLine',
    'RateRequest/Shipment/AlternateDeliveryAddress/Address/AddressLine',
    'RateRequest/Shipment/ShipmentIndicationType',
    'RateRequest/Shipment/PaymentDetails/ShipmentCharge',
    'RateRequest/Shipment/PaymentDetails/ShipmentCharge/BillThirdParty/Address/AddressLine',
    'RateRequest/Shipment/FreightShipmentInformation/FreightDensityInfo/HandlingUnits',
    'RateRequest/Shipment/Package',
    'RateRequest/Shipment/Package/PackageServiceOptions/HazMat/HazMatChemicalRecord',
    'RateRequest/Shipment/DeliveryTimeInformation/ReturnContractServices',
  ]),
]);

const rateResponseArrays = Object.freeze([
  ...arrays('v2403', [
    'RateResponse/Response/Alert',
    'RateResponse/Response/AlertDetail',
    'RateResponse/Response/AlertDetail/ElementLevelInformation/ElementIdentifier',
    'RateResponse/RatedShipment/Disclaimer',
    'RateResponse/RatedShipment/RatedShipmentAlert',
    'RateResponse/RatedShipment/ItemizedCharges',
    'RateResponse/RatedShipment/FRSShipmentData/HandlingUnits',
    'RateResponse/RatedShipment/TaxCharges',
    'RateResponse/RatedShipment/NegotiatedRateCharges/ItemizedCharges',
    'RateResponse/RatedShipment/NegotiatedRateCharges/TaxCharges',
    'RateResponse/RatedShipment/RatedPackage',
    'RateResponse/RatedShipment/RatedPackage/Accessorial',
    'RateResponse/RatedShipment/RatedPackage/ItemizedCharges',
    'RateResponse/RatedShipment/RatedPackage/NegotiatedCharges/ItemizedCharges',
    'RateResponse/RatedShipment/RatedPackage/RateModifier',
  ]),
  ...arrays('v2409', ['RateResponse/RatedShipment']),
  ...arrays(undefined, [
    'RateResponse/RatedShipment/NegotiatedRateCharges/BaseServiceCharge',
    'RateResponse/RatedShipment/NegotiatedRateCharges/RateModifier',
    'RateResponse/RatedShipment/RatedPackage/NegotiatedCharges/RateModifier',
    'RateResponse/RatedShipment/TimeInTransit/Disclaimer',
  ]),
]);

/** Rates a shipment for one service or for all of the lane, with or without days in transit. */
export const rate = Object.freeze({
  id: 'rating.rate',
  slug: 'rating',
  method: 'POST',
  path: '/api/rating/{version}/{requestoption}',
  versions: ['v1', 'v1601', 'v1607', 'v1701', 'v1707', 'v2108', 'v2205', 'v2403', 'v2409'],
  currentVersion: 'v2409',
  deprecatedVersions: ['v1', 'v1601', 'v1607', 'v1701', 'v1707', 'v2108', 'v2205'],
  parameters: [
    {
      name: 'requestoption',
      in: 'path',
      required: true,
      values: ['Rate', 'Shop', 'Ratetimeintransit', 'Shoptimeintransit'],
    },
    { name: 'additionalinfo', in: 'query', required: false, values: ['timeintransit'] },
  ],
  requestFormat: 'json',
  auth: 'bearer',
  headers: tracing,
  requestArrays: rateRequestArrays,
  responseArrays: rateResponseArrays,
  responseNames:
    'Accessorial AdjustedHeight Alert AlertDetail Amount Arrival AutoDutyCode BaseServiceCharge BillableWeightCalculationMethod BillingWeight BusinessDaysInTransit Code CurrencyCode CustomerCenterCutoff CustomerContext Date DayOfWeek DelayCount DeliveryByTime Density Description Dimensions Disclaimer DiscountAmount DiscountPercentage DocumentsOnlyIndicator ElementIdentifier ElementLevelInformation EstimatedArrival FRSShipmentData FreightDensityRate GrossCharge GuaranteedDelivery GuaranteedIndicator HandlingUnits Height HolidayCount ItemizedCharges Length Level ModifierDesc ModifierType MonetaryValue NegotiatedCharges NegotiatedRateCharges NetCharge PackageBillType Pickup PickupDate Quantity RateChart RateModifier RateResponse RatedPackage RatedShipment RatedShipmentAlert RatingMethod Response ResponseStatus RestDays RoarRatedIndicator SaturdayDelivery SaturdayDeliveryDisclaimer ScheduledDeliveryDate Service ServiceOptionsCharges ServiceSummary SimpleRate SubType SundayDelivery SundayDeliveryDisclaimer TaxCharges Time TimeInTransit TotalCharge TotalCharges TotalChargesWithTaxes TotalCubicFeet TotalTransitDays TransactionIdentifier TransactionReference TransportationCharges Type UnitOfMeasurement Value Weight Width Zone'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'reads',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

/** The operations of this API. */
export const operations: readonly WireOperation[] = Object.freeze([rate]);
