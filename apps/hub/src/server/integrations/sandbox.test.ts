import { Secret } from '@lading/kit/config';
import { startWorld, type WorldForTests } from '@lading/sandbox/testing';
import { logOn, type Person } from '@lading/sdk/testing/person';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Integration } from '../../api/integrations.ts';
import {
  Browser,
  type HubDatabase,
  hubDatabase,
  newCompany,
  newPerson,
  type TestHub,
  testHub,
} from '../testing.ts';

const ilSupport: Person = { userName: 'il_support', password: 'sandbox-pass' };

let database: HubDatabase;
let world: WorldForTests;
let test: TestHub;
let maple: string;
let alice: Browser;

beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  world = await startWorld();
  test = await testHub(database, {
    fetch: globalThis.fetch,
    clock: world.clock,
    config: {
      publicUrl: 'http://127.0.0.1:3000',
      carrier: {
        environment: 'sandbox',
        baseUrl: world.baseUrl,
        clientId: world.clientId,
        clientSecret: new Secret(world.clientSecret),
      },
    },
  });
  maple = await newCompany(database, 'Maple');
  const memberships = [{ tenantId: maple, role: 'administrator' as const }];
  const { email } = await newPerson(database, { name: 'Alice', memberships });
  alice = new Browser(test.app);
  await alice.signIn(email);
});
afterEach(() => world.close());

/** The whole wizard: create, Authorize, the carrier's two pages, and back. */
async function connect(subscriptions: string[], person = ilSupport): Promise<Integration> {
  const wanted = { name: 'Maple IL Integration', type: 'ups-quantum-view-data', subscriptions };
  const { integrationId } = (await alice.send('POST', '/api/v1/integrations', wanted)).json();
  const url = `/api/v1/integrations/${integrationId}`;
  const { popupUrl } = (await alice.send('POST', `${url}/authorizations`)).json();
  const back = await logOn(popupUrl, person);
  expect(back.origin + back.pathname).toBe('http://127.0.0.1:3000/integrations/callback');
  const page = await alice.send('GET', back.pathname + back.search);
  expect(page.body).toContain('You can now safely close the popup window.');
  return (await alice.send('GET', url)).json();
}

const open = (integration: Integration, rejected?: string) =>
  test.hub.carrier.open(maple, integration.integrationId, rejected);

/** The files that a read of `Outbound` brings: by date what there is, else what is unread, once. */
async function fileNames(integration: Integration, query: { readonly from?: Date }): Promise<string[]> {
  const opening = await open(integration);
  if (opening.kind !== 'ready') throw new Error(opening.kind);
  const access = { kind: 'token', accessToken: opening.accessToken } as const;
  const names: string[] = [];
  for await (const item of opening.client.quantumView.files({ names: ['Outbound'], ...query }, { access })) {
    if (item.kind === 'file') names.push(item.fileName);
  }
  return names;
}

describe('connecting the carrier', () => {
  it('says of each subscription what the carrier says, and leaves unread what is unread', async () => {
    await world.traffic({
      shipments: 40,
      from: '2026-11-18T00:00:00Z',
      to: '2026-11-20T00:00:00Z',
      seed: 't',
    });
    const integration = await connect(['Outbound', 'Misspelt', 'Dormant']);
    expect(integration).toMatchObject({ status: 'authorized', authorizedBy: 'Alice', lastFault: null });
    const [outbound, misspelt, dormant] = integration.selfTest?.subscriptions ?? [];
    expect(integration.selfTest?.token.ok).toBe(true);
    expect(outbound).toMatchObject({ outcome: 'found', carrierStatus: 'A' });
    expect(outbound?.records).toBeGreaterThan(0);
    expect(outbound?.firstTrackingNumbers[0]).toMatch(/^1Z/);
    expect(misspelt).toMatchObject({ outcome: 'not-found', files: 0 });
    expect(dormant).toMatchObject({ outcome: 'inactive', files: 0 });
    expect(integration.subscriptions[0]?.carrierStatus).toBe('A');

    const byDate = await fileNames(integration, { from: new Date('2026-11-14T00:00:00Z') });
    expect(byDate.length).toBeGreaterThan(0);
    expect(await fileNames(integration, {})).toEqual(byDate);
    expect(await fileNames(integration, {})).toEqual([]);
  });

  it('does not find a subscription of an account that is not associated, until it is', async () => {
    const integration = await connect(['Unassociated']);
    expect(integration.selfTest?.subscriptions[0]?.outcome).toBe('not-found');
    await world.command('associate-account', { userName: 'il_support', account: 'X9Y8Z7' });
    const again = await alice.send('POST', `/api/v1/integrations/${integration.integrationId}/self-test`);
    expect(again.json().selfTest.subscriptions[0]).toMatchObject({ outcome: 'found', carrierStatus: 'A' });
  });
});

describe('a connected carrier', () => {
  it('gives new tokens as the old ones end', async () => {
    const integration = await connect(['Outbound']);
    const first = await open(integration);
    expect(await open(integration)).toEqual(first);
    await world.clock.advance('PT1H');
    const second = await open(integration);
    expect([first.kind, second.kind]).toEqual(['ready', 'ready']);
    expect(second).not.toEqual(first);
  });

  it('asks for a new authorization after the carrier user’s password changed', async () => {
    const integration = await connect(['Outbound']);
    await world.command('change-password', { userName: 'il_support', password: 'another-pass' });
    const stale = await open(integration);
    const rejected = stale.kind === 'ready' ? stale.accessToken : undefined;
    expect(await open(integration, rejected)).toEqual({ kind: 'reauthorization-required' });
    const now = (await alice.send('GET', `/api/v1/integrations/${integration.integrationId}`)).json();
    expect(now).toMatchObject({ status: 'reauthorization-required', lastFault: { code: '10400' } });
  });
});
