import { expect, it } from 'vitest';
import { dayText, timeText } from '../network/zones.ts';
import { localTimeAt } from './local-time.ts';

it.each([
  [{ country: 'US', state: '', postalCode: '98101' }, '20261119 200000'],
  [{ country: 'US', state: '', postalCode: '10017' }, '20261119 230000'],
  [{ country: 'GB', state: '', postalCode: '' }, '20261120 040000'],
  [{ country: 'ZW', state: '', postalCode: '' }, '20261120 040000'],
])('at %o', (end, expected) => {
  const { day, second } = localTimeAt(end, Date.parse('2026-11-20T04:00:00Z'));
  expect(`${dayText(day)} ${timeText(second)}`).toBe(expected);
});
