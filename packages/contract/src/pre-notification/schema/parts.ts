import { Type } from 'typebox';
import { maybe, text } from '../../schema/notation.ts';

export const TransactionReference = Type.Object({
  CustomerContext: maybe(text(1, 512, 'Comes back unchanged in the answer.')),
});
