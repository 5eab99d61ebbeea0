import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { buildScreens } from '../build.ts';
import { type MockHub, signInAs, startMockHub } from './mock-hub.ts';
import { VIEWS, type View } from './views.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const SIZES = { wide: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } } as const;

interface Look {
  readonly locale: 'en' | 'fr';
  readonly theme: 'light' | 'dark';
  readonly size: keyof typeof SIZES;
}

/** What a machine can see of a screen: the rest is for eyes. */
interface Finding {
  readonly picture: string;
  readonly faults: readonly string[];
}

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Takes a picture of every screen in every state, language, theme and size, and reports what axe, the console, the
 * content policy and the width say against it: `tsx look.ts --out DIR [--only PART-OF-A-NAME] [--quick]`.
 */
async function lookAtEverything(): Promise<void> {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, only: { type: 'string' }, quick: { type: 'boolean' } },
  });
  const out = values.out ?? 'screens';
  const views = VIEWS.filter((view) => view.name.includes(values.only ?? ''));
  await mkdir(out, { recursive: true });
  const webRoot = join(out, 'web');
  await buildScreens(webRoot);
  const hub = await startMockHub(webRoot);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
  const findings: Finding[] = [];
  try {
    for (const look of values.quick ? quickLooks() : allLooks()) {
      for (const view of views) findings.push(await lookAt(browser, hub, view, look, out));
    }
  } finally {
    await browser.close();
    await hub.close();
  }
  await report(findings, out);
}

function quickLooks(): Look[] {
  return [
    { locale: 'en', theme: 'light', size: 'wide' },
    { locale: 'fr', theme: 'dark', size: 'phone' },
  ];
}

function allLooks(): Look[] {
  return (['en', 'fr'] as const).flatMap((locale) =>
    (['light', 'dark'] as const).flatMap((theme) =>
      (['wide', 'phone'] as const).map((size) => ({ locale, theme, size })),
    ),
  );
}

async function lookAt(browser: Browser, hub: MockHub, view: View, look: Look, out: string): Promise<Finding> {
  const picture = `${view.name}.${look.locale}.${look.theme}.${look.size}`;
  hub.reset();
  (view.given ?? ((state) => void signInAs(state, 'alice@maple.example')))(hub.state);
  if (hub.state.session) hub.state.session.user.locale = look.locale;
  const context = await browser.newContext({
    viewport: SIZES[look.size],
    colorScheme: look.theme,
    locale: look.locale === 'fr' ? 'fr-CA' : 'en-CA',
    timezoneId: 'America/Toronto',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(5_000);
  const page = await context.newPage();
  const faults = listen(page, hub.url);
  try {
    await page.goto(hub.url + view.path);
    await page.waitForTimeout(350);
    await view.act?.(page);
    await page.waitForTimeout(150);
    faults.push(...(await width(page)), ...(await axe(page)));
    await page.screenshot({ path: join(out, `${picture}.png`), fullPage: true });
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
    await page.screenshot({ path: join(out, `${picture}.png`), fullPage: true });
  } finally {
    await context.close();
  }
  return { picture, faults };
}

/** A failed call is meant by some views; everything else on the console is a fault. */
function listen(page: Page, ownUrl: string): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    const isFailedCall = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isFailedCall) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(ownUrl) || /^(data|about|blob):/.test(request.url());
    if (!isOwn) faults.push(`external request: ${request.url()}`);
  });
  return faults;
}

async function width(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return over > 0 ? [`wider than the window by ${over} px`] : [];
}

async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const runner = (window as unknown as { axe: { run(): Promise<{ violations: unknown[] }> } }).axe;
    const { violations: found } = await runner.run();
    return found as { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
  });
  return violations.map(({ id, impact, nodes }) => {
    const [node] = nodes;
    return `axe ${impact}: ${id} ×${nodes.length}: ${node?.html.slice(0, 160)} ${node?.failureSummary ?? ''}`;
  });
}

async function report(findings: readonly Finding[], out: string): Promise<void> {
  const faulty = findings.filter(({ faults }) => faults.length > 0);
  const lines = faulty.flatMap(({ picture, faults }) => [picture, ...faults.map((fault) => `  ${fault}`)]);
  lines.push(`${findings.length} pictures, ${faulty.length} with faults`);
  await writeFile(join(out, 'report.txt'), `${lines.join('\n')}\n`);
  process.stdout.write(`${lines.join('\n')}\n`);
  if (findings.length === 0 || faulty.length > 0) process.exitCode = 1;
}

await lookAtEverything();
