import { Type } from 'typebox';
import { coded, exactly, flag, free, list, maybe, measured, text, upTo } from '../../schema/notation.ts';
import { DestinationAddress, ShipperAccount, TransactionReference } from './parts.ts';

const PickupCreationRequestRequest = Type.Object({
  SubVersion: maybe(upTo(4, 'YYMM; newer members of the answer come only to who asks for them.')),
  TransactionReference: maybe(TransactionReference),
});

const CardAddress = Type.Object({
  AddressLine: maybe(list(free('Street line, in order.'))),
  City: maybe(text(1, 50)),
  StateProvince: maybe(text(1, 50)),
  PostalCode: maybe(text(1, 8, 'Letters and digits; without a dash or a space where the country allows it.')),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
});

const ChargeCard = Type.Object({
  CardHolderName: maybe(text(1, 22)),
  CardType: upTo(2),
  CardNumber: text(9, 16),
  ExpirationDate: upTo(6, 'YYYYMM'),
  SecurityCode: text(3, 4),
  CardAddress: CardAddress,
});

const Shipper = Type.Object({
  Account: maybe(ShipperAccount),
  ChargeCard: maybe(ChargeCard),
});

const PickupCreationRequestPickupDateInfo = Type.Object({
  CloseTime: exactly(4, 'HHMM'),
  ReadyTime: free('HHMM'),
  PickupDate: exactly(4, 'YYYYMMDD'),
});

const Phone = Type.Object({
  Number: text(1, 25),
  Extension: maybe(text(1, 10)),
});

const PickupCreationRequestPickupAddress = Type.Object({
  CompanyName: text(1, 27),
  ContactName: text(1, 22),
  AddressLine: list(text(1, 73, 'Street line, in order.')),
  Room: maybe(text(1, 8)),
  Floor: maybe(text(1, 3)),
  City: text(1, 50),
  StateProvince: maybe(text(1, 50)),
  Urbanization: maybe(text(1, 50, 'Puerto Rico only.')),
  PostalCode: maybe(text(1, 8, 'Letters and digits; without a dash or a space where the country allows it.')),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
  ResidentialIndicator: exactly(1),
  PickupPoint: maybe(text(1, 11)),
  Phone: Phone,
});

const PickupPiece = Type.Object({
  ServiceCode: upTo(3),
  Quantity: text(1, 3),
  DestinationCountryCode: exactly(2),
  ContainerCode: upTo(2),
});

const TotalWeight = Type.Object({
  Weight: measured('unit-beside', upTo(6)),
  UnitOfMeasurement: upTo(3),
});

const TrackingData = Type.Object({
  TrackingNumber: maybe(upTo(18, '1Z number of a package.')),
});

const TrackingDataWithReferenceNumber = Type.Object({
  TrackingNumber: upTo(18, '1Z number of a package.'),
  ReferenceNumber: maybe(list(free())),
});

const ShipmentServiceOptions = Type.Object({
  OriginLiftGateIndicator: maybe(flag()),
  DropoffAtUPSFacilityIndicator: maybe(flag()),
  HoldForPickupIndicator: maybe(flag()),
});

const Dimensions = Type.Object({
  UnitOfMeasurement: coded(upTo(2), maybe(text(1, 35))),
  Length: measured('unit-beside', free()),
  Width: measured('unit-beside', free()),
  Height: measured('unit-beside', free()),
});

const PalletInformation = Type.Object({
  Dimensions: maybe(Dimensions),
});

const ShipmentDetail = Type.Object({
  HazmatIndicator: maybe(flag()),
  PalletInformation: maybe(PalletInformation),
});

const FreightOptions = Type.Object({
  ShipmentServiceOptions: maybe(ShipmentServiceOptions),
  OriginServiceCenterCode: maybe(text(1, 5)),
  OriginServiceCountryCode: maybe(upTo(2)),
  DestinationAddress: maybe(DestinationAddress),
  ShipmentDetail: ShipmentDetail,
});

const Notification = Type.Object({
  ConfirmationEmailAddress: maybe(text(1, 50)),
  UndeliverableEmailAddress: maybe(text(1, 50)),
});

export const PickupCreationRequestBody = Type.Object({
  Request: PickupCreationRequestRequest,
  RatePickupIndicator: exactly(1),
  RateChartType: maybe(exactly(1)),
  TaxInformationIndicator: maybe(exactly(1)),
  UserLevelDiscountIndicator: maybe(exactly(1)),
  Shipper: maybe(Shipper),
  PickupDateInfo: PickupCreationRequestPickupDateInfo,
  PickupAddress: PickupCreationRequestPickupAddress,
  AlternateAddressIndicator: exactly(1),
  PickupPiece: list(PickupPiece),
  TotalWeight: maybe(TotalWeight),
  OverweightIndicator: maybe(exactly(1)),
  TrackingData: maybe(list(TrackingData)),
  TrackingDataWithReferenceNumber: maybe(TrackingDataWithReferenceNumber),
  PaymentMethod: upTo(2),
  SpecialInstruction: maybe(text(1, 57)),
  ReferenceNumber: maybe(text(1, 35)),
  FreightOptions: maybe(FreightOptions),
  ServiceCategory: maybe(upTo(2)),
  CashType: maybe(upTo(2)),
  ShippingLabelsAvailable: maybe(exactly(1)),
  Notification: maybe(Notification),
});
