import { agreedServices, services } from '@lading/contract/shipping/codes';
import { describe, expect, it } from 'vitest';
import type { Lane } from './lane.ts';
import { isRatedService } from './services.ts';
import { unratedOn } from './unrated-services.ts';

const end = (country: string, postalCode = '') => ({ country, state: '', postalCode });
const lane = (from: string, to: string): Lane => ({
  from: end(from, from === 'US' ? '27703' : ''),
  to: end(to, to === 'US' ? '32821' : ''),
});

describe('a service without a price', () => {
  it.each([
    ['93', 'US', 'US', 'agreement'],
    ['93', 'CA', 'CA', 'origin'],
    ['93', 'US', 'CA', 'lane'],
    ['17', 'US', 'GB', 'agreement'],
    ['72', 'US', 'US', 'lane'],
    ['96', 'US', 'DE', 'pallets'],
    ['71', 'DE', 'FR', 'lane'],
    ['70', 'FR', 'DE', 'access-points'],
    ['70', 'CA', 'US', 'lane'],
    ['70', 'US', 'US', 'origin'],
    ['74', 'DE', 'DE', 'few-lanes'],
    ['74', 'FR', 'DE', 'origin'],
    ['75', 'US', 'US', 'agreement'],
    ['82', 'PL', 'PL', 'same-day'],
    ['86', 'US', 'US', 'origin'],
    ['M4', 'US', 'US', 'agreement'],
    ['M6', 'US', 'GB', 'agreement'],
    ['C8', 'US', 'US', 'same-day'],
    ['T0', 'US', 'US', 'unknown'],
    ['99', 'US', 'US', 'unknown'],
  ])('%s from %s to %s', (code, from, to, expected) => {
    const found = unratedOn(code, lane(from, to));
    expect(found.is === 'offered' ? found.why : found.is).toBe(expected);
  });

  it('stands in the table, or has a price, or is of Trade Direct', () => {
    const countries = ['US', 'CA', 'MX', 'DE', 'PL'];
    const codes = [...Object.keys(services), ...Object.keys(agreedServices)];
    const silent = codes.filter(
      (code) =>
        !isRatedService(code) &&
        countries.every((country) => unratedOn(code, lane(country, 'US')).is === 'unknown'),
    );
    expect(silent).toEqual(['T0', 'T1']);
  });
});
