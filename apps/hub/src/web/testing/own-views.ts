import type { Page } from 'playwright-core';
import { type MockState, signInAs } from './mock-hub.ts';
import type { View } from './views.ts';

const first = '0193f000-0000-7000-8000-000000000001';
const OWN = { type: 'ups-quantum-view-data-own' } as const;
const APPLICATION = {
  clientId: 'maple-app',
  accountNumber: 'A1B2C3',
  storedAt: '2026-11-02T14:05:00.000Z',
  storedBy: 'Alice Martin',
};

const alice =
  (more: (state: MockState) => void) =>
  (state: MockState): void => {
    signInAs(state, 'alice@maple.example');
    more(state);
  };

/** Every integration signs in for itself; the first stands as given. */
const own = (change: Partial<MockState['integrations'][number]>) =>
  alice((state) => {
    state.integrations = state.integrations.map((each, index) =>
      index === 0 ? { ...each, ...OWN, ...change } : { ...each, ...OWN },
    );
  });

const sides = (environment: 'production' | 'test') =>
  alice((state) => {
    if (state.session) Object.assign(state.session, { environment, environments: ['production', 'test'] });
    state.environments = ['production', 'test'];
  });

async function enter(page: Page, secret: string): Promise<void> {
  await page.locator('input[name="client-id"]').fill('maple-app');
  await page.locator('input[name="client-secret"]').fill(secret);
  await page.locator('input[name="account-number"]').fill('A1B2C3');
  await page.locator('button[type="submit"]').click();
}

const pending = { status: 'pending', application: null, selfTest: null } as const;
const authorize = `/integrations/${first}/authorize`;

/** Applications of the company's own, and several environments. */
export const OWN_VIEWS: readonly View[] = [
  { name: 'own-enter', path: authorize, given: own(pending) },
  {
    name: 'own-trouble',
    path: authorize,
    given: own(pending),
    act: (page) => page.locator('button[type="submit"]').click(),
  },
  {
    name: 'own-wrong',
    path: authorize,
    given: own(pending),
    act: async (page) => {
      await enter(page, 'wrong');
      await page.locator('[role="alert"], .notice.bad').first().waitFor();
    },
  },
  {
    name: 'own-authorized',
    path: authorize,
    given: own(pending),
    act: async (page) => {
      await enter(page, 'right');
      await page.locator('.notice.good').first().waitFor();
    },
  },
  {
    name: 'own-refused',
    path: authorize,
    given: own({ status: 'reauthorization-required', application: APPLICATION }),
  },
  { name: 'own-integration', path: `/integrations/${first}`, given: own({ application: APPLICATION }) },
  { name: 'own-way-in', path: '/way-in', given: own({ application: APPLICATION }) },
  { name: 'side-production', path: '/', given: sides('production') },
  { name: 'side-test', path: '/parcels?environment=test', given: sides('production') },
  { name: 'side-create', path: '/integrations/create/name', given: sides('production') },
];
