import { Type } from 'typebox';
import { date, exactly, maybe, text, upTo } from '../../schema/notation.ts';
import { ShipperAccount, TransactionReference } from './parts.ts';

const Request = Type.Object({
  RequestOption: maybe(text(1, 15, 'What is asked for, where the path does not say it.')),
  SubVersion: maybe(upTo(4, 'YYMM; newer members of the answer come only to who asks for them.')),
  TransactionReference: maybe(TransactionReference),
});

const PickupAddress = Type.Object({
  AddressLine: maybe(text(1, 73, 'Street line, in order.')),
  City: text(1, 50),
  StateProvince: maybe(text(1, 50)),
  PostalCode: text(1, 8, 'Letters and digits; without a dash or a space where the country allows it.'),
  CountryCode: exactly(2, 'ISO 3166-1 alpha-2.'),
  ResidentialIndicator: exactly(1),
});

const PickupDateInfo = Type.Object({
  CloseTime: exactly(4, 'HHMM'),
  ReadyTime: exactly(4, 'HHMM'),
  PickupDate: date(),
});

export const PickupRateRequestBody = Type.Object({
  Request: Request,
  ShipperAccount: maybe(ShipperAccount),
  PickupAddress: PickupAddress,
  AlternateAddressIndicator: exactly(1),
  ServiceDateOption: text(1, 2),
  PickupDateInfo: maybe(PickupDateInfo),
  RateChartType: maybe(exactly(1)),
  TaxInformationIndicator: maybe(exactly(1)),
  UserLevelDiscountIndicator: maybe(exactly(1)),
});
