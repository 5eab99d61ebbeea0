import { type Static, Type } from 'typebox';
import { coded, exactly, flag, free, list, maybe, measured, text, upTo } from '../schema/notation.ts';
import { ResponseTransactionReference, TransactionReference } from './schema/parts.ts';

const Request = Type.Object({
  RequestOption: maybe(list(exactly(1, 'What is asked for, where the path does not say it.'))),
  SubVersion: maybe(free('YYMM; newer members of the answer come only to who asks for them.')),
  TransactionReference: maybe(TransactionReference),
});

const ChemicalReferenceDataRequestBody = Type.Object({
  Request: Request,
  IDNumber: maybe(text(1, 6, 'UN, NA or ID number of the chemical, with its prefix.')),
  ProperShippingName: maybe(text(1, 250, 'As the regulations name the chemical.')),
  ShipperNumber: upTo(6, 'Account number, six letters and digits.'),
});

/** Asks for what is known of a chemical by its identification number or proper shipping name. */
export const ChemicalReferenceDataRequest = Type.Object({
  ChemicalReferenceDataRequest: ChemicalReferenceDataRequestBody,
});

const Response = Type.Object({
  ResponseStatus: coded(exactly(1), text(1, 35)),
  Alert: maybe(list(coded(text(1, 10), text(1, 150)), 'v2403')),
  TransactionReference: maybe(ResponseTransactionReference),
});

const ChemicalDetail = Type.Object({
  RegulationSet: maybe(text(3, 5, 'Under which regulations the goods travel.')),
  IDNumber: maybe(text(1, 6, 'UN, NA or ID number of the chemical, with its prefix.')),
  HazardousMaterialsDescription: maybe(text(1, 250)),
  ClassDivisionNumber: maybe(text(1, 10, 'Hazard class and division.')),
  SubRiskClass: maybe(text(1, 100, 'Subsidiary hazard.')),
  PackagingGroupType: maybe(text(1, 10, 'I, II or III.')),
  SpecialPermit: maybe(text(1, 4)),
  TechnicalNameRequiredIndicator: maybe(exactly(1)),
  AdditionalShippingInformationRequiredIndicator: maybe(exactly(1)),
  TunnelRestrictionCode: maybe(text(1, 10)),
  TransportCategory: maybe(exactly(1)),
  TransportMultiplierQuantity: maybe(exactly(1)),
  ChannelTunnelAcceptedIndicator: maybe(exactly(1)),
  ChemicalType: maybe(upTo(25)),
  CAToUSShipmentAllowedIndicator: maybe(exactly(1)),
});

const ProperShippingNameDetail = Type.Object({
  ProperShippingName: list(free('As the regulations name the chemical.')),
});

const PackageQuantityLimitDetail = Type.Object({
  PackageQuantityLimitTypeCode: maybe(text(1, 10)),
  Quantity: maybe(upTo(15)),
  UOM: maybe(text(1, 10, 'Unit of the quantity.')),
  PackagingInstructionCode: maybe(text(1, 353)),
});

const ChemicalData = Type.Object({
  ChemicalDetail: maybe(ChemicalDetail),
  ProperShippingNameDetail: maybe(ProperShippingNameDetail),
  PackageQuantityLimitDetail: maybe(list(PackageQuantityLimitDetail, 'v2403')),
});

const ChemicalReferenceDataResponseBody = Type.Object({
  Response: Response,
  ChemicalData: maybe(list(ChemicalData, 'v2403')),
});

/** What each set of regulations says of the chemical. */
export const ChemicalReferenceDataResponse = Type.Object({
  ChemicalReferenceDataResponse: ChemicalReferenceDataResponseBody,
});

const AcceptanceAuditPreCheckRequestRequest = Type.Object({
  RequestOption: maybe(free('What is asked for, where the path does not say it.')),
  SubVersion: maybe(free('YYMM; newer members of the answer come only to who asks for them.')),
  TransactionReference: maybe(TransactionReference),
});

const ShipFromAddress = Type.Object({
  AddressLine: maybe(text(1, 35, 'Street line, in order.')),
  City: maybe(text(1, 30)),
  StateProvinceCode: maybe(text(1, 30, 'State or province, two letters in the United States and Canada.')),
  PostalCode: maybe(text(1, 9, 'Letters and digits; without a dash or a space where the country allows it.')),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
});

const PackageWeight = Type.Object({
  Weight: measured('unit-beside', upTo(15)),
  UnitOfMeasurement: coded(upTo(3), maybe(text(1, 35))),
});

const ChemicalRecord = Type.Object({
  ChemicalRecordIdentifier: text(1, 3),
  ReportableQuantity: maybe(text(1, 2)),
  ClassDivisionNumber: maybe(text(1, 10, 'Hazard class and division.')),
  SubRiskClass: maybe(text(1, 100, 'Subsidiary hazard.')),
  IDNumber: maybe(text(1, 6, 'UN, NA or ID number of the chemical, with its prefix.')),
  PackagingGroupType: maybe(text(1, 10, 'I, II or III.')),
  Quantity: maybe(upTo(15)),
  UOM: maybe(text(1, 10, 'Unit of the quantity.')),
  PackagingInstructionCode: maybe(text(1, 353)),
  ProperShippingName: maybe(text(1, 250, 'As the regulations name the chemical.')),
  TechnicalName: maybe(text(1, 300, 'Of the substance behind a generic name.')),
  AdditionalDescription: maybe(text(1, 75)),
  PackagingType: maybe(text(1, 255)),
  HazardLabelRequired: maybe(text(1, 50)),
  PackagingTypeQuantity: maybe(text(1, 3)),
  CommodityRegulatedLevelCode: upTo(2),
  TransportCategory: maybe(exactly(1)),
  TunnelRestrictionCode: maybe(text(1, 10)),
  AllPackedInOneIndicator: maybe(flag()),
});

const Package = Type.Object({
  PackageIdentifier: text(1, 5),
  PackageWeight: PackageWeight,
  QValue: maybe(upTo(3)),
  OverPackedIndicator: maybe(flag()),
  TransportationMode: maybe(upTo(3, 'How the goods may travel.')),
  EmergencyPhone: maybe(text(1, 25, 'Reachable while the goods travel.')),
  EmergencyContact: maybe(text(1, 35)),
  ChemicalRecord: list(ChemicalRecord),
});

const Shipment = Type.Object({
  ShipperNumber: upTo(6, 'Account number, six letters and digits.'),
  ShipFromAddress: ShipFromAddress,
  ShipToAddress: ShipFromAddress,
  Service: coded(upTo(3), maybe(text(1, 35))),
  RegulationSet: maybe(text(3, 5, 'Under which regulations the goods travel.')),
  Package: list(Package),
});

const AcceptanceAuditPreCheckRequestBody = Type.Object({
  Request: AcceptanceAuditPreCheckRequestRequest,
  OriginRecordTransactionTimestamp: maybe(free()),
  Shipment: Shipment,
});

/** A shipment of dangerous goods to be checked before it is tendered. */
export const AcceptanceAuditPreCheckRequest = Type.Object({
  AcceptanceAuditPreCheckRequest: AcceptanceAuditPreCheckRequestBody,
});

const ElementIdentifier = Type.Object({
  Code: exactly(1),
  Value: text(1, 5),
});

const ElementLevelInformation = Type.Object({
  Level: exactly(1),
  ElementIdentifier: maybe(list(ElementIdentifier)),
});

const AlertDetail = Type.Object({
  Code: text(1, 10),
  Description: text(1, 150, 'The code in words; the carrier does not read it.'),
  ElementLevelInformation: maybe(ElementLevelInformation),
});

const AcceptanceAuditPreCheckResponseResponse = Type.Object({
  ResponseStatus: coded(exactly(1), text(1, 35)),
  Alert: maybe(list(coded(text(1, 10), text(1, 150)), 'v2')),
  AlertDetail: maybe(list(AlertDetail, 'v2')),
  TransactionReference: maybe(ResponseTransactionReference),
});

const ChemicalRecordResults = Type.Object({
  ChemicalRecordIdentifier: text(1, 3),
  ADRPoints: maybe(text(1, 4)),
  TransportCategory: maybe(exactly(1)),
  TunnelRestrictionCode: maybe(text(1, 10)),
  ADRUnits: maybe(upTo(7)),
});

const PackageResults = Type.Object({
  PackageIdentifier: text(1, 5),
  AccessibleIndicator: maybe(exactly(1)),
  EuropeBUIndicator: maybe(exactly(1)),
  ChemicalRecordResults: maybe(list(ChemicalRecordResults, 'v2')),
});

const AcceptanceAuditPreCheckResponseBody = Type.Object({
  Response: AcceptanceAuditPreCheckResponseResponse,
  ShipperNumber: maybe(upTo(6, 'Account number, six letters and digits.')),
  Service: maybe(coded(free())),
  RegulationSet: maybe(text(3, 5, 'Under which regulations the goods travel.')),
  PackageResults: maybe(list(PackageResults, 'v2')),
});

/** Whether the shipment would be accepted, and what is wrong where. */
export const AcceptanceAuditPreCheckResponse = Type.Object({
  AcceptanceAuditPreCheckResponse: AcceptanceAuditPreCheckResponseBody,
});

/** See the schema of the same name. */
export type ChemicalReferenceDataRequest = Static<typeof ChemicalReferenceDataRequest>;
/** See the schema of the same name. */
export type ChemicalReferenceDataResponse = Static<typeof ChemicalReferenceDataResponse>;
/** See the schema of the same name. */
export type AcceptanceAuditPreCheckRequest = Static<typeof AcceptanceAuditPreCheckRequest>;
/** See the schema of the same name. */
export type AcceptanceAuditPreCheckResponse = Static<typeof AcceptanceAuditPreCheckResponse>;
