import { describe, expect, it } from 'vitest';
import { formatAge, formatDay, formatInstant, formatLocal } from './time.ts';

describe('times on screen', () => {
  it('shows an instant in the zone of the reader', () => {
    expect(formatInstant('2026-01-15T02:30:00Z', 'en', 'America/Toronto')).toMatch(/Wed.*Jan.*14.*21:30/);
    expect(formatInstant('2026-01-15T02:30:00Z', 'en', 'Europe/Paris')).toMatch(/Thu.*Jan.*15.*03:30/);
  });

  it('writes French the Canadian way', () => {
    expect(formatInstant('2026-08-08T18:05:00Z', 'fr', 'America/Toronto')).toMatch(/sam.*8.*août.*14.*05/);
  });

  it('shows a day as the same day everywhere', () => {
    expect(formatDay('2026-11-21', 'en')).toMatch(/Sat.*Nov.*21/);
  });

  it('says the year only where it could be mistaken', () => {
    const now = Date.parse('2026-11-21T00:00:00Z');
    expect(formatDay('2026-12-01', 'en', now)).not.toMatch(/2026/);
    expect(formatDay('2025-11-21', 'en', now)).toMatch(/2025/);
    expect(formatInstant('2025-01-15T12:00:00Z', 'fr', 'UTC', now)).toMatch(/2025/);
  });

  it('shows a scan’s local time untouched', () => {
    expect(formatLocal('2026-03-08T02:30:00', 'en')).toMatch(/02:30/);
  });

  it.each([
    ['2026-01-01T00:00:20Z', 'now'],
    ['2025-12-31T23:55:00Z', '5 minutes ago'],
    ['2025-12-31T21:00:00Z', '3 hours ago'],
    ['2026-01-03T00:00:00Z', 'in 2 days'],
  ])('says how long ago %s was', (iso, expected) => {
    expect(formatAge(iso, Date.parse('2026-01-01T00:00:00Z'), 'en')).toBe(expected);
  });
});
