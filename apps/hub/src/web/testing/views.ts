import type { Page } from 'playwright-core';
import { type MockState, signInAs } from './mock-hub.ts';
import { OWN_VIEWS } from './own-views.ts';
import { parcelId } from './parcels.ts';
import { WAY_IN_VIEWS } from './way-in-views.ts';

/** One screen in one state. */
export interface View {
  readonly name: string;
  readonly path: string;
  /** Prepares the hub before the page is opened; without one, Alice is signed in to the usual company. */
  readonly given?: (state: MockState) => void;
  /** What a person does on the page before it is looked at. */
  readonly act?: (page: Page) => Promise<void>;
}

const as =
  (email: string, more: (state: MockState) => void = () => undefined) =>
  (state: MockState): void => {
    signInAs(state, email);
    more(state);
  };
const alice = (more: (state: MockState) => void) => as('alice@maple.example', more);

/** The screen tries again by itself before it says what failed. */
const untilItGivesUp = (page: Page) => page.locator('[role="alert"]').first().waitFor({ timeout: 12_000 });

const first = '0193f000-0000-7000-8000-000000000001';

/** The index in the made list of a parcel with each story worth looking at. */
const STORIES = { late: 3, exception: 5, delivered: 4, rescheduled: 8, manifested: 6, unknownZone: 14 };

async function fillName(page: Page): Promise<void> {
  await page.locator('input[name="name"]').fill('Maple Outfitters IL Integration');
  await page.locator('select[name="type"]').selectOption('ups-quantum-view-data');
  await page.locator('button[type="submit"]').click();
  await page.waitForURL('**/create/subscriptions');
}

async function fillSubscriptions(page: Page, names: readonly string[]): Promise<void> {
  await fillName(page);
  for (const [index, name] of names.entries()) {
    await page.locator(`input[name="subscription-${index + 1}"]`).fill(name);
  }
}

async function review(page: Page): Promise<void> {
  await fillSubscriptions(page, ['Outbound', 'Inbound']);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL('**/create/review');
}

async function pressAuthorize(page: Page): Promise<Page> {
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.locator('main .button.primary').click(),
  ]);
  await popup.waitForURL('**/carrier**');
  return popup;
}

function endingWith(outcome: string) {
  return async (page: Page): Promise<void> => {
    const popup = await pressAuthorize(page);
    await popup.getByRole('link', { name: outcome }).click();
    await page.waitForTimeout(1_500);
  };
}

export const VIEWS: readonly View[] = [
  { name: 'sign-in', path: '/', given: () => undefined },
  {
    name: 'sign-in-wrong',
    path: '/',
    given: () => undefined,
    act: async (page) => {
      await page.locator('input[name="email"]').fill('alice@maple.example');
      await page.locator('input[name="password"]').fill('wrong');
      await page.locator('button[type="submit"]').click();
      await page.locator('[role="alert"]').waitFor();
    },
  },
  { name: 'choose-company', path: '/', given: as('ines@both.example') },
  { name: 'no-company', path: '/', given: as('new@lading.example') },
  { name: 'home', path: '/' },
  {
    name: 'home-not-connected',
    path: '/',
    given: alice((state) => Object.assign(state, { integrations: [], parcels: [] })),
  },
  {
    name: 'home-not-connected-user',
    path: '/',
    given: as('umar@maple.example', (state) => Object.assign(state, { integrations: [], parcels: [] })),
  },
  {
    name: 'home-quiet',
    path: '/',
    given: alice((state) =>
      Object.assign(state, { parcels: [], integrations: state.integrations.slice(0, 1) }),
    ),
  },
  { name: 'home-loading', path: '/', given: alice((state) => state.troubles.set('/home', 'slow')) },
  {
    name: 'home-failed',
    path: '/',
    given: alice((state) => state.troubles.set('/home', 'server-error')),
    act: untilItGivesUp,
  },
  {
    name: 'home-offline',
    path: '/',
    given: alice((state) => state.troubles.set('/home', 'offline')),
    act: untilItGivesUp,
  },
  {
    name: 'hub-down',
    path: '/',
    given: alice((state) => state.troubles.set('/', 'server-error')),
    act: untilItGivesUp,
  },
  { name: 'parcels', path: '/parcels' },
  { name: 'parcels-filtered', path: '/parcels?q=montreal&status=open&direction=outbound' },
  { name: 'parcels-none', path: '/parcels?q=nothing+like+it&from=2026-11-01' },
  { name: 'parcels-empty', path: '/parcels', given: alice((state) => Object.assign(state, { parcels: [] })) },
  {
    name: 'parcels-loading',
    path: '/parcels',
    given: alice((state) => state.troubles.set('/parcels', 'slow')),
  },
  {
    name: 'parcels-failed',
    path: '/parcels',
    given: alice((state) => state.troubles.set('/parcels', 'server-error')),
    act: untilItGivesUp,
  },
  ...Object.entries(STORIES).map(([story, index]) => ({
    name: `parcel-${story}`,
    path: `/parcels/${parcelId(index)}`,
  })),
  {
    name: 'parcel-evidence',
    path: `/parcels/${parcelId(STORIES.delivered)}`,
    act: async (page) => {
      for (const summary of await page.locator('summary').all()) await summary.click();
    },
  },
  { name: 'parcel-gone', path: '/parcels/0193a000-0000-7000-8000-ffffffffffff' },
  { name: 'integrations', path: '/integrations' },
  {
    name: 'integrations-empty',
    path: '/integrations',
    given: alice((state) => Object.assign(state, { integrations: [] })),
  },
  { name: 'integrations-user', path: '/integrations', given: as('umar@maple.example') },
  { name: 'create-name', path: '/integrations/create/name' },
  {
    name: 'create-name-trouble',
    path: '/integrations/create/name',
    act: (page) => page.locator('button[type="submit"]').click(),
  },
  { name: 'create-subscriptions', path: '/integrations/create/name', act: fillName },
  {
    name: 'create-subscriptions-caution',
    path: '/integrations/create/name',
    act: (page) => fillSubscriptions(page, ['Outbound ', 'lnbound', 'Оutbound']),
  },
  { name: 'create-review', path: '/integrations/create/name', act: review },
  {
    name: 'create-created',
    path: '/integrations/create/name',
    act: async (page) => {
      await review(page);
      await page.locator('button[type="submit"]').click();
      await page.waitForTimeout(500);
    },
  },
  { name: 'authorize', path: `/integrations/${first}/authorize` },
  {
    name: 'authorize-waiting',
    path: `/integrations/${first}/authorize`,
    act: async (page) => void (await pressAuthorize(page)),
  },
  {
    name: 'authorize-closed',
    path: `/integrations/${first}/authorize`,
    act: async (page) => {
      const popup = await pressAuthorize(page);
      await popup.close();
      await page.waitForTimeout(2_500);
    },
  },
  {
    name: 'authorize-blocked',
    path: `/integrations/${first}/authorize`,
    act: async (page) => {
      await page.addInitScript('window.open = () => null');
      await page.reload();
      await page.locator('main .button.primary').click();
      await page.waitForTimeout(800);
    },
  },
  ...['authorized', 'refused', 'failed', 'expired'].map((outcome) => ({
    name: `authorize-${outcome}`,
    path: `/integrations/${first}/authorize`,
    act: endingWith(outcome),
  })),
  { name: 'integration', path: `/integrations/${first}` },
  {
    name: 'integration-take-over',
    path: `/integrations/${first}`,
    act: (page) => page.locator('section .row.apart button').last().click(),
  },
  { name: 'integration-pending', path: '/integrations/0193f000-0000-7000-8000-000000000002' },
  { name: 'integration-reauthorize', path: '/integrations/0193f000-0000-7000-8000-000000000003' },
  {
    name: 'integration-delete',
    path: `/integrations/${first}`,
    act: (page) => page.locator('main .button.danger:visible').first().click(),
  },
  { name: 'desk', path: '/desk', given: as('cleo@lading.example') },
  ...WAY_IN_VIEWS,
  ...OWN_VIEWS,
  { name: 'account', path: '/account' },
  { name: 'audit', path: '/audit' },
  { name: 'rates', path: '/rates' },
  {
    name: 'rates-answered',
    path: '/rates',
    act: async (page) => {
      for (const [index, code] of ['30076', '10001'].entries()) {
        await page.locator('.rate-places input[required]').nth(index).fill(code);
      }
      await page.locator('.rate-places button').first().click();
      await page.locator('.wrap-row').waitFor();
      await page.locator('.rate-parcel input').first().fill('4.5');
      await page.locator('button[type="submit"]').click();
      await page.locator('.table details summary').first().click();
    },
  },
  { name: 'company', path: '/company' },
  { name: 'company-user', path: '/company', given: as('umar@maple.example') },
  {
    name: 'company-shorter',
    path: '/company',
    act: async (page) => {
      await page.locator('main form input').first().fill('30');
      await page.locator('main form button[type="submit"]').click();
      await page.locator('dialog[open]').waitFor();
    },
  },
  { name: 'people', path: '/people' },
  {
    name: 'people-invited',
    path: '/people',
    act: async (page) => {
      await page.locator('input[name="email"]').fill('bob@maple.example');
      await page.locator('form button[type="submit"]').click();
      await page.locator('.notice').waitFor();
    },
  },
  {
    name: 'people-user',
    path: '/people',
    given: as('umar@maple.example'),
  },
  {
    name: 'second-factor',
    path: '/account',
    act: async (page) => {
      await page.locator('section[aria-labelledby="second-factor"] button').click();
      await page.locator('.qr').waitFor();
    },
  },
  { name: 'join', path: '/join?token=a-token-of-some-length', given: () => undefined },
  { name: 'reset', path: '/reset', given: () => undefined },
  { name: 'reset-choose', path: '/reset?token=a-token-of-some-length', given: () => undefined },
  { name: 'not-found', path: '/no/such/page' },
];
