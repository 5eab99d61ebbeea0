import { loginTexts } from '@lading/sandbox/oauth/pages/text';
import type { Page } from 'playwright-core';
import type { Visit } from './visit.ts';

/** Carrier users of the seeded sandbox. */
export const CARRIER_USERS = {
  maple: 'il_support',
  northline: 'north_support',
  campusShip: 'campus_user',
} as const;

export const CARRIER_PASSWORD = 'sandbox-pass';

/** The carrier's first page: user name, agreement, *Continue*. */
export async function giveUserName({ t, hand }: Visit, popup: Page, userName: string): Promise<void> {
  await hand.write(popup.getByLabel(t(loginTexts.userName)), userName);
  await hand.press(popup.getByLabel(t(loginTexts.agree)));
  await hand.press(popup.getByRole('button', { name: t(loginTexts.continue), exact: true }));
}

/** The carrier's second page: password, *Logon*. */
export async function givePassword(
  { t, hand }: Visit,
  popup: Page,
  password = CARRIER_PASSWORD,
): Promise<void> {
  await hand.write(popup.getByLabel(t(loginTexts.password)), password);
  await hand.press(popup.getByRole('button', { name: t(loginTexts.logon), exact: true }));
}
