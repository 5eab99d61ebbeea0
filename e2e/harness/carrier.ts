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
export async function giveUserName({ t }: Visit, popup: Page, userName: string): Promise<void> {
  await popup.getByLabel(t(loginTexts.userName)).fill(userName);
  await popup.getByLabel(t(loginTexts.agree)).check();
  await popup.getByRole('button', { name: t(loginTexts.continue), exact: true }).click();
}

/** The carrier's second page: password, *Logon*. */
export async function givePassword({ t }: Visit, popup: Page, password = CARRIER_PASSWORD): Promise<void> {
  await popup.getByLabel(t(loginTexts.password)).fill(password);
  await popup.getByRole('button', { name: t(loginTexts.logon), exact: true }).click();
}
