import { dayOf } from '../network/zones.ts';

/** A value that holds from a local day on, until the next one of its list. */
export interface Dated<Value> {
  /** `YYYY-MM-DD`. */
  readonly from: string;
  readonly value: Value;
}

/** The value in force on a day; before the first day of the list, the first value. @throws RangeError for an empty list. */
export function inForce<Value>(list: readonly Dated<Value>[], day: number): Value {
  const days = daysOf(list);
  const held =
    list[
      Math.max(
        0,
        days.findLastIndex((from) => from <= day),
      )
    ];
  if (held === undefined) throw new RangeError('a dated list holds at least one value');
  return held.value;
}

/** Read once for each list: every price asks dozens of them. */
const daysOfLists = new WeakMap<readonly Dated<unknown>[], readonly number[]>();

function daysOf(list: readonly Dated<unknown>[]): readonly number[] {
  const known = daysOfLists.get(list) ?? list.map(({ from }) => dayOfText(from));
  daysOfLists.set(list, known);
  return known;
}

/** Days since 1970-01-01 of `YYYY-MM-DD`. @throws RangeError for anything else. */
export function dayOfText(text: string): number {
  const [year, month, date] = text.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined)
    throw new RangeError(`no date: ${text}`);
  return dayOf(year, month, date);
}
