import { texts } from '@lading/hub/web/integrations/text';
import { texts as wayInTexts } from '@lading/hub/web/way-in/text';
import type { Text } from '@lading/kit/text';
import { describe, expect, it } from 'vitest';
import { CARRIER_USERS } from '../harness/carrier.ts';
import { HANDS, LANGUAGES, openHouse } from '../harness/house.ts';
import { listed, openParcels, untilRead } from '../harness/parcels.ts';
import { signIn } from '../harness/people.ts';
import type { Visit } from '../harness/visit.ts';
import {
  authorizeButton,
  completeAndClose,
  createIntegration,
  enterApplication,
  openIntegrations,
} from '../harness/wizard.ts';

const applicationOf = (hand: string) => ({
  ...{ clientId: `maple-app-${hand}`, clientSecret: 'first-secret', accountNumber: 'A1B2C3' },
});

/** What customers were told to look for, word for word: the English label may not drift. */
it('the second type is named as it was announced', () => {
  expect(texts.typeNameOwn.en).toBe('UPS with Quantum View Data (own application)');
});

describe.each(LANGUAGES)('a company with an application of its own, in %s', (locale) => {
  const house = openHouse(locale);

  it.each(HANDS)(
    'enters it, sees parcels, loses it to a replaced secret and mends it, by $name',
    async (one) => {
      const visit = await house.visit({ hand: one });
      const application = applicationOf(one.name);
      const wrong = { ...application, clientSecret: 'not-the-secret' };
      const name = `Own by ${one.name}`;
      const { page, t, hand } = visit;
      const { clientId, clientSecret } = application;
      const owner = { name: 'Maple', ownerUserName: CARRIER_USERS.maple, redirectUris: [] };
      await house
        .pair()
        .command('register-application', { clientId, clientSecret, products: ['quantum-view'], ...owner });
      // Tokens that are near their end from the beginning, so that nobody has to wait for a renewal.
      await house.pair().command('choose-lifetimes', { accessTokenSeconds: 60 });
      await signIn(visit, 'alice');

      await createIntegration(visit, { name, subscriptions: ['Outbound'], type: texts.typeNameOwn });
      visit.announce(422, /\/application$/);
      await enterApplication(visit, wrong);
      await page.getByText('10401').waitFor();
      await enterApplication(visit, application);
      await page.getByText(t(texts.applicationWorks)).waitFor();
      const test = page.getByRole('region', { name: t(texts.selfTest) });
      await test.getByText(t(texts.found), { exact: true }).waitFor();
      expect(await page.content()).not.toContain(clientSecret);

      await completeAndClose(visit);
      await statusIs(visit, name, texts.authorized);
      await page
        .getByRole('listitem')
        .filter({ hasText: t(wayInTexts.notNeeded) })
        .nth(1)
        .waitFor();
      await openParcels(visit);
      expect(await listed(visit).count()).toBeGreaterThan(0);

      // Else the hub finds the replaced secret by itself, and there is nothing left to press.
      await untilRead(visit);
      await house.pair().command('replace-client-secret', { clientId, clientSecret: 'second-secret' });
      await openIntegrations(visit);
      await hand.press(page.getByRole('link', { name, exact: true }));
      await hand.press(page.getByRole('button', { name: t(texts.readNow) }));
      await openIntegrations(visit);
      await statusIs(visit, name, texts.reauthorization);

      await hand.press(page.getByRole('link', { name: t(texts.enterAgain) }));
      await page.getByText(t(texts.applicationRefused)).waitFor();
      // What is known is filled in; the secret never is.
      expect(await page.getByLabel(t(texts.clientId), { exact: true }).inputValue()).toBe(clientId);
      expect(await page.getByLabel(t(texts.clientSecret), { exact: true }).inputValue()).toBe('');
      await enterApplication(visit, { ...application, clientSecret: 'second-secret' });
      await page.getByText(t(texts.applicationWorks)).waitFor();
      await completeAndClose(visit);
      await statusIs(visit, name, texts.authorized);
    },
  );

  it('is told what is missing before the carrier is asked, and goes by keyboard alone', async () => {
    const visit = await house.visit();
    const { page, t } = visit;
    await signIn(visit, 'nora');
    await createIntegration(visit, { name: 'Keys', subscriptions: ['Northline'], type: texts.typeNameOwn });
    await authorizeButton(visit).focus();
    await page.keyboard.press('Enter');
    for (const trouble of [texts.clientIdTrouble, texts.clientSecretTrouble, texts.accountNumberTrouble]) {
      await page.getByText(t(trouble)).waitFor();
    }
    await page.getByLabel(t(texts.clientId), { exact: true }).focus();
    await page.keyboard.type('north-app');
    await page.keyboard.press('Tab');
    await page.keyboard.type('any');
    await page.keyboard.press('Tab');
    await page.keyboard.type('n1r2t3');
    visit.announce(422, /\/application$/);
    await page.keyboard.press('Enter');
    await page.getByText('10401').waitFor();
  });
});

/** The list asks again by itself every ten seconds. */
async function statusIs({ page, t }: Visit, name: string, status: Text): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: name });
  await row.getByText(t(status), { exact: true }).waitFor({ timeout: 30_000 });
}
