import { Type } from 'typebox';
import {
  coded,
  exactly,
  free,
  list,
  maybe,
  measured,
  sinceSubVersion,
  text,
  upTo,
} from '../../schema/notation.ts';

export const TransactionReference = Type.Object({
  CustomerContext: maybe(text(1, 512, 'Comes back unchanged in the answer.')),
});

export const ShipperAccount = Type.Object({
  AccountNumber: text(6, 10, 'Account number, six letters and digits.'),
  AccountCountryCode: upTo(2),
});

const ResponseTransactionReference = Type.Object({
  CustomerContext: maybe(text(1, 512, 'Comes back unchanged in the answer.')),
  TransactionIdentifier: maybe(free('The carrier’s own identifier of the call.')),
});

export const Response = Type.Object({
  ResponseStatus: coded(exactly(1), text(1, 35)),
  Alert: maybe(list(coded(text(1, 10), text(1, 150)))),
  TransactionReference: maybe(ResponseTransactionReference),
});

export const ChargeDetail = Type.Object({
  ChargeCode: exactly(1),
  ChargeDescription: maybe(text(1, 100)),
  ChargeAmount: measured('currency-above', upTo(8)),
  IncentedAmount: maybe(measured('currency-above', sinceSubVersion('1707', upTo(8)))),
  TaxAmount: maybe(measured('currency-above', upTo(8))),
});

export const TaxCharges = Type.Object({
  Type: upTo(3),
  MonetaryValue: measured('currency-above', upTo(8)),
});

export const WeekendServiceTerritory = Type.Object({
  SatWST: sinceSubVersion('2007', exactly(1)),
  SunWST: sinceSubVersion('2007', exactly(1)),
});

export const DestinationAddress = Type.Object({
  City: maybe(text(1, 50)),
  StateProvince: maybe(text(1, 50)),
  PostalCode: maybe(text(1, 8, 'Letters and digits; without a dash or a space where the country allows it.')),
  CountryCode: text(1, 3, 'ISO 3166-1 alpha-2.'),
});

const DayOfWeek = Type.Object({
  Day: exactly(10),
  EarliestDropOfforPickup: maybe(upTo(10)),
  LatestDropOfforPickup: maybe(upTo(10)),
  OpenHours: exactly(20, 'HHMM'),
  CloseHours: exactly(20, 'HHMM'),
  PrepTime: maybe(upTo(20)),
  LastDrop: maybe(upTo(20)),
});

export const FacilityTime = Type.Object({
  DayOfWeek: list(DayOfWeek),
});
