import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleModules } from '../../tools/build/bundle.ts';
import { root } from '../../tools/run.ts';
import { type BenchResult, median, type Pair, type Sample } from '../measure.ts';

/** Twice as long as an empty server. */
const FLOOR = 0.5;
const RUNNER = join(import.meta.dirname, 'starts', 'from-first-import.mjs');

/** `startWorld()` against an empty Fastify: both built, each time in a process of its own, to the first answer. */
export async function run({ isShort }: { isShort: boolean }): Promise<BenchResult[]> {
  // Below the root, where the packages that stay outside of a build are found.
  const folder = await mkdtemp(join(root, '.bench-starts-'));
  try {
    await bundleModules({ world: entry('world'), empty: entry('empty') }, folder);
    const pair = await interleaveStarts(folder, isShort ? 3 : 15);
    const rounds = pair.measured.length;
    const ratios = (of: keyof Sample) =>
      median(pair.measured.map((one, round) => (pair.twin[round]?.[of] ?? Number.NaN) / one[of]));
    const value = median(pair.measured.map(({ wallMs }) => wallMs));
    const baseline = median(pair.twin.map(({ wallMs }) => wallMs));
    const cpuMs = median(pair.measured.map((one) => one.cpuMs));
    const details = { rounds, cpuRatio: ratios('cpuMs') };
    return [
      {
        name: 'startWorld(), first import to first answer',
        unit: 'ms',
        ...{ value, baseline, ratio: ratios('wallMs'), floor: FLOOR, cpuMs, details },
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function entry(name: 'world' | 'empty'): string {
  return `bench/sandbox/starts/${name}.ts`;
}

/** One round unmeasured, so that the files of both are in the system's memory. */
async function interleaveStarts(folder: string, rounds: number): Promise<Pair> {
  const samples = { measured: [] as Sample[], twin: [] as Sample[] };
  for (let round = -1; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['measured', 'twin'] as const) : (['twin', 'measured'] as const);
    for (const side of order) {
      const sample = await startOnce(join(folder, side === 'measured' ? 'world.mjs' : 'empty.mjs'));
      if (round >= 0) samples[side].push(sample);
    }
  }
  return samples;
}

function startOnce(module: string): Promise<Sample> {
  return new Promise((resolve, reject) => {
    const child = fork(RUNNER, [pathToFileURL(module).href], { execArgv: [] });
    child.once('message', ({ status, ...sample }: Sample & { status: number }) => {
      if (status === 200) resolve(sample);
      else reject(new Error(`${module} answered ${status}.`));
    });
    child.once('exit', (code) => reject(new Error(`${module} ended with ${code} before it answered.`)));
  });
}
