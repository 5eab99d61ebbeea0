/** What one check found. */
export interface Finding {
  /** How many things it looked at; a check that looked at nothing failed, whatever it says. */
  readonly looked: number;
  /** What they are, for the report: `files`, `packages`, `texts`. */
  readonly unit: string;
  /** One line each. */
  readonly faults: readonly string[];
}

export interface Check {
  readonly name: string;
  run(): Promise<Finding>;
}

/** Runs a check and says in its own words how it went. */
export async function report({ name, run }: Check): Promise<boolean> {
  const startedAt = performance.now();
  const { looked, unit, faults } = await run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const all = looked > 0 ? faults : [...faults, `looked at 0 ${unit}: the check does not see what it should`];
  const verdict = all.length === 0 ? 'ok' : `${all.length} ${all.length === 1 ? 'fault' : 'faults'}`;
  console.log(`${name}: ${verdict} (${looked} ${unit}, ${seconds} s)`);
  for (const fault of all) console.log(`  ${fault}`);
  return all.length === 0;
}
