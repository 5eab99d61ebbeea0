import { Type } from 'typebox';
import {
  exactly,
  flag,
  free,
  matching,
  maybe,
  maybeDespiteFile,
  measured,
  oneOf,
  text,
  upTo,
} from '../../schema/notation.ts';
import {
  EEIInformation,
  ExcludeFromForm,
  NetCostDateRange,
  PackingListInfo,
  ProductWeight,
  ScheduleB,
  TradeDirectAddress,
  TradeDirectPhone,
} from './parts.ts';

const MasterSoldTo = Type.Object({
  Name: matching('^(?!\\s*$).{1,35}$'),
  AttentionName: maybe(matching('^.{0,35}$', 'Person to whom it goes.')),
  TaxIdentificationNumber: maybe(text(1, 15, 'Of the party, as its country numbers it.')),
  Phone: maybe(TradeDirectPhone),
  Option: maybe(upTo(2)),
  Address: TradeDirectAddress,
  EmailAddress: text(1, 50),
  AccountNumber: maybe(text(1, 6, 'Account number, six letters and digits.')),
});

const Pickup = Type.Object({
  Name: matching('^(?!\\s*$).{1,35}$'),
  AttentionName: maybe(matching('^.{0,35}$', 'Person to whom it goes.')),
  Phone: maybe(TradeDirectPhone),
  Address: TradeDirectAddress,
  EMailAddress: text(1, 50),
});

const TradeComplianceDetails = Type.Object({
  TermsOfShipment: maybe(
    oneOf([
      'CFR',
      'CIF',
      'CIP',
      'CPT',
      'DAF',
      'DAP',
      'DAT',
      'DDP',
      'DDU',
      'DEQ',
      'DES',
      'EXW',
      'FAS',
      'FCA',
      'FOB',
    ]),
  ),
  ReasonForExport: maybe(text(0, 75)),
  Comments: maybe(text(0, 150)),
  DeclarationStatement: maybe(oneOf(['Invoice', 'USMCA'])),
});

const NotificationBeforeDelivery = Type.Object({
  RequestType: maybe(oneOf(['001', '002', '003'])),
  MediaTypeCode: maybe(oneOf(['03', '04'])),
  Language: maybe(matching('^[A-Z]{3}$')),
  Dialect: maybe(matching('^[A-Z0-9]{2}$')),
  ShipFromCompanyName: maybe(text(0, 35)),
  CompanyName: maybe(text(0, 35)),
  Phone: maybe(TradeDirectPhone),
  SubjectLine: maybe(text(0, 75)),
  Memo: maybe(text(0, 150)),
  Name: maybe(text(0, 35)),
  EMailAddress: matching('^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\\.[a-zA-Z]{2,}$'),
  AlternateEmailAddress: maybe(text(0, 50)),
});

const Master = Type.Object({
  SoldToSameAsShipTo: maybe(free()),
  SoldTo: maybe(MasterSoldTo),
  Pickup: maybe(Pickup),
  TradeComplianceDetails: maybe(TradeComplianceDetails),
  UomType: oneOf(['Imperial', 'Metric']),
  NotificationBeforeDelivery: maybe(NotificationBeforeDelivery),
});

const ChildProduct = Type.Object({
  Description: matching('^(?!\\s*$)[a-zA-Z0-9 ]{1,100}$', 'The code in words; the carrier does not read it.'),
  UnitPrice: free(),
  NumberOfUnits: free(),
  ProductNumber: matching('^(?!\\s*$)[a-zA-Z0-9 ]{1,20}$'),
  CountryOriginCode: matching('^[A-Z]{2}$'),
  UnitOfMeasure: oneOf([
    'BA',
    'BE',
    'BG',
    'BH',
    'BOX',
    'BT',
    'LB',
    'LBS',
    'L',
    'M',
    'NMB',
    'PA',
    'BU',
    'CI',
    'CM',
    'CON',
    'CR',
    'CS',
    'CT',
    'CY',
    'DOZ',
    'EA',
    'EN',
    'FT',
    'KG',
    'KGS',
    'PAL',
    'PC',
    'PCS',
    'PF',
    'OTH',
    'PKG',
    'PR',
    'PRS',
    'RL',
    'SET',
    'SME',
    'SYD',
    'TU',
    'YD',
  ]),
  CommodityCode: maybe(text(6, 15, 'Harmonized code.')),
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
});

const LTLDimensions = Type.Object({
  Length: measured('unit-beside', free()),
  Width: measured('unit-beside', free()),
  Height: measured('unit-beside', free()),
  UnitOfMeasurement: oneOf(['IN', 'CM']),
});

const WeightType = Type.Object({
  Weight: measured('unit-beside', free()),
  UnitOfMeasurement: oneOf(['KGS', 'LBS']),
});

const Units = Type.Object({
  Quantity: free(),
  Type: oneOf(['BAGS', 'BOXES', 'CARTONS', 'CRATES', 'DRUMS', 'PALLET_SKIDS', 'ROLLS', 'TUBES']),
  FreightClass: oneOf([
    '50',
    '55',
    '60',
    '65',
    '70',
    '77.5',
    '85',
    '92.5',
    '100',
    '110',
    '125',
    '150',
    '175',
    '200',
    '250',
    '300',
    '400',
    '500',
  ]),
  Dimensions: LTLDimensions,
  PackageWeight: WeightType,
});

const LTLReferenceNumber = Type.Object({
  Code: oneOf(['PO', 'REF', 'INV']),
  Value: free(),
});

const LTLPackage = Type.Object({
  NumberOfIdenticalUnits: free(),
  HandlingUnits: Units,
  ReferenceNumber: maybe(LTLReferenceNumber),
});

const LTLOtherCharges = Type.Object({
  MonetaryValue: measured('currency-above', matching('^[0-9]+(\\.[0-9]{1,2})?$')),
  ChargeDescription: matching('^(?!\\s*$)[a-zA-Z0-9 ]{1,30}$'),
});

const Charges = Type.Object({
  Discount: maybe(measured('currency-above', matching('^[0-9]+(\\.[0-9]{1,2})?$'))),
  FreightCharges: maybe(measured('currency-above', matching('^[0-9]+(\\.[0-9]{1,2})?$'))),
  InsuranceCharges: maybe(measured('currency-above', matching('^[0-9]+(\\.[0-9]{1,2})?$'))),
  OtherCharges: maybe(LTLOtherCharges),
});

const Child = Type.Object({
  USI: matching('^(?:[0-9]{10}|[0-9]{9}T)$'),
  HazMatIndicator: maybe(flag()),
  Type: oneOf(['LTL', 'SMALLPACKAGE', 'MI']),
  Product: ChildProduct,
  LtlPackage: maybeDespiteFile(LTLPackage),
  LtlCharges: maybe(Charges),
});

export const TradeDirect = Type.Object({
  Master: maybe(Master),
  Child: maybe(Child),
  GeneralDescriptionOfGoods: maybe(matching('^(?!\\s*$)[a-zA-Z0-9 ]+$')),
  ShipmentType: oneOf(['TRADEDIRECTAIR', 'TRADEDIRECTOCEAN', 'TRADEDIRECTCROSSBORDER']),
  CurrencyCode: matching('^(?!\\s*$)[A-Z]{3}$', 'ISO 4217.'),
});
