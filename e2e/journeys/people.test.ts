import { wrongCredentials } from '@lading/hub/server/sign-in/service';
import { texts as accountTexts } from '@lading/hub/web/account/text';
import { texts as integrationTexts } from '@lading/hub/web/integrations/text';
import { detailTexts, texts } from '@lading/hub/web/parcels/text';
import { texts as peopleTexts } from '@lading/hub/web/people/text';
import { texts as shellTexts } from '@lading/hub/web/shell/text';
import { texts as signInTexts } from '@lading/hub/web/sign-in/text';
import { describe, expect, it } from 'vitest';
import { CARRIER_USERS } from '../harness/carrier.ts';
import { HANDS, LANGUAGES, openHouse } from '../harness/house.ts';
import { pressUntilFocused } from '../harness/keyboard.ts';
import { listed, openParcels, trackingNumbers } from '../harness/parcels.ts';
import { fillSignIn, HUB_PASSWORD, PEOPLE, signIn } from '../harness/people.ts';
import { codeOf } from '../harness/second-factor.ts';
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

  it.each(HANDS)('somebody invited is made an administrator and removed, by $name', async (hand) => {
    const [admin, guest] = [await house.visit({ hand }), await house.visit({ hand })];
    const email = `dee.${locale}.${hand.name}@maple.example`;
    const name = `Dee ${hand.name}`;
    await signIn(admin, 'alice');
    const { page, t } = admin;
    await hand.press(page.getByRole('link', { name: t(shellTexts.people), exact: true }));
    await hand.write(page.getByLabel(t(peopleTexts.email)), `not.${email}`);
    await hand.press(page.getByRole('button', { name: t(peopleTexts.send), exact: true }));
    await hand.press(page.getByRole('button', { name: `${t(peopleTexts.takeBack)} not.${email}` }));
    const cell = (text: string) => page.getByRole('cell', { name: text, exact: true });
    await cell(`not.${email}`).waitFor({ state: 'detached' });
    const first = await page.locator('.notice .mono').textContent();
    await hand.write(page.getByLabel(t(peopleTexts.email)), email);
    await hand.press(page.getByRole('button', { name: t(peopleTexts.send), exact: true }));
    await cell(email).waitFor();
    const link = page.locator('.notice .mono').filter({ hasNotText: first ?? '' });

    await guest.page.goto((await link.textContent()) ?? '');
    await hand.write(guest.page.getByLabel(t(signInTexts.name)), name);
    await hand.write(guest.page.getByLabel(t(signInTexts.newPassword)), 'quiet harbour at dawn');
    await hand.press(guest.page.getByRole('button', { name: t(signInTexts.join), exact: true }));
    await hand.press(guest.page.getByRole('link', { name: t(signInTexts.toSignIn) }));
    await fillSignIn(guest, email, 'quiet harbour at dawn');
    await guest.page.getByRole('navigation').waitFor();
    const toPeople = guest.page.getByRole('link', { name: t(shellTexts.people), exact: true });
    expect(await toPeople.count()).toBe(0);

    await page.reload();
    const changed = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await hand.choose(page.getByLabel(t(peopleTexts.roleOf, { name })), t(peopleTexts.administrator));
    expect((await changed).status()).toBe(200);
    await guest.page.reload();
    await toPeople.waitFor();

    await hand.press(page.getByRole('button', { name: `${t(peopleTexts.remove)} ${name}` }));
    const question = page.getByRole('dialog', { name: t(peopleTexts.removeTitle, { name }) });
    await hand.press(question.getByRole('button', { name: t(peopleTexts.remove), exact: true }));
    await page.getByRole('row').filter({ hasText: email }).waitFor({ state: 'detached' });
    await guest.page.reload();
    await guest.page.getByRole('heading', { name: t(shellTexts.noCompanyTitle), exact: true }).waitFor();
  });

  it('somebody is invited, joins by the link, and signs in with a second factor', async () => {
    const [admin, guest] = [await house.visit(), await house.visit()];
    const email = `bob.${locale}@maple.example`;
    await signIn(admin, 'alice', '/people');
    await admin.page.getByLabel(admin.t(peopleTexts.email)).fill(email);
    await admin.page.getByRole('button', { name: admin.t(peopleTexts.send), exact: true }).click();
    const link = await admin.page.locator('.notice .mono').textContent();

    const { page, t, pair } = guest;
    await page.goto(link ?? '');
    await page.getByLabel(t(signInTexts.name)).fill('Bob Lee');
    await page.getByLabel(t(signInTexts.newPassword)).fill('quiet harbour at dawn');
    await page.getByRole('button', { name: t(signInTexts.join), exact: true }).click();
    await page.getByRole('link', { name: t(signInTexts.toSignIn) }).click();
    await fillSignIn(guest, email, 'quiet harbour at dawn');
    await page.getByRole('navigation').waitFor();

    await page.goto(`${pair.hubUrl}/account`);
    await page.getByRole('button', { name: t(accountTexts.turnOn), exact: true }).click();
    const secret = (await page.locator('section[aria-labelledby="second-factor"] .mono').textContent()) ?? '';
    await page.getByLabel(t(accountTexts.code), { exact: true }).fill(codeOf(secret));
    await page.getByRole('button', { name: t(accountTexts.confirm), exact: true }).click();
    const recovery = (await page.locator('.codes li').first().textContent()) ?? '';

    const again = await house.visit();
    again.announce(401, /^\/api\/v1\/session/);
    await again.page.goto(pair.hubUrl);
    await fillSignIn(again, email, 'quiet harbour at dawn');
    await again.page.getByLabel(t(signInTexts.code), { exact: true }).fill(recovery);
    await again.page.getByRole('button', { name: t(signInTexts.submit) }).click();
    await again.page.getByRole('navigation').waitFor();
    expect(await again.page.getByRole('link', { name: t(shellTexts.people), exact: true }).count()).toBe(0);
  });
});
