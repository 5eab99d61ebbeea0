import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchResult } from '../measure.ts';

/** Bytes for each parcel that only waits, beside the tables that all worlds share. */
const CEILING = 400;
const PROGRAM = join(import.meta.dirname, 'idle-parcels.ts');

/** In a process of its own, where garbage can be collected on demand. */
export async function run({ isShort }: { isShort: boolean }): Promise<BenchResult[]> {
  const shipments = isShort ? 5_000 : 82_000;
  const args = ['--expose-gc', '--import', 'tsx', PROGRAM, String(shipments)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { parcels, bytes } = JSON.parse(stdout) as { parcels: number; bytes: number };
  return [
    {
      name: `memory of ${parcels.toLocaleString('en')} idle parcels`,
      unit: 'bytes/parcel',
      value: bytes / parcels,
      floor: CEILING,
      isCeiling: true,
      details: { bytes },
    },
  ];
}
