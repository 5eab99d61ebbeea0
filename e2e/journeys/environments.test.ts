import { texts as homeTexts } from '@lading/hub/web/home/text';
import { texts } from '@lading/hub/web/integrations/text';
import { texts as parcelTexts } from '@lading/hub/web/parcels/text';
import { environmentNames } from '@lading/hub/web/shell/environment-names';
import { texts as shellTexts } from '@lading/hub/web/shell/text';
import { texts as signInTexts } from '@lading/hub/web/sign-in/text';
import { describe, expect, it } from 'vitest';
import { barriersOf } from '../harness/axe.ts';
import { openHouse, WAYS } from '../harness/house.ts';
import { listed, openParcels, trackingNumbers } from '../harness/parcels.ts';
import { chooseLanguage, fillSignIn } from '../harness/people.ts';
import { ADMINISTRATOR, APPLICATION, invitationOf, startTwoSides } from '../harness/two-sides.ts';
import type { Visit } from '../harness/visit.ts';
import { completeAndClose, createIntegration, enterApplication } from '../harness/wizard.ts';

const PASSWORD = 'a mill by the river';

describe.each(WAYS)('a company with two environments, in $locale by $hand.name', (way) => {
  const house = openHouse(way, {}, startTwoSides);

  it('sees on every page which one it looks at, and never both at once', async () => {
    const visit = await house.visit();
    const { page, t, hand } = visit;
    await join(visit);
    await bannerSays(visit, 'sandbox');
    expect(await switchTo(visit, 'test').count()).toBe(0);
    await connectOwn(visit, 'sandbox');
    await connectOwn(visit, 'test');

    await openParcels(visit);
    await bannerSays(visit, 'sandbox');
    const inSandbox = await trackingNumbers(visit);
    await hand.press(switchTo(visit, 'test'));
    await bannerSays(visit, 'test');
    await openParcels(visit);
    const inTest = await trackingNumbers(visit);
    const [number = ''] = inTest;
    expect(new URL(page.url()).searchParams.get('environment')).toBe('test');
    expect(inTest.length).toBeGreaterThan(0);
    expect(inTest.length).toBeLessThan(inSandbox.length);
    expect(await barriersOf(page)).toEqual([]);
    const file = page.getByRole('link', { name: t(parcelTexts.csv) });
    expect(await file.getAttribute('href')).toContain('environment=test');

    await hand.write(page.getByLabel(t(parcelTexts.search)), number);
    await expect.poll(() => trackingNumbers(visit), { timeout: 20_000 }).toEqual([number]);
    await hand.press(listed(visit).first());
    await page.getByRole('heading', { name: number }).waitFor();
    await bannerSays(visit, 'test');
    const parcel = new URL(page.url());

    await hand.press(
      page.getByRole('navigation').getByRole('link', { name: t(shellTexts.home), exact: true }),
    );
    await page.getByRole('heading', { name: t(homeTexts.title), level: 1 }).waitFor();
    await bannerSays(visit, 'test');
    await page.getByText('side test').first().waitFor();
    expect(await page.getByText('side sandbox').count()).toBe(0);

    visit.announce(404, /^\/api\/v1\/parcels\//);
    await page.goto(`${parcel.origin}${parcel.pathname}`);
    await page.getByText(t(shellTexts.missing)).waitFor();
    await bannerSays(visit, 'sandbox');

    await page.goto(parcel.href);
    await page.getByRole('heading', { name: number }).waitFor();
    await hand.press(switchTo(visit, 'sandbox'));
    await bannerSays(visit, 'sandbox');
    await openParcels(visit);
    expect(await trackingNumbers(visit)).toEqual(inSandbox);
  });
});

/** The first administrator comes by the link that setting the hub up gave. */
async function join(visit: Visit): Promise<void> {
  const { page, pair, t, hand } = visit;
  await page.goto(invitationOf(pair));
  await hand.write(page.getByLabel(t(signInTexts.name), { exact: true }), 'Ada Mill');
  for (const field of await page.locator('input[type="password"]').all()) await hand.write(field, PASSWORD);
  await hand.press(page.locator('button[type="submit"]'));
  await page.getByText(t(signInTexts.joined, { company: ADMINISTRATOR.company })).waitFor();
  await page.goto(pair.hubUrl);
  await fillSignIn(visit, ADMINISTRATOR.email, PASSWORD);
  await page.getByRole('navigation').waitFor();
  await chooseLanguage(visit);
}

type Side = 'sandbox' | 'test';

async function connectOwn(visit: Visit, side: Side): Promise<void> {
  const name = `side ${side}`;
  const environment = environmentNames[side];
  await createIntegration(visit, {
    ...{ name, subscriptions: ['Outbound'], type: texts.typeNameOwn, environment },
  });
  await enterApplication(visit, APPLICATION);
  await visit.page.getByText(visit.t(texts.applicationWorks)).waitFor();
  await completeAndClose(visit);
}

/** By its name, not by its colour alone. */
async function bannerSays({ page, t }: Visit, side: Side): Promise<void> {
  await page.locator(`.environment.${side} strong`).getByText(t(environmentNames[side])).waitFor();
}

function switchTo({ page, t }: Visit, side: Side) {
  return page.locator('.environment').getByRole('link', { name: t(environmentNames[side]), exact: true });
}
