import type { Locale } from '@lading/kit/text';

const formats: Readonly<Record<Locale, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en-CA'),
  fr: new Intl.NumberFormat('fr-CA'),
};

/** `1,284` in English, `1 284` in French. */
export function formatCount(count: number, locale: Locale): string {
  return formats[locale].format(count);
}
