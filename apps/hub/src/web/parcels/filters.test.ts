import { describe, expect, it } from 'vitest';
import { isNarrowed, readFilters, withFilter } from './filters.ts';

describe('the filters in the address', () => {
  it('takes what it understands', () => {
    const search = {
      q: 'PO 500',
      direction: 'inbound',
      status: 'late',
      from: '2026-11-01',
      expected: '2026-11-21',
      exception: '2026-11-20',
    };
    expect(readFilters(search)).toEqual(search);
  });

  it.each([
    ['an unknown direction', { direction: 'sideways' }],
    ['an unknown status', { status: 'lost' }],
    ['a day in another form', { from: '11/01/2026' }],
    ['an empty search', { q: '   ' }],
    ['members of other pages', { cursor: 'x', step: 3 }],
  ])('leaves out %s', (_name, search) => {
    expect(readFilters(search)).toEqual({});
  });

  it('keeps a search for digits that the address turned into a number', () => {
    expect(readFilters({ q: 4500 })).toEqual({ q: '4500' });
  });

  it('cuts an overlong search', () => {
    expect(readFilters({ q: 'x'.repeat(500) }).q).toHaveLength(120);
  });

  it('changes one filter and keeps the others', () => {
    expect(withFilter({ q: 'acme', status: 'open' }, 'status', 'delivered')).toEqual({
      q: 'acme',
      status: 'delivered',
    });
    expect(withFilter({ q: 'acme', status: 'open' }, 'status', '')).toEqual({ q: 'acme' });
  });

  it('knows whether anything narrows the list', () => {
    expect(isNarrowed({})).toBe(false);
    expect(isNarrowed({ status: 'open' })).toBe(true);
  });
});
