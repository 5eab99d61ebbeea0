import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessDays, businessDayFrom, isBusinessDay, isHoliday } from './calendar.ts';
import { places } from './facilities.ts';
import { dateOf, dayOf, dayText, instantOf, localTime, offsetMs, timeText } from './zones.ts';

const at = (iso: string) => Date.parse(iso);
const shown = (zone: string, iso: string) => {
  const { day, second } = localTime(zone, at(iso));
  return `${dayText(day)} ${timeText(second)}`;
};

describe('local time', () => {
  it.each([
    ['America/New_York', '2026-03-08T06:59:59Z', '20260308 015959'],
    ['America/New_York', '2026-03-08T07:00:00Z', '20260308 030000'],
    ['America/New_York', '2026-11-01T05:59:59Z', '20261101 015959'],
    ['America/New_York', '2026-11-01T06:00:00Z', '20261101 010000'],
    ['America/St_Johns', '2026-07-01T02:30:00Z', '20260701 000000'],
    ['America/Regina', '2026-07-01T06:00:00Z', '20260701 000000'],
    ['America/Phoenix', '2026-07-01T07:00:00Z', '20260701 000000'],
    ['Pacific/Honolulu', '2026-01-01T09:59:59Z', '20251231 235959'],
    ['Europe/London', '2026-06-30T23:00:00Z', '20260701 000000'],
    ['Europe/Berlin', '2026-12-31T23:00:00Z', '20270101 000000'],
  ])('in %s at %s is %s', (zone, iso, expected) => {
    expect(shown(zone, iso)).toBe(expected);
  });

  it('agrees with the platform for every zone of the table at any second', () => {
    const zones = [...new Set(places.map((place) => place.zone))];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: at('2019-01-01T00:00Z') / 1000, max: at('2034-01-01T00:00Z') / 1000 }),
        (zone, seconds) => {
          const instant = seconds * 1000;
          const { day, second } = localTime(zone, instant);
          const platform = new Date(instant).toLocaleString('sv-SE', { timeZone: zone }).replace(/[-:]/g, '');
          expect(`${dayText(day)} ${timeText(second)}`).toBe(platform);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('finds the instant of a local time again', () => {
    const zones = [...new Set(places.map((place) => place.zone))];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 20_000, max: 23_000 }),
        fc.nat(86_399),
        (zone, day, second) => {
          const instant = instantOf(zone, day, second);
          const back = localTime(zone, instant);
          const isSkipped = offsetMs(zone, instant - 7_200_000) !== offsetMs(zone, instant + 7_200_000);
          if (!isSkipped) expect(back).toEqual({ day, second });
        },
      ),
    );
  });

  it('moves a time that the spring skips forward and takes the first of a doubled hour', () => {
    const spring = instantOf('America/Toronto', dayOf(2026, 3, 8), 2.5 * 3600);
    expect(new Date(spring).toISOString()).toBe('2026-03-08T07:30:00.000Z');
    const autumn = instantOf('America/Toronto', dayOf(2026, 11, 1), 1.5 * 3600);
    expect(new Date(autumn).toISOString()).toBe('2026-11-01T05:30:00.000Z');
  });
});

describe('dates', () => {
  it('are those of the platform, from the years of the oldest clocks to those of the newest', () => {
    const days = fc.integer({ min: dayOf(1000, 1, 1), max: dayOf(9999, 12, 31) });
    fc.assert(
      fc.property(days, (day) => {
        const platform = new Date(day * 86_400_000);
        expect(`${dayText(day, '-')}T00:00:00.000Z`).toBe(platform.toISOString());
        const { year, month, date } = dateOf(day);
        expect(dayOf(year, month, date)).toBe(day);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [dayOf(2024, 2, 29), '2024-02-29'],
    [dayOf(2024, 12, 31), '2024-12-31'],
    [dayOf(2000, 3, 1) - 1, '2000-02-29'],
    [dayOf(2100, 3, 1) - 1, '2100-02-28'],
    [0, '1970-01-01'],
    [-1, '1969-12-31'],
  ])('day %i is %s', (day, text) => {
    expect(dayText(day, '-')).toBe(text);
  });

  it('write the time of a day with and without marks', () => {
    expect([timeText(37_805), timeText(37_805, ':'), timeText(0)]).toEqual(['103005', '10:30:05', '000000']);
  });
});

describe('business days', () => {
  it.each([
    ['US', 2026, 11, 26],
    ['US', 2026, 5, 25],
    ['US', 2027, 9, 6],
    ['US', 2025, 7, 4],
    ['CA', 2026, 4, 3],
    ['CA', 2027, 3, 26],
    ['CA', 2026, 5, 18],
    ['CA', 2024, 5, 20],
    ['CA', 2026, 10, 12],
    ['CA', 2025, 12, 26],
    ['DE', 2026, 12, 25],
  ])('closes in %s on %i-%i-%i', (country, year, month, date) => {
    expect(isHoliday(country, dayOf(year, month, date))).toBe(true);
  });

  it('keeps Good Friday and Boxing Day open in the United States', () => {
    expect(isBusinessDay('US', dayOf(2026, 4, 3))).toBe(true);
    expect(isBusinessDay('US', dayOf(2025, 12, 26))).toBe(true);
  });

  it('counts over a weekend and over Thanksgiving', () => {
    expect(dayText(addBusinessDays('US', dayOf(2026, 11, 25), 2))).toBe('20261130');
    expect(dayText(addBusinessDays('CA', dayOf(2026, 11, 25), 2))).toBe('20261127');
    expect(dayText(businessDayFrom('US', dayOf(2026, 11, 21)))).toBe('20261123');
    expect(dayText(businessDayFrom('US', dayOf(2026, 11, 21), true))).toBe('20261121');
  });
});
