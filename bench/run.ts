import { mkdir, writeFile } from 'node:fs/promises';
import { arch, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchResult } from './measure.ts';

/** Every bench: a name to ask for with `--only`, and the module whose `run` measures it. */
const BENCHES: Readonly<
  Record<string, () => Promise<{ run(options: BenchOptions): Promise<BenchResult[]> }>>
> = {
  contract: () => import('./contract/bench.ts'),
  sandbox: () => import('./sandbox/endpoints.ts'),
  'sandbox-computing': () => import('./sandbox/computing.ts'),
  'sandbox-start': () => import('./sandbox/start.ts'),
  'sandbox-advance': () => import('./sandbox/advance.ts'),
  'sandbox-memory': () => import('./sandbox/memory.ts'),
  freshness: () => import('./freshness/bench.ts'),
  ingestion: () => import('./ingestion/bench.ts'),
  sdk: () => import('./sdk/bench.ts'),
  search: () => import('./search/bench.ts'),
};

export interface BenchOptions {
  /** Small sizes, to see that a bench runs; its figures mean nothing. */
  readonly isShort: boolean;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string', multiple: true }, short: { type: 'boolean', default: false } },
  });
  const names = values.only ?? Object.keys(BENCHES);
  const results: BenchResult[] = [];
  for (const name of names) {
    const load = BENCHES[name];
    if (!load) throw new Error(`No bench is called "${name}"; there are ${Object.keys(BENCHES).join(', ')}.`);
    console.log(`\n${name} …`);
    const found = await (await load()).run({ isShort: values.short });
    console.log(table(found));
    results.push(...found);
  }
  console.log(`\nWritten to ${await writeJson(results)}`);
  const missed = results.filter((result) => missesFloor(result));
  if (missed.length > 0 && !values.short) {
    console.error(`Floors missed: ${missed.map((result) => result.name).join(', ')}`);
    process.exitCode = 1;
  }
}

function missesFloor(result: BenchResult): boolean {
  if (result.floor === undefined) return false;
  const held = result.ratio ?? result.value;
  return result.isCeiling === true ? !(held <= result.floor) : !(held >= result.floor);
}

function table(results: readonly BenchResult[]): string {
  const rows = results.map((result) => [
    result.name,
    `${figure(result.value)} ${result.unit}`,
    result.baseline === undefined ? '' : figure(result.baseline),
    result.ratio === undefined ? '' : result.ratio.toFixed(3),
    result.floor === undefined ? '' : `${result.isCeiling === true ? '≤' : '≥'} ${result.floor}`,
    result.aim === undefined ? '' : String(result.aim),
    result.cpuMs === undefined ? '' : figure(result.cpuMs),
    missesFloor(result) ? 'MISSED' : '',
  ]);
  const all = [['what', 'measured', 'twin', 'ratio', 'floor', 'aim', 'cpu ms', ''], ...rows];
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}

function figure(value: number): string {
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

async function writeJson(results: readonly BenchResult[]): Promise<string> {
  const folder = join(import.meta.dirname, 'results');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}.json`);
  const machine = {
    node: process.version,
    arch: arch(),
    cores: cpus().length,
    memoryGb: totalmem() / 2 ** 30,
  };
  await writeFile(file, JSON.stringify({ machine, results }, null, 2));
  return file;
}

await main();
