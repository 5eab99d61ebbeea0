import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadUsPlaces } from '../places/built-in.ts';
import type { Places } from '../places/places.ts';
import { classify } from './classify.ts';
import { parseStreet } from './parse.ts';
import {
  packStreetRanges,
  type StreetBank,
  type StreetRange,
  type StreetSegment,
  unpackStreetRanges,
} from './ranges.ts';
import { type StreetAnswer, type StreetQuestion, validateStreet } from './rules.ts';

let places: Places;
beforeAll(async () => {
  places = await loadUsPlaces(async () => null);
});

const nothingLoaded: StreetBank = () => null;
const asked = (line: string | readonly string[], rest: string, more: Partial<StreetQuestion> = {}) => {
  const [city = '', state = '', postalCode = ''] = rest.split(',');
  const lines = typeof line === 'string' ? [line] : line;
  return {
    ...{ lines, city: city || null, state: state || null, postalCode: postalCode || null },
    ...{ consignee: '', country: 'US' as const, ...more },
  };
};
const validate = (question: StreetQuestion, streets = nothingLoaded, cap = 15): StreetAnswer =>
  validateStreet({ places, streets }, question, cap);
const printed = ({ candidates }: StreetAnswer) =>
  candidates.map((one) => [...one.lines, one.city, one.state, one.postalCode].join(', '));

describe('where the real service was recorded', () => {
  test.each([
    ['55 Glenlake Parkway NE', 'Atlanta,GA,30328', '55 GLENLAKE PKWY, ATLANTA, GA, 30328', '3474'],
    ['233 W 49th St', 'New York,NY,10019', '233 W 49TH ST, NEW YORK, NY, 10019', '7404'],
  ])('%s is answered as recorded', (line, rest, expected, extension) => {
    const answer = validate(asked(line, rest));
    expect(printed(answer)).toEqual([expected]);
    expect(answer).toMatchObject({ match: 'valid', classification: 'commercial', basis: 'observed' });
    expect(answer.candidates[0]?.extension).toBe(extension);
  });

  test('what had no candidates has none', () => {
    expect(validate(asked('999 Not a Road', 'Bad City,NY,998877'))).toMatchObject({
      match: 'none',
      classification: 'unclassified',
    });
  });
});

describe('without ranges', () => {
  test('what parses in a place that agrees is valid, and says that it was modelled', () => {
    const answer = validate(asked(['26601 Aliso Creek Road', 'Suite D'], 'Aliso Viejo,CA,92656'));
    expect(printed(answer)).toEqual(['26601 ALISO CREEK RD, STE D, ALISO VIEJO, CA, 92656']);
    expect(answer).toMatchObject({ match: 'valid', basis: 'modelled', classification: 'commercial' });
    expect(answer.candidates[0]?.extension).toMatch(/^\d{4}$/);
  });

  test.each([
    ['the city has a typing error', '12 Oak Ln', 'Boisse,ID,83702', '12 OAK LN, BOISE, ID, 83702'],
    ['the code is another city’s', '12 Oak Ln', 'Boise,ID,83642', '12 OAK LN, MERIDIAN, ID, 83642'],
    ['the suffix has a typing error', '12 Oak Stret', 'Boise,ID,83702', '12 OAK ST, BOISE, ID, 83702'],
    ['no code was given and there are several', '12 Oak Ln', 'Boise,ID,', '12 OAK LN, BOISE, ID, 83701'],
  ])('is ambiguous when %s', (_why, line, rest, expected) => {
    const answer = validate(asked(line, rest));
    expect([answer.match, printed(answer)[0]]).toEqual(['ambiguous', expected]);
  });

  test.each([
    ['no number', 'Oak Lane', 'Boise,ID,83702'],
    ['the number 0', '0 Oak Lane', 'Boise,ID,83702'],
    ['no street', '', 'Boise,ID,83702'],
    ['no such place', '12 Oak Ln', 'Xqzwvk,ZZ,00000'],
  ])('has no candidates with %s', (_why, line, rest) => {
    expect(validate(asked(line, rest))).toMatchObject({ match: 'none', candidates: [] });
  });

  test('boxes are valid, without extension or class', () => {
    const answer = validate(asked('P.O. Box 12', 'Boise,ID,83702'));
    expect(answer).toMatchObject({ match: 'valid', classification: 'unclassified' });
    expect(answer.candidates[0]).toMatchObject({ lines: ['PO BOX 12'], extension: '' });
  });
});

const segment = (low: number, high: number, parity: StreetSegment['parity'], ...units: string[]) => ({
  low,
  high,
  parity,
  units,
});
const range = (street: string, stretch: StreetSegment): StreetRange => ({
  postalCode: '83702',
  street,
  ...stretch,
});
const boise = unpackStreetRanges(
  packStreetRanges([
    range('N OAK LN', segment(1, 99, 'odd')),
    range('N OAK LN', segment(2, 98, 'even')),
    range('S ELM ST', segment(100, 198, 'both')),
    range('N ELM ST', segment(100, 198, 'both')),
    range('MAPLE AVE', segment(10, 10, 'both', 'APT 1', 'APT 2', 'STE 300')),
    range('MAPLE AVE', segment(1, 99, 'both')),
  ]),
);
const loaded: StreetBank = (code) => boise.get(code) ?? null;

describe('with ranges, which bind', () => {
  test.each([
    ['a house inside', '12 N Oak Lane', 'valid', ['12 N OAK LN']],
    ['a direction left out, of the one street', '12 Oak Ln', 'valid', ['12 N OAK LN']],
    ['the wrong suffix, of the one street', '12 Oak Street', 'valid', ['12 N OAK LN']],
    ['a direction left out, of two', '120 Elm St', 'ambiguous', ['120 S ELM ST', '120 N ELM ST']],
    ['a typing error', '12 N Oka Ln', 'ambiguous', ['12 N OAK LN']],
    ['a number beyond', '400 N Oak Ln', 'none', []],
    ['a street that is not there', '12 Cedar Ct', 'none', []],
    [
      'a building whose units are known',
      '10 Maple Ave',
      'ambiguous',
      ['10 MAPLE AVE', '10 MAPLE AVE', '10 MAPLE AVE'],
    ],
    ['a unit that was given', '10 Maple Ave Apt 2', 'valid', ['10 MAPLE AVE']],
    ['a unit that is not known', '10 Maple Ave Apt 9', 'valid', ['10 MAPLE AVE']],
    ['a house beside it', '11 Maple Ave', 'valid', ['11 MAPLE AVE']],
  ])('%s', (_what, line, match, streets) => {
    const answer = validate(asked(line, 'Boise,ID,83702'), loaded);
    expect([answer.match, answer.candidates.map(({ lines }) => lines[0])]).toEqual([match, streets]);
    expect(answer.basis).toBe('ranges');
  });

  test('units are asked for with the known ones', () => {
    const { candidates } = validate(asked('10 Maple Ave', 'Boise,ID,83702'), loaded);
    expect(candidates.map(({ lines }) => lines[1])).toEqual(['APT 1', 'APT 2', 'STE 300']);
    expect(candidates.map(({ classification }) => classification)).toEqual([
      'residential',
      'residential',
      'commercial',
    ]);
  });

  test('a postal code without ranges stays modelled', () => {
    expect(validate(asked('12 Cedar Ct', 'Boise,ID,83705'), loaded).basis).toBe('modelled');
  });
});

describe('classification', () => {
  const street = (line: string) => {
    const parsed = parseStreet([line], 'CA');
    if (parsed === null) throw new Error(line);
    return parsed;
  };
  test.each([
    ['12 Oak Ln Apt 4', '', 'residential'],
    ['1234 rue Hutchison app 5', '', 'residential'],
    ['12 Oak Ln Ste 4', '', 'commercial'],
    ['10 boul René-Lévesque bureau 200', '', 'commercial'],
    ['12 Oak Ln', 'Maple Stores Inc', 'commercial'],
    ['12 Oak Ln', 'Boulangerie Érable ltée', 'commercial'],
    ['12 Industrial Pkwy', '', 'commercial'],
    ['PO Box 5', '', 'unclassified'],
  ])('%s %s is %s', (line, consignee, expected) => {
    expect(classify(street(line), consignee, 'H2X 1Y4')).toBe(expected);
  });

  test('most houses are homes, and one house is always the same', () => {
    const classes = Array.from({ length: 500 }, (_none, at) =>
      classify(street(`${at + 1} Oak Ct`), '', '30328'),
    );
    const homes = classes.filter((one) => one === 'residential').length;
    expect([homes > 430, homes < 500]).toEqual([true, true]);
    expect(classify(street('7 Oak Ct'), '', '30328')).toBe(classes[6]);
  });
});

describe('whatever is asked', () => {
  const line = fc.constantFrom(
    ...[
      '12 N Oak Ln',
      '12 Oka Stret',
      '120 Elm',
      '10 Maple Avenue',
      '10 Maple Ave # 4',
      'PO Box 9',
      '77 Sunset Bvld',
    ],
    ...['45-12 Queens Boulevrad', '5 Main', 'RR 2 Box 4', '400 US Hwy 41', '1 N St', '12 Avenue E'],
  );
  const rest = fc.constantFrom(
    'Boise,ID,83702',
    'Bosie,ID,',
    'Springfield,,',
    ',,83702',
    'Meridian,ID,83702',
    'San Juan,PR,00901',
  );

  test('candidates are under the cap and valid themselves', () => {
    fc.assert(
      fc.property(
        line,
        rest,
        fc.integer({ min: 1, max: 20 }),
        fc.boolean(),
        (street, place, cap, isLoaded) => {
          const bank = isLoaded ? loaded : nothingLoaded;
          const answer = validate(asked(street, place), bank, cap);
          expect(answer.candidates.length).toBeLessThanOrEqual(cap);
          for (const one of answer.candidates) {
            const again = validate(asked(one.lines, [one.city, one.state, one.postalCode].join()), bank, cap);
            expect(again.match).toBe('valid');
            expect(again.candidates).toEqual([one]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('ranges are unpacked to what was packed', () => {
    const anyRange = fc.record({
      postalCode: fc.stringMatching(/^\d{5}$/),
      street: fc.stringMatching(/^[A-Z0-9]{1,6} ST$/),
      low: fc.integer({ min: 1, max: 9999 }),
      high: fc.integer({ min: 1, max: 9999 }),
      parity: fc.constantFrom<StreetSegment['parity']>('odd', 'even', 'both'),
      units: fc.array(fc.stringMatching(/^APT [0-9]{1,3}$/), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(anyRange), (given) => {
        const unpacked = [...unpackStreetRanges(packStreetRanges(given))].flatMap(([postalCode, streets]) =>
          [...streets].flatMap(([street, segments]) =>
            segments.map((one) => JSON.stringify({ postalCode, street, ...one })),
          ),
        );
        const wanted = given.map((one) =>
          JSON.stringify({
            ...{ postalCode: one.postalCode, street: one.street, low: one.low, high: one.high },
            ...{ parity: one.parity, units: one.units },
          }),
        );
        expect(unpacked.toSorted()).toEqual([...new Set(wanted)].toSorted());
      }),
    );
  });
});
