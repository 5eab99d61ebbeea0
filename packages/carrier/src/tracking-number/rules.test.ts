import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { drawAccountNumber, isAccountNumber } from './account-number.ts';
import { checkTrackingNumber, makeTrackingNumber, shipmentNumber } from './rules.ts';
import { serviceIndicators } from './service-indicators.ts';

const account = fc.stringMatching(/^[0-9A-Z]{6}$/);
const indicator = fc.constantFrom(...Object.keys(serviceIndicators));
const packageNumber = fc.integer({ min: 0, max: 9_999_999 });

describe('1Z tracking numbers', () => {
  it('gives back the parts that a number was made of', () => {
    fc.assert(
      fc.property(account, indicator, packageNumber, (shipperNumber, serviceIndicator, count) => {
        const parts = { shipperNumber, serviceIndicator, packageNumber: count };
        const number = makeTrackingNumber(parts);
        expect(checkTrackingNumber(number)).toEqual({ ok: true, number, parts });
      }),
    );
  });

  it('notices a package number that is off by one in any digit', () => {
    fc.assert(
      fc.property(account, packageNumber, fc.integer({ min: 10, max: 16 }), (shipperNumber, count, place) => {
        const number = makeTrackingNumber({ shipperNumber, serviceIndicator: '03', packageNumber: count });
        const other = String((Number(number.charAt(place)) + 1) % 10);
        const spoilt = number.slice(0, place) + other + number.slice(place + 1);
        expect(checkTrackingNumber(spoilt)).toEqual({ ok: false, reason: 'check-digit' });
      }),
    );
  });

  it.each([
    ['1z 999 aa1 01 2345 6784', true],
    ['1Z2866YYYZ38400094', true],
    ['1ZISUS010330563105', true],
    ['1ZISUS010330563106', false],
    ['1Z12345', false],
    ['', false],
  ])('reads %s as people type it: %s', (text, expected) => {
    expect(checkTrackingNumber(text).ok).toBe(expected);
  });

  it.each([
    ['1Z2866YYYZ38400094', '2866YYFHKKQ'],
    ['1Z2866YYYZ29803881', '2866YYCLMWF'],
    ['1ZY9319W0397907241', 'Y9319WVJ4FF'],
    ['1Z1486YYE123628116', '1486YYB9JDG'],
    ['1Z5FX0076803466397', '5FX0073SRTD'],
  ])('derives the shipment number of %s as recorded: %s', (lead, expected) => {
    const check = checkTrackingNumber(lead);
    expect(check.ok && shipmentNumber(check.parts)).toBe(expected);
  });

  it('refuses parts that do not fit', () => {
    const good = { shipperNumber: 'A1B2C3', serviceIndicator: '03', packageNumber: 1 };
    expect(() => makeTrackingNumber({ ...good, shipperNumber: 'abc' })).toThrow(RangeError);
    expect(() => makeTrackingNumber({ ...good, serviceIndicator: '3' })).toThrow(RangeError);
    expect(() => makeTrackingNumber({ ...good, packageNumber: 10_000_000 })).toThrow(RangeError);
  });

  it('draws account numbers that are well formed and repeat with the seed', () => {
    const draw = () => Array.from({ length: 50 }, (_, index) => drawAccountNumber(seededRandom(`a${index}`)));
    expect(draw()).toEqual(draw());
    expect(draw().every(isAccountNumber)).toBe(true);
  });
});

const shared = process.env.LADING_SHARED ?? resolve(process.cwd(), '../shared');
const recorded = resolve(shared, 'reference/domain/tracking-numbers.json');

describe.skipIf(!existsSync(recorded))(
  'recorded tracking numbers (skipped without the shared folder)',
  () => {
    it('all pass the check digit', () => {
      const text = readFileSync(recorded, 'utf8');
      const numbers = [...text.matchAll(/"n": "(1Z[0-9A-Z]{16})"/g)].map((match) => match[1] ?? '');
      expect(numbers.length).toBeGreaterThan(50);
      expect(numbers.filter((number) => !checkTrackingNumber(number).ok)).toEqual([]);
    });
  },
);
