import type { Deviation } from '../deviation.ts';
import { sources } from '../stated.ts';

const file = sources.file('AddressValidation.yaml');
const live = sources.seen('answers of the carrier’s Java samples', '2023');

/** Every difference between `schema.ts` and the carrier's AddressValidation.yaml; a test finds them all again. */
export const deviations: readonly Deviation[] = Object.freeze([
  {
    aspect: 'added',
    paths: ['XAVRequest/AddressKeyFormat/BuildingName'],
    why: 'The file’s own example sends it.',
    ...file,
  },
  {
    aspect: 'added',
    paths: ['XAVResponse/Response/TransactionReference/TransactionIdentifier'],
    why: 'The file does not declare the carrier’s own identifier of the call; answers bear it.',
    ...live,
  },
] as const);
