import { type Static, Type } from 'typebox';
import { free, list, maybe } from '../schema/notation.ts';

/** How every API of today refuses: 400, 401, 403, 429 and the like. */
export const ErrorResponse = Type.Object({
  response: maybe(
    Type.Object({
      errors: maybe(list(Type.Object({ code: maybe(free()), message: maybe(free()) }))),
    }),
  ),
});

/** A refusal as it travels. */
export type ErrorResponse = Static<typeof ErrorResponse>;
