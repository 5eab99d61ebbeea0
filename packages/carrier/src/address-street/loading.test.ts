import { describe, expect, test } from 'vitest';
import { rangesOf, readAddressRow, readHeading } from './open-addresses.ts';
import { readTigerRecord } from './tiger.ts';

const record = {
  FULLNAME: 'Glenlake Parkway Northeast',
  ...{ LFROMHN: '99', LTOHN: '1', ZIPL: '30328', PARITYL: 'O' },
  ...{ RFROMHN: '2', RTOHN: '98', ZIPR: '30328', PARITYR: 'E' },
};
const left = { postalCode: '30328', street: 'GLENLAKE PKWY NE', low: 1, high: 99, parity: 'odd', units: [] };
const right = {
  postalCode: '30328',
  street: 'GLENLAKE PKWY NE',
  low: 2,
  high: 98,
  parity: 'even',
  units: [],
};

describe('a record of TIGER', () => {
  test.each([
    ['has a range on each side, from the lower to the higher number', {}, [left, right]],
    ['may have one side alone', { RFROMHN: '', RTOHN: '' }, [left]],
    ['without a name has none', { FULLNAME: '' }, []],
    ['without a ZIP code on a side has none there', { ZIPL: '' }, [right]],
    ['may leave the parity open', { PARITYL: '' }, [{ ...left, parity: 'both' }, right]],
    [
      'may have numbers with hyphens',
      { LFROMHN: '45-01', LTOHN: '45-99' },
      [{ ...left, low: 4501, high: 4599 }, right],
    ],
    ['is faulty with a ZIP code of letters', { ZIPR: '3032X' }, { fault: 'zip' }],
    ['is faulty with a number without digits', { LTOHN: 'END' }, { fault: 'number' }],
    ['is faulty with another parity', { PARITYR: 'Z' }, { fault: 'parity' }],
  ])('%s', (_what, change, expected) => {
    expect(readTigerRecord({ ...record, ...change })).toEqual(expected);
  });
});

describe('a row of OpenAddresses', () => {
  const heading = readHeading('LON,LAT,NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH'.split(','));
  const row = (number: string, street: string, unit: string, code: string, lon = '-84.35') =>
    readAddressRow(heading ?? new Map(), [lon, '33.93', number, street, unit, '', '', '', code, '', '']);

  test.each([
    [row('55', 'Glenlake Parkway NE', '', '30328'), { number: 55, street: 'GLENLAKE PKWY NE', unit: '' }],
    [row('55', 'GLENLAKE PKWY NE', 'Suite 200', '30328-1234'), { unit: 'STE 200', postalCode: '30328' }],
    [row('55', 'GLENLAKE PKWY NE', '4B', '30328'), { unit: '# 4B' }],
    [row('55', 'GLENLAKE PKWY NE', '#7', '30328'), { unit: '# 7' }],
    [row('', 'GLENLAKE PKWY NE', '', '30328'), { fault: 'unusable' }],
    [row('55', '', '', '30328'), { fault: 'unusable' }],
    [row('55', 'GLENLAKE PKWY NE', '', ''), { fault: 'unusable' }],
    [row('55', 'GLENLAKE PKWY NE', '', '30328', 'west'), { fault: 'position' }],
    [readAddressRow(heading ?? new Map(), ['1', '2']), { fault: 'columns' }],
  ])('%o', (read, expected) => {
    expect(read).toMatchObject(expected);
  });

  test('is no such file without its columns', () => {
    expect(readHeading(['LON', 'LAT', 'NUMBER', 'STREET'])).toBeNull();
  });

  test('joins the units of one house', () => {
    const rows = [
      row('55', 'Glenlake Pkwy NE', 'Ste 300', '30328'),
      row('55', 'Glenlake Parkway NE', '', '30328'),
      row('55', 'Glenlake Pkwy NE', 'Ste 200', '30328'),
      row('57', 'Glenlake Pkwy NE', '', '30328'),
    ].flatMap((one) => ('fault' in one ? [] : [one]));
    expect(rangesOf(rows).map(({ low, high, units }) => [low, high, units])).toEqual([
      [55, 55, ['STE 200', 'STE 300']],
      [57, 57, []],
    ]);
  });
});
