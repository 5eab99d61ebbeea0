import type { Dated } from '../dated.ts';

/** Which fuel table applies to a service. */
export type FuelKind = 'ground' | 'air' | 'abroad';

/** Hundredths of a percent on the charges that fuel goes on, by the week in which it came into force. */
export const fuelRates: Readonly<Record<FuelKind, readonly Dated<number>[]>> = {
  ground: [
    { from: '2018-06-04', value: 725 },
    { from: '2024-01-15', value: 1525 },
    { from: '2024-01-22', value: 1550 },
    { from: '2025-01-06', value: 1800 },
    { from: '2026-01-05', value: 2000 },
  ],
  air: [
    { from: '2024-01-15', value: 1600 },
    { from: '2025-01-06', value: 1850 },
    { from: '2026-01-05', value: 2050 },
  ],
  abroad: [
    { from: '2024-01-15', value: 1875 },
    { from: '2025-01-06', value: 2100 },
    { from: '2026-01-05', value: 2400 },
  ],
};
