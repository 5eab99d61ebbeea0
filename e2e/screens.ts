import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { LOCALES } from '@lading/kit/text';
import type { Browser } from 'playwright-core';
import { barriersOf, overhang } from './harness/axe.ts';
import { launchChromium } from './harness/chromium.ts';
import { type Pair, startPair } from './harness/pair.ts';
import { untilRead } from './harness/parcels.ts';
import { signIn } from './harness/people.ts';
import { type Connected, furnish, SCREENS, type Screen } from './harness/screens.ts';
import { beginVisit, PHONE, type Visit, WIDE } from './harness/visit.ts';
import { connect } from './harness/wizard.ts';

/**
 * Pictures of every screen of running servers, in both languages, themes and widths, for people to look at:
 * `npx tsx e2e/screens.ts [--only PART-OF-A-NAME] [--readme]`. `--readme` also renews docs/pictures/hub.png.
 */
const OUT = join(import.meta.dirname, 'output', 'screens');
const README_PICTURE = join(import.meta.dirname, '..', 'docs', 'pictures', 'hub.png');
/** Enough for every list to have something to show. */
const SHIPMENTS = 400;

const LOOKS = [
  ['light', 'wide', WIDE],
  ['dark', 'wide', WIDE],
  ['dark', 'phone', PHONE],
  ['light', 'phone', PHONE],
] as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, readme: { type: 'boolean' } } });
  const screens = SCREENS.filter(({ name }) => name.includes(values.only ?? ''));
  await mkdir(OUT, { recursive: true });
  const [pair, browser] = await Promise.all([startPair({ shipments: SHIPMENTS }), launchChromium()]);
  try {
    const connected = await prepare(browser, pair);
    const faults: string[] = [];
    for (const locale of LOCALES) {
      for (const screen of screens) faults.push(...(await takeAll(browser, pair, connected, screen, locale)));
    }
    if (values.readme) await renewReadmePicture(browser);
    const pictures = screens.length * LOCALES.length * LOOKS.length;
    console.log([...faults, `${pictures} pictures in ${OUT}, ${faults.length} faults`].join('\n'));
    if (screens.length === 0 || faults.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
    await pair.close();
  }
}

async function prepare(browser: Browser, pair: Pair): Promise<Connected> {
  const visit = await beginVisit(browser, pair, { locale: 'en' });
  const connected = await furnish(visit);
  await visit.leave();
  return connected;
}

/** One screen in one language: reached once, then looked at in both themes and widths. */
async function takeAll(
  browser: Browser,
  pair: Pair,
  connected: Connected,
  { name, person, reach }: Screen,
  locale: Visit['locale'],
): Promise<string[]> {
  const visit = await beginVisit(browser, pair, { locale });
  const faults: string[] = [];
  try {
    if (person !== null) await signIn(visit, person);
    const page = (await reach(visit, connected)) ?? visit.page;
    for (const [theme, size, viewport] of LOOKS) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize(viewport);
      const over = await overhang(page);
      const found = [
        ...(over > 0 ? [`wider than the window by ${over} px`] : []),
        ...(await barriersOf(page)),
      ];
      faults.push(...found.map((fault) => `${name}.${locale}.${theme}.${size}: ${fault}`));
      await page.screenshot({ path: join(OUT, `${name}.${locale}.${theme}.${size}.png`), fullPage: true });
    }
  } catch (error) {
    faults.push(`${name}.${locale}: ${error instanceof Error ? error.message : String(error)}`);
  }
  await visit.leave();
  return faults;
}

/** The home page of a hub where nothing is wrong but parcels. */
async function renewReadmePicture(browser: Browser): Promise<void> {
  const pair = await startPair({ shipments: SHIPMENTS });
  const visit = await beginVisit(browser, pair, { locale: 'en' });
  await signIn(visit, 'alice');
  const subscriptions = ['Outbound', 'Inbound', 'ThirdParty'];
  await connect(visit, { name: 'Maple Outfitters IL Integration', subscriptions });
  await untilRead(visit);
  await visit.page.goto(pair.hubUrl, { waitUntil: 'networkidle' });
  await mkdir(dirname(README_PICTURE), { recursive: true });
  await visit.page.screenshot({ path: README_PICTURE, fullPage: true });
  await visit.leave();
  await pair.close();
}

await main();
