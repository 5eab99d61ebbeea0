import { describe, expect, it } from 'vitest';
import { readRateSheet, readZoneSheet, serviceOfHeading } from './sheets.ts';

const rowsOf = (text: string) => text.split('\n').map((line) => line.split(';'));

describe('headings', () => {
  it.each([
    ['Ground', '03'],
    ['UPS® Ground', '03'],
    ['3 Day Select®', '12'],
    ['2nd Day Air A.M.®', '59'],
    ['2nd Day Air®', '02'],
    ['Next Day Air Saver®', '13'],
    ['Next Day Air® Early', '14'],
    ['UPS NDA', '01'],
    ['UPS 2DA AM', '59'],
    ['Worldwide Expedited', null],
  ])('%s is service %s', (heading, service) => {
    expect(serviceOfHeading(heading)).toBe(service);
  });
});

describe('zone charts', () => {
  const chart = `UPS ZONE CHART
For shipments originating in ZIP Codes 303-01 to 305-99
Dest. ZIP;Ground;3 Day Select;2nd Day Air;2nd Day Air A.M.;Next Day Air Saver;Next Day Air
004-005;5;305;205;245;135;105
006-007;45;-;225;-;-;125
967;[1];-;224[1];-;-;124
[1] zones of Hawaii stand below`;

  it('are read with their origins, ranges, dashes and notes', () => {
    expect(readZoneSheet(rowsOf(chart), 'chart.csv')).toEqual({
      origins: ['303', '304', '305'],
      faults: [],
      rows: [
        {
          low: '004',
          high: '005',
          zones: { '03': '005', '12': '305', '02': '205', '59': '245', '13': '135', '01': '105' },
        },
        {
          low: '006',
          high: '007',
          zones: { '03': '045', '12': null, '02': '225', '59': null, '13': null, '01': '125' },
        },
        {
          low: '967',
          high: '967',
          zones: { '03': null, '12': null, '02': '224', '59': null, '13': null, '01': '124' },
        },
      ],
    });
  });

  it('take the origin from the name where the sheet is silent', () => {
    const bare = rowsOf('Dest. ZIP;Ground\n004-005;5');
    expect(readZoneSheet(bare, '303.xls')?.origins).toEqual(['303']);
    expect(readZoneSheet(bare, 'chart.xls')).toBeNull();
  });

  it('tell a cell that is no zone, and a range that runs backward', () => {
    expect(readZoneSheet(rowsOf('Dest. ZIP;Ground\n004-005;far\n009-006;2'), '303.csv')?.faults).toEqual([
      { row: 2, fault: 'zone', cell: 'far' },
      { row: 3, fault: 'range', cell: '009-006' },
    ]);
  });

  it('are not seen in another sheet', () => {
    expect(readZoneSheet(rowsOf('a;b\n1;2'), '303.csv')).toBeNull();
  });
});

describe('rates', () => {
  const table = `2026 Daily Rates
UPS Next Day Air®
Zones;102;103;104
Letter;36.55;$42.30;50.95
1 Lbs.;43.10;54.70;67.35
2;46.40;58.80;1,080.00
Fuel is not part of these rates`;

  it('are read with service, weights and cents', () => {
    expect(readRateSheet(rowsOf(table), 'rates.csv')).toEqual({
      service: '01',
      chart: 'daily',
      faults: [],
      rows: [
        { pounds: 0, centsByZone: { '102': 3655, '103': 4230, '104': 5095 } },
        { pounds: 1, centsByZone: { '102': 4310, '103': 5470, '104': 6735 } },
        { pounds: 2, centsByZone: { '102': 4640, '103': 5880, '104': 108_000 } },
      ],
    });
  });

  it('take service and chart from the sheet’s name, and pad zones', () => {
    const found = readRateSheet(rowsOf('Retail;2;3;4\n1;13.05;13.65;15.20'), 'UPS Ground');
    expect([found?.service, found?.chart, found?.rows]).toEqual([
      '03',
      'retail',
      [{ pounds: 1, centsByZone: { '002': 1305, '003': 1365, '004': 1520 } }],
    ]);
  });

  it('tell a cell that is no price', () => {
    expect(readRateSheet(rowsOf('UPS Ground;2;3;4\n1;13.05;x;15.20'), '')?.faults).toEqual([
      { row: 2, fault: 'price', cell: 'x' },
    ]);
  });

  it('are not seen without a service or zones', () => {
    expect(readRateSheet(rowsOf('1;2;3;4\n1;13.05;13.65;15.20'), 'x')).toBeNull();
    expect(readRateSheet(rowsOf('UPS Ground\n1;13.05'), '')).toBeNull();
  });
});
