import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParcelState } from './state.ts';
import { fold, searchWords, termsOfState } from './terms.ts';

const empty: ParcelState = {
  trackingNumber: '1Z999AA10123456784',
  shipper: null,
  shipperNumber: null,
  consignee: null,
  references: [],
  billing: null,
  dimensions: null,
  description: null,
};

const nobody = {
  name: null,
  attention: null,
  lines: [],
  city: null,
  region: null,
  postalCode: null,
  country: null,
};

const reference = (value: string) => ({ level: 'package' as const, code: 'PO', value });

describe('a parcel is found', () => {
  it.each<[string, Partial<ParcelState>, string]>([
    ['by its number', {}, '1z999aa10123456784'],
    ['by its number with blanks and dashes', {}, '1Z-999AA1-0123456784'],
    ['by a reference as printed', { references: [reference('PO-4711/A')] }, 'PO-4711/A'],
    ['by a reference without its marks', { references: [reference('PO-4711/A')] }, 'po4711a'],
    ['by a piece of a reference', { references: [reference('PO-4711/A')] }, '4711'],
    [
      'by a name without its accents',
      { consignee: { ...nobody, name: 'Épicerie Lefèbvre' } },
      'epicerie lefebvre',
    ],
    ['by a name with other accents', { consignee: { ...nobody, name: 'MULLER' } }, 'Müller'],
    ['by half of a double name', { consignee: { ...nobody, attention: 'Jean-Pierre Roy' } }, 'pierre'],
    ['by a city in its own script', { consignee: { ...nobody, city: '東京' } }, '東京'],
    ['by letters people type otherwise', { consignee: { ...nobody, city: 'Ærøskøbing' } }, 'aeroskobing'],
    ['by two words in any order', { consignee: { ...nobody, city: 'NEW YORK', name: 'ACME' } }, 'york acme'],
  ])('%s', (_name, told, question) => {
    const terms = termsOfState({ ...empty, ...told });
    const missed = searchWords(question).filter(({ text }) => !terms.includes(text));
    expect(missed).toEqual([]);
  });

  it('by at most 48 terms of at most 40 characters, whatever it says', () => {
    const references = fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 60 });
    fc.assert(
      fc.property(references, (values) => {
        const terms = termsOfState({ ...empty, references: values.map(reference) });
        expect(terms.length).toBeLessThanOrEqual(48);
        expect(new Set(terms).size).toBe(terms.length);
        for (const term of terms)
          expect([term.length <= 40, /\p{Surrogate}/u.test(term)]).toEqual([true, false]);
      }),
    );
  });
});

describe('a question', () => {
  it.each<[string, string, readonly (readonly [string, boolean])[]]>([
    [
      'has an unfinished last word',
      'maple tor',
      [
        ['maple', false],
        ['tor', true],
      ],
    ],
    ['is finished by a blank', 'maple ', [['maple', false]]],
    [
      'is split at commas',
      'Laval,QC',
      [
        ['laval', false],
        ['qc', true],
      ],
    ],
    ['of marks alone asks nothing', ' -- ; ', []],
  ])('%s', (_name, text, words) => {
    expect(searchWords(text).map(({ text: word, isPrefix }) => [word, isPrefix])).toEqual(words);
  });

  it('asks for eight words at most', () => {
    expect(searchWords('a b c d e f g h i j')).toHaveLength(8);
  });
});

describe('folding', () => {
  it('is done once for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});
