import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allOperations } from '@lading/contract/catalogue';
import { home } from '../places.ts';
import { type ConformanceReport, runConformance } from './engine.ts';
import { fidelityTables, withTables } from './fidelity.ts';
import type { Fault } from './findings.ts';
import { missedFloors } from './floors.ts';
import type { Profile } from './judge.ts';
import { isLoopback, readsOnly } from './loopback.ts';
import { readOptions, type SuiteOptions } from './options.ts';
import { loadSpecs, type Specs } from './specs.ts';
import { aligned, rowsOf } from './table.ts';
import { createTarget } from './target.ts';
import { type Asked, implementedOperations, ownWorld } from './world.ts';

/** How many checks held and how many did not. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
}

/** Runs the suite as its command line says, and prints what it found. */
export async function runSuite(argv: readonly string[]): Promise<SuiteResult> {
  const options = readOptions(argv, process.env);
  const specs = await loadSpecs(options.specs);
  const reports: ConformanceReport[] = [];
  for (const profile of options.profiles) reports.push(await runProfile(profile, options, specs));
  if (options.json !== undefined) await writeFile(options.json, JSON.stringify(reports, null, 2));
  const missed = [...reports.flatMap((report) => missedIn(report)), ...(await fidelity(options, reports))];
  for (const line of missed) console.log(`MISSED ${line}`);
  const tallies = reports.flatMap(({ apis }) => apis.flatMap(({ checks }) => Object.values(checks)));
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: missed.length === 0 ? 0 : Math.max(failed, missed.length),
  };
}

function missedIn(report: ConformanceReport): string[] {
  return missedFloors(report).map((line) => `${report.profile} ${line}`);
}

async function runProfile(profile: Profile, options: SuiteOptions, specs: Specs): Promise<ConformanceReport> {
  const asked = await open(profile, options);
  try {
    console.log(`\nProfile ${profile}, against ${options.url ?? 'a world of its own'}`);
    const { runs, seed, only } = options;
    const mutations = mutationsIn(profile, options);
    const report = await runConformance({
      specs,
      target: asked.target,
      profile,
      implemented: asked.implemented,
      setting: { now: asked.now, account: asked.account },
      runs,
      mutations,
      seed,
      isReadOnly: readsOnly(asked.target.baseUrl, options.accepted),
      ...(only === undefined ? {} : { only }),
    });
    show(report);
    return report;
  } finally {
    await asked.close();
  }
}

/** Answers differ between the profiles, the reading of requests does not: one of them is mutated. */
function mutationsIn(profile: Profile, { profiles, mutations }: SuiteOptions): number {
  return profile === profiles.at(-1) ? mutations : 0;
}

async function open(profile: Profile, { url, client, account }: SuiteOptions): Promise<Asked> {
  if (url === undefined) return ownWorld(profile);
  const target = createTarget({ baseUrl: url, isOwn: false, client });
  const implemented = isLoopback(target.host) ? implementedOperations() : everyOperation();
  return { target, now: new Date(), account, implemented, close: async () => undefined };
}

/** Of a server elsewhere nothing else is known than what the contract says. */
function everyOperation(): ReadonlySet<string> {
  return new Set(allOperations.map(({ id }) => id));
}

function show(report: ConformanceReport): void {
  console.log(aligned(rowsOf(report)));
  for (const { faults, skipped, missing } of report.apis) {
    for (const fault of faults) console.log(sentenceOf(fault));
    for (const { operation, check, why } of skipped) console.log(`  ${operation} ${check}: left out, ${why}`);
    for (const operation of missing) console.log(`  ${operation}: not implemented yet`);
  }
}

const MOST_SHOWN = 1_500;

function sentenceOf({ check, operation, what, times, example }: Fault): string {
  const request = example === undefined ? '' : `\n    ${JSON.stringify(example).slice(0, MOST_SHOWN)}`;
  return `  FAULT ${operation} ${check} (${times}): ${what}${request}`;
}

/** The tables of FIDELITY.md are written, or held against what stands there, when everything was run as usual. */
async function fidelity(options: SuiteOptions, reports: readonly ConformanceReport[]): Promise<string[]> {
  if (!options.isUsual) return [];
  const path = join(home, 'docs', 'FIDELITY.md');
  const before = await readFile(path, 'utf8');
  const after = withTables(before, fidelityTables(reports));
  if (options.writesFidelity) await writeFile(path, after);
  const isStale = !options.writesFidelity && before !== after;
  return isStale ? ['docs/FIDELITY.md has stale tables: npm run conformance -- --write-fidelity'] : [];
}
