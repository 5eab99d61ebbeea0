import { describe, expect, it, vi } from 'vitest';
import { perObject, rememberingLast } from './memo.ts';

describe.each([
  ['perObject', perObject],
  ['rememberingLast', rememberingLast],
])('%s', (_name, remembering) => {
  it('computes once for one object, also where the answer is undefined', () => {
    const compute = vi.fn(() => undefined);
    const remembered = remembering(compute);
    const lane = {};
    expect([remembered(lane), remembered(lane)]).toEqual([undefined, undefined]);
    expect(compute).toHaveBeenCalledTimes(1);
  });

  it('answers anew for another object that looks the same', () => {
    const remembered = remembering(({ miles }: { miles: number[] }) => miles);
    const [one, other] = [{ miles: [1] }, { miles: [1] }];
    expect([remembered(one), remembered(other), remembered(one)]).toEqual([
      one.miles,
      other.miles,
      one.miles,
    ]);
    expect(remembered(other)).toBe(other.miles);
  });
});
