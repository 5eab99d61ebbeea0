import { cut } from './cut.ts';
import { readState } from './state.ts';

/** What one parcel may put into the search, and one question may ask of it. */
const MOST = { terms: 48, length: 40, words: 8 } as const;

/** Blanks and the marks that only ever stand between words. */
const BETWEEN = /[\s,;|]+/u;
const MARKS = /\p{M}+/gu;
const NO_LETTER = /[^\p{L}\p{N}]+/gu;
const PLAIN = /^[a-z0-9]*$/;

/** Letters that keep their shape when accents are taken off, and what people type for them. */
const LIGATURES: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};
const LIGATURE = new RegExp(`[${Object.keys(LIGATURES).join('')}]`, 'g');

/** One word of a question. The last one may be unfinished. */
export interface SearchWord {
  readonly text: string;
  readonly isPrefix: boolean;
}

/**
 * The terms by which a parcel is found: its number, references, the names of both ends, who receives it, its city. A word with marks inside stands
 * there whole without them (`PO-4711` as `po4711`) and in its pieces (`po`, `4711`).
 */
export function termsOfState(state: unknown): string[] {
  const { trackingNumber, references, shipper, consignee } = readState(state);
  const found = new Set<string>();
  add(found, trackingNumber);
  for (const { value } of references) addWords(found, value);
  addWords(found, consignee?.name);
  addWords(found, consignee?.attention);
  addWords(found, consignee?.city);
  addWords(found, shipper?.name);
  return [...found];
}

/** The words of a question, folded as the terms are; every word but the last is finished. */
export function searchWords(text: string): SearchWord[] {
  const words = cut(text, 400)
    .split(BETWEEN)
    .map(fold)
    .filter((word) => word !== '')
    .slice(0, MOST.words);
  const isFinished = /[\s,;|]$/u.test(text);
  return words.map((word, at) => ({
    text: cut(word, MOST.length),
    isPrefix: at === words.length - 1 && !isFinished,
  }));
}

/** Lower case without accents, marks or punctuation; letters of every script stay. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return unaccented(lower).replace(NO_LETTER, '');
}

function unaccented(lower: string): string {
  return lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(LIGATURE, (letter) => LIGATURES[letter] ?? letter);
}

function addWords(found: Set<string>, text: string | null | undefined): void {
  if (!text) return;
  for (const word of cut(text, 400).split(BETWEEN)) {
    const lower = word.toLowerCase();
    if (PLAIN.test(lower)) {
      add(found, lower);
      continue;
    }
    const pieces = unaccented(lower)
      .split(NO_LETTER)
      .filter((piece) => piece !== '');
    add(found, pieces.join(''));
    if (pieces.length > 1) for (const piece of pieces) add(found, piece);
  }
}

/** One letter finds everything and nothing. */
function add(found: Set<string>, term: string): void {
  const folded = PLAIN.test(term) ? term : fold(term);
  if (folded.length < 2 || found.size >= MOST.terms) return;
  found.add(cut(folded, MOST.length));
}
