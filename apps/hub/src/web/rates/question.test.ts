import { describe, expect, it } from 'vitest';
import { newDraft, questionOf } from './question.ts';

describe('the question of a form', () => {
  it('leaves out what was not typed, and takes a comma for a decimal point', () => {
    const draft = newDraft('CA');
    const [parcel] = draft.parcels;
    if (!parcel) throw new Error('no parcel');
    const question = questionOf({
      ...draft,
      from: { ...draft.from, postalCode: ' M5V 2T6 ', region: 'ON' },
      parcels: [{ ...parcel, weight: '2,5', length: '30', width: '', height: '10' }],
    });
    expect(question.from).toEqual({ postalCode: 'M5V 2T6', region: 'ON', country: 'CA' });
    expect(question.parcels).toEqual([{ weight: 2.5 }]);
  });

  it('sends sizes when all three are there', () => {
    const draft = newDraft('US');
    const parcels = [{ key: 1, weight: '1', length: '30', width: '20.5', height: '10' }];
    expect(questionOf({ ...draft, parcels }).parcels).toEqual([
      { weight: 1, length: 30, width: 20.5, height: 10 },
    ]);
  });
});
