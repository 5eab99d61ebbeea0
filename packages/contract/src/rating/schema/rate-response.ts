import { Type } from 'typebox';
import { coded, exactly, free, list, maybe, sinceSubVersion, text } from '../../schema/notation.ts';
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

const ResponseTransactionReference = Type.Object({
  CustomerContext: maybe(text(1, 512, 'Comes back unchanged in the answer.')),
  TransactionIdentifier: maybe(free('The carrier’s own identifier of the call.')),
});

const Response = Type.Object({
  ResponseStatus: coded(exactly(1), text(1, 35)),
  Alert: maybe(list(coded(text(1, 10), text(1, 150)), 'v2403')),
  AlertDetail: maybe(sinceSubVersion('1701', list(AlertDetail, 'v2403'))),
  TransactionReference: maybe(ResponseTransactionReference),
});

export const RateResponseBody = Type.Object({
  Response: Response,
  RatedShipment: list(RatedShipment, 'v2409'),
});
