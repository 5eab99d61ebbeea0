import { texts as homeTexts } from '@lading/hub/web/home/text';
import { texts } from '@lading/hub/web/integrations/text';
import { detailTexts } from '@lading/hub/web/parcels/text';
import { texts as shellTexts } from '@lading/hub/web/shell/text';
import { loginTexts } from '@lading/sandbox/oauth/pages/text';
import { describe, expect, it } from 'vitest';
import { CARRIER_USERS, givePassword, giveUserName } from '../harness/carrier.ts';
import { keyboard, mouse } from '../harness/hand.ts';
import { LANGUAGES, openHouse } from '../harness/house.ts';
import { listed, openParcels } from '../harness/parcels.ts';
import { signIn } from '../harness/people.ts';
import type { Visit } from '../harness/visit.ts';
import { completeAndClose, connect, createIntegration, openPopup } from '../harness/wizard.ts';

/** What customers were told to look for, word for word: the English labels may not drift. */
it.each([
  [shellTexts.manageIntegrations, 'Manage Integrations'],
  [shellTexts.management, 'Management'],
  [texts.create, 'Create'],
  [texts.name, 'Name'],
  [texts.nameExample, 'CustomerName IL Integration'],
  [texts.type, 'Type'],
  [texts.typeName, 'UPS with Quantum View Data'],
  [texts.step2, 'Step 2'],
  [texts.subscriptionName, 'QVD Subscription Name'],
  [texts.step3, 'Step 3'],
  [texts.step4, 'Step 4'],
  [texts.authorize, 'Authorize'],
  [loginTexts.continue, 'Continue'],
  [loginTexts.logon, 'Logon'],
  [texts.completeAndClose, 'Complete and Close'],
  [texts.authorizedStatus, 'Authorized Status'],
  [texts.authorized, 'Authorized'],
])('%o is the label of the migration note', (text, label) => {
  expect(text.en).toBe(label);
});

/** Two companies that have nothing yet: one is connected by mouse, one by keyboard. */
const CONNECTORS = [
  {
    hand: mouse,
    person: 'alice',
    carrierUser: CARRIER_USERS.maple,
    subscriptions: ['Outbound', 'Inbound', 'ThirdParty'],
  },
  { hand: keyboard, person: 'nora', carrierUser: CARRIER_USERS.northline, subscriptions: ['Northline'] },
] as const;

describe.each(LANGUAGES)('an administrator connects the carrier, in %s', (locale) => {
  const house = openHouse(locale);

  it.each(CONNECTORS)(
    'goes through the whole wizard and the popup to a parcel’s story and its file, by $hand.name',
    async (one) => {
      const { person, carrierUser, subscriptions } = one;
      const visit = await house.visit({ hand: one.hand });
      const { page, t, hand } = visit;
      await signIn(visit, person);
      await page.getByText(t(homeTexts.notConnected)).waitFor();

      await createIntegration(visit, { name: 'Whole way', subscriptions });
      const popup = await openPopup(visit);
      await giveUserName(visit, popup, carrierUser);
      await givePassword(visit, popup);
      await popup.locator('main[data-outcome="authorized"]').waitFor();
      await popup.close();

      await page.getByText(t(texts.success), { exact: true }).waitFor();
      expect(await outcomes(visit)).toEqual(subscriptions.map((name) => `${name} ${t(texts.found)}`));
      await completeAndClose(visit);
      const row = page.getByRole('row').filter({ hasText: 'Whole way' });
      await row.getByText(t(texts.authorized), { exact: true }).waitFor();

      await openParcels(visit);
      const [trackingNumber = ''] = await listed(visit).allTextContents();
      await hand.press(listed(visit).first());
      await page.getByRole('heading', { name: trackingNumber }).waitFor();
      const story = page.getByRole('region', { name: t(detailTexts.timeline) });
      await hand.press(story.getByText(t(detailTexts.evidence)).first());
      const evidence = story.locator('details[open]');
      expect(await evidence.textContent()).toMatch(/\d{6}_\d{9}/);
      expect(await evidence.textContent()).toMatch(new RegExp(subscriptions.join('|')));
    },
  );

  it('shows the carrier’s buttons without scrolling at the popup’s size', async () => {
    const visit = await house.visit();
    await signIn(visit, 'alice');
    await createIntegration(visit, { name: 'Popup', subscriptions: ['Outbound'] });
    const popup = await openPopup(visit);
    const next = popup.getByRole('button', { name: visit.t(loginTexts.continue), exact: true });
    const box = await next.boundingBox();
    const height = await popup.evaluate(() => window.innerHeight);
    expect(height).toBeLessThanOrEqual(700);
    expect((box?.y ?? Number.NaN) + (box?.height ?? Number.NaN)).toBeLessThanOrEqual(height);
  });

  it('is told which subscription the carrier does not know by that name', async () => {
    const visit = await house.visit();
    const { page, t, hand } = visit;
    await signIn(visit, 'alice');
    await connect(visit, { name: 'Misspelt', subscriptions: ['Outbound', 'Outbond'] });
    await hand.press(page.getByRole('link', { name: 'Misspelt' }));
    await page.getByText(t(texts.notFoundHint)).waitFor();
    expect(await outcomes(visit)).toEqual([`Outbound ${t(texts.found)}`, `Outbond ${t(texts.notFound)}`]);
  });

  it('finds the subscription of an account once that account is associated', async () => {
    const visit = await house.visit();
    const { page, t, hand } = visit;
    await signIn(visit, 'alice');
    await connect(visit, { name: 'Clearance', subscriptions: ['Unassociated'] });
    await hand.press(page.getByRole('link', { name: 'Clearance' }));
    await page.getByText(t(texts.notFoundHint)).waitFor();
    expect(await outcomes(visit)).toEqual([`Unassociated ${t(texts.notFound)}`]);

    await house.pair().command('associate-account', { userName: CARRIER_USERS.maple, account: 'X9Y8Z7' });
    await hand.press(page.getByRole('button', { name: t(texts.runTest) }));
    await page.getByText(t(texts.notFoundHint)).waitFor({ state: 'detached' });
    expect(await outcomes(visit)).toEqual([`Unassociated ${t(texts.found)}`]);
  });
});

/** The self-test on the screen: each subscription's name and what became of it. */
async function outcomes({ page, t }: Visit): Promise<string[]> {
  const test = page.getByRole('region', { name: t(texts.selfTest) });
  await test.waitFor();
  const lines = await test.getByRole('listitem').all();
  return Promise.all(
    lines.map(async (line) => {
      const name = await line.locator('code').textContent();
      return `${name} ${await line.locator('.badge').textContent()}`;
    }),
  );
}
