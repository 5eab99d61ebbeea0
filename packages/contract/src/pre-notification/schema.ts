import { type Static, Type } from 'typebox';
import { coded, date, exactly, flag, free, list, maybe, measured, text, upTo } from '../schema/notation.ts';

const TransactionReference = Type.Object({
  CustomerContext: maybe(text(1, 512, 'Comes back unchanged in the answer.')),
});

const Request = Type.Object({
  TransactionReference: maybe(TransactionReference),
});

const ShipToAddress = Type.Object({
  AddressLine: list(free('Street line, in order.')),
  City: maybe(text(1, 30)),
  StateProvinceCode: maybe(text(2, 5, 'State or province, two letters in the United States and Canada.')),
  PostalCode: maybe(text(1, 9, 'Letters and digits; without a dash or a space where the country allows it.')),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
});

const PackageWeight = Type.Object({
  UnitOfMeasurement: coded(upTo(3), maybe(text(1, 35))),
  Weight: measured('unit-beside', upTo(15)),
});

const ChemicalRecord = Type.Object({
  ReportableQuantity: maybe(text(1, 2)),
  ClassDivisionNumber: maybe(text(1, 7, 'Hazard class and division.')),
  SubRiskClass: maybe(upTo(7, 'Subsidiary hazard.')),
  IDNumber: maybe(text(1, 6, 'UN, NA or ID number of the chemical, with its prefix.')),
  PackagingGroupType: maybe(text(1, 5, 'I, II or III.')),
  Quantity: maybe(text(1, 5)),
  UOM: maybe(text(1, 10, 'Unit of the quantity.')),
  PackagingInstructionCode: maybe(text(1, 4)),
  EmergencyPhone: maybe(text(1, 25, 'Reachable while the goods travel.')),
  EmergencyContact: maybe(text(1, 35)),
  ProperShippingName: maybe(text(1, 150, 'As the regulations name the chemical.')),
  TechnicalName: maybe(upTo(200, 'Of the substance behind a generic name.')),
  AdditionalDescription: maybe(text(1, 255)),
  PackagingType: maybe(text(1, 255)),
  HazardLabelRequired: maybe(upTo(50)),
  PackagingTypeQuantity: maybe(text(1, 3)),
  CommodityRegulatedLevelCode: upTo(2),
  TransportCategory: maybe(exactly(1)),
  TunnelRestrictionCode: maybe(text(1, 10)),
  QValue: maybe(upTo(3)),
  OverPackedIndicator: maybe(flag()),
  AllPackedInOneIndicator: maybe(flag()),
});

const Package = Type.Object({
  TrackingNumber: upTo(18, '1Z number of a package.'),
  PackageWeight: PackageWeight,
  TransportationMode: maybe(upTo(3, 'How the goods may travel.')),
  VoidIndicator: maybe(flag()),
  PackagePoints: maybe(upTo(5)),
  ChemicalRecord: list(ChemicalRecord),
});

const Shipment = Type.Object({
  ShipperNumber: upTo(6, 'Account number, six letters and digits.'),
  ShipmentIdentificationNumber: upTo(18, '1Z number of the first package; it names the shipment.'),
  ShipToAddress: ShipToAddress,
  ShipFromAddress: ShipToAddress,
  PickupDate: date(),
  Service: coded(upTo(3), maybe(text(1, 35))),
  RegulationSet: text(3, 5, 'Under which regulations the goods travel.'),
  Package: list(Package),
});

const PreNotificationRequestBody = Type.Object({
  Request: Request,
  Shipment: Shipment,
});

/** Tells the carrier of fully regulated dangerous goods before pick-up. */
export const PreNotificationRequest = Type.Object({
  PreNotificationRequest: PreNotificationRequestBody,
});

const ResponseTransactionReference = Type.Object({
  CustomerContext: maybe(text(1, 512, 'Comes back unchanged in the answer.')),
  TransactionIdentifier: maybe(free('The carrier’s own identifier of the call.')),
});

const Response = Type.Object({
  ResponseStatus: coded(exactly(1), text(1, 35)),
  Alert: maybe(list(coded(text(1, 10), text(1, 150)), 'v2')),
  TransactionReference: maybe(ResponseTransactionReference),
});

const PreNotificationResponseBody = Type.Object({
  Response: Response,
});

/** The pre-notification was taken. */
export const PreNotificationResponse = Type.Object({
  PreNotificationResponse: PreNotificationResponseBody,
});

/** See the schema of the same name. */
export type PreNotificationRequest = Static<typeof PreNotificationRequest>;
/** See the schema of the same name. */
export type PreNotificationResponse = Static<typeof PreNotificationResponse>;
