import { describe, expect, it } from 'vitest';
import { callFaultText, faultText, readingFaultTexts } from './reading-faults.ts';

describe('a fault of reading, told to a person', () => {
  it('keeps its details in both languages', () => {
    const { en, fr } = readingFaultTexts.REREAD_FAILED;
    expect(faultText({ code: 'REREAD_FAILED', message: `${en} (330015: Bookmark is invalid.)` })).toEqual({
      en: `${en} (330015: Bookmark is invalid.)`,
      fr: `${fr} (330015: Bookmark is invalid.)`,
    });
  });

  it.each(['330015', 'toString', ''])(
    'with the carrier’s code "%s" quotes the carrier’s sentence',
    (code) => {
      const { en, fr } = faultText({ code, message: 'Bookmark is invalid.' });
      expect(en).toMatch(/^The .*“Bookmark is invalid\.”/);
      expect(fr).toMatch(/^Le .*« Bookmark is invalid\. »/);
    },
  );
});

describe('a fault of an authorization or of its test, told to a person', () => {
  it.each(['TIMEOUT', 'CONNECTION_LOST', 'ABORTED', 'ANSWER_UNREADABLE', 'REFRESH_BUSY'])(
    'promises no reading by date for %s, in either language',
    (code) => {
      const { en, fr } = callFaultText({ code, message: 'as the log says it' });
      expect(en).not.toMatch(/by date|as the log/);
      expect(fr).not.toMatch(/par date|as the log/);
      expect(fr).not.toBe(en);
    },
  );

  it.each(['NOT_CONNECTED', 'REAUTHORIZATION_REQUIRED', '10400'])(
    'is otherwise that of reading: %s',
    (code) => {
      const fault = { code, message: 'Invalid Refresh Token' };
      expect(callFaultText(fault)).toEqual(faultText(fault));
    },
  );
});
