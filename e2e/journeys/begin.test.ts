import { wrongCode } from '@lading/hub/server/account/second-factor';
import { subjects } from '@lading/hub/server/mail/text';
import { wrongCredentials } from '@lading/hub/server/sign-in/service';
import { texts as accountTexts } from '@lading/hub/web/account/text';
import { texts as peopleTexts } from '@lading/hub/web/people/text';
import { texts as shellTexts } from '@lading/hub/web/shell/text';
import { texts as signInTexts } from '@lading/hub/web/sign-in/text';
import type { Text } from '@lading/kit/text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, beginHub, COMPANY } from '../harness/begin.ts';
import { openHouse, WAYS } from '../harness/house.ts';
import { fillSignIn, HUB_PASSWORD, openAccountMenu, PEOPLE, signOut } from '../harness/people.ts';
import { codeOf, wrongCodeOf } from '../harness/second-factor.ts';
import type { Visit } from '../harness/visit.ts';
import { Letters, linkIn } from '../letters.ts';

const ADA = { name: 'Ada Roy', email: ADMINISTRATOR, password: 'quiet harbour at dawn' } as const;
const SAM = { name: 'Sam Côté', email: 'sam@mills.example', password: 'seven grey barges' } as const;
const NEW_PASSWORD = 'a lantern in the fog';

describe.each(WAYS)('a hub of one’s own from the first command, in $locale by $hand.name', (way) => {
  let letters: Letters;
  beforeAll(async () => {
    letters = await Letters.open();
  });
  afterAll(() => letters.close());
  const house = openHouse(way, {}, () => beginHub({ locale: way.locale, smtpUrl: letters.url }));

  it('knows none of the logins of the demonstration', async () => {
    const visit = await house.visit();
    await visit.page.goto(visit.pair.hubUrl);
    for (const email of Object.values(PEOPLE)) {
      await fillSignIn(visit, email, HUB_PASSWORD);
      await isRefused(visit, wrongCredentials().text);
      await visit.page.reload();
    }
  });

  it('is joined by letters, keeps people in after a forgotten password, and asks for a code once that is wanted', async () => {
    const [ada, sam] = [await house.visit(), await house.visit()];
    await follow(ada, letters, ADMINISTRATOR, say(ada, subjects.invitation, { inviter: 'Lading' }));
    await join(ada, ADA);
    await invite(ada);
    await follow(sam, letters, SAM.email, say(sam, subjects.invitation, { inviter: ADA.name }));
    await join(sam, SAM);
    expect(await sam.page.getByRole('link', { name: sam.t(shellTexts.people), exact: true }).count()).toBe(0);

    await signOut(sam);
    await forget(sam);
    await follow(sam, letters, SAM.email, say(sam, subjects['password-reset']));
    await chooseAgain(sam);
    await fillSignIn(sam, SAM.email, SAM.password);
    await isRefused(sam, wrongCredentials().text);
    await fillSignIn(sam, SAM.email, NEW_PASSWORD);
    await isIn(sam);

    const secret = await turnSecondFactorOn(sam);
    await signOut(sam);
    await fillSignIn(sam, SAM.email, NEW_PASSWORD);
    await giveCode(sam, wrongCodeOf(secret));
    await isRefused(sam, wrongCode().text);
    await giveCode(sam, codeOf(secret, 1));
    await isIn(sam);
  });
});

const say = ({ t }: Visit, subject: Text, params = {}): string => t(subject, { company: COMPANY, ...params });

const isIn = ({ page, t }: Visit): Promise<void> =>
  page.getByRole('navigation', { name: t(shellTexts.navigation) }).waitFor();

async function isRefused({ page, t }: Visit, reason: Text): Promise<void> {
  await page
    .getByRole('alert')
    .filter({ hasText: t(reason) })
    .waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
}

/** Opens the link of the letter that came, which works for nobody else. */
async function follow({ page }: Visit, letters: Letters, to: string, subject: string): Promise<void> {
  await page.goto(linkIn(await letters.arrival(to, subject)));
}

interface Somebody {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

async function join(visit: Visit, { name, email, password }: Somebody): Promise<void> {
  const { page, t, hand } = visit;
  await page.getByRole('heading', { name: t(signInTexts.joinCompany, { company: COMPANY }) }).waitFor();
  await page.getByText(t(signInTexts.joinNew, { email })).waitFor();
  await hand.write(page.getByLabel(t(signInTexts.name), { exact: true }), name);
  await hand.write(page.getByLabel(t(signInTexts.newPassword)), password);
  await hand.press(page.getByRole('button', { name: t(signInTexts.join), exact: true }));
  await page.getByText(t(signInTexts.joined, { company: COMPANY })).waitFor();
  await hand.press(page.getByRole('link', { name: t(signInTexts.toSignIn) }));
  await fillSignIn(visit, email, password);
  await isIn(visit);
}

async function invite({ page, t, hand }: Visit): Promise<void> {
  await hand.press(page.getByRole('link', { name: t(shellTexts.people), exact: true }));
  await hand.write(page.getByLabel(t(peopleTexts.email)), SAM.email);
  await hand.press(page.getByRole('button', { name: t(peopleTexts.send), exact: true }));
  await page.getByText(t(peopleTexts.sent, { email: SAM.email })).waitFor();
}

async function forget({ page, t, hand }: Visit): Promise<void> {
  await hand.press(page.getByRole('link', { name: t(signInTexts.forgot) }));
  await hand.write(page.getByLabel(t(signInTexts.email)), SAM.email);
  await hand.press(page.getByRole('button', { name: t(signInTexts.resetAsk), exact: true }));
  await page.getByText(t(signInTexts.resetSent)).waitFor();
}

async function chooseAgain({ page, t, hand }: Visit): Promise<void> {
  await hand.write(page.getByLabel(t(signInTexts.newPassword)), NEW_PASSWORD);
  await hand.press(page.getByRole('button', { name: t(signInTexts.resetChoose), exact: true }));
  await page.getByText(t(signInTexts.resetDone)).waitFor();
  await hand.press(page.getByRole('link', { name: t(signInTexts.toSignIn) }));
}

/** The secret as it is written beside the picture. */
async function turnSecondFactorOn(visit: Visit): Promise<string> {
  const { page, t, hand } = visit;
  await openAccountMenu(visit);
  await hand.press(page.getByRole('link', { name: t(shellTexts.account), exact: true }));
  await hand.press(page.getByRole('button', { name: t(accountTexts.turnOn), exact: true }));
  const part = page.getByRole('region', { name: t(accountTexts.secondFactor) });
  const secret = (await part.locator('.mono').textContent()) ?? '';
  await hand.write(part.getByLabel(t(accountTexts.code), { exact: true }), codeOf(secret));
  await hand.press(part.getByRole('button', { name: t(accountTexts.confirm), exact: true }));
  await part.getByText(t(accountTexts.recoveryTitle)).waitFor();
  return secret;
}

async function giveCode({ page, t, hand }: Visit, code: string): Promise<void> {
  await hand.write(page.getByLabel(t(signInTexts.code), { exact: true }), code);
  await hand.press(page.getByRole('button', { name: t(signInTexts.submit) }));
}
