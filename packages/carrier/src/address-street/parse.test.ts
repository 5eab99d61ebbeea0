import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStreet, parseStreetName, type StreetCountry } from './parse.ts';
import { houseNumber, streetLines, streetName } from './street.ts';

const lines = (country: StreetCountry, ...given: string[]) => {
  const street = parseStreet(given, country);
  return street === null ? null : streetLines(street).join(' | ');
};

describe('an address of the United States', () => {
  test.each([
    ['55 Glenlake Parkway NE', '55 GLENLAKE PKWY NE'],
    ['233 W 49th St', '233 W 49TH ST'],
    ['233 West 49 Street', '233 W 49TH ST'],
    ['26601 ALISO CREEK ROAD, STE D', '26601 ALISO CREEK RD | STE D'],
    ['100 Main Street Apt. #4', '100 MAIN ST | APT 4'],
    ['100 Main St # 4B', '100 MAIN ST | # 4B'],
    ['100 Main St Building 2 Apartment 4', '100 MAIN ST | BLDG 2 APT 4'],
    ['100 Main St 3rd Floor', '100 MAIN ST | FL 3'],
    ['100 Main St Rear', '100 MAIN ST | REAR'],
    ['100 Front St', '100 FRONT ST'],
    ['12 Lower Rd', '12 LOWER RD'],
    ['7 Pier 4', '7 PIER 4'],
    ['45-12 Queens Blvd.', '45-12 QUEENS BLVD'],
    ['123 1/2 Oak Ave', '123 1/2 OAK AVE'],
    ['N6W23001 Bluemound Road', 'N6W23001 BLUEMOUND RD'],
    ['1600 Pennsylvania Avenue Northwest', '1600 PENNSYLVANIA AVE NW'],
    ['100 N Street', '100 N ST'],
    ['100 N Main', '100 N MAIN'],
    ['500 Avenue E', '500 AVENUE E'],
    ['500 Broadway', '500 BROADWAY'],
    ['12 Park Avenue South', '12 PARK AVE S'],
    ['9 St. Charles Ave', '9 ST CHARLES AVE'],
    ['400 Hwy 12', '400 HIGHWAY 12'],
    ['400 CR 20 N', '400 COUNTY ROAD 20 N'],
    ['400 US Hwy 41 South', '400 US HIGHWAY 41 S'],
    ['P.O. Box 12', 'PO BOX 12'],
    ['Rural Route 3 Box 18-D', 'RR 3 BOX 18-D'],
    ['HC 1 Box 5', 'HC 1 BOX 5'],
    ['PSC 802 Box 74', 'PSC 802 BOX 74'],
  ])('%s is %s', (given, expected) => {
    expect(lines('US', given)).toBe(expected);
  });

  test('units and names of buildings may stand on lines of their own', () => {
    expect(lines('US', '26601 ALISO CREEK ROAD', 'STE D', 'ALISO VIEJO TOWN CENTER')).toBe(
      '26601 ALISO CREEK RD | STE D | ALISO VIEJO TOWN CENTER',
    );
    expect(lines('US', 'Innoplex', 'Suite 200', '55 Main St')).toBe('55 MAIN ST | STE 200 | INNOPLEX');
  });

  test.each([[''], ['Main Street'], ['999'], ['55 # 4'], ['Suite 4'], ['☃']])('%j is no street', (given) => {
    expect(lines('US', given)).toBeNull();
  });
});

describe('an address of Canada', () => {
  test.each([
    ['1234, rue Sainte-Catherine Ouest, app. 5', '1234 RUE SAINTE-CATHERINE O | APP 5'],
    ['10 boulevard René-Lévesque E, bureau 200', '10 BOUL RENE-LEVESQUE E | BUREAU 200'],
    ['350 chemin de la Côte-des-Neiges', '350 CH DE LA COTE-DES-NEIGES'],
    ['12 av du Parc 2e étage', '12 AV DU PARC | ETAGE 2'],
    ['5-1234 Main Street West', '5-1234 MAIN ST W'],
    ['100 Queen Street West Unit 7', '100 QUEEN ST W | UNIT 7'],
    ['77 Place Lane', '77 PLACE LN'],
    ['C.P. 40', 'PO BOX 40'],
    ['88 King St O', '88 KING ST O'],
  ])('%s is %s', (given, expected) => {
    expect(lines('CA', given)).toBe(expected);
  });
});

test('the name of a street is standardised like the whole line', () => {
  const named = (text: string) => streetName(parseStreetName(text, 'US'));
  expect([named('Peachtree Street Northeast'), named('State Hwy 9')]).toEqual([
    'PEACHTREE ST NE',
    'STATE HIGHWAY 9',
  ]);
});

test.each([
  ['45-12 Queens Blvd', 4512],
  ['120B Main St', 120],
  ['N6W23001 Bluemound Rd', 23_001],
  ['12 1/2 Oak Ave', 12],
  ['0 Main St', null],
  ['PO Box 5', null],
])('the number of %s is %s', (line, number) => {
  const street = parseStreet([line], 'US');
  expect(street && houseNumber(street)).toBe(number);
});

describe('whatever is written', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'MAIN',
      'St',
      'Street',
      'N',
      'north',
      'Ave',
      'Broadway',
      'Park',
      'Saint',
      'Pier',
      'Key',
      'E',
    ),
    fc.constantFrom(
      'Apt',
      'Suite',
      '#',
      'Unit',
      'Floor',
      'Rear',
      '4B',
      '12',
      '3rd',
      '1/2',
      'Hwy',
      'Box',
      'PO',
      'RR',
    ),
    fc.constantFrom('rue', 'boul', 'Ouest', 'avenue', 'chemin', 'Lévesque', 'app', 'CR', 'US', 'HC', 'Lane'),
    fc.string({ maxLength: 6 }),
  );
  const line = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
  const address = fc.oneof(
    fc.array(line, { maxLength: 3 }),
    line.map((rest) => [`120 ${rest}`]),
  );
  const country = fc.constantFrom<StreetCountry>('US', 'CA', 'PR');

  test('a standardised address standardises to itself', () => {
    fc.assert(
      fc.property(address, country, (given, where) => {
        const street = parseStreet(given, where);
        if (street === null) return;
        const once = streetLines(street);
        const twice = parseStreet(once, where);
        expect(twice === null ? null : streetLines(twice)).toEqual(once);
      }),
      { numRuns: 5_000 },
    );
  });

  test('a unit given is never lost', () => {
    const designator = fc.constantFrom('Apt', 'Suite', 'Unit', 'Bldg', 'Fl', 'Rm', '#', 'app.', 'Floor');
    const id = fc.stringMatching(/^([1-9]\d{0,3}[A-F]?|[A-D])$/);
    const street = fc.constantFrom(
      '120 Main St',
      '9 N Park Ave',
      '45 Broadway',
      '7 rue Hutchison',
      '300 Hwy 9',
    );
    fc.assert(
      fc.property(street, designator, id, fc.boolean(), country, (where, what, which, apart, at) => {
        const unit = `${what} ${which}`;
        const printed = lines(at, ...(apart ? [where, unit] : [`${where} ${unit}`]));
        expect(printed?.split(' ')).toContain(which);
      }),
    );
  });
});

const list = new URL('../../../../../shared/data/sanctions-other/bis-dpl.txt', import.meta.url);
describe.skipIf(!existsSync(list))('real addresses', () => {
  test('standardise to themselves', () => {
    const text = readFileSync(list);
    const all = (text[0] === 0x1f ? gunzipSync(text) : text).toString('utf8').split('\n').slice(1);
    const given = all
      .map((row) => (row.split('\t')[1] ?? '').replaceAll('"', ''))
      .filter((one) => /^\d/.test(one));
    expect(given.length).toBeGreaterThan(100);
    const changed = given.filter((one) => {
      const once = lines('US', one);
      return once !== null && lines('US', ...once.split(' | ')) !== once;
    });
    expect(changed).toEqual([]);
  });
});
