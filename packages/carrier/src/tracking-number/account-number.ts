import { between, type Random } from '../random.ts';

const ACCOUNT = /^[0-9A-Z]{6}$/;
const LETTERS = 'ABCDEFGHJKMNPRSTVWXY';

/** Six digits or capital letters; which accounts exist is the world's knowledge, not the number's. */
export function isAccountNumber(text: string): boolean {
  return ACCOUNT.test(text);
}

/** An account number in the pattern seen most: digits and letters mixed, a letter among the first two. */
export function drawAccountNumber(random: Random): string {
  const letter = () => LETTERS.charAt(between(random, 0, LETTERS.length - 1));
  const digit = () => String(between(random, 0, 9));
  return `${letter()}${digit()}${digit()}${letter()}${digit()}${random() < 0.5 ? letter() : digit()}`;
}
