import { describe, expect, test } from 'vitest';
import { looksLikeDbf, readDbf } from './dbf.ts';
import { dbfOf } from './testing/dbf.ts';

const table = dbfOf(
  ['FULLNAME', 'ZIPL'],
  [
    ['Glenlake Pkwy NE', '30328'],
    ['Calle Peñuelas', ''],
  ],
);

function rows(bytes: Uint8Array): unknown {
  const read = readDbf(bytes);
  return 'fault' in read ? read : [...read.records()].map(({ number, values }) => [number, values]);
}

describe('a dBASE table', () => {
  test('is read field by field, without the blanks around', () => {
    expect(rows(table)).toEqual([
      [1, { FULLNAME: 'Glenlake Pkwy NE', ZIPL: '30328' }],
      [2, { FULLNAME: 'Calle Peñuelas', ZIPL: '' }],
    ]);
  });

  test('passes over deleted records but counts them', () => {
    const marked = Uint8Array.from(table);
    marked[32 + 2 * 32 + 1] = 0x2a;
    expect(rows(marked)).toEqual([[2, { FULLNAME: 'Calle Peñuelas', ZIPL: '' }]]);
  });

  test('may be in Latin-1', () => {
    const latin = Buffer.from(dbfOf(['NAME'], [['Pe.uelas']]));
    latin[latin.indexOf('Pe.') + 2] = 0xf1;
    expect(rows(latin)).toEqual([[1, { NAME: 'Peñuelas' }]]);
  });

  test.each([
    ['cut off', table.subarray(0, table.length - 1), 'cut-off'],
    ['empty', new Uint8Array(), 'not-dbf'],
    ['text', new TextEncoder().encode('LON,LAT,NUMBER'.repeat(20)), 'not-dbf'],
    ['only a head', table.subarray(0, 40), 'not-dbf'],
  ])('that is %s is refused', (_what, bytes, fault) => {
    expect(rows(bytes)).toEqual({ fault });
  });

  test('is recognised by its head', () => {
    expect([looksLikeDbf(table.subarray(0, 120)), looksLikeDbf(new Uint8Array(200))]).toEqual([true, false]);
  });
});
