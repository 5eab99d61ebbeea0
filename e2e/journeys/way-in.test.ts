import { texts as deskTexts } from '@lading/hub/web/desk/text';
import { texts as integrationTexts } from '@lading/hub/web/integrations/text';
import { texts as peopleTexts } from '@lading/hub/web/people/text';
import { texts as shellTexts } from '@lading/hub/web/shell/text';
import { texts as signInTexts } from '@lading/hub/web/sign-in/text';
import { texts } from '@lading/hub/web/way-in/text';
import type { Text } from '@lading/kit/text';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openHouse, WAYS } from '../harness/house.ts';
import { fillSignIn, signIn } from '../harness/people.ts';
import type { Visit } from '../harness/visit.ts';
import { completeAndClose, logOn, openPopup } from '../harness/wizard.ts';

/** The names of the steps in the migration note, word for word. */
it.each([
  [texts.carrierUser, 'Establish a UPS.com user account'],
  [texts.handOver, 'Provide your UPS.com account username and the email address'],
  [texts.associations, 'Establish Account Associations'],
  [texts.authorization, 'Authorize the UPS integration'],
])('%o is the name of a step', (text, label) => {
  expect(text.en).toBe(label);
});

const SECOND = { name: 'Sylvie Roy', password: 'quiet harbour at dawn' } as const;

describe.each(WAYS)('the four steps, in $locale by $hand.name', (way) => {
  const house = openHouse(way, { shipments: 5 });

  it('are taken by an administrator, completed by Customer Success, and seen done by a second one', async () => {
    const [alice, cleo, sylvie] = [await house.visit(), await house.visit(), await house.visit()];
    await signIn(alice, 'alice', '/way-in');
    await establish(alice);
    await provide(alice);
    await associate(alice);

    await signIn(cleo, 'cleo', '/desk');
    await nameSubscriptions(cleo);
    await alice.page.reload();
    await step(alice, texts.handOver).getByText('Outbound', { exact: true }).waitFor();

    await authorize(alice);
    await alice.page.goto(`${house.pair().hubUrl}/way-in`);
    await step(alice, texts.authorization).getByText(alice.t(texts.notValidated)).waitFor();
    await validate(cleo);

    await joinAsAdministrator(alice, sylvie);
    await sylvie.page.goto(`${house.pair().hubUrl}/way-in`);
    for (const name of [texts.carrierUser, texts.handOver, texts.associations, texts.authorization]) {
      const card = step(sylvie, name);
      await card.getByText(sylvie.t(texts.done), { exact: true }).waitFor();
      expect(await card.textContent()).toContain('Alice Martin');
    }
    const validated = step(sylvie, texts.authorization).getByText('Cleo Fontaine');
    await validated.first().waitFor();
  });

  it('cannot be taken by an ordinary user, who is told whom to ask', async () => {
    const visit = await house.visit();
    await signIn(visit, 'umar', '/way-in');
    await visit.page
      .getByText(visit.t(integrationTexts.askAdministrator, { names: 'Alice Martin' }))
      .or(visit.page.getByText('Alice Martin').first())
      .first()
      .waitFor();
    expect(await visit.page.getByRole('button', { name: visit.t(texts.markDone), exact: true }).count()).toBe(
      0,
    );
  });
});

const step = ({ page, t }: Visit, name: Text): Locator =>
  page.getByRole('region', { name: t(name), exact: true });

const isDone = (visit: Visit, name: Text): Promise<void> =>
  step(visit, name).getByText(visit.t(texts.done), { exact: true }).waitFor();

async function establish(visit: Visit): Promise<void> {
  const { t, hand } = visit;
  const card = step(visit, texts.carrierUser);
  await card.getByText(t(texts.sharedMailbox)).waitFor();
  await hand.write(card.getByLabel(t(texts.email)), 'alice@maple.example');
  await card.getByText(t(texts.personalMember)).waitFor();
  await hand.write(card.getByLabel(t(texts.email)), 'il_support@maple.example');
  await card.getByText(t(texts.personalMember)).waitFor({ state: 'detached' });
  await hand.press(card.getByRole('button', { name: t(texts.markDone), exact: true }));
  await card
    .getByRole('alert')
    .filter({ hasText: t(texts.campusShipMissing) })
    .waitFor();
  await hand.press(card.getByRole('checkbox'));
  await hand.press(card.getByRole('button', { name: t(texts.markDone), exact: true }));
  await isDone(visit, texts.carrierUser);
}

async function provide(visit: Visit): Promise<void> {
  const { t, hand } = visit;
  const card = step(visit, texts.handOver);
  await card.getByText(t(texts.neverPassword), { exact: true }).waitFor();
  expect(await card.locator('input[type="password"]').count()).toBe(0);
  expect(await card.getByLabel(t(texts.email)).inputValue()).toBe('il_support@maple.example');
  await hand.write(card.getByLabel(t(texts.userName)), 'il_support');
  await hand.press(card.getByRole('button', { name: t(texts.handOverButton), exact: true }));
  await isDone(visit, texts.handOver);
  await card.getByText(t(texts.namesMissing)).waitFor();
}

async function associate(visit: Visit): Promise<void> {
  const { t, hand } = visit;
  const card = step(visit, texts.associations);
  await card.getByText(t(texts.executiveHint)).waitFor();
  await hand.press(card.getByRole('button', { name: t(texts.markDone), exact: true }));
  await isDone(visit, texts.associations);
}

async function nameSubscriptions({ page, t, hand }: Visit): Promise<void> {
  const card = page.getByRole('region', { name: 'Maple Outfitters', exact: true });
  await card.getByText('il_support', { exact: true }).waitFor();
  await hand.press(card.getByText(t(deskTexts.edit), { exact: true }));
  await hand.write(card.getByLabel(t(integrationTexts.subscriptionNumbered, { number: 1 })), 'Outbound');
  await hand.press(card.getByRole('button', { name: t(deskTexts.save), exact: true }));
  await card.getByText(t(deskTexts.saved), { exact: true }).waitFor();
}

/** The wizard shows the first wrong character of a name, and takes the right one. */
async function authorize(visit: Visit): Promise<void> {
  const { page, t, hand } = visit;
  await hand.press(
    step(visit, texts.authorization).getByRole('link', { name: t(texts.create), exact: true }),
  );
  await hand.write(page.getByLabel(t(integrationTexts.name), { exact: true }), 'Maple IL Integration');
  const type = page.getByLabel(t(integrationTexts.type), { exact: true });
  await hand.choose(type, t(integrationTexts.typeName));
  await hand.press(page.getByRole('button', { name: t(integrationTexts.step2), exact: true }));
  const name = page.getByLabel(t(integrationTexts.subscriptionNumbered, { number: 1 }));
  await hand.write(name, 'Outbond');
  const differs = t(texts.differs, { name: 'Outbound', position: 6, found: 'n', expected: 'u' });
  await page.getByText(differs).waitFor();
  await hand.write(name, 'Outbound');
  await page.getByText(t(texts.asProvided)).waitFor();
  await hand.press(page.getByRole('button', { name: t(integrationTexts.step3), exact: true }));
  await hand.press(page.getByRole('button', { name: t(integrationTexts.create), exact: true }));
  await hand.press(page.getByRole('button', { name: t(integrationTexts.step4), exact: true }));
  const popup = await openPopup(visit);
  await logOn(visit, popup);
  await popup.close();
  await completeAndClose(visit);
}

async function validate({ page, t, hand }: Visit): Promise<void> {
  await page.reload();
  const card = page.getByRole('region', { name: 'Maple Outfitters', exact: true });
  await hand.press(card.getByRole('button', { name: new RegExp(`^${t(deskTexts.validate)}`) }));
  await card.getByText(t(deskTexts.validated), { exact: true }).waitFor();
  expect(await page.getByRole('link', { name: t(shellTexts.manageIntegrations) }).count()).toBe(0);
}

async function joinAsAdministrator(alice: Visit, sylvie: Visit): Promise<void> {
  const { hand } = alice;
  const email = `sylvie.${alice.locale}@maple.example`;
  await alice.page.goto(`${alice.pair.hubUrl}/people`);
  await hand.write(alice.page.getByLabel(alice.t(peopleTexts.email)), email);
  await hand.choose(
    alice.page.getByLabel(alice.t(peopleTexts.role), { exact: true }),
    alice.t(peopleTexts.administrator),
  );
  await hand.press(alice.page.getByRole('button', { name: alice.t(peopleTexts.send), exact: true }));
  const link = await alice.page.locator('.notice .mono').textContent();
  const { page, t } = sylvie;
  await page.goto(link ?? '');
  await hand.write(page.getByLabel(t(signInTexts.name)), SECOND.name);
  await hand.write(page.getByLabel(t(signInTexts.newPassword)), SECOND.password);
  await hand.press(page.getByRole('button', { name: t(signInTexts.join), exact: true }));
  await hand.press(page.getByRole('link', { name: t(signInTexts.toSignIn) }));
  await fillSignIn(sylvie, email, SECOND.password);
  await page.getByRole('navigation').waitFor();
}
