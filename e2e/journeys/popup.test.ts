import { texts } from '@lading/hub/web/integrations/text';
import { loginTexts } from '@lading/sandbox/oauth/pages/text';
import { describe, expect, it } from 'vitest';
import { CARRIER_USERS, givePassword, giveUserName } from '../harness/carrier.ts';
import type { Hand } from '../harness/hand.ts';
import { HANDS, LANGUAGES, openHouse } from '../harness/house.ts';
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

  /** Somebody at *Authorize* of a new integration. */
  async function atAuthorize(name: string, hand: Hand): Promise<Visit> {
    const visit = await house.visit({ hand });
    await signIn(visit, 'alice');
    await createIntegration(visit, { name, subscriptions: ['Outbound'] });
    return visit;
  }

  const isAuthorized = ({ page, t }: Visit) => page.getByText(t(texts.success), { exact: true }).waitFor();

  it.each(HANDS)('a wrong password is said to be wrong, and the right one goes on, by $name', async (by) => {
    const name = `Wrong password by ${by.name}`;
    const visit = await atAuthorize(name, by);
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

  it.each(HANDS)('nobody gets past the first page without ticking the agreement, by $name', async (by) => {
    const name = `Agreement by ${by.name}`;
    const visit = await atAuthorize(name, by);
    const { t, hand } = visit;
    const popup = await openPopup(visit);
    visit.announce(400, /^\/login\/name$/);
    await hand.write(popup.getByLabel(t(loginTexts.userName)), CARRIER_USERS.maple);
    await hand.press(popup.getByRole('button', { name: t(loginTexts.continue), exact: true }));
    const sentence = t(loginTexts.agreementMissing, { application: 'Lading' });
    await popup.getByRole('alert').filter({ hasText: sentence }).waitFor();
    expect(await popup.getByLabel(t(loginTexts.userName)).inputValue()).toBe(CARRIER_USERS.maple);
    await logOn(visit, popup);
    await isAuthorized(visit);
  });

  it.each(HANDS)(
    'a CampusShip user is refused after the user name, with the reason, by $name',
    async (by) => {
      const name = `CampusShip by ${by.name}`;
      const visit = await atAuthorize(name, by);
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
    },
  );

  it.each(HANDS)('closing it midway loses nothing: the list leads back to step 4, by $name', async (by) => {
    const name = `Midway by ${by.name}`;
    const visit = await atAuthorize(name, by);
    const { page, t, hand } = visit;
    const popup = await openPopup(visit);
    await giveUserName(visit, popup, CARRIER_USERS.maple);
    await popup.getByLabel(t(loginTexts.password)).waitFor();
    await popup.close();
    await page.getByText(t(texts.closedEarly)).waitFor();

    await openIntegrations(visit);
    const row = page.getByRole('row').filter({ hasText: name });
    await row.getByText(t(texts.notAuthorized)).waitFor();
    await hand.press(row.getByRole('link', { name: t(texts.resume) }));
    await authorizeButton(visit).waitFor();
    await logOn(visit, await openPopup(visit));
    await isAuthorized(visit);
    await completeAndClose(visit);
    await row.getByText(t(texts.authorized), { exact: true }).waitFor();
  });

  it.each(HANDS)('where the browser blocks it, a link opens it, by $name', async (by) => {
    const name = `Blocked by ${by.name}`;
    const visit = await atAuthorize(name, by);
    const { page, t, hand } = visit;
    await page.evaluate(() => {
      window.open = () => null;
    });
    await hand.press(authorizeButton(visit));
    await page.getByText(t(texts.blocked)).waitFor();
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      hand.press(page.getByRole('link', { name: t(texts.openYourself) })),
    ]);
    await logOn(visit, popup);
    await isAuthorized(visit);
  });

  it.each(HANDS)('cancelling there connects nothing, and the wizard says so, by $name', async (by) => {
    const name = `Refused by ${by.name}`;
    const visit = await atAuthorize(name, by);
    const { page, t, hand } = visit;
    const popup = await openPopup(visit);
    await hand.press(popup.getByRole('button', { name: t(loginTexts.cancel), exact: true }));
    await popup.locator('main[data-outcome="refused"]').waitFor();
    await page.getByText(t(texts.refused)).waitFor();
    await openIntegrations(visit);
    const row = page.getByRole('row').filter({ hasText: name });
    await row.getByText(t(texts.notAuthorized)).waitFor();
  });
});
