import type { Deviation } from '../deviation.ts';
import { sources } from '../stated.ts';

const live = sources.seen('answers of the carrier’s Java samples', '2023');

/** Every difference between `schema.ts` and the carrier's DangerousGoods.yaml; a test finds them all again. */
export const deviations: readonly Deviation[] = Object.freeze([
  {
    aspect: 'added',
    paths: [
      'ChemicalReferenceDataResponse/Response/TransactionReference/TransactionIdentifier',
      'AcceptanceAuditPreCheckResponse/Response/TransactionReference/TransactionIdentifier',
    ],
    why: 'The file does not declare the carrier’s own identifier of the call; answers bear it.',
    ...live,
  },
] as const);
