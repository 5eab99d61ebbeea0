import type { Locale } from '@lading/kit/text';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChromium } from './chromium.ts';
import { type Hand, keyboard, mouse } from './hand.ts';
import { type Pair, type PairOptions, startPair } from './pair.ts';
import { beginVisit, type Kept, type Visit } from './visit.ts';

export const LANGUAGES: readonly Locale[] = ['en', 'fr'];

/** In which language somebody reads, and how they work the page. */
export interface Way {
  readonly locale: Locale;
  readonly hand: Hand;
}

export const HANDS: readonly Hand[] = [mouse, keyboard];

/** Every journey in both languages, by mouse and by keyboard. */
export const WAYS: readonly Way[] = HANDS.flatMap((hand) => LANGUAGES.map((locale) => ({ locale, hand })));

/** How somebody comes, where it is not how everybody in the house does. */
export interface Coming {
  readonly kept?: Kept | undefined;
  readonly hand?: Hand;
}

export interface House {
  pair(): Pair;
  /** Somebody comes with a fresh browser; after the test, nothing forbidden may have happened in it. */
  visit(as?: Coming): Promise<Visit>;
}

/** A hub, its sandbox and a browser for the tests of one `describe`, in one language; by mouse unless it is said. */
export function openHouse(
  how: Locale | Way,
  options: PairOptions = {},
  start: (options: PairOptions) => Promise<Pair> = startPair,
): House {
  const way = typeof how === 'string' ? { locale: how, hand: mouse } : how;
  let pair: Pair | undefined;
  let browser: Browser | undefined;
  const visits: Visit[] = [];
  const opened = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('The house is not open yet.');
    return part;
  };
  beforeAll(async () => {
    pair = await start(options);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await pair?.close();
  });
  afterEach(async ({ task }) => {
    const hasFailed = task.result?.state === 'fail';
    const faults: string[] = [];
    for (const [index, visit] of visits.splice(0).entries()) {
      if (hasFailed) await visit.picture(`${visit.locale} ${visit.hand.name} ${task.name} ${index}`);
      faults.push(...visit.faults());
      await visit.leave();
    }
    if (hasFailed) console.error(pair?.output());
    expect(faults).toEqual([]);
  });
  return {
    pair: () => opened(pair),
    visit: async ({ kept, hand = way.hand } = {}) => {
      const visit = await beginVisit(opened(browser), opened(pair), { locale: way.locale, hand }, kept);
      visits.push(visit);
      return visit;
    },
  };
}
