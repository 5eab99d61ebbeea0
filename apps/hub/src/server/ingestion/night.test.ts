import { describe, expect, it } from 'vitest';
import { isNight, isPlanned, nextNight } from './night.ts';

const at = (text: string) => Date.parse(text);

describe('the night on which a feed is reconciled', () => {
  it.each([
    ['by day', '2026-11-20T15:00:00Z', 'America/Toronto', 0, '2026-11-21T08:00:00.000Z'],
    ['in the evening', '2026-11-21T02:00:00Z', 'America/Toronto', 0, '2026-11-21T08:00:00.000Z'],
    ['at three itself', '2026-11-21T08:00:00Z', 'America/Toronto', 0, '2026-11-22T08:00:00.000Z'],
    [
      'with its share of the hour',
      '2026-11-20T15:00:00Z',
      'America/Toronto',
      0.5,
      '2026-11-21T08:30:00.000Z',
    ],
    ['where the clock goes back', '2026-10-31T15:00:00Z', 'America/Toronto', 0, '2026-11-01T08:00:00.000Z'],
    ['in another zone', '2026-11-20T15:00:00Z', 'Europe/Paris', 0, '2026-11-21T02:00:00.000Z'],
  ])('is found %s', (_name, now, zone, random, expected) => {
    expect(nextNight(at(now), zone, random).toISOString()).toBe(expected);
  });

  it.each([
    ['never chosen', null, false, false],
    ['an hour away', '2026-11-20T16:00:00Z', false, true],
    ['now', '2026-11-20T15:00:00Z', true, true],
    ['over', '2026-11-20T02:00:00Z', true, true],
    ['further away than any night is', '2026-11-29T02:00:00Z', false, false],
  ])('%s', (_name, chosen, isCome, isNext) => {
    const night = chosen === null ? null : new Date(chosen);
    const now = at('2026-11-20T15:00:00Z');
    expect([isNight(night, now), isPlanned(night, now)]).toEqual([isCome, isNext]);
  });
});
