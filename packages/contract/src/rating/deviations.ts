import type { Deviation } from '../deviation.ts';
import { sources } from '../stated.ts';

const file = sources.file('Rating.yaml');
const recorded = sources.seen('recorded answers in the test suite of karrio');
const live = sources.seen('answers of the carrier’s Java samples', '2023');

/** Every difference between `schema.ts` and the carrier's Rating.yaml; a test finds them all again. */
export const deviations: readonly Deviation[] = Object.freeze([
  {
    aspect: 'added',
    paths: ['RateRequest/Request/RequestOption'],
    why: 'The file demands it without declaring it, and its own examples send it.',
    ...file,
  },
  {
    aspect: 'added',
    paths: ['RateResponse/Response/TransactionReference/TransactionIdentifier'],
    why: 'The file does not declare the carrier’s own identifier of the call; answers bear it.',
    ...live,
  },
  {
    aspect: 'added',
    paths: ['BaseServiceCharge', 'TransportationCharges', 'ServiceOptionsCharges', 'TotalCharge'].flatMap(
      (name) =>
        ['', '/CurrencyCode', '/MonetaryValue'].map(
          (member) => `RateResponse/RatedShipment/RatedPackage/NegotiatedCharges/${name}${member}`,
        ),
    ),
    why: 'Recorded answers give the negotiated charges of a package as they give its published ones.',
    ...recorded,
  },
  {
    aspect: 'length',
    paths: ['RateResponse/RatedShipment/Service/Description'],
    why: 'The file says at least one character; every recorded answer leaves it empty beside the code.',
    ...recorded,
  },
  {
    aspect: 'kind',
    paths: ['RateResponse/RatedShipment/TimeInTransit/Disclaimer'],
    why: 'The file has one text here; every recorded answer has an array of texts, also where there is only one.',
    ...recorded,
  },
] as const);
