import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withPostgres } from './postgres.ts';
import { runInstalled } from './run.ts';
import { add, close, nothing, type Tally } from './tally.ts';
import { failuresOf, noReport, readReport, tallyReport } from './vitest-tally.ts';

interface Suite {
  readonly title: string;
  readonly config: string;
}

const suites = {
  unit: { title: 'Unit and integration', config: 'vitest.config.ts' },
  journeys: { title: 'Browser journeys', config: 'e2e/vitest.config.ts' },
} satisfies Record<string, Suite>;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      pg: { type: 'boolean', default: false },
      unit: { type: 'boolean', default: false },
      journeys: { type: 'boolean', default: false },
    },
  });
  const isAll = !values.unit && !values.journeys;
  const wanted = [
    ...(isAll || values.unit ? [suites.unit] : []),
    ...(isAll || values.journeys ? [suites.journeys] : []),
  ];
  // The suites start the product many times, which takes a fraction of the time where it is built.
  if (positionals.length === 0) await buildProduct();
  const runAll = (databaseUrl?: string) => runSuites(wanted, positionals, databaseUrl);
  const { tally, failures } = values.pg ? await withPostgres(runAll) : await runAll();
  // Once more at the very end, where nobody has to search for them.
  for (const failure of failures) console.log(`\nFAILED ${failure}`);
  close(tally);
}

async function buildProduct(): Promise<void> {
  const { code, output } = await runInstalled('tsx/dist/cli.mjs', ['tools/build.ts'], { isQuiet: true });
  if (code !== 0) throw new Error(`The product could not be built:\n${output}`);
}

interface Outcome {
  readonly tally: Tally;
  readonly failures: readonly string[];
}

async function runSuites(
  wanted: readonly Suite[],
  filters: readonly string[],
  databaseUrl: string | undefined,
): Promise<Outcome> {
  let sum: Outcome = { tally: nothing, failures: [] };
  for (const suite of wanted) {
    console.log(`\n${suite.title} (${databaseUrl === undefined ? 'embedded database' : 'PostgreSQL'})`);
    const { tally, failures } = await runSuite(suite, filters, databaseUrl);
    sum = { tally: add(sum.tally, tally), failures: [...sum.failures, ...failures] };
  }
  return sum;
}

async function runSuite(
  suite: Suite,
  filters: readonly string[],
  databaseUrl: string | undefined,
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'lading-report-'));
  const report = join(folder, 'report.json');
  try {
    const args = ['run', '--config', suite.config, '--reporter=default', '--reporter=json'];
    const { code } = await runInstalled(
      'vitest/vitest.mjs',
      [...args, `--outputFile.json=${report}`, ...filters],
      {
        env: { LADING_TEST_DATABASE_URL: databaseUrl, DATABASE_URL: undefined },
      },
    );
    const text = await readFile(report, 'utf8').catch(() => null);
    if (text === null) return { tally: noReport, failures: [`${suite.title}: no report was written.`] };
    const read = readReport(text);
    return { tally: tallyReport(read, code), failures: failuresOf(read) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
