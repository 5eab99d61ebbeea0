import { Type } from 'typebox';
import { coded, exactly, list, maybe, sinceSubVersion, text } from '../../schema/notation.ts';
import { TransactionReference } from './parts.ts';
import { RatedShipment } from './rated-shipment.ts';

const ElementIdentifier = Type.Object({
  Code: exactly(1),
  Value: text(1, 5),
});

const ElementLevelInformation = Type.Object({
  Level: exactly(1),
  ElementIdentifier: maybe(list(ElementIdentifier, 'v2403')),
});

const AlertDetail = Type.Object({
  Code: text(1, 10),
  Description: text(1, 150, 'The code in words; the carrier does not read it.'),
  ElementLevelInformation: maybe(ElementLevelInformation),
});

const Response = Type.Object({
  ResponseStatus: coded(exactly(1), text(1, 35)),
  Alert: maybe(list(coded(text(1, 10), text(1, 150)), 'v2403')),
  AlertDetail: maybe(sinceSubVersion('1701', list(AlertDetail, 'v2403'))),
  TransactionReference: maybe(TransactionReference),
});

export const RateResponseBody = Type.Object({
  Response: Response,
  RatedShipment: list(RatedShipment, 'v2409'),
});
