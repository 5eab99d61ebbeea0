import { type BenchResult, median, quantile } from '../measure.ts';
import type { Question } from './questions.ts';
import { type Asked, ask, type ListingHub, type Rounds, type Timings } from './rounds.ts';

/** How much slower the 95th percentile may be with ten times as many parcels. */
const MOST_GROWTH = 1.5;

/** Asks every question of every company; prints p50 and p95 of each size, gives the growth between the last two. */
export async function growthOf(
  hub: ListingHub,
  questions: readonly Question[],
  companies: readonly Asked[],
  rounds: Rounds,
): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  console.log(
    `  ${'p50 / p95, ms'.padEnd(32)}${companies.map(({ parcels }) => cell(parcels.toLocaleString('en'))).join('')}`,
  );
  for (const question of questions) {
    const sizes = sizesOf(await ask(hub, question, companies, rounds));
    const cells = sizes.map(({ p50, p95 }) => cell(`${p50.toFixed(2)} / ${p95.toFixed(2)}`));
    console.log(`  ${question.name.padEnd(32)}${cells.join('')}`);
    results.push(resultOf(question, sizes));
  }
  return results;
}

const cell = (text: string) => text.padStart(16);

interface SizeTimings {
  readonly parcels: number;
  readonly p50: number;
  readonly p95: number;
}

/** Each call counts with its median of all rounds: what is left differs by what was asked, not by the machine's moods. */
function sizesOf(timings: ReadonlyMap<Asked, Timings>): SizeTimings[] {
  return [...timings].map(([{ parcels }, rounds]) => {
    const calls = (rounds[0] ?? []).map((_, call) =>
      median(rounds.map((round) => round[call] ?? Number.NaN)),
    );
    return { parcels, p50: median(calls), p95: quantile(calls, 0.95) };
  });
}

function resultOf(question: Question, sizes: readonly SizeTimings[]): BenchResult {
  const [before, after] = sizes.slice(-2);
  if (!before || !after) throw new RangeError('Growth needs two sizes.');
  return {
    name: question.name,
    unit: 'ms p95',
    value: after.p95,
    baseline: before.p95,
    ratio: after.p95 / before.p95,
    ...(question.isHeld === false ? {} : { floor: MOST_GROWTH }),
    isCeiling: true,
    details: { sizes },
  };
}
