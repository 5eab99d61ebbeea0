import type { Home } from '@lading/hub/api/parcels';
import { texts } from '@lading/hub/web/parcels/text';
import { texts as shellTexts } from '@lading/hub/web/shell/text';
import type { Locator } from 'playwright-core';
import type { Visit } from './visit.ts';

const ARRIVED_WITHIN_MS = 60_000;
/** Every few looks a second are enough; the hub has other things to do. */
const LOOK_EVERY_MS = 250;

/** The links of the listed parcels, by tracking number. */
export function listed({ page }: Visit): Locator {
  return page.locator('table.parcels tbody a');
}

/** Opens the list and waits until the carrier's files have filled it; the list asks by itself only now and then. */
export async function openParcels(visit: Visit): Promise<void> {
  const { page, t, hand } = visit;
  await hand.press(
    page.getByRole('navigation').getByRole('link', { name: t(shellTexts.parcels), exact: true }),
  );
  await page.getByRole('heading', { name: t(texts.title), level: 1 }).waitFor();
  const until = Date.now() + ARRIVED_WITHIN_MS;
  while (Date.now() < until) {
    await listed(visit).or(page.locator('.empty')).first().waitFor();
    if ((await listed(visit).count()) > 0) return;
    await page.reload();
  }
  throw new Error('No parcel arrived on the screen.');
}

export async function trackingNumbers(visit: Visit): Promise<string[]> {
  return (await listed(visit).allTextContents()).map((text) => text.trim());
}

/** Waits until every authorized subscription was read to its end, or cannot be. */
export async function untilRead({ page, pair }: Visit): Promise<void> {
  const until = Date.now() + ARRIVED_WITHIN_MS;
  while (Date.now() < until) {
    const home: Home = await (await page.request.get(`${pair.hubUrl}/api/v1/home`)).json();
    const isRead = ({ state, lastWalkAt }: Home['freshness'][number]) =>
      lastWalkAt !== null || state === 'failing';
    if (home.freshness.length > 0 && home.freshness.every(isRead)) return;
    await page.waitForTimeout(LOOK_EVERY_MS);
  }
  throw new Error('The subscriptions were not read in time.');
}
