import { Type } from 'typebox';
import { coded, exactly, free, list, maybe, text } from '../../schema/notation.ts';

const TransactionReference = Type.Object({
  CustomerContext: maybe(text(1, 512, 'Comes back unchanged in the answer.')),
});

export const Request = Type.Object({
  RequestOption: maybe(exactly(1, 'What is asked for, where the path does not say it.')),
  SubVersion: maybe(free('YYMM; newer members of the answer come only to who asks for them.')),
  TransactionReference: maybe(TransactionReference),
});

const ResponseTransactionReference = Type.Object({
  CustomerContext: maybe(text(1, 512, 'Comes back unchanged in the answer.')),
  TransactionIdentifier: maybe(free('The carrier’s own identifier of the call.')),
});

export const Response = Type.Object({
  ResponseStatus: coded(exactly(1), text(1, 35)),
  Alert: maybe(list(coded(text(1, 10), text(1, 150)), 'v2')),
  TransactionReference: maybe(ResponseTransactionReference),
});
