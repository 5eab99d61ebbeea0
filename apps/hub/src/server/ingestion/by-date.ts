import { type DateRange, type Reading, type WalkOutcome, walk } from './walk.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * The time from `fromMs` until `nowMs` in days of 24 hours, the oldest first: what the carrier will forget next is
 * asked for first. The last range has no end, so that nothing cut meanwhile falls between two readings.
 */
export function daysSince(fromMs: number, nowMs: number): DateRange[] {
  const ranges: DateRange[] = [];
  let startMs = fromMs;
  for (; startMs + DAY_MS < nowMs; startMs += DAY_MS) {
    ranges.push({ from: new Date(startMs), to: new Date(startMs + DAY_MS) });
  }
  return [...ranges, { from: new Date(startMs), to: null }];
}

/** Reads by date what was cut since `from`, day by day, which consumes nothing. @throws ReadingFault, LeaseLost */
export async function walkSince(reading: Reading, from: Date, nowMs: number): Promise<WalkOutcome> {
  const notes: WalkOutcome['notes'][number][] = [];
  for (const range of daysSince(from.getTime(), nowMs)) {
    const day = await walk(reading, range);
    notes.push(...day.notes);
    if (day.end === 'stopped') return { end: 'stopped', notes };
  }
  return { end: 'complete', notes };
}
