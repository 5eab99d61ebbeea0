import { validate as street } from '../address-street/wire.ts';
import type { WireOperation } from '../operation.ts';

/**
 * City, state and ZIP alone. The carrier has no address of its own for it today: it is street validation with
 * `regionalrequestindicator`, where the street is not looked at.
 */
export const validate = Object.freeze({
  ...street,
  id: 'address-city.validate',
  slug: 'address-city',
  fixedQuery: { regionalrequestindicator: 'True' },
} as const) satisfies WireOperation;

/** The operations of this API. */
export const operations: readonly WireOperation[] = Object.freeze([validate]);
