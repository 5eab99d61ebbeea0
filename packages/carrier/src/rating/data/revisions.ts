import type { Dated } from '../dated.ts';

/** What the base rates of `base-rate-rows` are multiplied by from a day on, in hundredths of a percent. */
export const baseRateRevisions: readonly Dated<number>[] = [
  { from: '2023-12-26', value: 10_000 },
  { from: '2024-12-23', value: 10_590 },
  { from: '2025-12-22', value: 11_215 },
];

/** What a rate chart asks of the daily rates, in hundredths of a percent. */
export const chartFactorsBps = {
  daily: 10_000,
  'standard-list': 10_300,
  regional: 10_300,
  'general-list': 10_600,
  retail: 12_800,
} as const;

/** What an amount in dollars of the United States becomes in the currency of the origin, in hundredths of a percent. */
export const currencyFactorsBps: Readonly<Record<string, number>> = { USD: 10_000, CAD: 13_500 };

/** How much more Next Day Air Early asks than Next Day Air; both recorded lanes of 2024 say so. */
export const earlyPremiumCents = 3000;

/** Share of the price of 150 pounds that each further pound costs, in hundredths of a percent. */
export const furtherPoundBps = 67;
