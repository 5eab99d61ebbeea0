/** Hundredths of a percent that make the whole. */
export const WHOLE_BPS = 10_000;

/** A share of an amount in hundredths of a percent, to the nearest cent, halves up. Whole numbers in and out. */
export function shareOf(cents: number, bps: number): number {
  return Math.floor((cents * bps + WHOLE_BPS / 2) / WHOLE_BPS);
}

/** What an amount leaves after a discount in hundredths of a percent. */
export function discounted(cents: number, discountBps: number): number {
  return cents - shareOf(cents, discountBps);
}

/** The sum of amounts. */
export function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

/** An amount in parts that differ by a cent at most and add up to it. */
export function splitEvenly(cents: number, parts: number): number[] {
  const share = Math.floor(cents / parts);
  const left = cents - share * parts;
  const split: number[] = [];
  for (let part = 0; part < parts; part += 1) split.push(share + (part < left ? 1 : 0));
  return split;
}
