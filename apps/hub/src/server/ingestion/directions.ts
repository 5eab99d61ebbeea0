import type { DirectionName } from '../tables.ts';
import { fold } from './terms.ts';

/** Words in the names that people give their subscriptions, English and French, folded. */
const GUESSES: readonly (readonly [RegExp, DirectionName])[] = [
  [/third|tiers|3rd/, 'third-party'],
  [/outbound|sortant/, 'outbound'],
  [/inbound|entrant/, 'inbound'],
];

/** The direction that a subscription's name tells; null when it tells none, or two. */
export function guessDirection(name: string): DirectionName | null {
  const folded = fold(name);
  const [guess, second] = GUESSES.filter(([words]) => words.test(folded));
  return guess && !second ? guess[1] : null;
}
