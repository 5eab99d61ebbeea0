import { texts as auditTexts } from '@lading/hub/web/audit/text';
import { texts } from '@lading/hub/web/company/text';
import { texts as integrationTexts } from '@lading/hub/web/integrations/text';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, openHouse } from '../harness/house.ts';
import { pressUntilFocused } from '../harness/keyboard.ts';
import { signIn } from '../harness/people.ts';
import { connect } from '../harness/wizard.ts';

describe.each(LANGUAGES)('the company’s page, in %s', (locale) => {
  const house = openHouse(locale);

  it('an administrator sees what the data takes, shortens its days after a question, and finds it recorded', async () => {
    const visit = await house.visit();
    const { page, t } = visit;
    await signIn(visit, 'alice');
    await connect(visit, { name: 'Maple', subscriptions: ['Outbound'] });
    await page.getByRole('link', { name: 'Maple Outfitters', exact: true }).click();
    await page.getByRole('heading', { name: t(texts.title), level: 1 }).waitFor();
    const storage = page.getByRole('region', { name: t(texts.storage) });
    await storage
      .getByRole('row')
      .filter({ hasText: t(texts.rawAnswers) })
      .waitFor();
    expect(await storage.getByRole('row').count()).toBe(4);

    const raw = page.getByLabel(t(texts.rawDays));
    await raw.fill('13');
    await page.getByRole('button', { name: t(texts.save), exact: true }).click();
    await page
      .getByRole('alert')
      .filter({ hasText: t(texts.bounds, { minimum: 14, maximum: 730 }) })
      .waitFor();
    await raw.fill('30');
    await page.getByRole('button', { name: t(texts.save), exact: true }).click();
    const question = page.getByRole('dialog', { name: t(texts.shorten) });
    await question.getByText(t(texts.shortenText)).waitFor();
    await question.getByRole('button', { name: t(texts.shortenYes), exact: true }).click();
    await page.getByText(t(texts.saved), { exact: true }).waitFor();
    await page.reload();
    await raw.waitFor();
    expect(await raw.inputValue()).toBe('30');

    await page.goto(`${visit.pair.hubUrl}/audit?action=company.change`);
    await page.getByRole('heading', { name: t(auditTexts.title), level: 1 }).waitFor();
    const recorded = page.locator('pre').filter({ hasText: '"rawDays": 30' });
    await recorded.first().waitFor({ state: 'attached' });
    expect(await recorded.textContent()).toContain('"rawDays": 90');
  });

  it('the keyboard alone changes the days', async () => {
    const visit = await house.visit();
    const { page, t } = visit;
    await signIn(visit, 'alice');
    await pressUntilFocused(page, 'Tab', 'a[href="/company"]');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: t(texts.title), level: 1 }).waitFor();
    await pressUntilFocused(page, 'Tab', 'main form .field:nth-of-type(2) input');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('800');
    await page.keyboard.press('Enter');
    await page.getByText(t(texts.saved), { exact: true }).waitFor();
  });

  it('an ordinary user is told whom to ask', async () => {
    const visit = await house.visit();
    const { page, pair, t } = visit;
    await signIn(visit, 'umar');
    expect(await page.locator('a[href="/company"]').count()).toBe(0);
    await page.goto(`${pair.hubUrl}/company`);
    await page.getByText(t(integrationTexts.askAdministrator, { names: 'Alice Martin' })).waitFor();
  });
});
