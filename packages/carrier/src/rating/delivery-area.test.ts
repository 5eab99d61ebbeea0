import { describe, expect, it } from 'vitest';
import { deliveryAreaOf } from './delivery-area.ts';

const us = (postalCode: string) => ({ country: 'US', state: '', postalCode });

describe('delivery area', () => {
  it.each([
    ['a town', us('30339'), { latitude: 33.87, longitude: -84.46 }, null],
    ['an hour from Denver', us('80701'), { latitude: 39.74, longitude: -104.1 }, 'suburban'],
    ['Nevada’s desert', us('89301'), { latitude: 39.25, longitude: -114.87 }, 'extended'],
    ['Hawaii beyond Oahu', us('96720'), { latitude: 19.7, longitude: -155.09 }, 'remote'],
    ['an unknown place', us('30339'), null, null],
    [
      'Canada',
      { country: 'CA', state: 'YT', postalCode: 'Y1A 1A1' },
      { latitude: 60.7, longitude: -135 },
      null,
    ],
  ] as const)('%s', (_what, end, position, area) => {
    expect(deliveryAreaOf(end, position)).toBe(area);
  });
});
