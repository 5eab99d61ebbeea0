/** One line of the table: what was measured, against what, and whether it must hold. */
export interface BenchResult {
  readonly name: string;
  /** What `value` and `baseline` are counted in, for example `events/s` or `ms p95`. */
  readonly unit: string;
  readonly value: number;
  /** Measured in the same run: the twin that does only the unavoidable work, or the same at a tenth of the size. */
  readonly baseline?: number;
  /** `value` over `baseline`, both oriented so that larger is better unless `isCeiling`. A median of rounds. */
  readonly ratio?: number;
  /** A blocking bound on `ratio` (or on `value` where there is no ratio). */
  readonly floor?: number;
  /** A bound that is reported, not enforced. */
  readonly aim?: number;
  /** The bound is an upper one (growth, memory). */
  readonly isCeiling?: boolean;
  /** CPU of this process during the measured side, milliseconds, median of rounds. */
  readonly cpuMs?: number;
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface Sample {
  readonly wallMs: number;
  readonly cpuMs: number;
}

export interface Pair {
  readonly measured: readonly Sample[];
  readonly twin: readonly Sample[];
}

/** Wall and CPU time of one piece of work, in milliseconds. */
export async function sample(work: () => Promise<unknown>): Promise<Sample> {
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  await work();
  const wallMs = Number(process.hrtime.bigint() - start) / 1e6;
  const used = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (used.user + used.system) / 1000 };
}

/**
 * Runs both sides in turn, the order changing every round, so that a slow minute of the machine hits both.
 * One unmeasured round warms both up.
 */
export async function interleave(
  rounds: number,
  measured: () => Promise<unknown>,
  twin: () => Promise<unknown>,
): Promise<Pair> {
  await measured();
  await twin();
  const samples = { measured: [] as Sample[], twin: [] as Sample[] };
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['measured', 'twin'] as const) : (['twin', 'measured'] as const);
    for (const side of order) samples[side].push(await sample(side === 'measured' ? measured : twin));
  }
  return samples;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Nearest-rank quantile; `NaN` of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[rank] ?? Number.NaN;
}

/** The median of the per-round ratios of twin time to measured time: 1 is as fast as the twin. */
export function medianRatio(pair: Pair, of: keyof Sample = 'wallMs'): number {
  return median(pair.measured.map((one, round) => (pair.twin[round]?.[of] ?? Number.NaN) / one[of]));
}
