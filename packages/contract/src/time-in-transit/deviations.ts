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
  {
    aspect: 'length',
    paths: ['emsResponse/shipDate', 'emsResponse/services/serviceLevel'],
    why: 'The file says 8 for a date that it writes with ten characters, and 2 for levels such as 1DMS.',
    ...file,
  },
] as const);
