import { Type } from 'typebox';
import {
  coded,
  exactly,
  flag,
  list,
  maybe,
  measured,
  money,
  sinceSubVersion,
  text,
  upTo,
} from '../../schema/notation.ts';
import { COD } from './parts.ts';

const PackageDimensions = Type.Object({
  UnitOfMeasurement: coded(text(1, 2), text(1, 35)),
  Length: measured('unit-beside', text(1, 9)),
  Width: measured('unit-beside', text(1, 9)),
  Height: measured('unit-beside', text(1, 9)),
});

const DimWeight = Type.Object({
  UnitOfMeasurement: maybe(coded(text(1, 3), text(1, 35))),
  Weight: maybe(measured('unit-beside', text(1, 6))),
});

const PackageWeight = Type.Object({
  UnitOfMeasurement: coded(text(1, 3), text(1, 35)),
  Weight: measured('unit-beside', text(1, 6)),
});

const NMFC = Type.Object({
  PrimeCode: text(4, 6),
  SubCode: maybe(upTo(2)),
});

const Commodity = Type.Object({
  FreightClass: upTo(10),
  NMFC: maybe(NMFC),
});

const DeliveryConfirmation = Type.Object({
  DCISType: exactly(1),
});

const Insurance = Type.Object({
  BasicFlexibleParcelIndicator: maybe(money(upTo(8))),
  ExtendedFlexibleParcelIndicator: maybe(money(upTo(8))),
  TimeInTransitFlexibleParcelIndicator: maybe(money(upTo(8))),
  PackageProtection: maybe(money(upTo(8))),
});

const HazMatChemicalRecord = Type.Object({
  ChemicalRecordIdentifier: maybe(sinceSubVersion('1701', text(1, 3))),
  ClassDivisionNumber: maybe(sinceSubVersion('1701', text(1, 7, 'Hazard class and division.'))),
  IDNumber: maybe(
    sinceSubVersion('1701', text(1, 6, 'UN, NA or ID number of the chemical, with its prefix.')),
  ),
  TransportationMode: sinceSubVersion('1701', upTo(2, 'How the goods may travel.')),
  RegulationSet: sinceSubVersion('1701', text(3, 4, 'Under which regulations the goods travel.')),
  EmergencyPhone: maybe(sinceSubVersion('1701', text(1, 25, 'Reachable while the goods travel.'))),
  EmergencyContact: maybe(sinceSubVersion('1701', text(1, 35))),
  ReportableQuantity: maybe(sinceSubVersion('1701', text(1, 2))),
  SubRiskClass: maybe(sinceSubVersion('1701', text(1, 100, 'Subsidiary hazard.'))),
  PackagingGroupType: maybe(sinceSubVersion('1701', text(1, 10, 'I, II or III.'))),
  Quantity: maybe(sinceSubVersion('1701', upTo(15))),
  UOM: maybe(sinceSubVersion('1701', text(1, 10, 'Unit of the quantity.'))),
  PackagingInstructionCode: maybe(sinceSubVersion('1701', text(1, 353))),
  ProperShippingName: maybe(sinceSubVersion('1701', text(1, 250, 'As the regulations name the chemical.'))),
  TechnicalName: maybe(sinceSubVersion('1701', text(1, 300, 'Of the substance behind a generic name.'))),
  AdditionalDescription: maybe(sinceSubVersion('1701', text(1, 75))),
  PackagingType: maybe(sinceSubVersion('1701', text(1, 255))),
  HazardLabelRequired: maybe(sinceSubVersion('1701', text(1, 50))),
  PackagingTypeQuantity: maybe(sinceSubVersion('1701', text(1, 3))),
  CommodityRegulatedLevelCode: maybe(sinceSubVersion('1701', upTo(2))),
  TransportCategory: maybe(sinceSubVersion('1701', exactly(1))),
  TunnelRestrictionCode: maybe(sinceSubVersion('1701', text(1, 10))),
});

const HazMat = Type.Object({
  PackageIdentifier: maybe(sinceSubVersion('1701', text(1, 5))),
  QValue: maybe(sinceSubVersion('1701', upTo(3))),
  OverPackedIndicator: maybe(sinceSubVersion('1701', flag())),
  AllPackedInOneIndicator: maybe(sinceSubVersion('1701', flag())),
  HazMatChemicalRecord: list(HazMatChemicalRecord),
});

const DryIceWeight = Type.Object({
  UnitOfMeasurement: coded(text(1, 2), text(1, 20)),
  Weight: measured('unit-beside', text(1, 5)),
});

const DryIce = Type.Object({
  RegulationSet: text(3, 4, 'Under which regulations the goods travel.'),
  DryIceWeight: DryIceWeight,
  MedicalUseIndicator: maybe(flag()),
  AuditRequired: maybe(flag()),
});

const PackageServiceOptions = Type.Object({
  DeliveryConfirmation: maybe(DeliveryConfirmation),
  AccessPointCOD: maybe(money(text(2, 11))),
  COD: maybe(COD),
  DeclaredValue: maybe(money(upTo(8))),
  ShipperDeclaredValue: maybe(money(text(1, 19))),
  ShipperReleaseIndicator: maybe(flag()),
  ProactiveIndicator: maybe(flag()),
  RefrigerationIndicator: maybe(flag()),
  Insurance: maybe(Insurance),
  UPSPremiumCareIndicator: maybe(flag()),
  HazMat: maybe(sinceSubVersion('1701', HazMat)),
  DryIce: maybe(DryIce),
});

const UPSPremier = Type.Object({
  Category: upTo(2),
});

export const Package = Type.Object({
  PackagingType: maybe(coded(upTo(2), maybe(text(1, 35)))),
  Dimensions: maybe(PackageDimensions),
  DimWeight: maybe(DimWeight),
  PackageWeight: maybe(PackageWeight),
  Commodity: maybe(Commodity),
  LargePackageIndicator: maybe(flag()),
  PackageServiceOptions: maybe(PackageServiceOptions),
  AdditionalHandlingIndicator: maybe(flag()),
  SimpleRate: maybe(coded(upTo(2), maybe(text(1, 35)))),
  UPSPremier: maybe(UPSPremier),
  OversizeIndicator: maybe(flag()),
  MinimumBillableWeightIndicator: maybe(flag()),
});
