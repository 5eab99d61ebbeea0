import { wrongCredentials } from '@lading/hub/server/sign-in/service';
import { texts as integrationTexts } from '@lading/hub/web/integrations/text';
import { detailTexts, texts } from '@lading/hub/web/parcels/text';
import { texts as shellTexts } from '@lading/hub/web/shell/text';
import { texts as signInTexts } from '@lading/hub/web/sign-in/text';
import { describe, expect, it } from 'vitest';
import { CARRIER_USERS } from '../harness/carrier.ts';
import { LANGUAGES, openHouse } from '../harness/house.ts';
import { pressUntilFocused } from '../harness/keyboard.ts';
import { listed, openParcels, trackingNumbers } from '../harness/parcels.ts';
import { fillSignIn, HUB_PASSWORD, PEOPLE, signIn } from '../harness/people.ts';
import { connect, openIntegrations } from '../harness/wizard.ts';

describe.each(LANGUAGES)('once the carrier is connected, in %s', (locale) => {
  const house = openHouse(locale);

  it('two companies see their own parcels and nothing of each other', async () => {
    const [maple, northline] = [await house.visit(), await house.visit()];
    await signIn(maple, 'alice');
    await connect(maple, { name: 'Maple', subscriptions: ['Outbound'] });
    await signIn(northline, 'nora');
    await connect(northline, { name: 'North', subscriptions: ['Northline'] }, CARRIER_USERS.northline);

    await openParcels(maple);
    await openParcels(northline);
    const [theirs, ours] = [await trackingNumbers(maple), await trackingNumbers(northline)];
    expect(ours.filter((number) => theirs.includes(number))).toEqual([]);

    await northline.page.getByLabel(northline.t(texts.search)).fill(theirs[0] ?? '');
    await northline.page.getByText(northline.t(texts.emptyNarrowed)).waitFor();
    const address = await listed(maple).first().getAttribute('href');
    northline.announce(404, /^\/api\/v1\/parcels\//);
    await northline.page.goto(`${house.pair().hubUrl}${address}`);
    await northline.page.getByText(northline.t(shellTexts.missing)).waitFor();
    expect(await northline.page.content()).not.toContain(theirs[0]);

    await openIntegrations(northline);
    expect(await northline.page.getByRole('row').filter({ hasText: 'Maple' }).count()).toBe(0);
  });

  it('an ordinary user sees the parcels and is told whom to ask about the integration', async () => {
    const visit = await house.visit();
    const { page, t } = visit;
    await signIn(visit, 'umar');
    await openParcels(visit);
    expect(await listed(visit).count()).toBeGreaterThan(0);
    await openIntegrations(visit);
    await page.getByText(t(integrationTexts.askAdministrator, { names: 'Alice Martin' })).waitFor();
    expect(await page.getByRole('link', { name: t(integrationTexts.create), exact: true }).count()).toBe(0);
    expect(await page.getByRole('link', { name: t(shellTexts.audit), exact: true }).count()).toBe(0);
  });

  it('a wrong password does not sign in, and the right one does', async () => {
    const visit = await house.visit();
    const { page, pair, t } = visit;
    await page.goto(pair.hubUrl);
    await page.getByRole('heading', { name: t(signInTexts.title) }).waitFor();
    await fillSignIn(visit, PEOPLE.alice, 'not-the-password');
    await page
      .getByRole('alert')
      .filter({ hasText: t(wrongCredentials().text) })
      .waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await fillSignIn(visit, PEOPLE.alice, HUB_PASSWORD);
    await page.getByRole('navigation').waitFor();
  });

  it('the language is switched in one press and stays with the account', async () => {
    const visit = await house.visit();
    const { page, pair, t } = visit;
    const other = locale === 'en' ? 'fr' : 'en';
    await page.goto(pair.hubUrl);
    await page.getByRole('button', { name: t(shellTexts.otherLanguage), exact: true }).click();
    await page.getByRole('heading', { name: signInTexts.title[other] }).waitFor();
    await page.getByRole('button', { name: shellTexts.otherLanguage[other], exact: true }).click();
    await signIn(visit, 'umar');
    await page.getByRole('button', { name: t(shellTexts.otherLanguage), exact: true }).click();
    await page.getByRole('link', { name: shellTexts.home[other], exact: true }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: shellTexts.home[other], exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(other === 'fr' ? 'fr-CA' : 'en-CA');
  });

  it('the keyboard alone leads from the sign-in to a parcel’s story', async () => {
    const visit = await house.visit();
    const { page, pair, t } = visit;
    await page.goto(pair.hubUrl);
    await page.getByLabel(t(signInTexts.email)).waitFor();
    await page.keyboard.type(PEOPLE.alice);
    await page.keyboard.press('Tab');
    await page.keyboard.type(HUB_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').waitFor();
    await pressUntilFocused(page, 'Tab', 'nav a[href="/parcels"]');
    await page.keyboard.press('Enter');
    await listed(visit).first().waitFor();

    const [, second = ''] = await trackingNumbers(visit);
    await page.keyboard.press('/');
    await page.locator('input[type="search"]:focus').waitFor();
    await pressUntilFocused(page, 'Tab', 'table.parcels tbody tr:nth-child(1) a');
    await page.keyboard.press('ArrowDown');
    await page.locator('table.parcels tbody tr:nth-child(2) a:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: second }).waitFor();
    await pressUntilFocused(page, 'Tab', '.timeline summary');
    await page.keyboard.press('Enter');
    const story = page.getByRole('region', { name: t(detailTexts.timeline) });
    await story.locator('details[open]').first().waitFor();
  });
});
