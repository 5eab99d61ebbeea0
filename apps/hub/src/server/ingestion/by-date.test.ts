import { describe, expect, it } from 'vitest';
import { daysSince } from './by-date.ts';

const at = (text: string) => Date.parse(text);
const spans = (from: string, now: string) =>
  daysSince(at(from), at(now)).map(({ from, to }) => [from.toISOString(), to?.toISOString() ?? null]);

describe('a time to be read by date', () => {
  it.each<[string, string, (string | null)[][]]>([
    ['2026-11-20T00:00:00Z', '2026-11-20T12:00:00Z', [['2026-11-20T00:00:00.000Z', null]]],
    ['2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z', [['2026-11-20T00:00:00.000Z', null]]],
    [
      '2026-11-18T06:00:00Z',
      '2026-11-20T12:00:00Z',
      [
        ['2026-11-18T06:00:00.000Z', '2026-11-19T06:00:00.000Z'],
        ['2026-11-19T06:00:00.000Z', '2026-11-20T06:00:00.000Z'],
        ['2026-11-20T06:00:00.000Z', null],
      ],
    ],
    // A clock that was turned back still asks, and never without a beginning.
    ['2026-11-21T00:00:00Z', '2026-11-20T00:00:00Z', [['2026-11-21T00:00:00.000Z', null]]],
  ])('from %s to %s is asked for in days, oldest first, the last one open', (from, now, days) => {
    expect(spans(from, now)).toEqual(days);
  });

  it('leaves no moment between two days', () => {
    const ranges = daysSince(at('2026-11-13T12:10:00Z'), at('2026-11-20T12:00:00Z'));
    expect(ranges).toHaveLength(7);
    for (const [index, { from }] of ranges.entries()) {
      if (index > 0) expect(from).toEqual(ranges[index - 1]?.to);
    }
  });
});
