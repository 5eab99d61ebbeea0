import { texts } from '@lading/hub/web/integrations/text';
import type { Text } from '@lading/kit/text';
import { describe, expect, it } from 'vitest';
import { openHouse, WAYS } from '../harness/house.ts';
import { Incumbent } from '../harness/incumbent.ts';
import { untilRead } from '../harness/parcels.ts';
import { signIn } from '../harness/people.ts';
import type { Visit } from '../harness/visit.ts';
import { connect } from '../harness/wizard.ts';

const MODE = 'section:has(dialog)';

describe.each(WAYS)('beside a program that was there before, in $locale by $hand.name', (way) => {
  const house = openHouse(way, { shipments: 30 });

  it('Lading reads in shadow, takes over by a deliberate click, and hands back', async () => {
    const visit = await house.visit();
    const { page, t, hand } = visit;
    const incumbent = new Incumbent(house.pair());
    await signIn(visit, 'alice');
    await connect(visit, { name: 'Maple', subscriptions: ['Outbound'] });
    await untilRead(visit);
    const inShadow = await incumbent.read('Outbound');
    expect(inShadow.length, 'in shadow the incumbent is handed out everything').toBeGreaterThan(5);

    await hand.press(page.getByRole('link', { name: 'Maple', exact: true }));
    await stands(visit, texts.inShadow);
    await refuseFirst(visit, texts.takeOver, texts.takeOverTitle, texts.takeOverTakes);
    await switchBy(visit, texts.takeOver, texts.inUnread);
    await moreFiles(visit);
    await untilNothingIsUnread(visit, incumbent);
    expect(await incumbent.read('Outbound'), 'taken over, nothing is left for the incumbent').toEqual([]);

    await switchBy(visit, texts.handBack, texts.inShadow);
    await moreFiles(visit);
    const again = await incumbent.read('Outbound');
    expect(again.length, 'handed back, the incumbent is handed out what is new').toBeGreaterThan(0);
    expect(
      again.filter((name) => inShadow.includes(name)),
      'nothing comes twice',
    ).toEqual([]);
    await page.reload();
    expect(await page.getByText(t(texts.takeOverTitle)).isVisible()).toBe(false);
  });
});

const stands = ({ page, t }: Visit, mode: Text): Promise<void> =>
  page.locator(MODE).getByText(t(mode), { exact: true }).waitFor();

/** Opens the question, goes round its buttons without leaving it, and closes it with Escape: nothing happened. */
async function refuseFirst({ page, t, hand }: Visit, act: Text, title: Text, warning: Text): Promise<void> {
  await hand.press(page.locator(`${MODE} > .row .button`));
  const dialog = page.getByRole('dialog', { name: t(title) });
  await dialog.getByText(t(warning)).waitFor();
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press('Tab');
    const isOutside = await page.evaluate(() => {
      const at = document.activeElement;
      return at !== document.body && at?.closest('dialog') === null;
    });
    expect(isOutside, 'the focus stays in the question').toBe(false);
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  const focused = page.locator(`${MODE} > .row .button:focus`);
  await focused.filter({ hasText: t(act) }).waitFor();
}

async function switchBy(visit: Visit, act: Text, mode: Text): Promise<void> {
  const { page, t, hand } = visit;
  await page.locator('main h1').waitFor();
  await hand.press(page.locator(`${MODE} > .row .button`));
  const agree = page.locator('dialog[open] .danger');
  await agree.filter({ hasText: t(act) }).waitFor();
  await hand.press(agree);
  await stands(visit, mode);
}

/** Shipments of the next hours, and the hours themselves. */
async function moreFiles({ pair }: Visit): Promise<void> {
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${pair.sandboxUrl}/_sandbox/${path}`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json() as Promise<{ now: string }>;
  };
  const now = await worldNow(pair);
  const from = now.toISOString();
  const to = new Date(now.getTime() + 5 * 3_600_000).toISOString();
  await post('traffic', { shipments: 20, from, to, seed: from });
  await post('clock', { advance: 'PT6H' });
}

const PATIENCE_MS = 40_000;

/** Lading is who gets the files now. Looked at by date, which takes nothing from anybody. */
async function untilNothingIsUnread({ page, pair }: Visit, incumbent: Incumbent): Promise<void> {
  const from = new Date((await worldNow(pair)).getTime() - 3 * 86_400_000);
  await expect
    .poll(() => incumbent.unread('Outbound', from), { timeout: PATIENCE_MS, interval: 500 })
    .toEqual([]);
  await page.reload();
}

async function worldNow({ sandboxUrl }: Visit['pair']): Promise<Date> {
  const { now } = (await (await fetch(`${sandboxUrl}/_sandbox/clock`)).json()) as { now: string };
  return new Date(now);
}
