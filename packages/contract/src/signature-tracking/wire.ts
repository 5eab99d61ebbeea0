import type { WireOperation } from '../operation.ts';
import { details } from '../tracking/wire.ts';

/**
 * A package with the signature and the proof of delivery. The carrier has no address of its own for it today: it is
 * tracking with `returnSignature`.
 */
export const proof = Object.freeze({
  ...details,
  id: 'signature-tracking.proof',
  slug: 'signature-tracking',
  fixedQuery: { returnSignature: 'true' },
} as const) satisfies WireOperation;

/** The operations of this API. */
export const operations: readonly WireOperation[] = Object.freeze([proof]);
