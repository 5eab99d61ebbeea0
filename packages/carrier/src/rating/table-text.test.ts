import { expect, it } from 'vitest';
import { packRates, packZoneChart, unpackRates, unpackZoneChart } from './table-text.ts';

it('keeps a chart', () => {
  const rows = [
    { low: '004', high: '005', zones: { '03': '005', '12': '305', '01': null } },
    { low: '006', high: '006', zones: { '03': '045' } },
  ];
  expect(unpackZoneChart(packZoneChart(rows))).toEqual(rows);
  expect(unpackZoneChart('004 005 99=1 03=005')).toEqual([
    { low: '004', high: '005', zones: { '03': '005' } },
  ]);
});

it('keeps rates', () => {
  const rows = [
    { pounds: 0, centsByZone: { '102': 3655, '103': 4230 } },
    { pounds: 150, centsByZone: { '102': 54_055 } },
  ];
  expect(unpackRates(packRates(rows))).toEqual(rows);
});
