import type { Unit } from './street.ts';
import { directions, frenchDirections, suffixes, units, unitsAlone } from './words.ts';

/** Words of a line with the units cut off its end. */
export interface WithoutUnits {
  readonly words: readonly string[];
  readonly units: readonly Unit[];
}

const ORDINAL = /^(\d+)(ST|ND|RD|TH|E|EME|ER|ERE)$/;
const IDENTIFIER = /^#?([A-Z]?\d[A-Z0-9-]*|[A-Z]{1,2}\d*|\d+[A-Z]?\/\d+)$/;

/** Cuts `STE 200`, `BLDG 2 APT 4`, `3RD FLOOR`, `# 7` and `REAR` off the end; a line may be nothing else. */
export function cutUnits(given: readonly string[]): WithoutUnits {
  const found: Unit[] = [];
  let words = given;
  for (let cut = lastUnit(words); cut !== null; cut = lastUnit(words)) {
    found.unshift(cut.unit);
    words = words.slice(0, -cut.length);
  }
  return { words, units: found };
}

interface Cut {
  readonly unit: Unit;
  /** How many words it takes. */
  readonly length: number;
}

function lastUnit(words: readonly string[]): Cut | null {
  return numbered(words) ?? marked(words) ?? ordinalFloor(words) ?? alone(words);
}

/** `STE 200`, `APT #4`. A house number with `KEY` or `PIER` behind it is a street of that name. */
function numbered(words: readonly string[]): Cut | null {
  const [designator, last] = [units.get(words.at(-2) ?? ''), words.at(-1) ?? ''];
  if (designator === undefined || !isIdentifier(last) || !leavesStreet(words.slice(0, -2))) return null;
  if (unitsAlone.has(designator) && !isNumberedToo(designator)) return null;
  return { unit: { designator, id: last.replace(/^#/, '') }, length: 2 };
}

/** Penthouses and offices may have a number. */
function isNumberedToo(designator: string): boolean {
  return designator === 'PH' || designator === 'OFC';
}

/** `#7`. */
function marked(words: readonly string[]): Cut | null {
  const last = words.at(-1) ?? '';
  return last.startsWith('#') ? { unit: { designator: '#', id: last.slice(1) }, length: 1 } : null;
}

/** `3RD FLOOR`, `2E ETAGE`. */
function ordinalFloor(words: readonly string[]): Cut | null {
  const [before, last] = [words.at(-2) ?? '', words.at(-1) ?? ''];
  const known = units.get(last);
  const [, number] = ORDINAL.exec(before) ?? [];
  if (number === undefined || (known !== 'FL' && known !== 'ETAGE')) return null;
  return leavesStreet(words.slice(0, -2)) ? { unit: { designator: known, id: number }, length: 2 } : null;
}

/** `REAR` at the end, behind a whole street or alone on its line. */
function alone(words: readonly string[]): Cut | null {
  const known = units.get(words.at(-1) ?? '');
  if (known === undefined || !unitsAlone.has(known)) return null;
  const before = words.at(-2);
  const isWhole = before === undefined || isEnding(before);
  return isWhole ? { unit: { designator: known, id: '' }, length: 1 } : null;
}

function isEnding(word: string): boolean {
  return suffixes.has(word) || directions.has(word) || frenchDirections.has(word) || units.has(word);
}

function isIdentifier(word: string): boolean {
  return IDENTIFIER.test(word) && !suffixes.has(word);
}

/** Whether a street or nothing at all is left: never a bare house number. */
function leavesStreet(words: readonly string[]): boolean {
  return words.length === 0 || words.length > 1;
}
