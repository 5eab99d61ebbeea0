import type { Deviation } from '../deviation.ts';
import { sources } from '../stated.ts';

const file = sources.file('TimeInTransit.yaml');

/** Every difference between `schema.ts` and the carrier's TimeInTransit.yaml; a test finds them all again. */
export const deviations: readonly Deviation[] = Object.freeze([
  {
    aspect: 'added',
    paths: ['emsResponse/services/saturdayDeliveryIndicator'],
    why: 'The file demands it without declaring it.',
    ...file,
  },
] as const);
