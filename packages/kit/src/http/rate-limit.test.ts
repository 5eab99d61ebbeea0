import { describe, expect, it } from 'vitest';
import { standingClock } from '../clock.ts';
import { createRateLimit } from './rate-limit.ts';

describe('a rate limit', () => {
  const made = () => {
    const clock = standingClock(1_000);
    return { clock, limit: createRateLimit({ limit: 2, windowMs: 60_000, clock }) };
  };

  it('allows up to the limit, then says how long to wait', () => {
    const { clock, limit } = made();
    expect(limit.take('a')).toEqual({ allowed: true, remaining: 1 });
    clock.advance(10_000);
    expect(limit.take('a')).toEqual({ allowed: true, remaining: 0 });
    expect(limit.take('a')).toEqual({ allowed: false, retryAfterMs: 50_000 });
  });

  it('counts each key by itself', () => {
    const { limit } = made();
    limit.take('a');
    limit.take('a');
    expect(limit.take('b').allowed).toBe(true);
  });

  it('begins again after the window, and after forgetting', () => {
    const { clock, limit } = made();
    for (let use = 0; use < 3; use += 1) limit.take('a');
    clock.advance(60_000);
    expect(limit.take('a').allowed).toBe(true);
    limit.take('a');
    limit.forget('a');
    expect(limit.take('a').allowed).toBe(true);
  });

  it('still counts right after thousands of keys have come and gone', () => {
    const { clock, limit } = made();
    for (let key = 0; key < 25_000; key += 1) {
      limit.take(`key-${key}`);
      clock.advance(10);
    }
    limit.take('a');
    limit.take('a');
    expect(limit.take('a').allowed).toBe(false);
  });
});
