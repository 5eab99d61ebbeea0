import { below, type Fields, textBelow } from './fields.ts';

const GRAMS = { LBS: 453.592_37, KGS: 1000 } as const;
const MILLIMETRES = { LBS: 25.4, KGS: 10 } as const;
type WeightUnit = keyof typeof GRAMS;

/** Countries that weigh in pounds unless told otherwise. */
const POUNDS = new Set(['US', 'PR', 'VI', 'GU', 'AS', 'MP']);

const MOST_GRAMS = 2_000_000_000;
const MOST_MM = 1_000_000;

/** `YYYYMMDD` as `YYYY-MM-DD`; absent for anything that is no day of these times, such as the `19000101` of none. */
export function dayBelow(fields: Fields, name: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(textBelow(fields, name) ?? '') ?? [];
  if (!year || !month || !day || year < '1990' || year > '2100') return undefined;
  const text = `${year}-${month}-${day}`;
  return isDay(Number(year), Number(month), Number(day)) ? text : undefined;
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `HHMMSS` as `HH:mm:ss`; leading zeros may be missing, four digits are hours and minutes. */
export function timeBelow(fields: Fields, name: string): string | undefined {
  const digits = textBelow(fields, name) ?? '';
  if (!/^\d{1,6}$/.test(digits)) return undefined;
  const six = digits.length === 4 ? `${digits}00` : digits.padStart(6, '0');
  const [hour, minute, second] = [six.slice(0, 2), six.slice(2, 4), six.slice(4, 6)];
  return hour < '24' && minute < '60' && second < '60' ? `${hour}:${minute}:${second}` : undefined;
}

/** `003`, `03` and `3` are one service: its two characters. */
export function serviceBelow(fields: Fields): string | undefined {
  const code = textBelow(below(fields, 'Service'), 'Code');
  if (code === undefined || code.length > 10) return undefined;
  return /^\d{1,3}$/.test(code) ? code.replace(/^0+(?=..)/, '').padStart(2, '0') : code;
}

/**
 * The unit of a package: said with the weight or the dimensional weight, else by the shipper's country. The
 * contract gives the package weight itself no unit.
 */
export function unitOf(pack: Fields, shipperCountry: string | undefined): WeightUnit | undefined {
  for (const name of ['PackageWeight', 'DimensionalWeight']) {
    const code = textBelow(below(below(pack, name), 'UnitOfMeasurement'), 'Code')?.toUpperCase();
    if (code === 'LBS' || code === 'LB') return 'LBS';
    if (code === 'KGS' || code === 'KG') return 'KGS';
  }
  if (shipperCountry === undefined) return undefined;
  return POUNDS.has(shipperCountry) ? 'LBS' : 'KGS';
}

/** Grams of `+0007.0`; absent for zero, which letters carry, and for what is no weight. */
export function weightGrams(pack: Fields, unit: WeightUnit | undefined): number | undefined {
  const amount = amountBelow(below(pack, 'PackageWeight'), 'Weight');
  if (amount === undefined || unit === undefined) return undefined;
  const grams = Math.round(amount * GRAMS[unit]);
  return grams > 0 && grams <= MOST_GRAMS ? grams : undefined;
}

/** Inches beside pounds, centimetres beside kilograms; absent unless all three sides are there. */
export function dimensionsMm(
  pack: Fields,
  unit: WeightUnit | undefined,
): readonly [number, number, number] | undefined {
  const sides = below(pack, 'Dimensions');
  const said = textBelow(below(sides, 'UnitOfMeasurement'), 'Code')?.toUpperCase();
  const per = said === 'IN' ? 25.4 : said === 'CM' ? 10 : unit && MILLIMETRES[unit];
  if (per === undefined) return undefined;
  const [length, width, height] = ['Length', 'Width', 'Height'].map((name) => {
    const side = Math.round((amountBelow(sides, name) ?? 0) * per);
    return side > 0 && side <= MOST_MM ? side : 0;
  });
  return length && width && height ? [length, width, height] : undefined;
}

function amountBelow(fields: Fields, name: string): number | undefined {
  const text = textBelow(fields, name)?.replace(',', '.');
  return text !== undefined && /^\+?\d{1,9}(\.\d{0,6})?$/.test(text) ? Number(text) : undefined;
}
