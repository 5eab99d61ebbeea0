import {
  additionalHandling,
  divisors,
  flatBoxTenths,
  largeParcel,
  letterLimitHundredths,
  limits,
  sideRounding,
} from './data/weight-rules.ts';
import { inForce } from './dated.ts';
import { isUnitedStates, type LaneEnd, regionOf } from './lane.ts';

/** The unit in which an origin's shipments are billed. */
export type BilledUnit = 'LBS' | 'KGS';
export type WeightUnit = BilledUnit | 'OZS';
export type LengthUnit = 'IN' | 'CM';

/** A weight as somebody gave it, in hundredths of its unit. */
export interface Weight {
  readonly hundredths: number;
  readonly unit: WeightUnit;
}

/** Three sides in any order, in hundredths of the unit. */
export interface Dimensions {
  readonly hundredths: readonly [number, number, number];
  readonly unit: LengthUnit;
}

/** What the scale and the tape say of a parcel. */
export interface ParcelMeasures {
  /** Two characters, as in rating: 01 letter, 02 own packaging, 04 pak, 21 box … */
  readonly packaging: string;
  readonly weight: Weight;
  readonly dimensions: Dimensions | null;
}

/** A billed weight in tenths of its unit: whole pounds, half kilograms. */
export interface BilledWeight {
  readonly tenths: number;
  readonly unit: BilledUnit;
}

/** How a billed weight came about. */
export interface Billing {
  readonly billed: BilledWeight;
  readonly actual: BilledWeight;
  /** Null where the packaging has none or no dimensions were given. */
  readonly dimensional: BilledWeight | null;
  readonly divisor: number | null;
  /** Rated by the letter column. */
  readonly isLetter: boolean;
  /** Why it is billed for that: the scale, the size, or the least of its kind. */
  readonly reason: 'actual' | 'dimensional' | 'minimum';
  readonly isLarge: boolean;
  /** What makes it need additional handling, the dearest reason first; null for nothing. */
  readonly handling: 'weight' | 'length' | 'girth' | null;
}

/** A limit that a parcel passes; such a parcel is not carried. */
export type PassedLimit = 'weight' | 'length' | 'lengthPlusGirth';

const LETTER = '01';
/** Packaging of the carrier's own with a size of its own: measured by weight alone. */
const WITHOUT_SIZE: ReadonlySet<string> = new Set(['01', '04', '21', '24', '25', '2a', '2b', '2c']);
/** A hundredth of each unit in 160ths of a microgram: the smallest mass that all three count in whole. */
const MASS_OF_HUNDREDTH: Readonly<Record<WeightUnit, number>> = {
  LBS: 725_747_792,
  KGS: 1_600_000_000,
  OZS: 45_359_237,
};
/** A billed weight goes in these steps, in hundredths of its unit. */
const STEP_HUNDREDTHS: Readonly<Record<BilledUnit, number>> = { LBS: 100, KGS: 50 };

/** Pounds from the United States and Puerto Rico, kilograms from everywhere else. */
export function billedUnitOf(from: LaneEnd): BilledUnit {
  return isUnitedStates(regionOf(from)) ? 'LBS' : 'KGS';
}

/** Up to the next whole pound or half kilogram, one step at least. */
export function roundedUp(weight: Weight, unit: BilledUnit): BilledWeight {
  const step = STEP_HUNDREDTHS[unit];
  const mass = weight.hundredths * MASS_OF_HUNDREDTH[weight.unit];
  const steps = Math.max(1, Math.ceil(mass / (step * MASS_OF_HUNDREDTH[unit])));
  return { tenths: (steps * step) / 10, unit };
}

/**
 * What a parcel is billed for: the greater of scale and size, and what its kind costs at least.
 * @param day decides which divisor and rounding are in force.
 */
export function billingOf(
  parcel: ParcelMeasures,
  unit: BilledUnit,
  day: number,
  kind: 'daily' | 'retail',
): Billing {
  const actual = roundedUp(parcel.weight, unit);
  const sides = WITHOUT_SIZE.has(parcel.packaging) ? null : sidesOf(parcel, unit, day);
  const divisor = sides === null ? null : divisorOf(unit, day, kind);
  const dimensional = sides === null || divisor === null ? null : dimensionalWeight(sides, unit, divisor);
  const isLarge = sides !== null && isLargeParcel(sides, unit);
  const least = leastTenths(parcel.packaging, unit, isLarge);
  const tenths = Math.max(actual.tenths, dimensional?.tenths ?? 0, least);
  return {
    billed: { tenths, unit },
    actual,
    dimensional,
    divisor,
    isLetter: isWithinLetter(parcel, unit),
    reason: tenths === actual.tenths ? 'actual' : tenths === dimensional?.tenths ? 'dimensional' : 'minimum',
    isLarge,
    handling: isLarge ? null : handlingOf(parcel, sides, unit),
  };
}

/** The first limit that a parcel passes, or null where the carrier takes it. */
export function passedLimit(parcel: ParcelMeasures, unit: BilledUnit, day: number): PassedLimit | null {
  const { weightHundredths, length, lengthPlusGirth } = limits[unit];
  if (isHeavier(parcel.weight, weightHundredths, unit)) return 'weight';
  const sides = sidesOf(parcel, unit, day);
  if (sides === null) return null;
  if (sides[0] > length) return 'length';
  return girthLength(sides) > lengthPlusGirth ? 'lengthPlusGirth' : null;
}

/** Whole inches or centimetres, the longest first. */
type Sides = readonly [number, number, number];

function sidesOf(parcel: ParcelMeasures, unit: BilledUnit, day: number): Sides | null {
  if (parcel.dimensions === null) return null;
  const { hundredths, unit: given } = parcel.dimensions;
  const round = inForce(sideRounding, day) === 'up' ? Math.ceil : Math.round;
  const wanted = unit === 'LBS' ? 'IN' : 'CM';
  const inWhole = (side: number) => round(convertedLength(side, given, wanted) / 100);
  const [one, two, three] = [inWhole(hundredths[0]), inWhole(hundredths[1]), inWhole(hundredths[2])];
  const [long, short] = [Math.max(one, two, three), Math.min(one, two, three)];
  return [long, one + two + three - long - short, short];
}

/** Hundredths of a unit, kept whole where nothing is converted. */
function convertedLength(hundredths: number, given: LengthUnit, wanted: LengthUnit): number {
  if (given === wanted) return hundredths;
  return wanted === 'IN' ? (hundredths * 100) / 254 : (hundredths * 254) / 100;
}

function divisorOf(unit: BilledUnit, day: number, kind: 'daily' | 'retail'): number {
  const { inches, centimetres } = inForce(divisors, day)[kind];
  return unit === 'LBS' ? inches : centimetres;
}

function dimensionalWeight([long, middle, short]: Sides, unit: BilledUnit, divisor: number): BilledWeight {
  const stepsPerUnit = 100 / STEP_HUNDREDTHS[unit];
  const steps = Math.max(1, Math.ceil((long * middle * short * stepsPerUnit) / divisor));
  return { tenths: (steps * STEP_HUNDREDTHS[unit]) / 10, unit };
}

function isLargeParcel(sides: Sides, unit: BilledUnit): boolean {
  const { length, lengthPlusGirth } = largeParcel[unit];
  return sides[0] > length || girthLength(sides) > lengthPlusGirth;
}

function girthLength([long, middle, short]: Sides): number {
  return long + 2 * (middle + short);
}

function leastTenths(packaging: string, unit: BilledUnit, isLarge: boolean): number {
  return Math.max(flatBoxTenths[packaging]?.[unit] ?? 0, isLarge ? largeParcel[unit].leastTenths : 0);
}

function isWithinLetter(parcel: ParcelMeasures, unit: BilledUnit): boolean {
  return parcel.packaging === LETTER && !isHeavier(parcel.weight, letterLimitHundredths[unit], unit);
}

function handlingOf(parcel: ParcelMeasures, sides: Sides | null, unit: BilledUnit): Billing['handling'] {
  const { weightHundredths, longest, second, lengthPlusGirth } = additionalHandling[unit];
  if (isHeavier(parcel.weight, weightHundredths, unit)) return 'weight';
  if (sides === null) return null;
  if (sides[0] > longest || sides[1] > second) return 'length';
  return girthLength(sides) > lengthPlusGirth ? 'girth' : null;
}

function isHeavier(weight: Weight, hundredths: number, unit: BilledUnit): boolean {
  return weight.hundredths * MASS_OF_HUNDREDTH[weight.unit] > hundredths * MASS_OF_HUNDREDTH[unit];
}
