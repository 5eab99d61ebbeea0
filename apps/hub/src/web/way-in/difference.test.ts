import { describe, expect, it } from 'vitest';
import { differenceAt, nearestName } from './difference.ts';

describe('two names', () => {
  it.each([
    ['Outbound', 'Outbound', null],
    ['', '', null],
    ['Outbound', 'outbound', { position: 1, expected: 'O', found: 'o' }],
    ['Outbound', 'Outb0und', { position: 5, expected: 'o', found: '0' }],
    ['Outbound', 'Outb\u043Eund', { position: 5, expected: 'o', found: '\u043E' }],
    ['Out bound', 'Out\u00A0bound', { position: 4, expected: ' ', found: '\u00A0' }],
    ['Outbound', 'Outbound ', { position: 9, expected: null, found: ' ' }],
    ['Outbound ', 'Outbound', { position: 9, expected: ' ', found: null }],
    ['Outbound', '', { position: 1, expected: 'O', found: null }],
    ['📦1', '📦2', { position: 2, expected: '1', found: '2' }],
    ['é', 'e\u0301', { position: 1, expected: 'é', found: 'e' }],
  ])('%j and %j part where the carrier would', (provided, typed, expected) => {
    expect(differenceAt(provided, typed)).toEqual(expected);
  });
});

describe('the provided name that was meant', () => {
  it.each([
    ['lnbound', 'Inbound'],
    ['outbound', 'Outbound'],
    ['Third Party', 'ThirdParty'],
    ['Out', 'Outbound'],
    ['ThirdPart', 'ThirdParty'],
  ])('is, for %j, %j', (typed, meant) => {
    expect(nearestName(['Outbound', 'Inbound', 'ThirdParty'], typed)).toBe(meant);
  });

  it('is none where none was provided', () => {
    expect(nearestName([], 'Outbound')).toBeNull();
  });
});
