import { describe, expect, it } from 'vitest';
import { addBusinessDays, isBusinessDay } from './calendar.ts';
import { holidayRows } from './data/holiday-rows.ts';
import { holidaysOf } from './holidays.ts';
import { dayOf, dayText } from './zones.ts';

const workdaysOff = (country: string, year: number) =>
  [...holidaysOf(country, year)]
    .filter((day) => ![0, 6].includes(new Date(day * 86_400_000).getUTCDay()))
    .map((day) => dayText(day))
    .sort()
    .map((text) => text.slice(4))
    .join(' ');

describe('days on which the network is closed', () => {
  it.each([
    ['US', 2026, '0101 0525 0907 1126 1225'],
    ['CA', 2026, '0101 0403 0518 0701 0907 1012 1225'],
    ['MX', 2026, '0101 0202 0316 0501 0916 1116 1225'],
    ['BR', 2025, '0101 0418 0421 0501 1120 1225'],
    ['GB', 2027, '0101 0326 0329 0503 0531 0830 1227 1228'],
    ['GB', 2022, '0103 0415 0418 0502 0530 0829 1226 1227'],
    ['DE', 2026, '0101 0403 0406 0501 0514 0525 1225'],
    ['FR', 2026, '0101 0406 0501 0508 0514 0525 0714 1111 1225'],
    ['NL', 2026, '0101 0406 0427 0514 0525 1225'],
    ['PL', 2024, '0101 0401 0501 0503 0530 0815 1101 1111 1225 1226'],
    ['PL', 2026, '0101 0106 0406 0501 0604 1111 1224 1225'],
    ['JP', 2026, '0101 0112 0211 0223 0320 0429 0504 0505 0506 0720 0811 0921 0922 0923 1012 1103 1123'],
    ['CN', 2025, '0101 0128 0129 0130 0131 0404 0501 1001 1002 1003 1006'],
    ['HK', 2026, '0101 0217 0218 0219 0403 0406 0407 0501 0525 0619 0701 1001 1019 1225'],
    ['SG', 2025, '0101 0129 0130 0418 0501 1225'],
    ['AU', 2027, '0101 0126 0326 0329 1227 1228'],
    ['ZA', 2026, '0101 1225'],
  ])('%s, %d', (country, year, days) => {
    expect(workdaysOff(country, year)).toBe(days);
  });

  it('follow from the table for every country and for a hundred years', () => {
    const countries = holidayRows
      .trim()
      .split('\n')
      .map((row) => row.slice(0, 2));
    expect(countries.length).toBeGreaterThan(25);
    for (const country of countries) {
      for (let year = 1990; year < 2090; year += 1) {
        const [first, next] = [dayOf(year, 1, 1), dayOf(year + 1, 1, 7)];
        const days = [...holidaysOf(country, year)];
        expect(days.every((day) => day >= first && day < next)).toBe(true);
      }
    }
  });
});

it('a delivery over Golden Week waits for its end', () => {
  const friday = dayOf(2026, 5, 1);
  expect(dayText(addBusinessDays('JP', friday, 1))).toBe('20260507');
  expect(isBusinessDay('US', dayOf(2026, 5, 4))).toBe(true);
});
