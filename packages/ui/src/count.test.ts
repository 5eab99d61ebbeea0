import { expect, it } from 'vitest';
import { formatCount } from './count.ts';

it('groups digits as each language does', () => {
  expect(formatCount(1284, 'en')).toBe('1,284');
  expect(formatCount(1284, 'fr')).toMatch(/^1\s284$/);
});
