import type { Locator } from 'playwright-core';

/** How somebody works a page. */
export interface Hand {
  readonly name: 'mouse' | 'keyboard';
  /** A button, a link, a box to tick, a line that unfolds. */
  press(target: Locator): Promise<void>;
  /** What stood in the field is gone. */
  write(field: Locator, text: string): Promise<void>;
  /** One entry of a dropdown list, by its words. */
  choose(list: Locator, label: string): Promise<void>;
}

export const mouse: Hand = {
  name: 'mouse',
  press: (target) => target.click(),
  write: (field, text) => field.fill(text),
  choose: async (list, label) => void (await list.selectOption({ label })),
};

/** Nothing is pointed at: everything is reached with Tab or Shift+Tab, and shows that it was. */
export const keyboard: Hand = {
  name: 'keyboard',
  press: async (target) => {
    await reach(target);
    const isBox = await target.evaluate((one) => one.matches('input[type="checkbox"], input[type="radio"]'));
    await target.page().keyboard.press(isBox ? 'Space' : 'Enter');
  },
  write: async (field, text) => {
    await reach(field);
    const { keyboard: keys } = field.page();
    await keys.press('Control+A');
    if (text === '') await keys.press('Delete');
    else await keys.type(text);
  },
  choose: async (list, label) => {
    await reach(list);
    const { keyboard: keys } = list.page();
    await keys.press('Home');
    for (const option of await list.locator('option:not(:disabled)').allTextContents()) {
      if (option === label) return;
      await keys.press('ArrowDown');
    }
    throw new Error(`No “${label}” is offered.`);
  },
};

/** More than any screen has places to stop at, twice round. */
const MOST_PRESSES = 240;

/** Presses Tab, or Shift+Tab where it stands further up, until it has the focus; throws where the keyboard does not get there, or nobody would see it. */
async function reach(target: Locator): Promise<void> {
  await target.and(target.page().locator(':not(:disabled)')).waitFor();
  const key = (await target.evaluate(isFurtherUp)) ? 'Shift+Tab' : 'Tab';
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    if (await target.evaluate(hasFocus)) return seen(target);
    await target.page().keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${target}`);
}

function isFurtherUp(one: Element): boolean {
  const place = document.activeElement?.compareDocumentPosition(one) ?? 0;
  return (place & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

/** A word stands in what it belongs to: the line that unfolds, the button. */
function hasFocus(one: Element): boolean {
  const at = document.activeElement;
  return at !== null && at !== document.body && !at.matches('main') && at.contains(one);
}

async function seen(target: Locator): Promise<void> {
  const isMarked = await target.evaluate((one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement ?? one);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  });
  if (!isMarked) throw new Error(`Nobody sees that the focus is on ${target}`);
}
