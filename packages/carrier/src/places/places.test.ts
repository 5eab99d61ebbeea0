import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGeonamesLine } from './geonames.ts';
import { nameKey, printedName } from './names.ts';
import { createPlaces } from './places.ts';
import { createNameIndex, errorsBetween } from './similar-names.ts';
import { type PlaceRow, packPlaces, unpackPlaces } from './table.ts';

const row = (code: string, city: string, state: string): PlaceRow => ({
  code,
  city,
  state,
  latitude: 42.73,
  longitude: -84.48,
});

const michigan = createPlaces([
  ...['48823', '48824', '48825', '48826'].map((code) => row(code, 'EAST LANSING', 'MI')),
  ...['48864', '48823'].map((code) => row(code, 'OKEMOS', 'MI')),
  ...['48901', '48910'].map((code) => row(code, 'LANSING', 'MI')),
  row('52151', 'LANSING', 'IA'),
]);

describe('places', () => {
  test('codes that follow one another are one range', () => {
    expect(michigan.byName('East Lansing').map(({ ranges }) => ranges)).toEqual([
      [{ low: '48823', high: '48826' }],
    ]);
    expect(michigan.byName('lansing').map(({ state, ranges }) => [state, ranges.length])).toEqual([
      ['MI', 2],
      ['IA', 1],
    ]);
  });

  test('a code may belong to several cities', () => {
    expect(michigan.byCode('48823').map(({ name }) => name)).toEqual(['EAST LANSING', 'OKEMOS']);
    expect([michigan.byCode('00000'), michigan.position('00000'), michigan.size]).toEqual([[], null, 8]);
    expect(michigan.byCodePrefix('488').map(({ name }) => name)).toEqual(['EAST LANSING', 'OKEMOS']);
  });

  test('are found in spite of typing errors', () => {
    const found = michigan.similar('Easst Lanisng', 2);
    expect(found.map(({ city, errors }) => [city.name, errors])).toEqual([['EAST LANSING', 2]]);
  });
});

describe('names', () => {
  test.each([
    ['St. Louis', 'SAINT LOUIS'],
    ['Ft Worth', 'Fort Worth'],
    ['De Forest', 'DEFOREST'],
    ['W Sand Lk', 'WEST SAND LAKE'],
    ['O’Fallon', 'O Fallon'],
    ['Añasco', 'ANASCO'],
    ['Blairsden-Graeagle', 'BLAIRSDEN GRAEAGLE'],
  ])('%s is %s', (one, two) => {
    expect(nameKey(one)).toBe(nameKey(two));
  });

  test('a printed name prints as itself', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(printedName(printedName(name))).toBe(printedName(name));
      }),
    );
  });
});

describe('typing errors', () => {
  test.each([
    ['ATLANTA', 'ATLANTA', 0],
    ['ATLANTA', 'ATLNATA', 1],
    ['ATLANTA', 'ATLATA', 1],
    ['ATLANTA', 'ATLANTAA', 1],
    ['ATLANTA', 'ATLENTO', 2],
    ['', 'ABC', 3],
  ])('between %s and %s: %i', (one, two, errors) => {
    expect(errorsBetween(one, two)).toBe(errors);
  });

  test('are not counted beyond what is wanted', () => {
    expect([errorsBetween('ATLANTA', 'BOSTON', 2), errorsBetween('ATLANTA', 'ATLENTO', 2)]).toEqual([3, 2]);
  });

  test('the index finds every name that comparing all of them would', () => {
    const word = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), minLength: 5, maxLength: 9 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 40 }), word, (names, asked) => {
        const byIndex = createNameIndex(names).near(asked, 1);
        const byScan = names.filter((name) => errorsBetween(asked, name) === 1);
        expect(new Set(byIndex.map(({ name }) => name))).toEqual(new Set(byScan));
      }),
    );
  });
});

describe('a table', () => {
  const text = fc.stringMatching(/^[A-Z]([A-Z ]{0,8}[A-Z])?$/);
  const rows = fc.array(
    fc.record({
      code: fc.stringMatching(/^[0-9A-Z]{3,6}$/),
      city: text,
      state: fc.constantFrom('GA', 'AL', ''),
      latitude: fc.integer({ min: -9000, max: 9000 }).map((value) => value / 100),
      longitude: fc.integer({ min: -18_000, max: 18_000 }).map((value) => value / 100),
    }),
  );

  test('is unpacked to the rows that were packed', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const inOrder = (all: readonly PlaceRow[]) =>
          all.map(({ code, city, state, latitude, longitude }) =>
            [code, city, state, latitude.toFixed(2), longitude.toFixed(2)].join(),
          );
        const unpacked = unpackPlaces(packPlaces(given));
        expect(inOrder(unpacked).toSorted()).toEqual(inOrder(given).toSorted());
      }),
    );
  });
});

describe('a line of GeoNames', () => {
  const line = (...cells: string[]) => cells.join('\t');
  test('is read with its state', () => {
    expect(
      readGeonamesLine(
        line('US', '30319', 'Atlanta', 'Georgia', 'GA', 'DeKalb', '089', '', '', '33.8687', '-84.3351', '1'),
      ),
    ).toEqual({
      country: 'US',
      row: { code: '30319', city: 'ATLANTA', state: 'GA', latitude: 33.87, longitude: -84.34 },
    });
  });

  test('of Puerto Rico has the territory for a state, one of the armed forces its state behind its name', () => {
    const read = (...cells: string[]) => readGeonamesLine(line(...cells));
    expect(
      read('PR', '00602', 'Aguada', 'Aguada', '003', '', '', '', '', '18.3794', '-67.1882', '4'),
    ).toMatchObject({ row: { state: 'PR' } });
    expect(read('US', '09014', 'APO AE', '', '', '', '', '', '', '50.1', '8.7', '')).toMatchObject({
      row: { city: 'APO', state: 'AE' },
    });
  });

  test.each([
    ['columns', ['US', '30319']],
    ['country', ['USA', '30319', 'Atlanta', '', 'GA', '', '', '', '', '33', '-84', '']],
    ['code', ['US', '', 'Atlanta', '', 'GA', '', '', '', '', '33', '-84', '']],
    ['place', ['US', '30319', ' ', '', 'GA', '', '', '', '', '33', '-84', '']],
    ['position', ['US', '30319', 'Atlanta', '', 'GA', '', '', '', '', '93', '-84', '']],
    ['position', ['US', '30319', 'Atlanta', '', 'GA', '', '', '', '', '33', '', '']],
  ])('is refused for its %s', (fault, cells) => {
    expect(readGeonamesLine(line(...cells))).toEqual({ fault });
  });
});
