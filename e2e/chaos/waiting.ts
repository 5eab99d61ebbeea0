import { pause } from '../programs.ts';

/** Asks again and again until `found` gives something; how long it took, or an error that says what never came. */
export async function until(
  what: string,
  withinMs: number,
  found: () => Promise<boolean> | boolean,
): Promise<number> {
  const start = Date.now();
  while (Date.now() - start < withinMs) {
    if (await found()) return Date.now() - start;
    await pause(100);
  }
  throw new Error(`${what} did not come within ${withinMs / 1000} s.`);
}
