import { describe, expect, it } from 'vitest';
import { faultText, readingFaultTexts } from './reading-faults.ts';

describe('a fault of reading, told to a person', () => {
  it('keeps its details in both languages', () => {
    const { en, fr } = readingFaultTexts.REREAD_FAILED;
    expect(faultText({ code: 'REREAD_FAILED', message: `${en} (330015: Bookmark is invalid.)` })).toEqual({
      en: `${en} (330015: Bookmark is invalid.)`,
      fr: `${fr} (330015: Bookmark is invalid.)`,
    });
  });

  it.each(['330015', 'toString', ''])('with the carrier’s code "%s" keeps the carrier’s sentence', (code) => {
    const message = 'Bookmark is invalid.';
    expect(faultText({ code, message })).toEqual({ en: message, fr: message });
  });
});
