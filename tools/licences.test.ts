import { expect, test } from 'vitest';
import { checkLicences, isAllowed } from './licences.ts';

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['MIT AND GPL-3.0-only', false],
  ['MIT AND Apache-2.0', true],
  ['GPL-3.0-only', false],
  ['UNLICENSED', false],
  ['', false],
])('the licence "%s" may come in: %s', (expression, may) => {
  expect(isAllowed(expression)).toBe(may);
});

test('an exception holds for the named package and its parts alone', () => {
  const one = (name: string) => ({ name, version: '1.0.0', licence: 'MPL-2.0', isDev: false });
  expect(checkLicences([one('lightningcss'), one('lightningcss-linux-x64-gnu'), one('other')])).toEqual([
    'other 1.0.0 is under MPL-2.0',
  ]);
});
