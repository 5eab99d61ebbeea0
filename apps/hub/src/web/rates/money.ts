import type { Locale } from '@lading/kit/text';

/** An amount of the carrier's as people write it: `US$12.34`, `12,34 $ US`. */
export function formatMoney(amount: string, currency: string, locale: Locale): string {
  const tag = locale === 'fr' ? 'fr-CA' : 'en-CA';
  return new Intl.NumberFormat(tag, { style: 'currency', currency }).format(Number(amount));
}
