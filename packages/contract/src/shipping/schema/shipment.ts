import { Type } from 'typebox';
import {
  coded,
  date,
  exactly,
  flag,
  free,
  list,
  matching,
  maybe,
  money,
  oneOf,
  text,
  upTo,
} from '../../schema/notation.ts';
import { Package } from './package.ts';
import { Address, AdjustedHeight, BillThirdPartyAddress, Dimensions, Phone } from './parts.ts';
import { PaymentInformation } from './payment-information.ts';
import { ShipmentServiceOptions } from './shipment-service-options.ts';
import { TradeDirect } from './trade-direct.ts';

const Shipper = Type.Object({
  Name: text(1, 35),
  AttentionName: maybe(text(1, 35, 'Person to whom it goes.')),
  CompanyDisplayableName: maybe(text(1, 35)),
  TaxIdentificationNumber: maybe(text(1, 15, 'Of the party, as its country numbers it.')),
  Phone: maybe(Phone),
  ShipperNumber: upTo(6, 'Account number, six letters and digits.'),
  FaxNumber: maybe(text(1, 14)),
  EMailAddress: maybe(text(1, 50)),
  Address: Address,
});

const ShipToAddress = Type.Object({
  AddressLine: list(free('Street line, in order.')),
  City: text(1, 30),
  StateProvinceCode: maybe(text(1, 5, 'State or province, two letters in the United States and Canada.')),
  PostalCode: maybe(text(1, 9, 'Letters and digits; without a dash or a space where the country allows it.')),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
  ResidentialAddressIndicator: maybe(flag()),
  POBoxIndicator: maybe(flag()),
});

const ShipTo = Type.Object({
  Name: text(1, 35),
  AttentionName: maybe(text(1, 35, 'Person to whom it goes.')),
  CompanyDisplayableName: maybe(text(1, 35)),
  TaxIdentificationNumber: maybe(text(1, 15, 'Of the party, as its country numbers it.')),
  Phone: maybe(Phone),
  FaxNumber: maybe(text(1, 15)),
  EMailAddress: maybe(text(1, 50)),
  Address: ShipToAddress,
  LocationID: maybe(text(3, 10, 'The carrier’s identifier of a location.')),
});

const AlternateDeliveryAddress = Type.Object({
  Name: text(1, 35),
  AttentionName: text(1, 35, 'Person to whom it goes.'),
  UPSAccessPointID: maybe(upTo(9)),
  Address: Address,
});

const IOSSContactAddress = Type.Object({
  AddressLine: maybe(list(free('Street line, in order.'))),
  City: maybe(text(1, 30)),
  StateProvinceCode: maybe(text(1, 5, 'State or province, two letters in the United States and Canada.')),
  PostalCode: maybe(text(1, 9, 'Letters and digits; without a dash or a space where the country allows it.')),
  CountryCode: maybe(exactly(2, 'ISO 3166-1 alpha-2.')),
});

const IOSSContact = Type.Object({
  Name: maybe(free()),
  Address: maybe(IOSSContactAddress),
});

const VendorInfo = Type.Object({
  VendorCollectIDTypeCode: text(1, 4),
  VendorCollectIDNumber: text(1, 35),
  ConsigneeType: maybe(upTo(2)),
  IOSSContact: maybe(IOSSContact),
});

const ShipFrom = Type.Object({
  Name: text(1, 35),
  AttentionName: maybe(text(1, 35, 'Person to whom it goes.')),
  CompanyDisplayableName: maybe(text(1, 35)),
  TaxIdentificationNumber: maybe(text(1, 15, 'Of the party, as its country numbers it.')),
  TaxIDType: maybe(coded(free(), maybe(free()))),
  Phone: maybe(Phone),
  FaxNumber: maybe(text(1, 15)),
  Address: Address,
  VendorInfo: maybe(VendorInfo),
});

const FRSPaymentInformation = Type.Object({
  Type: coded(text(1, 2), maybe(text(1, 50))),
  AccountNumber: upTo(6, 'Account number, six letters and digits.'),
  Address: maybe(BillThirdPartyAddress),
});

const TaxIdentificationNumber = Type.Object({
  IdentificationNumber: free(),
  IDNumberCustomerRole: free(),
  IDNumberEncryptionIndicator: flag(),
  IDNumberIssuingCntryCd: maybe(free()),
  IDNumberPurposeCode: free(),
  IDNumberRequestingCntryCd: maybe(free()),
  IDNumberTypeCode: free(),
  IncludeIDNumberOnShippingBrokerageDocs: maybe(free()),
});

const AgentTaxIdentificationNumber = Type.Object({
  AgentRole: free(),
  TaxIdentificationNumber: maybe(list(TaxIdentificationNumber)),
});

const GlobalTaxInformation = Type.Object({
  OriginCountryShipmentValue: maybe(free()),
  DestinationCountryShipmentValue: maybe(free()),
  ShipperTypeValue: maybe(free()),
  ConsigneeTypeValue: maybe(upTo(2)),
  AgentTaxIdentificationNumber: maybe(list(AgentTaxIdentificationNumber)),
});

const POE = Type.Object({
  AddressLine: list(free('Street line, in order.')),
  City: text(0, 30),
  StateProvinceCode: maybe(text(2, 5, 'State or province, two letters in the United States and Canada.')),
  PostalCode: maybe(
    matching(
      '^\\d{5}(?:[-\\s]\\d{4})?$',
      'Letters and digits; without a dash or a space where the country allows it.',
    ),
  ),
  CountryCode: matching('^[A-Z]{2}$', 'ISO 3166-1 alpha-2.'),
});

const ShipmentWorldEasePortOfEntry = Type.Object({
  Name: text(0, 35),
  ClearancePortCode: free(),
  Consignee: text(0, 35),
  Address: POE,
});

const WorldEase = Type.Object({
  DestinationCountryCode: matching('^[A-Z]{2}$'),
  DestinationPostalCode: maybe(matching('^\\d{5}(?:[-\\s]\\d{4})?$')),
  GCCN: maybe(text(0, 18)),
  MasterEUConsolidationIndicator: maybe(flag()),
  MasterHasDocBox: maybe(free()),
  MasterShipmentChgType: oneOf(['CAF', 'COL', 'DDP', 'FOB', 'PRE', 'SDT']),
  VendorCollectIDNumberExemptIndicator: maybe(flag()),
  PortOfEntry: ShipmentWorldEasePortOfEntry,
});

const HandlingUnits = Type.Object({
  Quantity: upTo(8),
  Type: coded(upTo(3), maybe(text(1, 35))),
  Dimensions: Dimensions,
});

const FreightDensityInfo = Type.Object({
  AdjustedHeightIndicator: maybe(flag()),
  AdjustedHeight: maybe(AdjustedHeight),
  HandlingUnits: maybe(list(HandlingUnits)),
});

const FreightShipmentInformation = Type.Object({
  FreightDensityInfo: maybe(FreightDensityInfo),
  DensityEligibleIndicator: maybe(flag()),
});

const PromotionalDiscountInformation = Type.Object({
  PromoCode: upTo(9),
  PromoAliasCode: upTo(20),
});

const DGSignatoryInfo = Type.Object({
  Name: maybe(upTo(35)),
  Title: maybe(upTo(35)),
  Place: maybe(upTo(35)),
  Date: maybe(date()),
  ShipperDeclaration: maybe(upTo(2)),
  UploadOnlyIndicator: maybe(flag()),
});

const ShipmentRatingOptions = Type.Object({
  NegotiatedRatesIndicator: maybe(flag()),
  FRSShipmentIndicator: maybe(flag()),
  RateChartIndicator: maybe(flag()),
  TPFCNegotiatedRatesIndicator: maybe(flag()),
  UserLevelDiscountIndicator: maybe(flag()),
});

const ReferenceNumber = Type.Object({
  BarCodeIndicator: maybe(flag()),
  Code: maybe(upTo(2)),
  Value: text(1, 35),
});

export const Shipment = Type.Object({
  Description: maybe(text(1, 50, 'The code in words; the carrier does not read it.')),
  ReturnService: maybe(coded(text(1, 2), maybe(text(1, 35)))),
  DocumentsOnlyIndicator: maybe(flag()),
  Shipper: Shipper,
  ShipTo: ShipTo,
  AlternateDeliveryAddress: maybe(AlternateDeliveryAddress),
  ShipFrom: maybe(ShipFrom),
  PaymentInformation: maybe(PaymentInformation),
  FRSPaymentInformation: maybe(FRSPaymentInformation),
  GlobalTaxInformation: maybe(GlobalTaxInformation),
  WorldEase: maybe(WorldEase),
  FreightShipmentInformation: maybe(FreightShipmentInformation),
  GoodsNotInFreeCirculationIndicator: maybe(flag()),
  PromotionalDiscountInformation: maybe(PromotionalDiscountInformation),
  DGSignatoryInfo: maybe(DGSignatoryInfo),
  ShipmentRatingOptions: maybe(ShipmentRatingOptions),
  MovementReferenceNumber: maybe(upTo(18)),
  ReferenceNumber: maybe(list(ReferenceNumber)),
  Service: coded(upTo(2), maybe(text(1, 35))),
  InvoiceLineTotal: maybe(money(text(1, 11))),
  ShipmentRiskEnteringEU: maybe(upTo(2)),
  NumOfPiecesInShipment: maybe(text(1, 5)),
  USPSEndorsement: maybe(exactly(1)),
  MILabelCN22Indicator: maybe(flag()),
  SubClassification: maybe(upTo(2)),
  CostCenter: maybe(text(1, 30)),
  CostCenterBarcodeIndicator: maybe(flag()),
  PackageID: maybe(text(1, 30)),
  PackageIDBarcodeIndicator: maybe(flag()),
  IrregularIndicator: maybe(exactly(1)),
  ShipmentIndicationType: maybe(list(coded(upTo(2), maybe(text(1, 50))))),
  MIDualReturnShipmentKey: maybe(text(4, 50, 'YYYY-MM-DD')),
  MIDualReturnShipmentIndicator: maybe(flag()),
  RatingMethodRequestedIndicator: maybe(flag()),
  TaxInformationIndicator: maybe(flag()),
  ShipmentServiceOptions: maybe(ShipmentServiceOptions),
  Locale: maybe(upTo(5, 'Language and country, en_US or fr_CA.')),
  ShipmentValueThresholdCode: maybe(upTo(2)),
  ShipperType: maybe(upTo(2)),
  ConsigneeType: maybe(upTo(2)),
  MasterCartonID: maybe(text(1, 24)),
  MasterCartonIndicator: maybe(flag()),
  ShipmentDate: maybe(date()),
  Package: list(Package),
  QuoteID: maybe(upTo(35)),
  TradeDirect: maybe(TradeDirect),
  HealthcareIdentifier: maybe(upTo(3)),
});
