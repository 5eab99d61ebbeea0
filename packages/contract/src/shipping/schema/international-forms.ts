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
  text,
  upTo,
} from '../../schema/notation.ts';
import { Contacts } from './contacts.ts';
import {
  CN22DDSReferenceNumber,
  EEIInformation,
  ExcludeFromForm,
  NetCostDateRange,
  PackingListInfo,
  ProductWeight,
  ScheduleB,
} from './parts.ts';

const UserCreatedForm = Type.Object({
  DocumentID: list(free('Identifier of a kept document.')),
});

const LanguageForUPSPremiumCare = Type.Object({
  Language: list(free()),
});

const UPSPremiumCareForm = Type.Object({
  ShipmentDate: free('YYYYMMDD'),
  PageSize: upTo(2),
  PrintType: upTo(2),
  NumOfCopies: upTo(2),
  LanguageForUPSPremiumCare: LanguageForUPSPremiumCare,
});

const CN22ContentWeight = Type.Object({
  UnitOfMeasurement: coded(text(1, 3), maybe(text(1, 50))),
  Weight: measured('unit-beside', upTo(7)),
});

const CN22Content = Type.Object({
  CN22ContentQuantity: free(),
  CN22ContentDescription: text(1, 105),
  CN22ContentWeight: CN22ContentWeight,
  CN22ContentTotalValue: upTo(9),
  CN22ContentCurrencyCode: upTo(3),
  CN22ContentCountryOfOrigin: maybe(upTo(2)),
  CN22ContentTariffNumber: maybe(upTo(40)),
  DDSReferenceNumber: maybe(CN22DDSReferenceNumber),
});

const CN22Form = Type.Object({
  LabelSize: upTo(2),
  PrintsPerPage: exactly(1),
  LabelPrintType: text(1, 4),
  CN22Type: exactly(1),
  CN22OtherDescription: maybe(upTo(20)),
  FoldHereText: maybe(upTo(35)),
  CN22Content: list(CN22Content),
});

const UPSFiled = Type.Object({
  POA: coded(exactly(1), maybe(text(1, 20))),
});

const ShipperFiled = Type.Object({
  Code: exactly(1),
  Description: maybe(text(1, 20, 'The code in words; the carrier does not read it.')),
  PreDepartureITNNumber: maybe(upTo(17)),
  ExemptionLegend: maybe(upTo(20)),
  EEIShipmentReferenceNumber: maybe(text(2, 17)),
});

const EEIFilingOption = Type.Object({
  Code: exactly(1),
  EMailAddress: maybe(text(1, 50)),
  Description: maybe(text(1, 20, 'The code in words; the carrier does not read it.')),
  UPSFiled: maybe(UPSFiled),
  ShipperFiled: maybe(ShipperFiled),
});

const Unit = Type.Object({
  Number: text(1, 7),
  UnitOfMeasurement: coded(text(1, 3), maybe(text(1, 3))),
  Value: text(1, 19),
});

const Product = Type.Object({
  Description: list(free('The code in words; the carrier does not read it.')),
  Unit: maybe(Unit),
  CommodityCode: maybe(text(6, 15, 'Harmonized code.')),
  PartNumber: maybe(text(1, 35, 'The shipper’s number of the goods.')),
  OriginCountryCode: maybe(exactly(2, 'Where the goods were made, ISO 3166-1 alpha-2.')),
  JointProductionIndicator: maybe(flag()),
  NetCostCode: maybe(upTo(2)),
  NetCostDateRange: maybe(NetCostDateRange),
  PreferenceCriteria: maybe(exactly(1)),
  ProducerInfo: maybe(text(3, 5)),
  MarksAndNumbers: maybe(text(1, 35)),
  NumberOfPackagesPerCommodity: maybe(text(1, 3)),
  ProductWeight: maybe(ProductWeight),
  VehicleID: maybe(text(1, 25)),
  ScheduleB: maybe(ScheduleB),
  ExportType: maybe(exactly(1)),
  SEDTotalValue: maybe(text(1, 15)),
  TaxesPaid: maybe(free()),
  ExcludeFromForm: maybe(ExcludeFromForm),
  PackingListInfo: maybe(PackingListInfo),
  EEIInformation: maybe(EEIInformation),
  DDSReferenceNumber: maybe(CN22DDSReferenceNumber),
  ProductIdentifier: maybe(list(free())),
  CommodityFieldSpecialConditionCode: maybe(free()),
});

const Discount = Type.Object({
  MonetaryValue: measured('currency-above', text(1, 15)),
});

const OtherCharges = Type.Object({
  MonetaryValue: measured('currency-above', text(1, 15)),
  Description: text(1, 10, 'The code in words; the carrier does not read it.'),
});

export const InternationalForms = Type.Object({
  FormType: list(free()),
  UserCreatedForm: maybe(UserCreatedForm),
  UPSPremiumCareForm: maybe(UPSPremiumCareForm),
  CN22Form: maybe(CN22Form),
  AdditionalDocumentIndicator: maybe(flag()),
  FormGroupIdName: maybe(text(1, 50)),
  EEIFilingOption: maybe(EEIFilingOption),
  Contacts: maybe(Contacts),
  Product: list(Product),
  InvoiceNumber: maybe(text(1, 35)),
  InvoiceDate: maybe(date()),
  PurchaseOrderNumber: maybe(text(1, 35)),
  TermsOfShipment: maybe(upTo(3)),
  ReasonForExport: maybe(text(1, 20)),
  Comments: maybe(text(1, 150)),
  DeclarationStatement: maybe(text(1, 550)),
  Discount: maybe(Discount),
  FreightCharges: maybe(Discount),
  InsuranceCharges: maybe(Discount),
  OtherCharges: maybe(OtherCharges),
  CurrencyCode: maybe(exactly(3, 'ISO 4217.')),
  BlanketPeriod: maybe(NetCostDateRange),
  ExportDate: maybe(text(1, 35, 'YYYYMMDD')),
  ExportingCarrier: maybe(text(1, 35)),
  CarrierID: maybe(text(1, 17)),
  InBondCode: maybe(upTo(2)),
  EntryNumber: maybe(text(1, 25)),
  PointOfOrigin: maybe(text(1, 5)),
  PointOfOriginType: maybe(exactly(1)),
  ModeOfTransport: maybe(text(1, 35)),
  PortOfExport: maybe(text(1, 35)),
  PortOfUnloading: maybe(text(1, 35)),
  LoadingPier: maybe(text(1, 35)),
  PartiesToTransaction: maybe(exactly(1)),
  RoutedExportTransactionIndicator: maybe(flag()),
  ContainerizedIndicator: maybe(flag()),
  OverridePaperlessIndicator: maybe(flag()),
  ShipperMemo: maybe(text(1, 300)),
  HazardousMaterialsIndicator: maybe(flag()),
});
