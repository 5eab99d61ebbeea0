import type { Locale } from '@lading/kit/text';

const GRAMS_PER_POUND = 453.592_37;
const MM_PER_INCH = 25.4;

/** `3.2 kg (7.1 lb)`: both units, because docks on both sides of the border read the same screen. */
export function formatWeight(grams: number, locale: Locale): string {
  const number = decimals(locale, 1);
  return `${number.format(grams / 1000)} kg (${number.format(grams / GRAMS_PER_POUND)} lb)`;
}

/** `30 × 20 × 15 cm (12 × 8 × 6 in)`, length first. */
export function formatDimensions(
  size: { lengthMm: number; widthMm: number; heightMm: number },
  locale: Locale,
): string {
  const sides = [size.lengthMm, size.widthMm, size.heightMm];
  const number = decimals(locale, 1);
  const inches = locale === 'fr' ? 'po' : 'in';
  const write = (unit: number) => sides.map((side) => number.format(side / unit)).join(' × ');
  return `${write(10)} cm (${write(MM_PER_INCH)} ${inches})`;
}

function decimals(locale: Locale, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale === 'fr' ? 'fr-CA' : 'en-CA', { maximumFractionDigits: digits });
}

/** The country's name in the reader's language; what is no country code stands as it is. */
export function formatCountry(code: string, locale: Locale): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(locale === 'fr' ? 'fr-CA' : 'en-CA', { type: 'region' }).of(code) ?? code;
}
