import { say } from '@lading/kit/text';
import { describe, expect, it } from 'vitest';
import { compareWithProvided } from './provided.ts';

const provided = ['Outbound', 'Inbound '];

function said(typed: string): string | null {
  const compared = compareWithProvided(typed, provided);
  return compared && say(compared.remark.text, 'en', compared.remark.params);
}

describe('a typed name beside the provided ones', () => {
  it.each([
    ['Outbound', 'Exactly as Customer Success provided it.'],
    ['Inbound ', 'Exactly as Customer Success provided it.'],
    ['Outb0und', 'Not “Outbound”: character 5 is “0” where “o” was provided.'],
    ['Outb\u043Eund', 'Not “Outbound”: character 5 is “\u043E (U+043E)” where “o” was provided.'],
    ['Inbound', 'Not yet “Inbound ”: as character 8, “· (U+0020)” follows.'],
    ['Outbound\u00A0', 'Not “Outbound”: it ends before character 9, “· (U+00A0)”.'],
    ['Retours TR', 'Not among the names that Customer Success provided.'],
    ['Out', 'Not yet “Outbound”: as character 4, “b” follows.'],
  ])('%j is told: %s', (typed, sentence) => {
    expect(said(typed)).toBe(sentence);
  });

  it('is told nothing where nothing was typed or nothing provided', () => {
    expect([said(''), compareWithProvided('Outbound', [])]).toEqual([null, null]);
  });
});
