import { dayOf } from './zones.ts';

const SATURDAY = 6;
const SUNDAY = 0;

/** 0 is Sunday. */
export function weekday(day: number): number {
  return (day + 4) % 7;
}

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
  const date = new Date(day * 86_400_000);
  return closedDays(country, date.getUTCFullYear()).has(day);
}

const closed = new Map<string, ReadonlySet<number>>();

function closedDays(country: string, year: number): ReadonlySet<number> {
  const key = `${country}${year}`;
  const known = closed.get(key);
  if (known !== undefined) return known;
  const days = new Set(
    country === 'US'
      ? closedInUnitedStates(year)
      : country === 'CA'
        ? closedInCanada(year)
        : closedElsewhere(year),
  );
  closed.set(key, days);
  return days;
}

/** New Year, Memorial Day, Independence Day, Labor Day, Thanksgiving, Christmas. */
function closedInUnitedStates(year: number): number[] {
  return [
    dayOf(year, 1, 1),
    lastWeekday(year, 5, 1),
    dayOf(year, 7, 4),
    nthWeekday(year, 9, 1, 1),
    nthWeekday(year, 11, 4, 4),
    dayOf(year, 12, 25),
  ];
}

/** New Year, Good Friday, Victoria Day, Canada Day, Labour Day, Thanksgiving, Christmas, Boxing Day. */
function closedInCanada(year: number): number[] {
  const victoria = dayOf(year, 5, 24);
  return [
    dayOf(year, 1, 1),
    easterSunday(year) - 2,
    victoria - ((weekday(victoria) + 6) % 7),
    dayOf(year, 7, 1),
    nthWeekday(year, 9, 1, 1),
    nthWeekday(year, 10, 1, 2),
    dayOf(year, 12, 25),
    dayOf(year, 12, 26),
  ];
}

/** New Year and Christmas. */
function closedElsewhere(year: number): number[] {
  return [dayOf(year, 1, 1), dayOf(year, 12, 25)];
}

function isOpenSaturday(country: string, day: number): boolean {
  return weekday(day) === SATURDAY && !isHoliday(country, day);
}

function nthWeekday(year: number, month: number, name: number, nth: number): number {
  const first = dayOf(year, month, 1);
  return first + ((name - weekday(first) + 7) % 7) + 7 * (nth - 1);
}

function lastWeekday(year: number, month: number, name: number): number {
  const last = dayOf(year, month + 1, 0);
  return last - ((weekday(last) - name + 7) % 7);
}

/** Gregorian computus (Meeus, Jones and Butcher). */
function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection(century) + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const count = epact + toSunday - 7 * late + 114;
  return dayOf(year, Math.floor(count / 31), (count % 31) + 1);
}

function moonCorrection(century: number): number {
  return Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
}
