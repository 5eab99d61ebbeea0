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
import { COD, DeliveryConfirmation } from './parts.ts';

const PackageDimensions = Type.Object({
  UnitOfMeasurement: coded(maybe(upTo(2)), maybe(text(1, 35))),
  Length: measured('unit-beside', text(1, 3)),
  Width: measured('unit-beside', text(1, 3)),
  Height: measured('unit-beside', text(1, 3)),
});

const DimWeight = Type.Object({
  UnitOfMeasurement: maybe(coded(text(1, 3), maybe(text(1, 35)))),
  Weight: maybe(measured('unit-beside', upTo(6))),
});

const PackageWeight = Type.Object({
  UnitOfMeasurement: coded(text(1, 3), maybe(text(1, 35))),
  Weight: measured('unit-beside', text(1, 5)),
});

const PackageReferenceNumber = Type.Object({
  BarCodeIndicator: maybe(flag()),
  Code: maybe(text(1, 2)),
  Value: text(1, 35),
});

const HandlingInstructions = Type.Object({
  Instruction: upTo(3),
});

const UPSPremier = Type.Object({
  Category: upTo(2),
  SensorID: maybe(text(1, 50)),
  HandlingInstructions: list(HandlingInstructions),
});

const DeclaredValue = Type.Object({
  Type: maybe(coded(upTo(2), maybe(text(1, 35)))),
  CurrencyCode: exactly(3, 'ISO 4217.'),
  MonetaryValue: measured('currency-beside', text(1, 19)),
});

const NotificationEMail = Type.Object({
  Subject: maybe(text(1, 75)),
  SubjectCode: maybe(text(1, 2)),
  EMailAddress: list(text(1, 50)),
  UndeliverableEMailAddress: maybe(text(1, 50)),
  FromEMailAddress: maybe(text(1, 50)),
  FromName: maybe(text(1, 35)),
  Memo: maybe(text(1, 150)),
});

const PackageServiceOptionsNotification = Type.Object({
  NotificationCode: text(1, 3),
  EMail: NotificationEMail,
});

const HazMat = Type.Object({
  PackagingTypeQuantity: maybe(text(1, 3)),
  RecordIdentifier1: maybe(free()),
  RecordIdentifier2: maybe(free()),
  RecordIdentifier3: maybe(free()),
  SubRiskClass: maybe(upTo(7, 'Subsidiary hazard.')),
  aDRItemNumber: maybe(upTo(10)),
  aDRPackingGroupLetter: maybe(exactly(1)),
  TechnicalName: maybe(upTo(200, 'Of the substance behind a generic name.')),
  HazardLabelRequired: maybe(upTo(50)),
  ClassDivisionNumber: maybe(text(1, 7, 'Hazard class and division.')),
  ReferenceNumber: maybe(text(1, 15)),
  Quantity: maybe(text(1, 5)),
  UOM: maybe(text(1, 10, 'Unit of the quantity.')),
  PackagingType: maybe(text(1, 255)),
  IDNumber: maybe(text(1, 6, 'UN, NA or ID number of the chemical, with its prefix.')),
  ProperShippingName: text(1, 150, 'As the regulations name the chemical.'),
  AdditionalDescription: maybe(text(1, 255)),
  PackagingGroupType: maybe(text(1, 5, 'I, II or III.')),
  PackagingInstructionCode: maybe(text(1, 4)),
  EmergencyPhone: maybe(text(1, 25, 'Reachable while the goods travel.')),
  EmergencyContact: maybe(text(1, 35)),
  ReportableQuantity: maybe(text(1, 2)),
  RegulationSet: text(3, 4, 'Under which regulations the goods travel.'),
  TransportationMode: text(3, 30, 'How the goods may travel.'),
  CommodityRegulatedLevelCode: maybe(sinceSubVersion('1701', upTo(2))),
  TransportCategory: maybe(exactly(1)),
  TunnelRestrictionCode: maybe(text(1, 10)),
  ChemicalRecordIdentifier: maybe(sinceSubVersion('1701', text(1, 3))),
  LocalTechnicalName: maybe(text(1, 200)),
  LocalProperShippingName: maybe(text(1, 150)),
});

const DryIceWeight = Type.Object({
  UnitOfMeasurement: coded(free(), maybe(free())),
  Weight: measured('unit-beside', free()),
});

const DryIce = Type.Object({
  RegulationSet: text(3, 4, 'Under which regulations the goods travel.'),
  DryIceWeight: DryIceWeight,
  MedicalUseIndicator: maybe(flag()),
});

const Healthcare = Type.Object({
  ProgramIdentifier: maybe(upTo(3)),
  SubAttribute: maybe(text(1, 25)),
  UniqueIdentifier: maybe(text(1, 25)),
  Text: maybe(text(1, 50)),
});

const PackageServiceOptions = Type.Object({
  DeliveryConfirmation: maybe(DeliveryConfirmation),
  DeclaredValue: maybe(DeclaredValue),
  COD: maybe(COD),
  AccessPointCOD: maybe(money(text(1, 8))),
  ShipperReleaseIndicator: maybe(flag()),
  Notification: maybe(PackageServiceOptionsNotification),
  HazMat: maybe(list(HazMat)),
  HazMatTypeCode: maybe(free()),
  DryIce: maybe(DryIce),
  UPSPremiumCareIndicator: maybe(flag()),
  ProactiveIndicator: maybe(flag()),
  PackageIdentifier: maybe(sinceSubVersion('1701', text(1, 5))),
  ClinicalTrialsID: maybe(upTo(20)),
  RefrigerationIndicator: maybe(flag()),
  Healthcare: maybe(Healthcare),
});

const NMFC = Type.Object({
  PrimeCode: text(4, 6),
  SubCode: maybe(upTo(2)),
});

const Commodity = Type.Object({
  FreightClass: upTo(10),
  NMFC: maybe(NMFC),
});

const HazMatPackageInformation = Type.Object({
  AllPackedInOneIndicator: maybe(flag()),
  OverPackedIndicator: maybe(flag()),
  QValue: maybe(upTo(3)),
  OuterPackagingType: maybe(text(1, 255)),
});

export const Package = Type.Object({
  Description: maybe(text(1, 35, 'The code in words; the carrier does not read it.')),
  PalletDescription: maybe(text(1, 150)),
  NumOfPieces: maybe(text(1, 5, 'Pieces over all pallets.')),
  UnitPrice: maybe(text(1, 12)),
  Packaging: coded(upTo(2), maybe(text(1, 35))),
  Dimensions: maybe(PackageDimensions),
  DimWeight: maybe(DimWeight),
  PackageWeight: maybe(PackageWeight),
  LargePackageIndicator: maybe(flag()),
  OversizeIndicator: maybe(flag()),
  MinimumBillableWeightIndicator: maybe(flag()),
  ReferenceNumber: maybe(list(PackageReferenceNumber)),
  AdditionalHandlingIndicator: maybe(flag()),
  SimpleRate: maybe(coded(upTo(2), maybe(text(1, 35)))),
  UPSPremier: maybe(UPSPremier),
  PackageServiceOptions: maybe(PackageServiceOptions),
  Commodity: maybe(Commodity),
  HazMatPackageInformation: maybe(HazMatPackageInformation),
});
