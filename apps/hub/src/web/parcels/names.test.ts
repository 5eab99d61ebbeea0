import { describe, expect, it } from 'vitest';
import { nameBilling, nameEvent } from './names.ts';

describe('names in the reader’s language', () => {
  it('says what a generic record’s code means', () => {
    expect(nameEvent({ kind: 'generic', code: 'OD' })).toMatchObject({
      en: 'Out for delivery',
      fr: 'En cours de livraison',
    });
  });

  it('falls back to the kind of record for codes nobody knows', () => {
    expect(nameEvent({ kind: 'generic', code: 'toString' }).en).toBe('Event');
    expect(nameEvent({ kind: 'delivery', code: '' }).fr).toBe('Livré');
  });

  it('says who pays, in Canadian French', () => {
    expect(nameBilling('04').fr).toBe('Port dû');
    expect(nameBilling('77')).toEqual({ en: '77', fr: '77' });
  });
});
