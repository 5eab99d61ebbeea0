import { launchChromium } from '../e2e/harness/chromium.ts';

/** Whether the browser that the journeys need starts here; the exit code says it. */
const browser = await launchChromium();
console.log(`Chromium ${browser.version()}`);
await browser.close();
