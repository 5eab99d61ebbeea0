import { standingClock } from '@lading/kit/clock';
import { describe, expect, it } from 'vitest';
import { createGuessGuard } from './guess-guard.ts';

describe('a guess guard', () => {
  it('doubles the wait with every failure after the free ones, up to five minutes', () => {
    const clock = standingClock(0);
    const guard = createGuessGuard({ clock, freeAttempts: 3 });
    const waits: number[] = [];
    for (let tries = 0; tries < 14; tries += 1) {
      guard.failed('eve');
      waits.push(guard.waitMs('eve'));
      clock.advance(guard.waitMs('eve'));
    }
    const doubling = [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000];
    expect(waits).toEqual([0, 0, ...doubling, 300_000, 300_000, 300_000]);
  });

  it('keeps names apart and forgives one that succeeds', () => {
    const guard = createGuessGuard({ clock: standingClock(0), freeAttempts: 1 });
    guard.failed('eve');
    expect([guard.waitMs('eve'), guard.waitMs('bob')]).toEqual([1_000, 0]);
    guard.succeeded('eve');
    expect(guard.waitMs('eve')).toBe(0);
  });

  it('forgives after a quarter of an hour without failures', () => {
    const clock = standingClock(0);
    const guard = createGuessGuard({ clock, freeAttempts: 2 });
    for (let tries = 0; tries < 8; tries += 1) guard.failed('eve');
    clock.advance(900_000);
    guard.failed('eve');
    expect(guard.waitMs('eve')).toBe(0);
  });

  it('remembers no more names than it was told', () => {
    const guard = createGuessGuard({ clock: standingClock(0), freeAttempts: 1, capacity: 2 });
    for (const name of ['first', 'second', 'third']) guard.failed(name);
    expect(['first', 'second', 'third'].map((name) => guard.waitMs(name))).toEqual([0, 1_000, 1_000]);
  });
});
