import { texts } from '@lading/hub/web/integrations/text';
import { loginTexts } from '@lading/sandbox/oauth/pages/text';
import { describe, expect, it } from 'vitest';
import { CARRIER_USERS, givePassword, giveUserName } from '../harness/carrier.ts';
import { LANGUAGES, openHouse } from '../harness/house.ts';
import { signIn } from '../harness/people.ts';
import type { Visit } from '../harness/visit.ts';
import {
  authorizeButton,
  completeAndClose,
  createIntegration,
  logOn,
  openIntegrations,
  openPopup,
} from '../harness/wizard.ts';

describe.each(LANGUAGES)('in the carrier’s window, in %s', (locale) => {
  const house = openHouse(locale, { shipments: 5 });

  /** Alice at *Authorize* of a new integration. */
  async function atAuthorize(name: string): Promise<Visit> {
    const visit = await house.visit();
    await signIn(visit, 'alice');
    await createIntegration(visit, { name, subscriptions: ['Outbound'] });
    return visit;
  }

  const isAuthorized = ({ page, t }: Visit) => page.getByText(t(texts.success), { exact: true }).waitFor();

  it('a wrong password is said to be wrong, and the right one goes on', async () => {
    const visit = await atAuthorize('Wrong password');
    const popup = await openPopup(visit);
    await giveUserName(visit, popup, CARRIER_USERS.maple);
    visit.announce(401, /^\/login\/password$/);
    await givePassword(visit, popup, 'not-the-password');
    await popup
      .getByRole('alert')
      .filter({ hasText: visit.t(loginTexts.wrongPassword) })
      .waitFor();
    await givePassword(visit, popup);
    await isAuthorized(visit);
  });

  it('nobody gets past the first page without ticking the agreement', async () => {
    const visit = await atAuthorize('Agreement');
    const { t } = visit;
    const popup = await openPopup(visit);
    visit.announce(400, /^\/login\/name$/);
    await popup.getByLabel(t(loginTexts.userName)).fill(CARRIER_USERS.maple);
    await popup.getByRole('button', { name: t(loginTexts.continue), exact: true }).click();
    const sentence = t(loginTexts.agreementMissing, { application: 'Lading' });
    await popup.getByRole('alert').filter({ hasText: sentence }).waitFor();
    expect(await popup.getByLabel(t(loginTexts.userName)).inputValue()).toBe(CARRIER_USERS.maple);
    await logOn(visit, popup);
    await isAuthorized(visit);
  });

  it('a CampusShip user is refused after the user name, with the reason', async () => {
    const visit = await atAuthorize('CampusShip');
    const { page, t } = visit;
    const popup = await openPopup(visit);
    visit.announce(400, /^\/login\/name$/);
    await giveUserName(visit, popup, CARRIER_USERS.campusShip);
    await popup
      .getByRole('alert')
      .filter({ hasText: t(loginTexts.campusShip) })
      .waitFor();
    expect(await popup.getByLabel(t(loginTexts.password)).count()).toBe(0);
    await page.getByText(t(texts.waiting)).waitFor();
  });

  it('closing it midway loses nothing: the list leads back to step 4', async () => {
    const visit = await atAuthorize('Midway');
    const { page, t } = visit;
    const popup = await openPopup(visit);
    await giveUserName(visit, popup, CARRIER_USERS.maple);
    await popup.getByLabel(t(loginTexts.password)).waitFor();
    await popup.close();
    await page.getByText(t(texts.closedEarly)).waitFor();

    await openIntegrations(visit);
    const row = page.getByRole('row').filter({ hasText: 'Midway' });
    await row.getByText(t(texts.notAuthorized)).waitFor();
    await row.getByRole('link', { name: t(texts.resume) }).click();
    await authorizeButton(visit).waitFor();
    await logOn(visit, await openPopup(visit));
    await isAuthorized(visit);
    await completeAndClose(visit);
    await row.getByText(t(texts.authorized), { exact: true }).waitFor();
  });

  it('where the browser blocks it, a link opens it', async () => {
    const visit = await atAuthorize('Blocked');
    const { page, t } = visit;
    await page.evaluate(() => {
      window.open = () => null;
    });
    await authorizeButton(visit).click();
    await page.getByText(t(texts.blocked)).waitFor();
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: t(texts.openYourself) }).click(),
    ]);
    await logOn(visit, popup);
    await isAuthorized(visit);
  });

  it('cancelling there connects nothing, and the wizard says so', async () => {
    const visit = await atAuthorize('Refused');
    const { page, t } = visit;
    const popup = await openPopup(visit);
    await popup.getByRole('button', { name: t(loginTexts.cancel), exact: true }).click();
    await popup.locator('main[data-outcome="refused"]').waitFor();
    await page.getByText(t(texts.refused)).waitFor();
    await openIntegrations(visit);
    const row = page.getByRole('row').filter({ hasText: 'Refused' });
    await row.getByText(t(texts.notAuthorized)).waitFor();
  });
});
