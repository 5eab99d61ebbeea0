import { Type } from 'typebox';
import { exactly, free, list, maybe, text } from '../../schema/notation.ts';

export const AddressKeyFormat = Type.Object({
  ConsigneeName: maybe(text(1, 40, 'Who receives.')),
  AttentionName: maybe(text(1, 40, 'Person to whom it goes.')),
  AddressLine: maybe(list(free('Street line, in order.'))),
  Region: maybe(text(1, 100, 'City, state and ZIP in one line.')),
  PoliticalDivision2: maybe(text(1, 30, 'City.')),
  PoliticalDivision1: maybe(text(1, 30, 'State or province.')),
  PostcodePrimaryLow: maybe(text(1, 10, 'ZIP or postal code.')),
  PostcodeExtendedLow: maybe(text(1, 10, 'The four digits behind a ZIP code.')),
  Urbanization: maybe(text(1, 30, 'Puerto Rico only.')),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
});
