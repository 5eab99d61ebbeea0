import { alternatesOf } from '../places/alternate-names.ts';
import { nameKey, printedName } from '../places/names.ts';
import type { City, CodeRange } from '../places/places.ts';
import { errorsBetween } from '../places/similar-names.ts';
import type { CityQuestion } from './rules.ts';

/** How much each part counts; ours: a code says as much as a city, a state half of that. */
const WEIGHTS = { city: 4, state: 2, postalCode: 4 } as const;

/** How well a name stands for one that holds all its words and more: `Timonium`, `Lutherville Timonium`. */
const PART_OF_NAME = 0.75;

/** How well a code stands for another one that it is not. */
const ONE_ERROR = 0.8;
const SAME_REGION = 0.5;

/**
 * How well one range of a city agrees with what was asked: the parts that were said, by weight. 1 only where each
 * agrees wholly; four decimals. The model is ours: the carrier's own is not published.
 */
export function quality(question: CityQuestion, city: City, range: CodeRange): number {
  const parts: (readonly [weight: number, agreement: number])[] = [];
  if (question.city !== null) parts.push([WEIGHTS.city, nameAgreement(question.city, city)]);
  if (question.state !== null) parts.push([WEIGHTS.state, question.state === city.state ? 1 : 0]);
  if (question.postalCode !== null)
    parts.push([WEIGHTS.postalCode, codeAgreement(question.postalCode, range)]);
  const whole = parts.reduce((sum, [weight]) => sum + weight, 0);
  if (whole === 0) return 0;
  const agreed = parts.reduce((sum, [weight, agreement]) => sum + weight * agreement, 0);
  const rounded = Math.round((agreed / whole) * 10_000) / 10_000;
  return agreed === whole ? 1 : Math.min(rounded, 0.9999);
}

/** Another name of the city is as good as its own. */
function nameAgreement(name: string, city: City): number {
  const key = nameKey(name);
  if (key === city.key) return 1;
  const isAlternate = alternatesOf(name).some(
    (one) => one.state === city.state && nameKey(one.name) === city.key,
  );
  if (isAlternate) return 1;
  const similarity = 1 - errorsBetween(key, city.key) / Math.max(key.length, city.key.length);
  return Math.max(isPartOf(name, city.name) || isPartOf(city.name, name) ? PART_OF_NAME : 0, similarity);
}

function isPartOf(part: string, whole: string): boolean {
  const words = printedName(whole).split(' ').map(nameKey);
  const asked = printedName(part).split(' ').map(nameKey);
  return asked.every((word) => word !== '' && words.includes(word));
}

/** Whether a code is one of the range's. */
export function isInside({ low, high }: CodeRange, code: string): boolean {
  return code.length === low.length && code >= low && code <= high;
}

function codeAgreement(code: string, range: CodeRange): number {
  if (isInside(range, code)) return 1;
  const { low, high } = range;
  if (mayBeNear(code, low) && codesOf(low, high).some((one) => errorsBetween(code, one, 1) <= 1))
    return ONE_ERROR;
  return code !== '' && code.slice(0, 3) === low.slice(0, 3) ? SAME_REGION : 0;
}

/** One error leaves two digits of three in place: far codes need not be counted through. */
function mayBeNear(code: string, low: string): boolean {
  if (Math.abs(code.length - low.length) > 1) return false;
  return [...low.slice(0, 3)].filter((digit) => code.slice(0, 4).includes(digit)).length >= 2;
}

function codesOf(low: string, high: string): string[] {
  if (low === high) return [low];
  const count = Number(high) - Number(low) + 1;
  return Array.from({ length: count }, (_none, at) => String(Number(low) + at).padStart(low.length, '0'));
}
