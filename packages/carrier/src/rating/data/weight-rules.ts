import type { Dated } from '../dated.ts';

/** Cubic inches for a pound and cubic centimetres for a kilogram, for account rates and for retail. */
export interface Divisors {
  readonly daily: { readonly inches: number; readonly centimetres: number };
  readonly retail: { readonly inches: number; readonly centimetres: number };
}

/** 139 is observed for 2024, 194 for 2002 and 2006; the years between, retail and metric: see SOURCES.md. */
export const divisors: readonly Dated<Divisors>[] = [
  { from: '2002-01-07', value: both(194, 7000) },
  { from: '2011-01-03', value: both(166, 6000) },
  {
    from: '2017-01-08',
    value: { daily: { inches: 139, centimetres: 5000 }, retail: { inches: 166, centimetres: 6000 } },
  },
];

/** How a side is brought to a whole inch or centimetre. */
export const sideRounding: readonly Dated<'nearest' | 'up'>[] = [
  { from: '2002-01-07', value: 'nearest' },
  { from: '2025-08-18', value: 'up' },
];

/** What a parcel may be at most, in the units of its origin. Length plus girth: girth is twice width and height. */
export const limits = {
  LBS: { weightHundredths: 15_000, length: 108, lengthPlusGirth: 165 },
  KGS: { weightHundredths: 7_000, length: 270, lengthPlusGirth: 400 },
} as const;

/** From where a parcel is large, and what such a one is billed for at least. */
export const largeParcel = {
  LBS: { length: 96, lengthPlusGirth: 130, leastTenths: 900 },
  KGS: { length: 243, lengthPlusGirth: 330, leastTenths: 400 },
} as const;

/** From where a parcel needs additional handling. */
export const additionalHandling = {
  LBS: { weightHundredths: 5_000, longest: 48, second: 30, lengthPlusGirth: 105 },
  KGS: { weightHundredths: 2_500, longest: 122, second: 76, lengthPlusGirth: 266 },
} as const;

/** The most that a letter weighs. */
export const letterLimitHundredths = { LBS: 50, KGS: 25 } as const;

/** The carrier's flat boxes are billed for their name, in tenths of the unit. */
export const flatBoxTenths: Readonly<Record<string, { readonly LBS: number; readonly KGS: number }>> = {
  '24': { LBS: 550, KGS: 250 },
  '25': { LBS: 220, KGS: 100 },
};

function both(inches: number, centimetres: number): Divisors {
  return { daily: { inches, centimetres }, retail: { inches, centimetres } };
}
