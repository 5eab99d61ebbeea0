import { Type } from 'typebox';
import { coded, maybe, text, upTo } from '../../schema/notation.ts';
import { Shipment } from './shipment.ts';

const TransactionReference = Type.Object({
  CustomerContext: maybe(text(1, 512, 'Comes back unchanged in the answer.')),
});

const Request = Type.Object({
  SubVersion: maybe(upTo(4, 'YYMM; newer members of the answer come only to who asks for them.')),
  TransactionReference: maybe(TransactionReference),
  RequestOption: maybe(text(1, 17, 'What is asked for, where the path does not say it.')),
});

export const RateRequestBody = Type.Object({
  Request: Request,
  PickupType: maybe(coded(upTo(2), maybe(text(1, 35)))),
  CustomerClassification: maybe(coded(upTo(2), maybe(text(1, 35)))),
  Shipment: Shipment,
});
