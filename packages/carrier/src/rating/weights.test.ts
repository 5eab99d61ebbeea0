import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfText } from './dated.ts';
import {
  billingOf,
  type LengthUnit,
  type ParcelMeasures,
  passedLimit,
  roundedUp,
  type WeightUnit,
} from './weights.ts';

const in2024 = dayOfText('2024-01-23');

function parcel(
  weight: number,
  unit: WeightUnit,
  sides: readonly [number, number, number] | null = null,
  packaging = '02',
  lengthUnit: LengthUnit = unit === 'KGS' ? 'CM' : 'IN',
): ParcelMeasures {
  const hundredths = (value: number) => Math.round(value * 100);
  const dimensions =
    sides === null
      ? null
      : ({
          hundredths: [hundredths(sides[0]), hundredths(sides[1]), hundredths(sides[2])],
          unit: lengthUnit,
        } as const);
  return { packaging, weight: { hundredths: hundredths(weight), unit }, dimensions };
}

describe('billed weight', () => {
  it.each([
    [
      '12 × 8 × 6 inches and a pound, recorded 2024',
      parcel(1, 'LBS', [12, 8, 6]),
      '2024-01-23',
      50,
      'dimensional',
    ],
    ['the same at retail', parcel(1, 'LBS', [12, 8, 6]), 'retail', 40, 'dimensional'],
    ['the same in 2006', parcel(1, 'LBS', [12, 8, 6]), '2006-01-02', 30, 'dimensional'],
    ['a little over ten pounds', parcel(10.1, 'LBS'), '2024-01-23', 110, 'actual'],
    ['ounces', parcel(17, 'OZS'), '2024-01-23', 20, 'actual'],
    ['nothing', parcel(0, 'LBS'), '2024-01-23', 10, 'actual'],
    ['sides to the nearest inch', parcel(1, 'LBS', [12.4, 8.4, 6.4]), '2024-01-23', 50, 'dimensional'],
    ['sides up to the next inch', parcel(1, 'LBS', [12.4, 8.4, 6.4]), '2025-08-18', 60, 'dimensional'],
    ['a pak, whatever its size', parcel(2, 'LBS', [20, 16, 10], '04'), '2024-01-23', 20, 'actual'],
    ['a large parcel', parcel(20, 'LBS', [97, 4, 4]), '2024-01-23', 900, 'minimum'],
    ['a box of ten kilograms', parcel(3, 'LBS', null, '25'), '2024-01-23', 220, 'minimum'],
  ] as const)('of %s', (_what, measures, when, tenths, reason) => {
    const day = when === 'retail' ? in2024 : dayOfText(when);
    const billing = billingOf(measures, 'LBS', day, when === 'retail' ? 'retail' : 'daily');
    expect(billing.billed).toEqual({ tenths, unit: 'LBS' });
    expect(billing.reason).toBe(reason);
  });

  it.each([
    [parcel(3.2, 'KGS'), 35],
    [parcel(3, 'KGS', [40, 30, 20]), 50],
    [parcel(10, 'LBS'), 50],
    [parcel(3, 'KGS', [12, 8, 6], '02', 'IN'), 30],
  ])('in kilograms, by halves: %o', (measures, tenths) => {
    expect(billingOf(measures, 'KGS', in2024, 'daily').billed).toEqual({ tenths, unit: 'KGS' });
  });

  it.each([
    [parcel(0.5, 'LBS', null, '01'), true],
    [parcel(8, 'OZS', null, '01'), true],
    [parcel(0.51, 'LBS', null, '01'), false],
    [parcel(0.1, 'LBS', null, '02'), false],
  ])('a letter of half a pound at most: %o', (measures, isLetter) => {
    expect(billingOf(measures, 'LBS', in2024, 'daily').isLetter).toBe(isLetter);
  });

  it('is never less than the scale says, and exact on whole pounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15_000 }), (hundredths) => {
        const { tenths } = roundedUp({ hundredths, unit: 'LBS' }, 'LBS');
        expect(tenths).toBe(Math.ceil(hundredths / 100) * 10);
      }),
    );
  });

  it('never falls when the weight or a side grows', () => {
    const side = fc.integer({ min: 100, max: 10_000 });
    fc.assert(
      fc.property(side, side, side, fc.nat(14_000), fc.nat(900), (one, two, three, weight, more) => {
        const at = (extra: number, longer: number) =>
          billingOf(
            {
              packaging: '02',
              weight: { hundredths: weight + extra, unit: 'LBS' },
              dimensions: { hundredths: [one + longer, two, three], unit: 'IN' },
            },
            'LBS',
            in2024,
            'daily',
          ).billed.tenths;
        expect(at(more, 0)).toBeGreaterThanOrEqual(at(0, 0));
        expect(at(0, more)).toBeGreaterThanOrEqual(at(0, 0));
      }),
    );
  });
});

describe('limits', () => {
  it.each([
    [parcel(150, 'LBS'), null],
    [parcel(150.01, 'LBS'), 'weight'],
    [parcel(68, 'KGS'), null],
    [parcel(68.1, 'KGS'), 'weight'],
    [parcel(10, 'LBS', [108, 10, 10]), null],
    [parcel(10, 'LBS', [10, 109, 10]), 'length'],
    [parcel(10, 'LBS', [105, 15, 15]), null],
    [parcel(10, 'LBS', [105, 16, 15]), 'lengthPlusGirth'],
  ])('%o passes %s', (measures, limit) => {
    expect(passedLimit(measures, 'LBS', in2024)).toBe(limit);
  });

  it.each([
    [parcel(50, 'LBS', [48, 18, 10]), null],
    [parcel(51, 'LBS'), 'weight'],
    [parcel(10, 'LBS', [49, 10, 10]), 'length'],
    [parcel(10, 'LBS', [40, 31, 10]), 'length'],
    [parcel(10, 'LBS', [48, 16, 13]), 'girth'],
  ])('%o needs additional handling for its %s', (measures, reason) => {
    expect(billingOf(measures, 'LBS', in2024, 'daily').handling).toBe(reason);
  });
});
