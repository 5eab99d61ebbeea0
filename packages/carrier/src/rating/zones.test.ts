import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareGroundZones, readChartTable } from './chart-agreement.ts';
import type { Lane } from './lane.ts';
import { milesOf } from './positions.ts';
import { type RatedService, ratedServices, servicesOf } from './services.ts';
import { zoneOf } from './zones.ts';

const us = (postalCode: string, state = '') => ({ country: 'US', state, postalCode });
const abroad = (country: string) => ({ country, state: '', postalCode: '' });
const canada = (postalCode: string) => ({ country: 'CA', state: '', postalCode });

describe('zones of the model', () => {
  it.each([
    ['89431', '32821', '03', '008'],
    ['21093', '30005', '03', '004'],
    ['27703', '32821', '03', '004'],
    ['27703', '32821', '01', '104'],
    ['27703', '32821', '14', '104'],
    ['27703', '32821', '13', '134'],
    ['27703', '32821', '02', '204'],
    ['27703', '32821', '59', '244'],
    ['27703', '32821', '12', '304'],
    ['10017', '10017', '03', '002'],
    ['30339', '99501', '03', '044'],
    ['30339', '99501', '01', '124'],
    ['30339', '99801', '02', '226'],
    ['30339', '96720', '01', '126'],
    ['30339', '00901', '02', '225'],
    ['00901', '30339', '03', '045'],
    ['96813', '96815', '03', '002'],
  ] as const)('from %s to %s by %s is %s', (from, to, service, zone) => {
    expect(zoneOf({ from: us(from), to: us(to) }, service)).toBe(zone);
  });

  it.each([
    [us('30339'), abroad('GB'), '07', '903'],
    [abroad('GB'), us('30339'), '07', '903'],
    [us('30339'), abroad('ZW'), '65', '909'],
    [abroad('DE'), abroad('JP'), '07', '905'],
    [us('14203'), canada('M5V 2T6'), '11', '051'],
    [us('33101'), canada('V6B 1A1'), '11', '056'],
    [us('14203'), canada('M5V 2T6'), '07', '901'],
    [canada('M5V 2T6'), canada('H3B 4W8'), '01', '104'],
  ] as const)('over borders: %o to %o by %s is %s', (from, to, service, zone) => {
    expect(zoneOf({ from, to }, service)).toBe(zone);
  });

  it('knows no zone for a ZIP area that is not in use', () => {
    expect(zoneOf({ from: us('30339'), to: us('00001') }, '03')).toBeNull();
  });

  it('never falls with distance and is the same both ways', () => {
    const zip = fc.integer({ min: 10, max: 994 }).map((area) => us(`${String(area).padStart(3, '0')}01`));
    fc.assert(
      fc.property(zip, zip, zip, (from, one, other) => {
        const zones = [one, other].map((to) => Number(zoneOf({ from, to }, '03') ?? Number.NaN));
        const miles = [one, other].map((to) => milesOf({ from, to }) ?? Number.NaN);
        if ([...zones, ...miles].some(Number.isNaN)) return;
        expect(zoneOf({ from, to: one }, '03')).toBe(zoneOf({ from: one, to: from }, '03'));
        expect(
          ((zones[0] ?? 0) - (zones[1] ?? 0)) * ((miles[0] ?? 0) - (miles[1] ?? 0)),
        ).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('a loaded chart', () => {
  const charts = readChartTable(
    'origin\tlow\thigh\tg\t3\t2\tam\tsaver\tnda\n303\t300\t399\t7\t307\t-\t[1]\t137\t107\n303\t967\t968\t[2]\t-\t[2]\t-\t-\t[2]\n',
  );
  const lane = { from: us('30339'), to: us('32821') };

  it.each([
    ['03', '007'],
    ['01', '107'],
    ['14', '107'],
    ['02', null],
    ['59', null],
  ] as const)('decides over the model: %s is %s', (service, zone) => {
    expect(zoneOf(lane, service, charts)).toBe(zone);
  });

  it('leaves other origins and destinations it does not list to the model', () => {
    expect(zoneOf({ from: us('10017'), to: us('32821') }, '03', charts)).toBe('005');
    expect(zoneOf({ from: us('30339'), to: us('10017') }, '03', charts)).toBe('005');
  });
});

describe('services of a lane', () => {
  it.each<[string, Lane, RatedService[]]>([
    ['at home', { from: us('30339'), to: us('10017') }, ['14', '01', '13', '59', '02', '12', '03']],
    ['to Hawaii', { from: us('30339'), to: us('96813') }, ['14', '01', '02', '03']],
    ['to Canada', { from: us('30339'), to: canada('M5V 2T6') }, ['54', '07', '65', '08', '11']],
    ['within Canada', { from: canada('H3B 4W8'), to: canada('M5V 2T6') }, ['14', '01', '13', '02', '11']],
    ['overseas', { from: us('30339'), to: abroad('JP') }, ['54', '07', '65', '08']],
    ['within the union', { from: abroad('DE'), to: abroad('FR') }, ['54', '07', '65', '08', '11']],
  ])('%s', (_name, lane, expected) => {
    expect(servicesOf(lane)).toEqual(expected);
    for (const service of expected) expect(zoneOf(lane, service)).toMatch(/^\d{3}$/);
  });

  it('lists every service once', () => {
    expect(new Set(ratedServices).size).toBe(ratedServices.length);
  });
});

const shared = process.env.LADING_SHARED ?? resolve(process.cwd(), '../shared');
const chartFile = resolve(shared, 'data/ups-2006/domestic-zones.tsv.gz');

describe.skipIf(!existsSync(chartFile))('charts of 2006 (skipped without the shared folder)', () => {
  it('agree with the model on 97.5 % of all pairs, and on 99.9 % within one zone', () => {
    const charts = readChartTable(gunzipSync(readFileSync(chartFile)).toString());
    const { pairs, exact, withinOne } = compareGroundZones(charts);
    expect(pairs).toBeGreaterThan(500_000);
    expect(exact / pairs).toBeGreaterThanOrEqual(0.975);
    expect(withinOne / pairs).toBeGreaterThanOrEqual(0.999);
  }, 60_000);

  it('answer exactly once they are loaded', () => {
    const charts = readChartTable(gunzipSync(readFileSync(chartFile)).toString());
    const { pairs, exact } = compareGroundZones(charts, charts);
    expect(exact).toBe(pairs);
  }, 60_000);
});
