import { holidayRows, usualHolidays } from './data/holiday-rows.ts';
import { dayOf, weekday } from './zones.ts';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const SATURDAY = 6;
const SUNDAY = 0;

const rules: ReadonlyMap<string, readonly string[]> = new Map(
  holidayRows
    .trim()
    .split('\n')
    .map((row) => [row.slice(0, 2), row.slice(3).split(' ')]),
);

/** The days of a year on which a country's network is closed, days since 1970-01-01. @throws RangeError for no rule. */
export function holidaysOf(country: string, year: number): ReadonlySet<number> {
  const closed = new Set<number>();
  const moved: { readonly day: number; readonly isWeekend: boolean }[] = [];
  for (const row of rules.get(country) ?? usualHolidays.split(' ')) {
    const [rule = '', since = '0'] = row.split('@');
    if (year < Number(since)) continue;
    const day = dayOfRule(rule.replace(/[~^]$/, ''), year);
    closed.add(day);
    const isWeekend = rule.endsWith('~');
    if (weekday(day) === SUNDAY ? /[~^]$/.test(rule) : isWeekend && weekday(day) === SATURDAY)
      moved.push({ day, isWeekend });
  }
  for (const { day, isWeekend } of moved) closed.add(nextFree(closed, day, isWeekend));
  if (country === 'JP') for (const day of between(closed)) closed.add(day);
  return closed;
}

function nextFree(closed: ReadonlySet<number>, from: number, isWeekend: boolean): number {
  let day = from + 1;
  while (closed.has(day) || (isWeekend && [SATURDAY, SUNDAY].includes(weekday(day)))) day += 1;
  return day;
}

/** A day between two holidays is one too. */
function between(closed: ReadonlySet<number>): number[] {
  return [...closed]
    .filter((day) => closed.has(day + 2) && !closed.has(day + 1))
    .map((day) => day + 1)
    .filter((day) => ![SATURDAY, SUNDAY].includes(weekday(day)));
}

function dayOfRule(rule: string, year: number): number {
  if (rule === 'spring') return dayOf(year, 3, equinox(year, 20.8431));
  if (rule === 'autumn') return dayOf(year, 9, equinox(year, 23.2488));
  if (rule === 'bright')
    return dayOf(year, 4, Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4));
  const easter = /^E([+-]\d+)$/.exec(rule);
  if (easter !== null) return easterSunday(year) + Number(easter[1]);
  const lunar = /^L(\d+)\/(\d+)$/.exec(rule);
  if (lunar !== null) return lunarDay(year, Number(lunar[1]), Number(lunar[2]));
  const dated = /^(\d\d)-(\d\d)(?:>(\w{3}))?$/.exec(rule);
  if (dated === null) throw new RangeError(`no rule for a holiday: ${rule}`);
  const from = dayOf(year, Number(dated[1]), Number(dated[2]));
  return dated[3] === undefined ? from : from + ((WEEKDAYS.indexOf(dated[3]) - weekday(from) + 7) % 7);
}

/** Good from 1980 to 2099. */
function equinox(year: number, mean: number): number {
  return Math.floor(mean + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));
}

const lunarYears = new Map<number, ReadonlyMap<string, number>>();

/** The day of a year that bears a date of the Chinese calendar; day 0 is the one before the month begins. */
function lunarDay(year: number, month: number, date: number): number {
  const known = lunarYears.get(year) ?? lunarYear(year);
  lunarYears.set(year, known);
  const first = known.get(`${month}/1`);
  if (first === undefined)
    throw new RangeError(`no month ${month} of the Chinese calendar begins in ${year}`);
  return first + date - 1;
}

/** Leap months are passed over: they are written otherwise. */
function lunarYear(year: number): ReadonlyMap<string, number> {
  const format = new Intl.DateTimeFormat('en-u-ca-chinese', {
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const days = new Map<string, number>();
  for (let day = dayOf(year, 1, 20); day < dayOf(year, 12, 25); day += 1) {
    const parts = new Map(format.formatToParts(day * DAY_MS).map(({ type, value }) => [type, value]));
    days.set(`${parts.get('month')}/${parts.get('day')}`, day);
  }
  return days;
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
