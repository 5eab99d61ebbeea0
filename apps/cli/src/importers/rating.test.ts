import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { unpackRates, unpackZoneChart } from '@lading/carrier/rating/table-text';
import { isProblem } from '@lading/kit/errors';
import { importFile } from '@lading/kit/reference/import-file';
import { openLibrary } from '@lading/kit/reference/library';
import { LineFaults } from '@lading/kit/reference/line-faults';
import { createRatingShelf } from '@lading/sandbox/rating/tables';
import { openReference } from '@lading/sandbox/reference';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { allImporters } from './all.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lading-rating-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const tables = () => join(folder, 'tables');

async function bring(name: string, content: string | Uint8Array): Promise<unknown> {
  const path = join(folder, name);
  await writeFile(path, content);
  try {
    const found = await importFile({
      ...{ path, importers: await allImporters(), library: openLibrary(tables()), now: 0 },
    });
    return { kind: found.kind, tables: found.tables };
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { faults } = error.details;
    return [error.code, ...(faults instanceof LineFaults ? faults.sentences('en') : [])];
  }
}

async function kept(kind: string, key: string): Promise<string> {
  return new TextDecoder().decode((await openLibrary(tables()).read(kind, key)) ?? new Uint8Array());
}

type Sheets = Readonly<Record<string, readonly (readonly (string | number)[])[]>>;

function workbook(sheets: Sheets, bookType: 'xlsx' | 'biff8'): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return new Uint8Array(write(book, { type: 'buffer', bookType }));
}

const chart = [
  ['ZONE CHART'],
  [
    'Dest. ZIP',
    'Ground',
    '3 Day Select',
    '2nd Day Air',
    '2nd Day Air A.M.',
    'Next Day Air Saver',
    'Next Day Air',
  ],
  ['004-005', 5, 305, 205, 245, 135, 105],
  ['006-007', 45, '-', 225, '-', '-', 125],
];
const rates = {
  'UPS Ground': [
    ['2026 Daily Rates'],
    ['Zones', 2, 3, 4],
    ['1 Lbs.', 13.05, 13.65, 15.2],
    [2, 13.7, 14.25, 15.7],
  ],
  'UPS NDA': [
    ['Zones', 102, 103, 104],
    ['Letter', 36.55, 42.3, 50.95],
    [1, 43.1, 54.7, 67.35],
  ],
  Notes: [['Fuel is not part of these rates']],
};

describe('zone charts', () => {
  test.each([
    ['303.xls', 'biff8'],
    ['303.xlsx', 'xlsx'],
  ] as const)('are read from %s', async (name, bookType) => {
    const expected = { kind: 'zone-chart', tables: [{ key: '303', records: 2 }] };
    expect(await bring(name, workbook({ '303': chart }, bookType))).toEqual(expected);
    const rows = unpackZoneChart(await kept('zone-chart', '303'));
    expect(rows[1]).toMatchObject({
      low: '006',
      high: '007',
      zones: { '03': '045', '12': null, '01': '125' },
    });
  });

  test('are read from CSV, for every origin they name', async () => {
    const text = `"For shipments originating in ZIP Codes 303-01 to 304-99"\n${chart.slice(1).join('\n')}\n`;
    expect(await bring('zones.csv', text)).toEqual({
      kind: 'zone-chart',
      tables: [
        { key: '303', records: 2 },
        { key: '304', records: 2 },
      ],
    });
  });

  test('change nothing when a line is wrong, and say which', async () => {
    expect(await bring('303.csv', 'Dest. ZIP,Ground\n004-005,5\n006-007,far\n')).toEqual([
      'IMPORT_MALFORMED',
      'line 3: “far” in 303.csv is no zone',
    ]);
    expect(await openLibrary(tables()).entries()).toEqual([]);
  });
});

describe('rates', () => {
  test.each(['biff8', 'xlsx'] as const)('are read sheet by sheet from a workbook (%s)', async (bookType) => {
    const name = bookType === 'xlsx' ? 'daily-rates.xlsx' : 'daily-rates.xls';
    expect(await bring(name, workbook(rates, bookType))).toEqual({
      kind: 'rates',
      tables: [
        { key: '03-daily', records: 2 },
        { key: '01-daily', records: 2 },
      ],
    });
    expect(unpackRates(await kept('rates', '01-daily'))).toEqual([
      { pounds: 0, centsByZone: { '102': 3655, '103': 4230, '104': 5095 } },
      { pounds: 1, centsByZone: { '102': 4310, '103': 5470, '104': 6735 } },
    ]);
  });

  test('say what is missing in a workbook without any', async () => {
    const [code, sentence] = (await bring(
      'other.xlsx',
      workbook({ Sheet1: [['hello']] }, 'xlsx'),
    )) as string[];
    expect([code, sentence]).toEqual(['IMPORT_MALFORMED', expect.stringContaining('no rates were found')]);
  });
});

test('what was imported answers exactly in the sandbox', async () => {
  await bring('303.xls', workbook({ '303': chart }, 'biff8'));
  await bring('daily.xlsx', workbook(rates, 'xlsx'));
  const found = await createRatingShelf(openReference(tables()))();
  expect(found.zoneCharts?.get('303')?.[0]?.zones['03']).toBe('005');
  expect(found.rates?.find(({ service }) => service === '03')?.rows[0]?.centsByZone['004']).toBe(1520);
});
