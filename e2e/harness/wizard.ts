import { texts } from '@lading/hub/web/integrations/text';
import { texts as shellTexts } from '@lading/hub/web/shell/text';
import type { Text } from '@lading/kit/text';
import type { Page } from 'playwright-core';
import { CARRIER_USERS, givePassword, giveUserName } from './carrier.ts';
import type { Visit } from './visit.ts';

export interface Wish {
  readonly name: string;
  readonly subscriptions: readonly string[];
  /** As the wizard names it; absent means the one with the carrier's window. */
  readonly type?: Text;
  /** Chosen only where the wizard offers several. */
  readonly environment?: Text;
}

export async function openIntegrations({ page, t, hand }: Visit): Promise<void> {
  await hand.press(
    page.getByRole('navigation').getByRole('link', { name: t(shellTexts.manageIntegrations) }),
  );
  await page.getByRole('heading', { name: t(texts.title), level: 1 }).waitFor();
}

/** Steps 1 to 3 from the list of integrations; ends where *Authorize* waits. */
export async function createIntegration(visit: Visit, wish: Wish): Promise<void> {
  const { page, t, hand } = visit;
  await openIntegrations(visit);
  await hand.press(page.getByRole('link', { name: t(texts.create), exact: true }));
  await hand.write(page.getByLabel(t(texts.name), { exact: true }), wish.name);
  await hand.choose(page.getByLabel(t(texts.type), { exact: true }), t(wish.type ?? texts.typeName));
  if (wish.environment) {
    await hand.choose(page.getByLabel(t(texts.environment)), t(wish.environment));
  }
  await hand.press(page.getByRole('button', { name: t(texts.step2), exact: true }));
  for (const [index, name] of wish.subscriptions.entries()) {
    await hand.write(page.getByLabel(t(texts.subscriptionNumbered, { number: index + 1 })), name);
  }
  await hand.press(page.getByRole('button', { name: t(texts.step3), exact: true }));
  await hand.press(page.getByRole('button', { name: t(texts.create), exact: true }));
  await hand.press(page.getByRole('button', { name: t(texts.step4), exact: true }));
  await authorizeButton(visit).waitFor();
}

export function authorizeButton({ page, t }: Visit) {
  return page.getByRole('button', { name: t(texts.authorize), exact: true });
}

/** Presses *Authorize* and gives the carrier's window. */
export async function openPopup(visit: Visit): Promise<Page> {
  const [popup] = await Promise.all([
    visit.page.waitForEvent('popup'),
    visit.hand.press(authorizeButton(visit)),
  ]);
  await popup.waitForURL(/\/login\/name/);
  return popup;
}

/** Logs on in the carrier's window and waits until the wizard has heard of it. */
export async function logOn(
  visit: Visit,
  popup: Page,
  userName: string = CARRIER_USERS.maple,
): Promise<void> {
  await giveUserName(visit, popup, userName);
  await givePassword(visit, popup);
  await popup.locator('main[data-outcome="authorized"]').waitFor();
}

export async function completeAndClose({ page, t, hand }: Visit): Promise<void> {
  await hand.press(page.getByRole('link', { name: t(texts.completeAndClose), exact: true }));
  await page.getByRole('columnheader', { name: t(texts.authorizedStatus) }).waitFor();
}

/** The whole wizard, for journeys that begin after it. */
export async function connect(visit: Visit, wish: Wish, userName?: string): Promise<void> {
  await createIntegration(visit, wish);
  const popup = await openPopup(visit);
  await logOn(visit, popup, userName);
  await popup.close();
  await completeAndClose(visit);
}

/** What an application of the company's own signs in with. */
export interface Application {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accountNumber: string;
}

/** Step 4 of an own application: fills it in and asks the carrier. */
export async function enterApplication(visit: Visit, application: Application): Promise<void> {
  const { page, t, hand } = visit;
  await hand.write(page.getByLabel(t(texts.clientId), { exact: true }), application.clientId);
  await hand.write(page.getByLabel(t(texts.clientSecret), { exact: true }), application.clientSecret);
  await hand.write(page.getByLabel(t(texts.accountNumber), { exact: true }), application.accountNumber);
  await hand.press(authorizeButton(visit));
}
