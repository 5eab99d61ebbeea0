import { describe, expect, it } from 'vitest';
import { nameBilling, nameEvent, nameReference, nameService } from './names.ts';

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

  it('says which service it is and what a reference is', () => {
    expect(nameService('01')?.fr).toBe('Next Day Air (lendemain par avion)');
    expect(nameReference('PO')).toMatchObject({ en: 'Purchase order', fr: 'Bon de commande' });
  });

  it.each([nameBilling, nameService, nameReference])('knows no name for a code of nobody: %o', (name) => {
    expect(['77', '?!', '', 'toString'].map(name)).toEqual([null, null, null, null]);
  });

  it('says who pays, in Canadian French', () => {
    expect(nameBilling('04')?.fr).toBe('Port dû');
  });
});
