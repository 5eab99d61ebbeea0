import { nothing, type Tally } from './tally.ts';

/** The parts of vitest's JSON report that count. */
interface Report {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly status: string;
    readonly name?: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName?: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/**
 * Counts tests; a file that failed to load counts as one failure, and so does a run that ended badly although no
 * single test did (an error outside of all tests).
 */
export function tallyReport(report: Report, exitCode: number | null): Tally {
  const statuses = report.testResults.flatMap(({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
      ? [...assertionResults.map((test) => test.status), 'failed']
      : assertionResults.map((test) => test.status),
  );
  const count = (...wanted: readonly string[]): number =>
    statuses.filter((status) => wanted.includes(status)).length;
  const tally = {
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped', 'pending', 'todo'),
  };
  const endedBadly = exitCode !== 0 || !report.success;
  return endedBadly && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

const LONGEST_REASON = 600;

/** One text for each test that failed, or file that did not load: where, which, and why. */
export function failuresOf(report: Report): string[] {
  return report.testResults.flatMap(({ status, name = '', message = '', assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [`${name}\n${message.slice(0, LONGEST_REASON)}`];
    return failed.map(({ fullName = '', failureMessages = [] }) =>
      [`${name}: ${fullName}`, failureMessages.join('\n').slice(0, LONGEST_REASON)].join('\n'),
    );
  });
}

/** A run that left no report failed as a whole. */
export const noReport: Tally = { ...nothing, failed: 1 };

export function readReport(text: string): Report {
  const report: unknown = JSON.parse(text);
  if (!isReport(report)) throw new TypeError('vitest wrote a report of another shape.');
  return report;
}

function isReport(value: unknown): value is Report {
  return (
    typeof value === 'object' && value !== null && 'testResults' in value && Array.isArray(value.testResults)
  );
}
