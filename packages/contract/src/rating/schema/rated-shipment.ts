import { Type } from 'typebox';
import {
  coded,
  date,
  exactly,
  flag,
  free,
  list,
  maybe,
  measured,
  money,
  sinceSubVersion,
  text,
  upTo,
} from '../../schema/notation.ts';
import {
  AdjustedHeight,
  Dimensions,
  NegotiatedRateChargesItemizedCharges,
  Pickup,
  RateModifier,
} from './parts.ts';

const BillingWeight = Type.Object({
  UnitOfMeasurement: coded(upTo(3), text(1, 35)),
  Weight: measured('unit-beside', text(1, 5)),
});

const ItemizedCharges = Type.Object({
  Code: upTo(3),
  Description: maybe(text(1, 50, 'The code in words; the carrier does not read it.')),
  CurrencyCode: exactly(3, 'ISO 4217.'),
  MonetaryValue: measured('currency-beside', text(1, 19)),
  SubType: maybe(text(1, 50)),
});

const TransportationCharges = Type.Object({
  GrossCharge: money(text(1, 19)),
  DiscountAmount: money(text(1, 19)),
  DiscountPercentage: measured('percent', upTo(2)),
  NetCharge: money(text(1, 19)),
});

const FreightDensityRate = Type.Object({
  Density: measured('unit-unnamed', text(1, 5)),
  TotalCubicFeet: measured('cubic-feet', text(1, 9)),
});

const FRSShipmentDataHandlingUnits = Type.Object({
  Quantity: text(1, 8),
  Type: coded(upTo(3), maybe(text(1, 35))),
  Dimensions: Dimensions,
  AdjustedHeight: maybe(AdjustedHeight),
});

const FRSShipmentData = Type.Object({
  TransportationCharges: TransportationCharges,
  FreightDensityRate: maybe(FreightDensityRate),
  HandlingUnits: maybe(list(FRSShipmentDataHandlingUnits, 'v2403')),
});

const TaxCharges = Type.Object({
  Type: text(1, 9),
  MonetaryValue: measured('currency-above', text(1, 19)),
});

const NegotiatedRateChargesTaxCharges = Type.Object({
  Type: free(),
  MonetaryValue: measured('currency-above', free()),
});

const NegotiatedRateCharges = Type.Object({
  BaseServiceCharge: maybe(sinceSubVersion('2201', list(money(text(1, 16))))),
  RateModifier: maybe(sinceSubVersion('2407', list(RateModifier))),
  ItemizedCharges: maybe(sinceSubVersion('1601', list(NegotiatedRateChargesItemizedCharges, 'v2403'))),
  TaxCharges: maybe(list(NegotiatedRateChargesTaxCharges, 'v2403')),
  TotalCharge: money(free(), free()),
  TotalChargesWithTaxes: maybe(money(free(), free())),
});

const RatedPackageBillingWeight = Type.Object({
  UnitOfMeasurement: coded(upTo(3), text(1, 35)),
  Weight: measured('unit-beside', free()),
});

const NegotiatedCharges = Type.Object({
  BaseServiceCharge: maybe(money(free(), free())),
  TransportationCharges: maybe(money(free(), free())),
  ServiceOptionsCharges: maybe(money(free(), free())),
  TotalCharge: maybe(money(free(), free())),
  RateModifier: maybe(sinceSubVersion('2407', list(RateModifier))),
  ItemizedCharges: maybe(sinceSubVersion('1607', list(NegotiatedRateChargesItemizedCharges, 'v2403'))),
});

const RatedPackageRateModifier = Type.Object({
  ModifierType: sinceSubVersion('2205', text(1, 3)),
  ModifierDesc: sinceSubVersion('2205', text(1, 50)),
  Amount: measured('currency-above', sinceSubVersion('2205', text(1, 16))),
});

const RatedPackage = Type.Object({
  BaseServiceCharge: maybe(sinceSubVersion('1701', money(text(1, 19)))),
  TransportationCharges: maybe(money(free(), free())),
  ServiceOptionsCharges: maybe(money(free(), free())),
  TotalCharges: maybe(money(free(), free())),
  Weight: maybe(measured('unit-unnamed', free())),
  BillingWeight: maybe(RatedPackageBillingWeight),
  Accessorial: maybe(sinceSubVersion('1707', list(coded(free(), maybe(free())), 'v2403'))),
  ItemizedCharges: maybe(sinceSubVersion('1607', list(NegotiatedRateChargesItemizedCharges, 'v2403'))),
  NegotiatedCharges: maybe(sinceSubVersion('1607', NegotiatedCharges)),
  SimpleRate: maybe(coded(upTo(2))),
  RateModifier: maybe(sinceSubVersion('2205', list(RatedPackageRateModifier, 'v2403'))),
});

const Service = Type.Object({
  Description: maybe(free('The code in words; the carrier does not read it.')),
});

const EstimatedArrivalPickup = Type.Object({
  Date: free('YYYYMMDD'),
  Time: maybe(free('HHMMSS')),
});

const EstimatedArrival = Type.Object({
  Arrival: Pickup,
  BusinessDaysInTransit: measured('days', text(1, 5)),
  Pickup: EstimatedArrivalPickup,
  DayOfWeek: text(1, 9),
  CustomerCenterCutoff: maybe(text(1, 6)),
  DelayCount: maybe(measured('days', text(1, 3))),
  HolidayCount: maybe(measured('days', text(1, 2))),
  RestDays: maybe(measured('days', text(1, 2))),
  TotalTransitDays: maybe(measured('days', text(1, 5))),
});

const ServiceSummary = Type.Object({
  Service: Service,
  GuaranteedIndicator: maybe(flag()),
  Disclaimer: maybe(free()),
  EstimatedArrival: EstimatedArrival,
  SaturdayDelivery: maybe(free()),
  SaturdayDeliveryDisclaimer: maybe(free()),
  SundayDelivery: maybe(sinceSubVersion('2007', free())),
  SundayDeliveryDisclaimer: maybe(sinceSubVersion('2007', free())),
});

const TimeInTransit = Type.Object({
  PickupDate: date(),
  DocumentsOnlyIndicator: maybe(flag()),
  PackageBillType: maybe(upTo(2)),
  ServiceSummary: ServiceSummary,
  AutoDutyCode: maybe(upTo(2)),
  Disclaimer: maybe(list(free('On what the guarantee depends.'))),
});

const GuaranteedDelivery = Type.Object({
  BusinessDaysInTransit: maybe(measured('days', free())),
  DeliveryByTime: maybe(free()),
  ScheduledDeliveryDate: maybe(free()),
});

export const RatedShipment = Type.Object({
  Disclaimer: maybe(list(coded(upTo(2), free()), 'v2403')),
  Service: coded(text(1, 3), maybe(text(0, 35))),
  RateChart: maybe(exactly(1)),
  Zone: maybe(sinceSubVersion('2409', text(1, 4))),
  RatedShipmentAlert: maybe(list(coded(text(1, 10), text(1, 150)), 'v2403')),
  BillableWeightCalculationMethod: maybe(upTo(2)),
  RatingMethod: maybe(upTo(2)),
  BillingWeight: BillingWeight,
  TransportationCharges: money(text(1, 16), text(1, 3)),
  BaseServiceCharge: maybe(sinceSubVersion('1701', money(text(1, 16)))),
  ItemizedCharges: maybe(sinceSubVersion('1601', list(ItemizedCharges, 'v2403'))),
  FRSShipmentData: maybe(FRSShipmentData),
  ServiceOptionsCharges: money(text(1, 19)),
  TaxCharges: maybe(list(TaxCharges, 'v2403')),
  TotalCharges: money(text(1, 19)),
  TotalChargesWithTaxes: maybe(money(text(1, 19))),
  NegotiatedRateCharges: maybe(NegotiatedRateCharges),
  RatedPackage: list(RatedPackage, 'v2403'),
  TimeInTransit: maybe(TimeInTransit),
  GuaranteedDelivery: maybe(GuaranteedDelivery),
  RoarRatedIndicator: maybe(flag()),
});
