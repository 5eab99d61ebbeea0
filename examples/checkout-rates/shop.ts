/** What is in the cart, as the carrier needs it. */
export interface Goods {
  readonly name: Words;
  readonly price: string;
  readonly pounds: number;
  readonly inches: readonly [length: number, width: number, height: number];
  readonly from: {
    readonly City: string;
    StateProvinceCode: string;
    PostalCode: string;
    CountryCode: string;
  };
}

export type Language = 'en' | 'fr';
export type Words = Readonly<Record<Language, string>>;

export const cart: Goods = {
  name: { en: 'A kettle', fr: 'Une bouilloire' },
  price: '49.00',
  pounds: 7,
  inches: [12, 10, 9],
  from: { City: 'Atlanta', StateProvinceCode: 'GA', PostalCode: '30328', CountryCode: 'US' },
};

/** A shop offers what its customers understand, not all that the carrier has. */
export const offered = {
  '03': { en: 'Ground', fr: 'Terrestre' },
  '12': { en: 'Three days', fr: 'Trois jours' },
  '02': { en: 'Two days', fr: 'Deux jours' },
  '13': { en: 'Next day', fr: 'Le lendemain' },
  '01': { en: 'Next day, in the morning', fr: 'Le lendemain matin' },
} as const satisfies Readonly<Record<string, Words>>;

export type ServiceCode = keyof typeof offered;

export function isOffered(code: string): code is ServiceCode {
  return Object.hasOwn(offered, code);
}
