import { holidaysOf } from './holidays.ts';
import { dateOf, weekday } from './zones.ts';

const SATURDAY = 6;
const SUNDAY = 0;

/** Whether the network collects and delivers on that local day. Closed days by country: see SOURCES.md. */
export function isBusinessDay(country: string, day: number): boolean {
  const name = weekday(day);
  return name !== SATURDAY && name !== SUNDAY && !isHoliday(country, day);
}

/** The first day from `day` on, itself included, that counts; Saturdays count when asked for. */
export function businessDayFrom(country: string, day: number, withSaturday = false): number {
  let found = day;
  while (!isBusinessDay(country, found) && !(withSaturday && isOpenSaturday(country, found))) found += 1;
  return found;
}

/** The day that lies `count` business days after `day`. */
export function addBusinessDays(country: string, day: number, count: number): number {
  let found = day;
  for (let left = count; left > 0; left -= 1) found = businessDayFrom(country, found + 1);
  return found;
}

/** Whether the network is closed on that day of the year. */
export function isHoliday(country: string, day: number): boolean {
  return closedDays(country, dateOf(day).year).has(day);
}

/** By country, then by year. */
const closed = new Map<string, Map<number, ReadonlySet<number>>>();

function closedDays(country: string, year: number): ReadonlySet<number> {
  const years = closed.get(country) ?? new Map<number, ReadonlySet<number>>();
  const known = years.get(year);
  if (known !== undefined) return known;
  const days = holidaysOf(country, year);
  closed.set(country, years.set(year, days));
  return days;
}

function isOpenSaturday(country: string, day: number): boolean {
  return weekday(day) === SATURDAY && !isHoliday(country, day);
}
