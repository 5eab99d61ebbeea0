import { readSource } from './layout/source-text.ts';
import type { SourceFile } from './layout/tree.ts';

/** Sentences that are the same in both languages, because the word or the name is. */
const SAME_IN_BOTH = new Set([
  'Action',
  'Actions',
  'Code',
  'Invitation',
  'Invitations',
  'Transport',
  ...['Application', 'Destination', 'Dimensions', 'Exception', 'Lading', 'Production', 'Service', 'Type'],
]);

/** The product’s own name needs no table. */
const PRODUCT = 'Lading';

export interface FoundText {
  readonly path: string;
  readonly line: number;
  readonly en: string;
  readonly fr: string;
}

const QUOTED = String.raw`('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\x60(?:[^\x60\\]|\\.)*\x60)`;
const PAIR = new RegExp(String.raw`\ben:\s*${QUOTED},?\s*fr:\s*${QUOTED}`, 'g');

/** Every sentence in two languages that stands in a source. */
export function findTexts({ path, text }: SourceFile): FoundText[] {
  const { code } = readSource(text);
  return [...code.matchAll(PAIR)].map((match) => ({
    path,
    line: code.slice(0, match.index).split('\n').length,
    en: (match[1] ?? '').slice(1, -1),
    fr: (match[2] ?? '').slice(1, -1),
  }));
}

/** One line for each sentence without its own French, or whose places differ between the languages. */
export function checkText({ path, line, en, fr }: FoundText): string[] {
  const at = `${path}:${line}`;
  if (en.trim() === '' || fr.trim() === '') return [`${at} a language is empty: "${en}" / "${fr}"`];
  const faults = placesOf(en) === placesOf(fr) ? [] : [`${at} the places differ: "${en}" / "${fr}"`];
  if (/[ \u00a0][;?!]/.test(fr))
    faults.push(`${at} a space stands before ; ? or !, which is not Canadian: "${fr}"`);
  if (en === fr && hasWords(en) && !SAME_IN_BOTH.has(en)) faults.push(`${at} "${en}" is not translated`);
  return faults;
}

/** Words that stand in a screen's markup instead of a table of texts. */
export function findBareWords({ path, text }: SourceFile): string[] {
  if (!path.endsWith('.tsx')) return [];
  const { code } = readSource(text);
  const lineAt = (place: number): number => code.slice(0, place).split('\n').length;
  return WORDS_IN_MARKUP.flatMap((form) => [...code.matchAll(form)])
    .map((match) => ({ words: match[1]?.trim() ?? '', line: lineAt(match.index) }))
    .filter(({ words }) => words !== PRODUCT)
    .map(({ words, line }) => `${path}:${line} "${words}" stands in the markup`);
}

const WORDS_IN_MARKUP = [
  />\s*([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ' ,.!?-]{2,}?)\s*<\//g,
  /\b(?:aria-label|title|placeholder|alt)="([^"]*[A-Za-zÀ-ÿ]{3,}[^"]*)"/g,
];

function placesOf(sentence: string): string {
  return [...sentence.matchAll(/\$?\{[^}]*\}/g)]
    .map(([place]) => place.replace(/\.(en|fr)\b/, ''))
    .sort()
    .join(' ');
}

function hasWords(sentence: string): boolean {
  return /[A-Za-zÀ-ÿ]{2,}/.test(sentence.replace(/\$?\{[^}]*\}/g, ''));
}
