import type { Text } from '@lading/kit/text';
import { changesBetween, differenceAt, nearestName } from './difference.ts';
import { texts } from './text.ts';

/** A sentence about a typed name, with what fills its places. */
export interface Remark {
  readonly text: Text;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Comparison {
  readonly isExact: boolean;
  readonly remark: Remark;
}

/** How a typed name stands to those that customer success provided; null where there is nothing to compare. */
export function compareWithProvided(typed: string, provided: readonly string[]): Comparison | null {
  const name = nearestName(provided, typed);
  if (typed === '' || name === null) return null;
  const difference = differenceAt(name, typed);
  if (difference === null) return { isExact: true, remark: { text: texts.asProvided, params: {} } };
  if (isFar(name, typed)) return { isExact: false, remark: { text: texts.notProvided, params: {} } };
  const { position, expected, found } = difference;
  const params = { name, position, expected: expected ?? '', found: found ?? '' };
  return { isExact: false, remark: { text: sentenceFor(expected, found), params: visible(params) } };
}

/** Another name altogether, and not the beginning of this one: a single character would explain nothing. */
function isFar(name: string, typed: string): boolean {
  return !name.startsWith(typed) && changesBetween(name, typed) * 2 > name.length;
}

function sentenceFor(expected: string | null, found: string | null): Text {
  if (found === null) return texts.endsEarly;
  return expected === null ? texts.goesOn : texts.differs;
}

function visible<Params extends { readonly expected: string; readonly found: string }>(params: Params) {
  return { ...params, expected: showCharacter(params.expected), found: showCharacter(params.found) };
}

/** A character so that it can be told from one that looks the same: with its number where it is not plain. */
function showCharacter(character: string): string {
  const code = character.codePointAt(0);
  if (code === undefined || /^[!-~]$/.test(character)) return character;
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return `${/[\s\p{C}]/u.test(character) ? '·' : character} (${number})`;
}
