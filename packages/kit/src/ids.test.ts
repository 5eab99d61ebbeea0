import { describe, expect, it } from 'vitest';
import { randomIds, seededIds } from './ids.ts';

const VERSION_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('random ids', () => {
  it('are UUIDs of version 7 that carry the time of their making', () => {
    const before = Date.now();
    const id = randomIds.uuid();
    expect(id).toMatch(VERSION_7);
    const madeAt = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
    expect(madeAt).toBeGreaterThanOrEqual(before);
    expect(madeAt).toBeLessThanOrEqual(Date.now());
  });

  it('do not repeat', () => {
    expect(new Set(Array.from({ length: 1000 }, () => randomIds.uuid())).size).toBe(1000);
  });

  it('give tokens of the bytes asked for', () => {
    expect(Buffer.from(randomIds.token(32), 'base64url')).toHaveLength(32);
  });
});

describe('seeded ids', () => {
  const draw = (seed: string) => {
    const ids = seededIds(seed);
    return [ids.uuid(), ids.token(40), ids.uuid()];
  };

  it('repeat for the same seed and differ for another', () => {
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('look like real ones and sort in the order of their making', () => {
    const ids = seededIds(1);
    const made = Array.from({ length: 300 }, () => ids.uuid());
    for (const id of made) expect(id).toMatch(VERSION_7);
    expect(made.toSorted()).toEqual(made);
  });
});
