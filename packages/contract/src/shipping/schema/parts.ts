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
  measured,
  money,
  sinceSubVersion,
  text,
  upTo,
} from '../../schema/notation.ts';

export const TransactionReference = Type.Object({
  CustomerContext: maybe(text(1, 512, 'Comes back unchanged in the answer.')),
});

export const Phone = Type.Object({
  Number: text(1, 15),
  Extension: maybe(text(1, 4)),
});

export const Address = Type.Object({
  AddressLine: list(free('Street line, in order.')),
  City: text(1, 30),
  StateProvinceCode: maybe(text(1, 5, 'State or province, two letters in the United States and Canada.')),
  PostalCode: maybe(text(1, 9, 'Letters and digits; without a dash or a space where the country allows it.')),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
});

export const BillThirdPartyAddress = Type.Object({
  PostalCode: maybe(text(1, 9, 'Letters and digits; without a dash or a space where the country allows it.')),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
});

export const AdjustedHeight = Type.Object({
  Value: text(1, 19),
  UnitOfMeasurement: coded(upTo(2), maybe(text(1, 35))),
});

export const Dimensions = Type.Object({
  UnitOfMeasurement: coded(upTo(2), maybe(text(1, 35))),
  Length: measured('unit-beside', text(1, 19)),
  Width: measured('unit-beside', text(1, 19)),
  Height: measured('unit-beside', text(1, 19)),
});

export const COD = Type.Object({
  CODFundsCode: exactly(1),
  CODAmount: money(upTo(5)),
});

export const VoiceMessage = Type.Object({
  PhoneNumber: text(1, 15, 'Digits; with country code outside of the United States and Canada.'),
});

export const CN22DDSReferenceNumber = Type.Object({
  Number: maybe(free()),
});

export const ForwardAgentAddress = Type.Object({
  AddressLine: list(free('Street line, in order.')),
  City: text(1, 30),
  StateProvinceCode: maybe(text(1, 5, 'State or province, two letters in the United States and Canada.')),
  Town: maybe(text(1, 30)),
  PostalCode: maybe(text(1, 9, 'Letters and digits; without a dash or a space where the country allows it.')),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
});

export const NetCostDateRange = Type.Object({
  BeginDate: date(),
  EndDate: date(),
});

export const ProductWeight = Type.Object({
  UnitOfMeasurement: coded(text(1, 3), maybe(text(1, 20))),
  Weight: measured('unit-beside', text(1, 5)),
});

export const ScheduleB = Type.Object({
  Number: upTo(10),
  Quantity: maybe(list(free())),
  UnitOfMeasurement: list(coded(text(1, 3), maybe(text(1, 20)))),
});

export const ExcludeFromForm = Type.Object({
  FormType: list(free()),
});

const PackageAssociated = Type.Object({
  PackageNumber: free(),
  ProductAmount: free(),
  ProductNote: maybe(free()),
});

export const PackingListInfo = Type.Object({
  PackageAssociated: list(PackageAssociated),
});

const License = Type.Object({
  Number: maybe(text(7, 13)),
  Code: maybe(upTo(3)),
  LicenseLineValue: maybe(text(1, 10)),
  ECCNNumber: maybe(upTo(5)),
});

const DDTCInformation = Type.Object({
  ITARExemptionNumber: maybe(text(3, 10)),
  USMLCategoryCode: maybe(upTo(2)),
  EligiblePartyIndicator: maybe(flag()),
  RegistrationNumber: maybe(upTo(6)),
  Quantity: maybe(text(1, 7)),
  UnitOfMeasurement: maybe(coded(free(), maybe(free()))),
  SignificantMilitaryEquipmentIndicator: maybe(flag()),
  ACMNumber: maybe(upTo(11)),
});

export const EEIInformation = Type.Object({
  ExportInformation: maybe(upTo(2)),
  License: maybe(License),
  DDTCInformation: maybe(DDTCInformation),
});

export const DeliveryConfirmation = Type.Object({
  DCISType: exactly(1),
  DCISNumber: maybe(text(1, 11)),
});

export const TradeDirectPhone = Type.Object({
  Number: free(),
  Extension: maybe(free()),
});

export const TradeDirectAddress = Type.Object({
  AddressLine: matching('^(?!\\s*$).{1,35}$', 'Street line, in order.'),
  City: matching('^(?!\\s*$).{1,35}$'),
  StateProvinceCode: maybe(
    matching('^[a-zA-Z]{2,5}$', 'State or province, two letters in the United States and Canada.'),
  ),
  PostalCode: maybe(
    matching(
      '^(?!.*\\s.*\\s)(?!.*-.*-)[A-Za-z0-9\\s-]{2,10}$',
      'Letters and digits; without a dash or a space where the country allows it.',
    ),
  ),
  CountryCode: matching('^[A-Z]{2}$', 'ISO 3166-1 alpha-2.'),
});

export const LabelStockSize = Type.Object({
  Height: measured('inches', text(1, 3)),
  Width: measured('inches', text(1, 3)),
});

export const ItemizedCharges = Type.Object({
  Code: upTo(3),
  Description: maybe(text(1, 50, 'The code in words; the carrier does not read it.')),
  CurrencyCode: exactly(3, 'ISO 4217.'),
  MonetaryValue: measured('currency-beside', text(1, 19)),
  SubType: maybe(text(1, 50)),
});

export const TaxCharges = Type.Object({
  Type: text(1, 9),
  MonetaryValue: measured('currency-above', text(1, 19)),
});

export const RateModifier = Type.Object({
  ModifierType: sinceSubVersion('2407', upTo(3)),
  ModifierDesc: sinceSubVersion('2407', upTo(50)),
  Amount: measured('currency-above', sinceSubVersion('2407', upTo(16))),
});

export const ShippingReceipt = Type.Object({
  ImageFormat: coded(text(1, 4), maybe(text(1, 35))),
  GraphicImage: free('Base64.'),
});

export const Image = Type.Object({
  ImageFormat: coded(upTo(3), maybe(text(1, 35))),
  GraphicImage: free('Base64.'),
});

export const CODTurnInPage = Type.Object({
  Image: Image,
});
