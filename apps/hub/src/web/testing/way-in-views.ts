import type { Page } from 'playwright-core';
import { type MockState, signInAs } from './mock-hub.ts';
import type { View } from './views.ts';
import { ACCOUNTS, TAKEN, type WayInState } from './way-in.ts';

const as =
  (email: string, way: Partial<WayInState> = {}, more: Partial<MockState> = {}) =>
  (state: MockState): void => {
    signInAs(state, email);
    Object.assign(state.way, way);
    Object.assign(state, more);
  };

const ALICE = 'alice@maple.example';
const CLEO = 'cleo@lading.example';
const first = '0193f000-0000-7000-8000-000000000001';

async function importFile(page: Page, csv: string): Promise<void> {
  const file = { name: 'accounts.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.locator('section[aria-labelledby="accounts"] .notice').waitFor();
}

async function typeNames(page: Page): Promise<void> {
  await page.locator('input[name="name"]').fill('Maple Outfitters IL Integration');
  await page.locator('select[name="type"]').selectOption('ups-quantum-view-data');
  await page.locator('button[type="submit"]').click();
  await page.waitForURL('**/create/subscriptions');
  for (const [index, name] of ['Outbound', 'Inb\u043Eund', 'Inbound '].entries()) {
    await page.locator(`input[name="subscription-${index + 1}"]`).fill(name);
  }
}

const openDetails = async (page: Page): Promise<void> => {
  for (const summary of await page.locator('main summary').all()) await summary.click();
};

/** The company's way in, the desk beside it, and the cut-over. */
export const WAY_IN_VIEWS: readonly View[] = [
  { name: 'way-in', path: '/way-in', given: as(ALICE, {}, { integrations: [] }) },
  {
    name: 'way-in-cautions',
    path: '/way-in',
    given: as(ALICE, {}, { integrations: [] }),
    act: async (page) => {
      await page.locator('input[name="email"]').fill('john.doe@maple.example');
      await page.locator('form button[type="submit"]').first().click();
      await page.locator('[role="alert"]').waitFor();
    },
  },
  {
    name: 'way-in-waiting',
    path: '/way-in',
    given: as(ALICE, {
      contact: null,
      subscriptionNames: [],
      wayIn: {
        ...TAKEN,
        associations: TAKEN.associations && { ...TAKEN.associations, how: 'account-executive' },
      },
    }),
  },
  {
    name: 'way-in-done',
    path: '/way-in',
    given: as(ALICE, {
      wayIn: TAKEN,
      accounts: ACCOUNTS,
      validated: new Map([[first, { at: '2026-11-16T15:00:00.000Z', by: 'Cleo Fontaine' }]]),
    }),
  },
  {
    name: 'way-in-imported',
    path: '/way-in',
    given: as(ALICE, { wayIn: TAKEN }),
    act: (page) => importFile(page, 'account,name,group\nA1B2C3,Dock,East\n'),
  },
  {
    name: 'way-in-import-faults',
    path: '/way-in',
    given: as(ALICE, { wayIn: TAKEN }),
    act: (page) => importFile(page, 'konto;name\n'),
  },
  { name: 'way-in-user', path: '/way-in', given: as('umar@maple.example') },
  { name: 'way-in-wizard', path: '/integrations/create/name', given: as(ALICE), act: typeNames },
  {
    name: 'way-in-cut-over',
    path: '/integrations',
    given: as(ALICE, { cutOver: '2027-08-08' }, { integrations: [] }),
  },
  {
    name: 'way-in-cut-over-past',
    path: '/',
    given: as(ALICE, { cutOver: '2026-08-08' }, { integrations: [] }),
  },
  {
    name: 'desk-way-in',
    path: '/desk',
    given: as(CLEO, { wayIn: TAKEN, cutOver: '2027-08-08' }),
    act: openDetails,
  },
  {
    name: 'desk-validated',
    path: '/desk',
    given: as(CLEO, { wayIn: TAKEN }),
    act: async (page) => {
      await page
        .getByRole('button', { name: /Validate|Valider/ })
        .first()
        .click();
      await page.locator('.row', { hasText: 'Cleo Fontaine, ' }).first().waitFor();
    },
  },
];
