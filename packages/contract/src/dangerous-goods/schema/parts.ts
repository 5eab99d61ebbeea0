import { Type } from 'typebox';
import { free, maybe, text } from '../../schema/notation.ts';

export const TransactionReference = Type.Object({
  CustomerContext: maybe(text(1, 512, 'Comes back unchanged in the answer.')),
});

export const ResponseTransactionReference = Type.Object({
  CustomerContext: maybe(text(1, 512, 'Comes back unchanged in the answer.')),
  TransactionIdentifier: maybe(free('The carrier’s own identifier of the call.')),
});
