import { Type } from 'typebox';
import {
  coded,
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
import { Package } from './package.ts';
import { AdjustedHeight, Dimensions, Pickup, ShipFromAddress } from './parts.ts';
import { ShipmentServiceOptions } from './shipment-service-options.ts';

const Address = Type.Object({
  AddressLine: list(free('Street line, in order.')),
  City: maybe(text(1, 30)),
  StateProvinceCode: maybe(upTo(2, 'State or province, two letters in the United States and Canada.')),
  PostalCode: maybe(text(1, 9, 'Letters and digits; without a dash or a space where the country allows it.')),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
});

const Shipper = Type.Object({
  Name: maybe(text(1, 35)),
  AttentionName: maybe(text(1, 35, 'Person to whom it goes.')),
  ShipperNumber: maybe(upTo(6, 'Account number, six letters and digits.')),
  Address: Address,
});

const ShipToAddress = Type.Object({
  AddressLine: list(free('Street line, in order.')),
  City: maybe(text(1, 30)),
  StateProvinceCode: maybe(upTo(2, 'State or province, two letters in the United States and Canada.')),
  PostalCode: maybe(text(1, 9, 'Letters and digits; without a dash or a space where the country allows it.')),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
  ResidentialAddressIndicator: maybe(flag()),
});

const ShipTo = Type.Object({
  Name: maybe(text(1, 35)),
  AttentionName: maybe(text(1, 35, 'Person to whom it goes.')),
  Address: ShipToAddress,
});

const ShipFrom = Type.Object({
  Name: maybe(text(1, 35)),
  AttentionName: maybe(text(1, 35, 'Person to whom it goes.')),
  Address: ShipFromAddress,
});

const AlternateDeliveryAddressAddress = Type.Object({
  AddressLine: maybe(list(free('Street line, in order.'))),
  City: maybe(text(1, 30)),
  StateProvinceCode: maybe(upTo(2, 'State or province, two letters in the United States and Canada.')),
  PostalCode: maybe(text(1, 9, 'Letters and digits; without a dash or a space where the country allows it.')),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
  ResidentialAddressIndicator: maybe(flag()),
  POBoxIndicator: maybe(flag()),
});

const AlternateDeliveryAddress = Type.Object({
  Name: maybe(free()),
  Address: AlternateDeliveryAddressAddress,
});

const BillShipper = Type.Object({
  AccountNumber: upTo(6, 'Account number, six letters and digits.'),
});

const BillReceiverAddress = Type.Object({
  PostalCode: maybe(text(1, 9, 'Letters and digits; without a dash or a space where the country allows it.')),
});

const BillReceiver = Type.Object({
  AccountNumber: upTo(6, 'Account number, six letters and digits.'),
  Address: maybe(BillReceiverAddress),
});

const BillThirdParty = Type.Object({
  AccountNumber: upTo(6, 'Account number, six letters and digits.'),
  Address: ShipFromAddress,
});

const ShipmentCharge = Type.Object({
  Type: upTo(2),
  BillShipper: maybe(BillShipper),
  BillReceiver: maybe(BillReceiver),
  BillThirdParty: maybe(BillThirdParty),
  ConsigneeBilledIndicator: maybe(flag()),
});

const PaymentDetails = Type.Object({
  ShipmentCharge: list(ShipmentCharge),
  SplitDutyVATIndicator: maybe(flag()),
});

const FRSPaymentInformationAddress = Type.Object({
  PostalCode: maybe(text(1, 9, 'Letters and digits; without a dash or a space where the country allows it.')),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
});

const FRSPaymentInformation = Type.Object({
  Type: coded(upTo(3), maybe(text(1, 35))),
  AccountNumber: maybe(upTo(6, 'Account number, six letters and digits.')),
  Address: maybe(FRSPaymentInformationAddress),
});

const HandlingUnits = Type.Object({
  Quantity: upTo(8),
  Type: coded(upTo(3), maybe(text(1, 35))),
  Dimensions: Dimensions,
});

const FreightDensityInfo = Type.Object({
  AdjustedHeightIndicator: maybe(flag()),
  AdjustedHeight: maybe(AdjustedHeight),
  HandlingUnits: list(HandlingUnits),
});

const FreightShipmentInformation = Type.Object({
  FreightDensityInfo: maybe(FreightDensityInfo),
  DensityEligibleIndicator: maybe(flag()),
});

const ShipmentTotalWeight = Type.Object({
  UnitOfMeasurement: coded(text(1, 3), text(1, 35)),
  Weight: measured('unit-beside', free()),
});

const ShipmentRatingOptions = Type.Object({
  NegotiatedRatesIndicator: maybe(flag()),
  FRSShipmentIndicator: maybe(flag()),
  RateChartIndicator: maybe(flag()),
  UserLevelDiscountIndicator: maybe(flag()),
  TPFCNegotiatedRatesIndicator: maybe(flag()),
});

const PromotionalDiscountInformation = Type.Object({
  PromoCode: upTo(9),
  PromoAliasCode: upTo(20),
});

const DeliveryTimeInformation = Type.Object({
  PackageBillType: upTo(2),
  Pickup: maybe(Pickup),
  ReturnContractServices: maybe(list(coded(upTo(2), maybe(text(1, 35))))),
});

export const Shipment = Type.Object({
  OriginRecordTransactionTimestamp: maybe(sinceSubVersion('1701', free())),
  Shipper: Shipper,
  ShipTo: ShipTo,
  ShipFrom: maybe(ShipFrom),
  AlternateDeliveryAddress: maybe(AlternateDeliveryAddress),
  ShipmentIndicationType: maybe(list(coded(upTo(2), maybe(text(1, 50))))),
  PaymentDetails: maybe(PaymentDetails),
  FRSPaymentInformation: maybe(FRSPaymentInformation),
  FreightShipmentInformation: maybe(FreightShipmentInformation),
  GoodsNotInFreeCirculationIndicator: maybe(flag()),
  Service: maybe(coded(upTo(3), maybe(text(1, 35)))),
  NumOfPieces: maybe(free('Pieces over all pallets.')),
  ShipmentTotalWeight: maybe(ShipmentTotalWeight),
  DocumentsOnlyIndicator: maybe(flag()),
  Package: list(Package),
  ShipmentServiceOptions: maybe(ShipmentServiceOptions),
  ShipmentRatingOptions: maybe(ShipmentRatingOptions),
  InvoiceLineTotal: maybe(money(text(1, 19))),
  RatingMethodRequestedIndicator: maybe(flag()),
  TaxInformationIndicator: maybe(flag()),
  PromotionalDiscountInformation: maybe(PromotionalDiscountInformation),
  DeliveryTimeInformation: maybe(DeliveryTimeInformation),
  MasterCartonIndicator: maybe(flag()),
  WWEShipmentIndicator: maybe(flag()),
});
