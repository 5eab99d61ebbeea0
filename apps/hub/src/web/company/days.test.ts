import { expect, it } from 'vitest';
import { isShorter, readDays, troubleOf } from './days.ts';

it.each([
  ['90', '730', null, null],
  ['13', '730', 'bounds', null],
  ['731', '2000', 'bounds', null],
  ['90', '179', null, 'bounds'],
  ['200', '190', 'order', null],
  ['', '2556', 'bounds', 'bounds'],
  ['9.5', '730', 'bounds', null],
])('%s days of answers and %s of parcels', (raw, events, rawTrouble, eventTrouble) => {
  const days = { rawDays: readDays(raw), eventDays: readDays(events) };
  expect(troubleOf(days)).toEqual({ rawDays: rawTrouble, eventDays: eventTrouble });
});

it('fewer days of either take something away, more of both nothing', () => {
  const before = { rawDays: 90, eventDays: 730 };
  expect(isShorter({ rawDays: 89, eventDays: 800 }, before)).toBe(true);
  expect(isShorter({ rawDays: 90, eventDays: 729 }, before)).toBe(true);
  expect(isShorter({ rawDays: 91, eventDays: 730 }, before)).toBe(false);
});
