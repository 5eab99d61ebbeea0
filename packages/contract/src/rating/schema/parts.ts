import { Type } from 'typebox';
import {
  coded,
  date,
  exactly,
  free,
  list,
  maybe,
  measured,
  money,
  text,
  upTo,
} from '../../schema/notation.ts';

export const ShipFromAddress = Type.Object({
  AddressLine: maybe(list(free('Street line, in order.'))),
  City: maybe(text(1, 30)),
  StateProvinceCode: maybe(upTo(2, 'State or province, two letters in the United States and Canada.')),
  PostalCode: maybe(text(1, 9, 'Letters and digits; without a dash or a space where the country allows it.')),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
});

export const AdjustedHeight = Type.Object({
  Value: text(1, 19),
  UnitOfMeasurement: coded(text(1, 2), text(1, 35)),
});

export const Dimensions = Type.Object({
  UnitOfMeasurement: coded(text(1, 2), text(1, 35)),
  Length: measured('unit-beside', text(1, 19)),
  Width: measured('unit-beside', text(1, 19)),
  Height: measured('unit-beside', text(1, 19)),
});

export const COD = Type.Object({
  CODFundsCode: exactly(1),
  CODAmount: money(upTo(8)),
});

export const Pickup = Type.Object({
  Date: date(),
  Time: maybe(text(4, 6, 'HHMMSS')),
});

export const RateModifier = Type.Object({
  ModifierType: text(1, 3),
  ModifierDesc: text(1, 50),
  Amount: measured('currency-above', text(1, 16)),
});

export const NegotiatedRateChargesItemizedCharges = Type.Object({
  Code: text(1, 3),
  Description: maybe(text(1, 50, 'The code in words; the carrier does not read it.')),
  CurrencyCode: text(1, 3, 'ISO 4217.'),
  MonetaryValue: measured('currency-beside', text(1, 19)),
  SubType: maybe(text(1, 50)),
});
