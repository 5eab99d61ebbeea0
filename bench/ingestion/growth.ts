import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { DatabaseLocation } from '@lading/kit/db/open';
import type { BenchResult } from '../measure.ts';

const CEILING_MB = 150;
const program = fileURLToPath(new URL('./growth-program.ts', import.meta.url));

/** What the program prints: resident megabytes after the smaller and after the larger number of events. */
export interface Grown {
  readonly events: readonly [number, number];
  readonly residentMb: readonly [number, number];
}

/** The resident memory of a hub process of its own after 100,000 and after a million events. */
export async function growth(location: DatabaseLocation, isShort: boolean): Promise<BenchResult> {
  const events = isShort ? [2_000, 8_000] : [100_000, 1_000_000];
  const order = JSON.stringify({ location, events });
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--expose-gc', program, order],
    { maxBuffer: 1e6 },
  );
  const grown: Grown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  const [before, after] = grown.residentMb;
  return {
    name: `growth from ${events.join(' to ')} events on ${location.kind === 'server' ? 'postgres' : 'pglite'}`,
    unit: 'MB',
    value: after - before,
    floor: CEILING_MB,
    isCeiling: true,
    details: { ...grown },
  };
}
