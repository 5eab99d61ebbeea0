import { dayOf } from '../meanings.ts';
import type { ApiSeeds } from './api-seeds.ts';

const home = {
  originCountryCode: 'US',
  originStateProvince: 'MD',
  originCityName: 'TIMONIUM',
  originPostalCode: '21093',
};

/** Lanes at home, out of the country and between two others. */
export const timeInTransitSeeds: ApiSeeds = ({ now }) => {
  const rest = {
    weight: 10.5,
    weightUnitOfMeasure: 'LBS',
    shipmentContentsValue: 10.5,
    shipmentContentsCurrencyCode: 'USD',
    billType: '03',
    shipDate: dayOf(now, 3),
    numberOfPackages: 1,
  };
  const to = (country: string, city: string, postal: string, state?: string) => ({
    destinationCountryCode: country,
    destinationCityName: city,
    destinationPostalCode: postal,
    ...(state === undefined ? {} : { destinationStateProvince: state }),
  });
  const body = (lane: object) => ({ body: { ...lane, ...rest } });
  return {
    'time-in-transit.services': [
      body({ ...home, ...to('US', 'NEW YORK', '10118', 'NY') }),
      body({ ...home, ...to('CA', 'OTTAWA', 'K1A0A9', 'ON') }),
      body({ ...home, ...to('DE', 'BERLIN', '11011') }),
      body({
        originCountryCode: 'DE',
        originCityName: 'BERLIN',
        originPostalCode: '11011',
        ...to('US', 'NEW YORK', '10118', 'NY'),
      }),
    ],
  };
};
