import { describe, expect, test } from 'vitest';
import { closingLine } from './tally.ts';
import { failuresOf, tallyReport } from './vitest-tally.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

describe('the closing line of a run', () => {
  test.each([
    [
      'counts tests over files',
      [file('passed', 'passed', 'passed'), file('passed', 'passed')],
      0,
      '3 passed, 0 failed',
    ],
    ['counts failures', [file('failed', 'passed', 'failed')], 1, '1 passed, 1 failed'],
    ['names what was skipped', [file('passed', 'passed', 'skipped')], 0, '1 passed, 0 failed, 1 skipped'],
    ['counts a file that does not load as a failure', [file('failed')], 1, '0 passed, 1 failed'],
    ['counts an error outside of all tests', [file('passed', 'passed')], 1, '1 passed, 1 failed'],
    ['counts a run that was killed', [file('passed', 'passed')], null, '1 passed, 1 failed'],
  ])('%s', (_sentence, testResults, exitCode, line) => {
    expect(closingLine(tallyReport({ success: exitCode === 0, testResults }, exitCode))).toBe(line);
  });
});

describe('what failed', () => {
  test('is named with its reason, and so is a file that does not load', () => {
    const failed = { status: 'failed', fullName: 'adds up', failureMessages: ['expected 1 to be 2'] };
    const testResults = [
      { status: 'failed', name: '/a.test.ts', assertionResults: [{ status: 'passed' }, failed] },
      { status: 'failed', name: '/b.test.ts', message: 'no such module', assertionResults: [] },
    ];
    expect(failuresOf({ success: false, testResults })).toEqual([
      '/a.test.ts: adds up\nexpected 1 to be 2',
      '/b.test.ts\nno such module',
    ]);
  });
});
