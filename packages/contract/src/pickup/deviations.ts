import type { Deviation } from '../deviation.ts';
import { sources } from '../stated.ts';

const file = sources.file('Pickup.yaml');
const live = sources.seen('answers of the carrier’s Java samples', '2023');

/** Every difference between `schema.ts` and the carrier's Pickup.yaml; a test finds them all again. */
export const deviations: readonly Deviation[] = Object.freeze([
  {
    aspect: 'length',
    paths: ['PickupRateRequest/ServiceDateOption'],
    why: 'The file says one character; its own values, 01 to 03, have two.',
    ...file,
  },
  {
    aspect: 'added',
    paths: [
      'PickupRateResponse/Response/TransactionReference/TransactionIdentifier',
      'PickupPendingStatusResponse/Response/TransactionReference/TransactionIdentifier',
      'PickupCancelResponse/Response/TransactionReference/TransactionIdentifier',
      'PickupCreationResponse/Response/TransactionReference/TransactionIdentifier',
      'PickupGetPoliticalDivision1ListResponse/Response/TransactionReference/TransactionIdentifier',
      'PickupGetServiceCenterFacilitiesResponse/Response/TransactionReference/TransactionIdentifier',
    ],
    why: 'The file does not declare the carrier’s own identifier of the call; answers bear it.',
    ...live,
  },
] as const);
