import type { RatedService } from '../services.ts';

/** Sizes sold at one price, in cents, whatever weight and zone; ours, see SOURCES.md. */
export const simpleRates: Readonly<Record<string, Readonly<Partial<Record<RatedService, number>>>>> = {
  XS: { '03': 1095, '12': 1290, '02': 1670 },
  S: { '03': 1240, '12': 1500, '02': 1995 },
  M: { '03': 1580, '12': 1960, '02': 2710 },
  L: { '03': 2045, '12': 2590, '02': 3490 },
  XL: { '03': 2595, '12': 3390, '02': 4580 },
};

/** Ground freight: cents for a hundred pounds of class 100 by zone 2 to 8, and the least of a shipment; ours. */
export const freightRates = {
  centsPerHundredPounds: [3800, 4400, 5000, 5600, 6300, 7000, 7700],
  leastCents: 9900,
} as const;

/** What the classes cost against class 100, in hundredths of a percent; the classes are published. */
export const freightClassBps: Readonly<Record<string, number>> = {
  ...{ '50': 5200, '55': 5700, '60': 6200, '65': 6700, '70': 7300, '77.5': 8000, '85': 8600, '92.5': 9300 },
  ...{ '100': 10_000, '110': 11_000, '125': 12_500, '150': 15_000, '175': 17_500, '200': 20_000 },
  ...{ '250': 25_000, '300': 30_000, '400': 40_000, '500': 50_000 },
};
