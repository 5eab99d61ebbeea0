import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackStreetRanges } from '@lading/carrier/address-street/ranges';
import { isProblem } from '@lading/kit/errors';
import { importFile } from '@lading/kit/reference/import-file';
import { openLibrary } from '@lading/kit/reference/library';
import { LineFaults } from '@lading/kit/reference/line-faults';
import { dbfOf } from '@lading/wire/testing/dbf';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { allImporters } from './all.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lading-streets-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const library = () => openLibrary(join(folder, 'tables'));

async function bring(name: string, content: string | Uint8Array): Promise<unknown> {
  const path = join(folder, name);
  await writeFile(path, content);
  try {
    const { kind, tables, leftOut } = await importFile({
      ...{ path, importers: await allImporters(), library: library(), now: 0 },
    });
    return { kind, tables, leftOut };
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { faults } = error.details;
    return [error.code, ...(faults instanceof LineFaults ? faults.sentences('en') : [])];
  }
}

async function streetsOf(key: string): Promise<unknown> {
  const bytes = await library().read('streets', key);
  return (
    bytes &&
    [...unpackStreetRanges(new TextDecoder().decode(bytes))].map(([code, streets]) => [code, [...streets]])
  );
}

const fields = ['FULLNAME', 'LFROMHN', 'LTOHN', 'RFROMHN', 'RTOHN', 'ZIPL', 'ZIPR', 'PARITYL', 'PARITYR'];
const county = [
  ['Oak Lane North', '1', '99', '', '', '30328', '', 'O', ''],
  ['Elm St', '', '', '2', '98', '', '31401', '', 'E'],
  ['', '', '', '', '', '30328', '', '', ''],
];

describe('the ranges of a county', () => {
  test('become a table for every area, and a file that comes again replaces itself', async () => {
    const imported = await bring('tl_2025_13121_addrfeat.dbf', dbfOf(fields, county));
    expect(imported).toEqual({
      kind: 'streets',
      tables: [
        { key: '303-13121', records: 1 },
        { key: '314-13121', records: 1 },
      ],
      leftOut: 1,
    });
    expect(await streetsOf('303-13121')).toEqual([
      ['30328', [['OAK LN N', [{ low: 1, high: 99, parity: 'odd', units: [] }]]]],
    ]);
    await bring('tl_2026_13121_addrfeat.dbf', dbfOf(fields, county));
    expect(await library().entries()).toHaveLength(2);
  });

  test('with faulty records changes nothing', async () => {
    const faulty = [...county, ['Ash St', '1', '9', '', '', 'ZIP', '', 'O', '']];
    expect(await bring('tl_2025_13121_addrfeat.dbf', dbfOf(fields, faulty))).toEqual([
      'IMPORT_MALFORMED',
      'line 4: the ZIP code is not five digits',
    ]);
    expect(await library().entries()).toEqual([]);
  });

  test.each([
    ['cut off', dbfOf(fields, county).subarray(0, 500), 'IMPORT_UNREADABLE'],
    ['of another table', dbfOf(['NAME'], [['x']]), 'IMPORT_UNREADABLE'],
    ['without ranges', dbfOf(fields, county.slice(2)), 'IMPORT_EMPTY'],
  ])('is refused when %s', async (_what, content, code) => {
    expect(await bring('tl_2025_13121_addrfeat.dbf', content)).toEqual([code]);
  });
});

const HEADING = 'LON,LAT,NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH';

describe('the addresses of a place', () => {
  test('become houses with their units; rows without a code are left out and counted', async () => {
    const rows = [
      '-116.2,43.6,10,Maple Avenue,Apt 1,Boise,,ID,83702,,a',
      '-116.2,43.6,10,MAPLE AVE,APT 2,Boise,,ID,83702,,b',
      '-116.2,43.6,12,"Maple Ave",,Boise,,ID,,,c',
    ];
    expect(await bring('city of boise.csv', [HEADING, ...rows].join('\n'))).toEqual({
      kind: 'streets',
      tables: [{ key: '837-city-of-boise', records: 1 }],
      leftOut: 1,
    });
    expect(await streetsOf('837-city-of-boise')).toEqual([
      ['83702', [['MAPLE AVE', [{ low: 10, high: 10, parity: 'both', units: ['APT 1', 'APT 2'] }]]]],
    ]);
  });

  test('with faulty rows change nothing', async () => {
    const rows = ['-116.2,43.6,10,Maple Avenue', 'x,43.6,10,Maple Ave,,Boise,,ID,83702,,a', '"open'];
    expect(await bring('boise.csv', [HEADING, ...rows].join('\r\n'))).toEqual([
      'IMPORT_MALFORMED',
      'line 2: there are more or fewer cells than in the heading',
      'line 3: longitude or latitude is no number of degrees',
      'line 4: a quotation mark is never closed',
    ]);
    expect(await library().entries()).toEqual([]);
  });
});
