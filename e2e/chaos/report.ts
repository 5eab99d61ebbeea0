/** One line of the chaos table. */
export interface Verdict {
  readonly name: string;
  readonly isPassed: boolean;
  readonly what: string;
}

export function printVerdicts(verdicts: readonly Verdict[]): void {
  for (const { name, isPassed, what } of verdicts)
    console.log(`${isPassed ? 'ok  ' : 'FAIL'} ${name}: ${what}`);
  const passed = verdicts.filter((verdict) => verdict.isPassed).length;
  console.log(`${passed} passed, ${verdicts.length - passed} failed`);
}
