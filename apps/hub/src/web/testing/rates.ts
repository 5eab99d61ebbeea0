import type { PlaceCandidates, RateAnswer, RatedService } from '../../api/rates.ts';

const LINES: RatedService['lines'] = [
  { code: '', name: { en: 'Transport', fr: 'Transport' }, amount: '11.20' },
  { code: '375', name: { en: 'Fuel surcharge', fr: 'Supplément pour carburant' }, amount: '2.02' },
  { code: '270', name: { en: 'Residential', fr: 'Livraison à domicile' }, amount: '5.95' },
];

function service(
  code: string,
  name: RatedService['name'],
  amount: string,
  arrival: Pick<RatedService, 'businessDays' | 'deliveryOn' | 'deliveryBy'>,
): RatedService {
  return { code, name, total: { amount, currency: 'USD' }, negotiated: null, ...arrival, lines: LINES };
}

export function ratesOf(): RateAnswer {
  const next = { businessDays: 1, deliveryOn: '2026-11-23', deliveryBy: '10:30' };
  return {
    environment: 'sandbox',
    alerts: [],
    services: [
      service('03', { en: 'Ground', fr: 'Ground (par la route)' }, '19.17', {
        ...{ businessDays: 2, deliveryOn: '2026-11-24', deliveryBy: null },
      }),
      {
        ...service('01', { en: 'Next Day Air', fr: 'Next Day Air (lendemain par avion)' }, '84.40', next),
        negotiated: { amount: '61.12', currency: 'USD' },
      },
    ],
  };
}

export function placesOf(): PlaceCandidates {
  return {
    places: [
      { postalCode: '30076', city: 'ROSWELL', region: 'GA', country: 'US' },
      { postalCode: '30075', city: 'ROSWELL', region: 'GA', country: 'US' },
    ],
  };
}
