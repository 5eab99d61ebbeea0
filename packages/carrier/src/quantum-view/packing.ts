import { facts } from '@lading/contract/quantum-view/facts';

/** How large things may get, in bytes of JSON. */
export interface PackingLimits {
  /** Several files in one answer stay below this together. */
  readonly combinedBytes: number;
  /** One file alone stays below this. */
  readonly oneFileBytes: number;
}

/** Source: guide, Quantum View. */
export const packingLimits: PackingLimits = Object.freeze({
  combinedBytes: facts.combinedBytes.today.value,
  oneFileBytes: facts.oneFileBytes.today.value,
});

/**
 * Cuts a batch of records into segments that each stay within the limit for one file; a record larger than the
 * limit stands alone.
 * @param sizes Bytes of each record, separators included.
 * @returns How many records each segment holds, in order; none are empty.
 */
export function cutSegments(sizes: readonly number[], limits: PackingLimits = packingLimits): number[] {
  const counts: number[] = [];
  let bytes = 0;
  let count = 0;
  for (const size of sizes) {
    if (count > 0 && bytes + size > limits.oneFileBytes) {
      counts.push(count);
      [bytes, count] = [0, 0];
    }
    bytes += size;
    count += 1;
  }
  if (count > 0) counts.push(count);
  return counts;
}

/**
 * How many of the next files go into one answer: as many as stay together below the combined limit, but always
 * one, which may then be as large as a file can be.
 * @param sizes Bytes of each file still to come, in order; read only as far as needed.
 */
export function packAnswer(sizes: Iterable<number>, limits: PackingLimits = packingLimits): number {
  let bytes = 0;
  let count = 0;
  for (const size of sizes) {
    bytes += size;
    if (count > 0 && bytes > limits.combinedBytes) break;
    count += 1;
    if (bytes > limits.combinedBytes) break;
  }
  return count;
}
