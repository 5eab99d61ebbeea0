import { Type } from 'typebox';
import { free, maybe } from '../../schema/notation.ts';

export const Address = Type.Object({
  addressLine1: maybe(free()),
  addressLine2: maybe(free()),
  addressLine3: maybe(free()),
  city: maybe(free()),
  country: maybe(free()),
  countryCode: maybe(free()),
  postalCode: maybe(free()),
  stateProvince: maybe(free()),
});

export const Status = Type.Object({
  code: maybe(free()),
  description: maybe(free()),
  simplifiedTextDescription: maybe(free()),
  statusCode: maybe(free()),
  type: maybe(free()),
});
