import { describe, expect, it } from 'vitest';
import { dayIn } from './day.ts';

describe('the day', () => {
  it.each([
    ['America/Toronto', '2026-08-08T03:59:59Z', '2026-08-07'],
    ['America/Toronto', '2026-08-08T04:00:00Z', '2026-08-08'],
    ['America/St_Johns', '2026-08-08T02:30:00Z', '2026-08-08'],
    ['Pacific/Auckland', '2026-12-31T11:00:00Z', '2027-01-01'],
    ['UTC', '2026-03-05T00:00:00Z', '2026-03-05'],
  ])('in %s at %s is %s', (zone, at, day) => {
    expect(dayIn(zone, new Date(at))).toBe(day);
  });
});
