import { describe, expect, it } from 'vitest';
import { nextInList } from './keys.ts';

describe('keys in a list', () => {
  it.each([
    ['j begins at the top', 'j', -1, 5, 0],
    ['k with nothing chosen stays away', 'k', -1, 5, null],
    ['an arrow moves on', 'ArrowDown', 1, 5, 2],
    ['k moves back', 'k', 2, 5, 1],
    ['the last row is the end', 'j', 4, 5, 4],
    ['the first row is the beginning', 'ArrowUp', 0, 5, 0],
    ['other keys move nothing', 'x', 1, 5, null],
    ['an empty list has nowhere to go', 'j', -1, 0, null],
  ] as const)('%s', (_name, key, here, count, next) => {
    expect(nextInList(key, here, count)).toBe(next);
  });
});
