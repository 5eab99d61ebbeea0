import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorld, type WorldForTests } from '@lading/sandbox/testing';
import { logOn } from '@lading/sdk/testing/person';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Home, ParcelDetail, ParcelList } from '../api/parcels.ts';
import { readHubConfig } from './config.ts';
import { DEMO_PASSWORD } from './demo.ts';
import { type RunningHub, startHub } from './start.ts';

/** Each start opens a store of its own, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: WorldForTests;
let hub: RunningHub;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lading-feed-'));
  world = await startWorld();
  await world.traffic({ shipments: 60, from: '2026-11-18T00:00:00Z', to: '2026-11-20T00:00:00Z', seed: 'f' });
  hub = await startHub(
    readHubConfig({
      LADING_HUB_PORT: '0',
      LADING_HUB_DATA: directory,
      LADING_HUB_DEMO: '1',
      LADING_HUB_CARRIER_URL: world.baseUrl,
      LADING_HUB_CARRIER_CLIENT_ID: world.clientId,
      LADING_HUB_CARRIER_CLIENT_SECRET: world.clientSecret,
      LADING_HUB_CLOCK: 'sandbox',
      LADING_HUB_LOG: 'silent',
    }),
  );
  const redirectUri = `${hub.url}/integrations/callback`;
  await world.command('register-redirect-uri', { clientId: world.clientId, redirectUri });
});
afterAll(async () => {
  await hub.close();
  await world.close();
  await rm(directory, { recursive: true });
});

/** Somebody signed in over HTTP. */
async function signedIn(email: string) {
  const opened = await fetch(`${hub.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: DEMO_PASSWORD }),
  });
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { csrfToken } = await opened.json();
  const headers = { cookie, 'x-csrf-token': csrfToken, 'content-type': 'application/json' };
  return {
    get: async (path: string) => (await fetch(`${hub.url}${path}`, { headers })).json(),
    page: async (path: string) => (await fetch(`${hub.url}${path}`, { headers })).text(),
    post: async (path: string, body: object = {}) =>
      (await fetch(`${hub.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json(),
  };
}

describe('from the carrier to a person', () => {
  it('brings parcels to every user of the company, each fact with the file it came from', async () => {
    const alice = await signedIn('alice@maple.example');
    const { integrationId } = await alice.post('/api/v1/integrations', {
      name: 'Maple IL Integration',
      type: 'ups-quantum-view-data',
      subscriptions: ['Outbound', 'Inbound', 'ThirdParty'],
    });
    const { popupUrl } = await alice.post(`/api/v1/integrations/${integrationId}/authorizations`);
    const back = await logOn(popupUrl, { userName: 'il_support', password: 'sandbox-pass' });
    expect(await alice.page(back.pathname + back.search)).toContain(
      'You can now safely close the popup window.',
    );

    const umar = await signedIn('umar@maple.example');
    await vi.waitFor(
      async () => {
        const home: Home = await umar.get('/api/v1/home');
        expect(home.freshness.map((each) => each.state)).toEqual(['fresh', 'fresh', 'fresh']);
      },
      { timeout: 60_000, interval: 100 },
    );
    const list: ParcelList = await umar.get('/api/v1/parcels?limit=200');
    expect(list.parcels.length).toBeGreaterThan(20);
    expect(new Set(list.parcels.map((row) => row.trackingNumber)).size).toBe(list.parcels.length);
    for (const direction of ['outbound', 'inbound', 'third-party']) {
      const some: ParcelList = await umar.get(`/api/v1/parcels?direction=${direction}`);
      expect([direction, some.parcels.length > 0]).toEqual([direction, true]);
    }
    const [first] = list.parcels;
    const found: ParcelList = await umar.get(`/api/v1/parcels?q=${first?.trackingNumber}`);
    expect(found.parcels).toEqual([first]);
    const detail: ParcelDetail = await umar.get(`/api/v1/parcels/${first?.parcelId}`);
    expect(detail.events.length).toBeGreaterThan(0);
    for (const event of detail.events) {
      expect(event.sources[0]?.fileName).toMatch(/^\d{6}_\d{9}$/);
      expect(['Outbound', 'Inbound', 'ThirdParty']).toContain(event.sources[0]?.subscription);
    }
  });

  it('brings nothing of it to another company', async () => {
    const nora = await signedIn('nora@northline.example');
    expect(await nora.get('/api/v1/parcels')).toEqual({ parcels: [], next: null });
    expect((await nora.get('/api/v1/home')).isConnected).toBe(false);
  });

  it('shows customer success that it works, and no parcel', async () => {
    const cleo = await signedIn('cleo@lading.example');
    const { companies } = await cleo.get('/api/v1/desk/companies');
    const maple = companies.find((company: { name: string }) => company.name === 'Maple Outfitters');
    expect(maple.integrations[0]).toMatchObject({ status: 'authorized', lastFault: null });
    expect((await cleo.get('/api/v1/parcels')).code).toBe('COMPANY_REQUIRED');
  });
});
