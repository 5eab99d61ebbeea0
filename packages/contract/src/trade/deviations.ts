import type { Deviation } from '../deviation.ts';
import { sources } from '../stated.ts';

const file = sources.file('LandedCost.yaml');

/** Every difference between `schema.ts` and the carrier's LandedCost.yaml; a test finds them all again. */
export const deviations: readonly Deviation[] = Object.freeze([
  {
    aspect: 'added',
    paths: [
      'alVersion',
      'perfStats',
      'perfStats/absLayerTime',
      'perfStats/fulfillTime',
      'perfStats/receiptTime',
      'transID',
    ],
    why: 'The file demands them beside the shipment and declares them within it.',
    ...file,
  },
] as const);
