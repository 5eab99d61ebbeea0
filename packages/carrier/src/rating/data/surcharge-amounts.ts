import type { Dated } from '../dated.ts';

/** An amount in cents that each year's tariff states anew. */
type Yearly = readonly Dated<number>[];

const years = ['2023-12-26', '2024-12-23', '2025-12-22'] as const;

/** Amounts of the tariffs of 2024, 2025 and 2026; one amount where it stayed. */
function yearly(...cents: readonly number[]): Yearly {
  return cents.map((value, index) => ({ from: years[index] ?? years[0], value }));
}

/** Surcharges in cents of the dollar, by what they are for; sources and grades in SOURCES.md. */
export const surchargeAmounts = {
  'residential.air': [
    { from: '2018-01-01', value: 415 },
    { from: '2020-01-01', value: 455 },
    ...yearly(620, 655, 695),
  ],
  'residential.ground': [
    { from: '2018-01-01', value: 360 },
    { from: '2020-01-01', value: 395 },
    ...yearly(565, 600, 635),
  ],
  'area.home.air.rural': yearly(585, 620, 655),
  'area.home.ground.rural': yearly(570, 605, 640),
  'area.home.air.suburban': yearly(495, 525, 555),
  'area.home.ground.suburban': yearly(470, 500, 530),
  'area.home.air.extended': yearly(795, 840, 890),
  'area.home.ground.extended': yearly(780, 825, 875),
  'area.business.suburban': yearly(385, 410, 435),
  'area.business.rural': yearly(410, 435, 460),
  'area.business.extended': yearly(545, 575, 610),
  'area.remote': yearly(1400, 1485, 1575),
  'handling.weight.near': yearly(2650, 2805, 4000),
  'handling.weight.middle': yearly(2900, 3070, 4400),
  'handling.weight.far': yearly(3200, 3390, 4800),
  'handling.length.near': yearly(1800, 1905, 2700),
  'handling.length.middle': yearly(2000, 2120, 2975),
  'handling.length.far': yearly(2250, 2385, 3275),
  'handling.packaging.near': [{ from: '2021-01-10', value: 1400 }, ...yearly(1650, 1750, 2400)],
  'handling.packaging.middle': [{ from: '2021-01-10', value: 1500 }, ...yearly(1850, 1960, 2650)],
  'handling.packaging.far': [{ from: '2021-01-10', value: 1600 }, ...yearly(2050, 2170, 2900)],
  'large.home': yearly(12_900, 13_700, 14_600),
  'large.business': yearly(11_000, 11_700, 12_500),
  cod: yearly(1800, 1900, 2000),
  'signature.ordinary': yearly(655, 695, 735),
  'signature.adult': yearly(775, 820, 870),
  'signature.shipment': yearly(485, 515, 545),
  'saturday.delivery': yearly(1600, 1700, 1800),
  'saturday.pickup': yearly(1600, 1700, 1800),
  'value.least': yearly(405, 435, 465),
  'value.hundred': yearly(135, 145, 155),
  'carbon.ground': yearly(5),
  'carbon.air': yearly(20),
  'carbon.abroad': yearly(75),
  'dry-ice': yearly(790, 840, 890),
  'hazardous.ground': yearly(4150, 4400, 4665),
  'hazardous.air': yearly(6600, 6995, 7415),
  'return.2': yearly(395, 420, 445),
  'return.3': yearly(755, 800, 850),
  'return.5': yearly(1020, 1080, 1145),
  'return.8': yearly(145, 155, 165),
  'return.9': yearly(105, 110, 115),
  'return.10': yearly(355, 375, 400),
  'return.pack-1': yearly(1265, 1340, 1420),
  'return.pack-3': yearly(1530, 1620, 1715),
  'import-control.02': yearly(755, 800, 850),
  'import-control.03': yearly(1020, 1080, 1145),
  'import-control.04': yearly(355, 375, 400),
  'import-control.05': yearly(275, 290, 310),
  'express-plus': [{ from: '2020-01-01', value: 4000 }],
  'adult.only': yearly(330, 350, 370),
  'direct-only': yearly(330, 350, 370),
  proactive: yearly(350, 370, 395),
  'premium-care': yearly(3000, 3180, 3370),
  'on-call': yearly(775, 820, 870),
  'lift-gate.pickup': yearly(9900, 10_500, 11_100),
  'lift-gate.delivery': yearly(9900, 10_500, 11_100),
  'inside-delivery': yearly(9500, 10_070, 10_675),
  'item-disposal': yearly(5500, 5830, 6180),
  'document-return': yearly(950, 1005, 1065),
  'certificate-of-origin': yearly(2500, 2650, 2810),
  'export-declaration': yearly(2500, 2650, 2810),
  'invoice-removal': yearly(700, 740, 785),
  'restricted-article': yearly(5200, 5510, 5840),
} as const satisfies Readonly<Record<string, Yearly>>;

/** What an amount is for. */
export type SurchargeName = keyof typeof surchargeAmounts;

/** A season with demand surcharges: first and last day, cents for each kind. */
export interface DemandSeason {
  readonly first: string;
  readonly last: string;
  readonly handling: number;
  readonly large: number;
  readonly homeGround: number;
  readonly homeAir: number;
}

const low = { handling: 825, large: 9050 };
const peak = { handling: 1080, large: 10_700 };

/** Seasons of 2025 and 2026, as a carrier-rates page told them; residential amounts hold from 26 October. */
export const demandSeasons: readonly DemandSeason[] = [
  { first: '2025-09-28', last: '2025-10-25', ...low, homeGround: 0, homeAir: 0 },
  { first: '2025-10-26', last: '2025-11-22', ...low, homeGround: 40, homeAir: 110 },
  { first: '2025-11-23', last: '2025-12-27', ...peak, homeGround: 60, homeAir: 205 },
  { first: '2025-12-28', last: '2026-01-17', ...low, homeGround: 40, homeAir: 110 },
];
