import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { alternateNames } from '../places/alternate-names.ts';
import { loadUsPlaces } from '../places/built-in.ts';
import { readGeonamesLine } from '../places/geonames.ts';
import type { Places } from '../places/places.ts';
import { type PlaceRow, packPlaces } from '../places/table.ts';
import { type CityAnswer, type CityQuestion, validateCity } from './rules.ts';

let places: Places;
beforeAll(async () => {
  places = await loadUsPlaces(async () => null);
});

const ask = (city: string | null, state: string | null, postalCode: string | null, cap = 10): CityAnswer =>
  validateCity(places, { city, state, postalCode }, cap);
const first = (answer: CityAnswer) => {
  const { city, state, lowEnd, highEnd } = answer.candidates[0] ?? {};
  return [answer.match, city, state, lowEnd, highEnd].join(' ');
};

describe('what agrees is valid', () => {
  test.each([
    ['East Lansing', 'MI', '48823', 'valid EAST LANSING MI 48823 48826'],
    ['San Juan', 'PR', '00901', 'valid SAN JUAN PR 00901 00902'],
    ['St. Louis', 'MO', '63101', 'valid SAINT LOUIS MO 63101 63141'],
    ['Manhattan', 'NY', '10019', 'valid NEW YORK NY'],
    [null, 'GA', '30328', 'valid ATLANTA GA 30324 30334'],
    [null, null, '99950', 'valid KETCHIKAN AK 99950 99950'],
    ['Apo', 'AE', '09014', 'valid APO AE'],
  ])('%s %s %s', (city, state, code, expected) => {
    const answer = ask(city, state, code);
    expect(first(answer)).toContain(expected);
    expect(answer.candidates).toHaveLength(1);
    expect(answer.candidates[0]).toMatchObject({ rank: 1, quality: 1 });
  });

  test('a city without a code brings all its ranges, and nothing else', () => {
    const { match, candidates } = ask('Lansing', 'MI', null, 50);
    expect(match).toBe('ambiguous');
    expect(candidates.every(({ city, quality }) => city === 'LANSING' && quality === 1)).toBe(true);
    expect(candidates.map(({ rank }) => rank)).toEqual(candidates.map((_one, at) => at + 1));
    expect(candidates.map(({ lowEnd }) => lowEnd)).toEqual(candidates.map(({ lowEnd }) => lowEnd).toSorted());
  });
});

describe('what does not agree brings the nearest', () => {
  test.each([
    ['a letter left out', 'Atlnta', 'GA', null, 'ATLANTA GA'],
    ['two letters exchanged', 'Minneapolsi', 'MN', '55401', 'MINNEAPOLIS MN 55401'],
    ['two errors', 'Philadelfiia', 'PA', null, 'PHILADELPHIA PA'],
    ['the wrong state', 'Timonium', 'VA', '21093', 'LUTHERVILLE TIMONIUM MD 21093'],
    ['the wrong state, city and code right', 'Honolulu', 'CA', '96813', 'HONOLULU HI 968'],
    ['a wrong code', 'Boise', 'ID', '83700', 'BOISE ID 83701'],
    ['a code with two digits exchanged', 'Okemos', 'MI', '48846', 'OKEMOS MI 48864'],
    ['a code that nobody has, alone', null, null, '99990', 'AK 999'],
    ['a city that is not the code’s', 'Dallas', 'TX', '77002', 'HOUSTON TX 770'],
    ['a state that is none', 'Boise', '??', '83702', 'BOISE ID 83701'],
  ])('%s', (_why, city, state, code, expected) => {
    const answer = ask(city, state, code);
    expect(answer.match).toBe('ambiguous');
    expect(first(answer)).toContain(expected);
    expect(answer.candidates[0]?.quality).toBeLessThan(1);
  });

  test('a city far from the code’s is asked about on both sides', () => {
    const names = ask('Dallas', 'TX', '77002', 50).candidates.map(({ city }) => city);
    expect([names.includes('DALLAS'), names.includes('HOUSTON')]).toEqual([true, true]);
  });

  test.each([
    ['nonsense', 'Xqzwvk', 'NY', null],
    ['nonsense alone', 'Xqzwvkjh', null, null],
    ['nothing', null, null, null],
    ['nothing near', null, 'ZZ', '000000000'],
  ])('%s has no candidates', (_why, city, state, code) => {
    expect(ask(city, state, code)).toEqual({ match: 'none', candidates: [] });
  });
});

test('every alternate name leads to a place', () => {
  const lost = alternateNames.filter(
    ([alternate, state]) => ask(alternate, state, null).candidates[0]?.quality !== 1,
  );
  expect(lost).toEqual([]);
});

describe('whatever is asked', () => {
  const text = (word: fc.Arbitrary<string>) => fc.option(word, { nil: null });
  const letters = fc.stringMatching(/^[A-Z .'-]{0,16}$/);
  const known = fc.constantFrom('Atlanta', 'SPRINGFIELD', 'St Paul', 'Lansin', 'Bostn', 'San Jaun', 'nyc');
  const question: fc.Arbitrary<CityQuestion> = fc.record({
    city: text(fc.oneof(letters, known)),
    state: text(fc.constantFrom('GA', 'MI', 'PR', 'NY', 'XX')),
    postalCode: text(fc.oneof(fc.stringMatching(/^\d{5}$/), fc.string({ maxLength: 10 }))),
  });

  test('candidates are under the cap, in order, and valid themselves', () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 1, max: 50 }), (asked, cap) => {
        const { match, candidates } = validateCity(places, asked, cap);
        expect(candidates.length).toBeLessThanOrEqual(cap);
        expect(match === 'none').toBe(candidates.length === 0);
        candidates.forEach(({ rank, quality, city, state, lowEnd, highEnd }, at) => {
          expect([rank, quality > 0 && quality <= 1]).toEqual([at + 1, true]);
          expect(quality).toBeLessThanOrEqual(candidates[at - 1]?.quality ?? 1);
          for (const postalCode of [lowEnd, highEnd]) {
            const again = validateCity(places, { city, state, postalCode }, 10);
            expect([again.match, again.candidates[0]?.lowEnd]).toEqual(['valid', lowEnd]);
          }
        });
      }),
      { numRuns: 300 },
    );
  });
});

const files = new URL('../../../../../shared/data/geonames/', import.meta.url);

describe.skipIf(!existsSync(files))('the places of GeoNames', () => {
  const rows = (country: string): readonly PlaceRow[] =>
    gunzipSync(readFileSync(new URL(`${country}.txt.gz`, files)))
      .toString('utf8')
      .split('\n')
      .map(readGeonamesLine)
      .flatMap((line) => ('row' in line ? [line.row] : []));

  test('are nearly all valid by the built-in table, and the others have candidates', () => {
    const matches = [...rows('US').filter((_row, at) => at % 5 === 0), ...rows('PR')].map(
      ({ city, state, code }) => ask(city, state, code).match,
    );
    const valid = matches.filter((match) => match === 'valid').length;
    expect(matches.length).toBeGreaterThan(8_000);
    expect(valid / matches.length).toBeGreaterThan(0.985);
    expect(matches.filter((match) => match === 'none')).toEqual([]);
  });

  test('are all valid once they were imported', async () => {
    const mainland = rows('US');
    const tables = new Map([
      ['US', mainland],
      ['PR', rows('PR')],
    ]);
    const own = await loadUsPlaces(async (country) => {
      const table = tables.get(country);
      return table === undefined ? null : new TextEncoder().encode(packPlaces(table));
    });
    const asked = [...mainland.filter((_row, at) => at % 9 === 0), ...rows('PR')];
    const lost = asked.filter(
      ({ city, state, code }) => validateCity(own, { city, state, postalCode: code }, 10).match !== 'valid',
    );
    expect([own.source, lost]).toEqual(['imported', []]);
    expect(own.byCode('00802').map(({ state }) => state)).toEqual(['VI']);
  });
});
