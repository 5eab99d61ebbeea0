/** The languages of every sentence a person sees: English and Canadian French. */
export type Locale = 'en' | 'fr';

export const LOCALES: readonly Locale[] = ['en', 'fr'];

/** One sentence in both languages; `{name}` marks a place to be filled by `say`. */
export interface Text {
  readonly en: string;
  readonly fr: string;
}

export type TextParams = Readonly<Record<string, string | number>>;

/** Keeps the keys of a table of texts while the compiler checks that each has both languages. */
export function defineTexts<const T extends Readonly<Record<string, Text>>>(texts: T): T {
  return texts;
}

/** The sentence in one language with its places filled; an unknown place stays visible as `{name}`. */
export function say(text: Text, locale: Locale, params: TextParams = {}): string {
  return text[locale].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    return value === undefined ? place : String(value);
  });
}

/** The best of our languages for an `Accept-Language` header or a stored preference; English when silent. */
export function chooseLocale(preference: string | null | undefined): Locale {
  const wanted = (preference ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(';')[0] ?? '');
  return wanted.find((tag) => tag.startsWith('fr') || tag.startsWith('en'))?.startsWith('fr') ? 'fr' : 'en';
}
