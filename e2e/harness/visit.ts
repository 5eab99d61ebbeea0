import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Locale, say, type Text, type TextParams } from '@lading/kit/text';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Hand, mouse } from './hand.ts';
import type { Pair } from './pair.ts';
import { Watch } from './watch.ts';

const FAILURES = join(import.meta.dirname, '..', 'output', 'failures');
const PATIENCE_MS = 20_000;

export const WIDE = { width: 1280, height: 800 } as const;
export const PHONE = { width: 360, height: 740 } as const;

/** One person at one browser, in one language, with cookies of their own. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly pair: Pair;
  readonly locale: Locale;
  readonly hand: Hand;
  /** The sentence in the visit's language. */
  t(text: Text, params?: TextParams): string;
  /** The journey provokes this answer on purpose. */
  announce(status: number, path: RegExp): void;
  /** What went wrong so far that no journey may cause. */
  faults(): readonly string[];
  /** Keeps pictures of all windows for whoever looks into a failing test. */
  picture(name: string): Promise<void>;
  leave(): Promise<void>;
}

/** What a browser keeps of an earlier visit: somebody is signed in already. */
export type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

export async function beginVisit(
  browser: Browser,
  pair: Pair,
  { locale, hand = mouse }: { readonly locale: Locale; readonly hand?: Hand },
  kept?: Kept,
): Promise<Visit> {
  const context = await browser.newContext({
    ...(kept === undefined ? {} : { storageState: kept }),
    viewport: WIDE,
    locale: locale === 'fr' ? 'fr-CA' : 'en-CA',
    timezoneId: 'America/Toronto',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const watch = new Watch(context, [pair.hubUrl, pair.sandboxUrl]);
  return {
    context,
    page: await context.newPage(),
    pair,
    locale,
    hand,
    t: (text, params) => say(text, locale, params),
    announce: (status, path) => watch.announce(status, path),
    faults: () => watch.faults,
    picture: (name) => takePictures(context, name),
    leave: () => context.close(),
  };
}

async function takePictures(context: BrowserContext, name: string): Promise<void> {
  await mkdir(FAILURES, { recursive: true });
  const file = name.replaceAll(/[^\w]+/g, '-').slice(0, 80);
  for (const [index, page] of context.pages().entries()) {
    await page.screenshot({ path: join(FAILURES, `${file}-${index}.png`), fullPage: true });
  }
}
