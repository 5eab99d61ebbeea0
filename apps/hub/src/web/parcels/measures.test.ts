import { describe, expect, it } from 'vitest';
import { formatCountry, formatDimensions, formatWeight } from './measures.ts';

describe('measures on screen', () => {
  it('says a weight in both units', () => {
    expect(formatWeight(3175, 'en')).toBe('3.2 kg (7 lb)');
    expect(formatWeight(3175, 'fr')).toBe('3,2 kg (7 lb)');
  });

  it('says dimensions in both units, length first', () => {
    const size = { lengthMm: 305, widthMm: 203, heightMm: 152 };
    expect(formatDimensions(size, 'en')).toBe('30.5 × 20.3 × 15.2 cm (12 × 8 × 6 in)');
    expect(formatDimensions(size, 'fr')).toContain('po)');
  });

  it.each([
    ['US', 'fr', 'États-Unis'],
    ['CA', 'en', 'Canada'],
    ['Canada', 'en', 'Canada'],
  ] as const)('names the country %s in %s', (code, locale, name) => {
    expect(formatCountry(code, locale)).toBe(name);
  });
});
