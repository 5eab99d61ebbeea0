import type { Page } from 'playwright-core';

const MOST_PRESSES = 60;

/** Presses a key until what a person looks for has the focus; throws where the keyboard does not reach it. */
export async function pressUntilFocused(page: Page, key: string, selector: string): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    const isThere = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) === true,
      selector,
    );
    if (isThere) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${MOST_PRESSES} × ${key} did not reach ${selector}`);
}
