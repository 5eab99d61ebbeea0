import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBookmark, writeBookmark } from './bookmarks.ts';
import { fileName, rangeText, readFileName, readRequestTime } from './file-names.ts';
import { cutSegments, packAnswer, packingLimits } from './packing.ts';
import { correctNumber, dimensionText, facilityText, readStreet, weightText } from './texts.ts';

const second = fc.integer({ min: Date.UTC(2020, 0) / 1000, max: Date.UTC(2040, 0) / 1000 });

describe('file names', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(second, fc.integer({ min: 1, max: 999 }), (seconds, segment) => {
        expect(readFileName(fileName({ at: seconds * 1000, segment }))).toEqual({
          at: seconds * 1000,
          segment,
        });
      }),
    );
  });

  it.each([
    '',
    '220104_140019000',
    '221304_140019001',
    '220104-140019001',
    '220104_256019001',
    '220104_14001900',
  ])('refuses %j', (text) => expect(readFileName(text)).toBeNull());

  it('carries the moment in UTC', () => {
    expect(fileName({ at: Date.parse('2026-11-21T08:30:19.400Z'), segment: 2 })).toBe('261121_083019002');
  });
});

describe('moments of requests and ranges', () => {
  it.each([
    ['20261121083000', '2026-11-21T08:30:00.000Z'],
    ['20261131083000', null],
    ['2026112108300', null],
    ['20261121 08300', null],
  ])('reads %s as %s', (text, expected) => {
    const at = readRequestTime(text);
    expect(at === null ? null : new Date(at).toISOString()).toBe(expected);
  });

  it('echoes a range as MM-DD-YYYY-HH-MM', () => {
    expect(rangeText(Date.parse('2026-11-21T08:30:59Z'))).toBe('11-21-2026-08-30');
  });
});

describe('bookmarks', () => {
  const name = fc.stringMatching(/^[A-Za-z0-9]{1,21}$/);
  const subscriber = fc.stringMatching(/^[A-Za-z0-9_.]{1,16}$/);

  it('of both kinds come back as they were written', () => {
    fc.assert(
      fc.property(subscriber, name, second, (user, subscription, seconds) => {
        const file = fileName({ at: seconds * 1000, segment: 1 });
        const bookmarks = [{ kind: 'all-data', subscription, file } as const, { kind: 'unread' } as const];
        for (const one of bookmarks) expect(readBookmark(user, writeBookmark(user, one))).toEqual(one);
      }),
    );
  });

  it('look like the recorded and the published ones', () => {
    const recorded = { kind: 'all-data', subscription: 'Outbound', file: '020208_133247007' } as const;
    expect(writeBookmark('QVSS1', recorded)).toBe('UVZTUzFPdXRib3VuZDAyMDIwOF8xMzMyNDcwMDc=');
    expect(writeBookmark('XOLTQA1', { kind: 'unread' })).toBe('WE9MVFFBMQ==');
  });

  it.each([
    '',
    '!!!!',
    'WE9MVFFBMQ',
    'WE9MVFFBMQ==',
    btoa('il_supportOutbound'),
    btoa('il_supportOutbound020208_133247000'),
  ])('refuses %j for another subscriber or shape', (text) =>
    expect(readBookmark('il_support', text)).toBeNull(),
  );
});

describe('packing', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 600_000 }), { maxLength: 60 });

  it('cuts any batch into segments within the limit, keeping every record once and in order', () => {
    fc.assert(
      fc.property(sizes, (records) => {
        const counts = cutSegments(records);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(records.length);
        let start = 0;
        for (const count of counts) {
          const segment = records.slice(start, start + count);
          expect(segment.length).toBeGreaterThan(0);
          if (segment.length > 1) expect(total(segment)).toBeLessThanOrEqual(packingLimits.oneFileBytes);
          start += count;
        }
      }),
    );
  });

  it('fills answers within the limits and always moves on', () => {
    fc.assert(
      fc.property(sizes, (files) => {
        for (let start = 0; start < files.length; ) {
          const count = packAnswer(files.slice(start));
          expect(count).toBeGreaterThan(0);
          if (count > 1)
            expect(total(files.slice(start, start + count))).toBeLessThanOrEqual(packingLimits.combinedBytes);
          start += count;
        }
      }),
    );
  });

  it.each([
    [[100_000, 40_000, 20_000], 2],
    [[400_000, 10], 1],
    [[10, 400_000], 1],
    [[150_000, 1], 1],
    [[], 0],
  ])('puts %j into an answer: %i', (files, expected) => {
    expect(packAnswer(files)).toBe(expected);
  });
});

describe('habits of real answers', () => {
  it.each([
    [weightText(70), '+0007.0'],
    [weightText(1485), '+0148.5'],
    [dimensionText(0), '00000000'],
    [facilityText('PLEASANTDALE-PERIMETER'), 'PLEASANTDALE-PERIMET'],
    [facilityText('GRAND JUNCTION AIR STATION'), 'GRAND JUNCTION AIR S'],
  ])('writes %s', (text, expected) => expect(text).toBe(expected));

  it.each([
    ['7920 JONES BRANCH DR', { number: '7920', name: 'JONES BRANCH', type: 'DR' }],
    ['12B KING ST', { number: '12B', name: 'KING', type: 'ST' }],
    ['1400 RUE DES ERABLES', { number: '1400', name: 'RUE DES ERABLES', type: '' }],
    ['PO BOX 12', { number: '', name: 'PO BOX 12', type: '' }],
  ])('takes %s apart', (line, expected) => expect(readStreet(line)).toEqual(expected));

  it.each([
    ['1245', '1254'],
    ['1244', '1246'],
    ['7', '72'],
    ['12B', '21B'],
    ['10', '12'],
  ])('corrects house number %s to %s', (number, expected) => expect(correctNumber(number)).toBe(expected));
});

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
