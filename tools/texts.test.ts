import { expect, test } from 'vitest';
import { checkText, findBareWords, findTexts } from './texts.ts';

const faultsOf = (text: string): string[] => findTexts({ path: 'text.ts', text }).flatMap(checkText);

test.each([
  ['lets pass a sentence in both languages', "{ en: 'Open', fr: 'Ouvrir' }", []],
  ['lets pass a word that is the same', "{ en: 'Service', fr: 'Service' }", []],
  [
    'refuses a sentence left in English',
    "{ en: 'Not found', fr: 'Not found' }",
    ['text.ts:1 "Not found" is not translated'],
  ],
  ['refuses an empty language', "{ en: 'Open', fr: '' }", ['text.ts:1 a language is empty: "Open" / ""']],
  [
    'refuses a place that one language lacks',
    "{ en: 'At {place}', fr: 'À cet endroit' }",
    ['text.ts:1 the places differ: "At {place}" / "À cet endroit"'],
  ],
  [
    'refuses a space before a semicolon, which is not Canadian',
    "{ en: 'Open?', fr: 'Ouvrir ?' }",
    ['text.ts:1 a space stands before ; ? or !, which is not Canadian: "Ouvrir ?"'],
  ],
  ['passes over a comment', "// { en: 'x y', fr: 'x y' }", []],
  [
    'reads over line ends',
    "{\n  en: 'Not here',\n  fr: 'Not here',\n}",
    ['text.ts:2 "Not here" is not translated'],
  ],
])('the check of texts %s', (_sentence, text, faults) => {
  expect(faultsOf(text)).toEqual(faults);
});

test.each([
  ['words between tags', '<p>Nothing here yet</p>', 1],
  ['a label for screen readers', '<button aria-label="Close the window" />', 1],
  ['a text from the table', '<p>{say(texts.empty)}</p>', 0],
  ['the product’s name', '<h1>Lading</h1>', 0],
])('markup: %s', (_sentence, text, count) => {
  expect(findBareWords({ path: 'page.tsx', text })).toHaveLength(count);
});
