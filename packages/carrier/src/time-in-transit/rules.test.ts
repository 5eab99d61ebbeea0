import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayText, timeText } from '../network/zones.ts';
import { dayOfText } from '../rating/dated.ts';
import type { RatedService } from '../rating/services.ts';
import { type Transit, type TransitQuestion, timetableOf, transits } from './rules.ts';

const us = (postalCode: string) => ({ country: 'US', state: '', postalCode });
const canada = (postalCode: string) => ({ country: 'CA', state: '', postalCode });
const abroad = (country: string) => ({ country, state: '', postalCode: '' });
const HOUR = 3600;

function question(
  from: string,
  to: string,
  day: string,
  more: Partial<TransitQuestion> = {},
): TransitQuestion {
  return {
    lane: { from: us(from), to: us(to) },
    shipDay: dayOfText(day),
    shipSecond: 12 * HOUR,
    isHome: false,
    deliveryArea: null,
    isDocuments: false,
    ...more,
  };
}

const transitBy = (asked: TransitQuestion, service: RatedService) => timetableOf(asked)(service);

const shown = ({ level, businessDays, deliveryDay, deliverySecond }: Transit) =>
  [level, businessDays, dayText(deliveryDay), timeText(deliverySecond).slice(0, 4)].join(' ');

describe('recorded lanes', () => {
  it('New York to a home in Tampa, 2 February 2015', () => {
    const found = transits(question('10017', '33615', '2015-02-02', { isHome: true }));
    expect(found.filter(({ level }) => level !== '2DM').map(shown)).toEqual([
      '1DM 1 20150203 0800',
      '1DA 1 20150203 1030',
      '1DP 1 20150203 2300',
      '2DA 2 20150204 2300',
      '3DS 3 20150205 2300',
      'GND 3 20150205 2300',
    ]);
    expect(found.map(({ cutoffSecond }) => cutoffSecond / HOUR)).toEqual(found.map(() => 18.5));
    expect(found.every(({ isGuaranteed }) => isGuaranteed)).toBe(true);
  });

  it('Sparks to a business in Orlando, June 2018', () => {
    const found = transits(question('89431', '32821', '2018-06-18'));
    expect(found.map(shown)).toEqual([
      '1DM 1 20180619 0800',
      '1DA 1 20180619 1030',
      '1DP 1 20180619 1500',
      '2DM 2 20180620 1030',
      '2DA 2 20180620 2300',
      '3DS 3 20180621 2300',
      'GND 5 20180625 2300',
    ]);
    expect(found.map(({ cutoffSecond }) => cutoffSecond / HOUR)).toEqual(found.map(() => 16));
  });

  it('Durham to a rural home in Florida, January 2024', () => {
    const found = transits(question('27703', '32821', '2024-01-23', { isHome: true, deliveryArea: 'rural' }));
    expect(found.filter(({ level }) => level !== '2DM').map(shown)).toEqual([
      '1DM 1 20240124 0800',
      '1DA 1 20240124 1200',
      '1DP 1 20240124 2300',
      '2DA 2 20240125 2300',
      '3DS 3 20240126 2300',
      'GND 2 20240125 2300',
    ]);
    expect(found.filter(({ isGuaranteed }) => isGuaranteed).map(({ level }) => level)).toEqual([
      '1DM',
      '1DA',
      '1DP',
    ]);
  });
});

describe('days', () => {
  const overnight = (day: string, more: Partial<TransitQuestion> = {}) => {
    const found = transitBy(question('30339', '10017', day, more), '01');
    if (found === null) throw new Error('no transit');
    return found;
  };

  it.each([
    ['a Tuesday', '2026-11-17', 12, '20261117', '20261118', 1, 0, 0],
    ['after the cut-off', '2026-11-17', 19, '20261118', '20261119', 1, 0, 0],
    ['a Friday', '2026-11-20', 12, '20261120', '20261123', 1, 2, 0],
    ['the day before Thanksgiving', '2026-11-25', 12, '20261125', '20261127', 1, 0, 1],
    ['a Saturday', '2026-11-21', 12, '20261123', '20261124', 1, 0, 0],
    ['Christmas', '2026-12-25', 12, '20261228', '20261229', 1, 0, 0],
  ] as const)('handed over on %s', (_what, day, hour, pickup, delivery, business, rest, holidays) => {
    const found = overnight(day, { shipSecond: hour * HOUR });
    expect([dayText(found.pickupDay), dayText(found.deliveryDay)]).toEqual([pickup, delivery]);
    expect([found.businessDays, found.restDays, found.holidays]).toEqual([business, rest, holidays]);
    expect(found.isNextDayPickup).toBe(pickup !== day.replaceAll('-', ''));
  });

  it('offers Saturday to who hands over on a Friday', () => {
    const { saturday } = overnight('2026-11-20');
    expect([saturday?.level, dayText(saturday?.day ?? 0)]).toEqual(['1DAS', '20261121']);
    expect(overnight('2026-11-17').saturday).toBeNull();
    const second = transitBy(question('30339', '10017', '2026-11-19'), '02')?.saturday;
    expect([second?.level, dayText(second?.day ?? 0)]).toEqual([null, '20261121']);
    expect(transitBy(question('30339', '10017', '2026-11-20'), '03')?.saturday).toBeNull();
  });

  it('counts the calendar of the destination', () => {
    const lane = { from: us('14203'), to: canada('M5V 2T6') };
    const good = transitBy(question('', '', '2026-04-02', { lane, isDocuments: true }), '11');
    expect([dayText(good?.deliveryDay ?? 0), good?.holidays, good?.restDays]).toEqual(['20260406', 1, 2]);
  });

  it('gives customs a day for goods, none for papers and for express to near countries', () => {
    const lane = { from: us('30339'), to: abroad('GB') };
    const days = (service: '07' | '08', isDocuments: boolean) =>
      transitBy(question('', '', '2026-11-16', { lane, isDocuments }), service)?.customsDays;
    expect([days('07', false), days('08', false), days('08', true)]).toEqual([0, 1, 0]);
  });

  it('takes longer to where the planes do not go daily, and by ship', () => {
    const to = (postalCode: string) =>
      transitBy(question('30339', postalCode, '2026-11-16'), '01')?.businessDays;
    expect([to('96813'), to('96720')]).toEqual([1, 2]);
    expect(transitBy(question('30339', '96813', '2026-11-02'), '03')?.businessDays).toBe(7);
  });

  it('knows nothing of a service that does not go there', () => {
    expect(transitBy(question('30339', '10017', '2026-11-16'), '07')).toBeNull();
    expect(transits(question('30339', '00001', '2026-11-16'))).toEqual([]);
  });
});

it('days add up, and a quicker service never comes later', () => {
  const zip = fc.constantFrom('30339', '10017', '60601', '98101', '33101', '96813', '00901', '99501');
  const anyDay = fc.integer({ min: dayOfText('2024-01-01'), max: dayOfText('2027-12-31') });
  fc.assert(
    fc.property(zip, zip, anyDay, fc.nat(86_399), (from, to, shipDay, shipSecond) => {
      const found = transits({ ...question(from, to, '2026-01-01'), shipDay, shipSecond });
      for (const one of found) {
        expect(one.businessDays + one.restDays + one.holidays).toBe(one.totalDays);
        expect(one.deliveryDay - one.pickupDay).toBe(one.totalDays);
        expect(one.pickupDay).toBeGreaterThanOrEqual(shipDay);
        expect(one.saturday?.day ?? one.pickupDay).toBeLessThan(one.deliveryDay);
      }
      const quick = found.find(({ service }) => service === '01');
      const slow = found.find(({ service }) => service === '02');
      expect(quick?.deliveryDay ?? 0).toBeLessThanOrEqual(slow?.deliveryDay ?? 0);
    }),
  );
});
