import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Quiet, without a sandbox of its own (which root has none of), and calling nobody. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The Chromium named by `CHROMIUM`, else the machine's, else the one that comes with the dependencies. */
export async function launchChromium(): Promise<Browser> {
  const own = [process.env.CHROMIUM, '/usr/bin/chromium'].find((path) => path && existsSync(path));
  if (own !== undefined) return chromium.launch({ executablePath: own, args: FLAGS });
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: [...sparticuz.args, ...FLAGS],
  });
}
