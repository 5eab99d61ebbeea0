import { randomUUID } from 'node:crypto';
import { Secret } from '@lading/kit/config';
import { startWorld, type WorldForTests } from '@lading/sandbox/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Integration, IntegrationList } from '../../api/integrations.ts';
import type { Home, ParcelList } from '../../api/parcels.ts';
import type { Session } from '../../api/session.ts';
import { readSubscription } from '../ingestion/read.ts';
import type { EnvironmentName } from '../tables.ts';
import {
  Browser,
  type HubDatabase,
  hubDatabase,
  newCompany,
  newPerson,
  type TestHub,
  testHub,
} from '../testing.ts';

const TEST_HOST = 'https://wwwcie.ups.com';
const application = { clientId: 'maple-app', clientSecret: 'maple-secret', accountNumber: 'A1B2C3' };

let database: HubDatabase;
let sandbox: WorldForTests;
let carrierTest: WorldForTests;
let test: TestHub;
let maple: string;
let alice: Browser;

/** What the hub sends to the carrier's test host arrives in a second world. */
const twoWorlds: typeof fetch = (input, init) => {
  const url = String(input);
  return fetch(url.startsWith(TEST_HOST) ? carrierTest.baseUrl + url.slice(TEST_HOST.length) : url, init);
};

/** `secrets` is the seed of the world's tokens; its parcels follow from the traffic's. */
async function newWorld(secrets: string): Promise<WorldForTests> {
  const world = await startWorld({ seed: secrets });
  const { clientId, clientSecret } = application;
  const owner = { name: 'Maple', ownerUserName: 'il_support', redirectUris: [], products: ['quantum-view'] };
  await world.command('register-application', { clientId, clientSecret, ...owner });
  // The same seed gives the same numbers in both worlds: only the environment tells the parcels apart.
  const order = { shipments: 30, from: '2026-11-18T00:00:00Z', to: '2026-11-20T00:00:00Z', seed: 'same' };
  await world.traffic(order);
  return world;
}

beforeAll(async () => {
  database = await hubDatabase();
  [sandbox, carrierTest] = [await newWorld('one'), await newWorld('two')];
  const clientSecret = new Secret('hub-secret');
  test = await testHub(database, {
    fetch: twoWorlds,
    clock: sandbox.clock,
    config: {
      carrier: { environment: 'sandbox', baseUrl: sandbox.baseUrl, clientId: 'hub-sandbox', clientSecret },
      otherCarriers: [{ environment: 'test', baseUrl: null, clientId: 'hub-test', clientSecret }],
    },
  });
  maple = await newCompany(database, 'Maple');
  const memberships = [{ tenantId: maple, role: 'administrator' as const }];
  alice = new Browser(test.app);
  await alice.signIn((await newPerson(database, { name: 'Alice', memberships })).email);
  await connect('sandbox');
  await connect('test');
});
afterAll(async () => {
  await sandbox.close();
  await carrierTest.close();
  await database.close();
});

async function connect(environment: EnvironmentName): Promise<void> {
  const wanted = {
    ...{ name: `Maple ${environment}`, type: 'ups-quantum-view-data-own', environment },
    subscriptions: ['Outbound'],
  };
  const { integrationId } = (await alice.send('POST', '/api/v1/integrations', wanted)).json();
  const url = `/api/v1/integrations/${integrationId}/application`;
  const made: Integration = (await alice.send('PUT', url, application)).json();
  const subscriptionId = made.subscriptions[0]?.subscriptionId ?? '';
  const due = { tenantId: maple, integrationId, subscriptionId };
  await readSubscription(test.hub, due, randomUUID(), new AbortController().signal);
}

const get = async (path: string) => (await alice.send('GET', `/api/v1${path}`)).json();
const parcelsOf = async (query: string) => ((await get(`/parcels?limit=200&${query}`)) as ParcelList).parcels;

describe('a company with several environments', () => {
  it('chooses among those that the hub is set up for', async () => {
    const { environments, integrations }: IntegrationList = await get('/integrations');
    expect(environments).toEqual(['sandbox', 'test']);
    expect(integrations.map(({ environment }) => environment).sort()).toEqual(['sandbox', 'test']);
    const wanted = { name: 'No', type: 'ups-quantum-view-data', subscriptions: ['Outbound'] };
    const production = await alice.send('POST', '/api/v1/integrations', {
      ...wanted,
      environment: 'production',
    });
    expect([production.statusCode, production.json().code]).toEqual([409, 'OTHER_ENVIRONMENT']);
  });

  it('is told which there are to look at', async () => {
    const session: Session = await get('/session');
    expect([session.environment, session.environments]).toEqual(['sandbox', ['sandbox', 'test']]);
  });

  it('sees parcels of one at a time, though the numbers are the same', async () => {
    const [plain, there] = [await parcelsOf(''), await parcelsOf('environment=test')];
    expect(plain.length).toBeGreaterThan(0);
    expect(new Set(plain.map(({ environment }) => environment))).toEqual(new Set(['sandbox']));
    expect(new Set(there.map(({ environment }) => environment))).toEqual(new Set(['test']));
    const numbers = (rows: typeof plain) => rows.map(({ trackingNumber }) => trackingNumber).sort();
    expect(numbers(there)).toEqual(numbers(plain));
    const ids = new Set([...plain, ...there].map(({ parcelId }) => parcelId));
    expect(ids.size).toBe(plain.length + there.length);
  });

  it('finds a number, and a common word on every page, in the one that is looked at', async () => {
    const [first] = await parcelsOf('environment=test');
    const found = await parcelsOf(`environment=test&q=${first?.trackingNumber}`);
    expect(found).toEqual([first]);
    const everywhere = await parcelsOf('environment=test');
    const common = first?.consigneeName?.split(' ')[0] ?? '';
    const carrying = everywhere.filter((row) => row.consigneeName?.startsWith(`${common} `)).length;
    let [cursor, seen]: [string | null, number] = ['', 0];
    while (cursor !== null) {
      const at = cursor ? `&cursor=${cursor}` : '';
      const page: ParcelList = await get(`/parcels?limit=1&environment=test&q=${common}${at}`);
      expect(page.parcels.every(({ environment }) => environment === 'test')).toBe(true);
      [cursor, seen] = [page.next, seen + page.parcels.length];
    }
    expect(seen).toBeGreaterThanOrEqual(carrying);
  });

  it('opens a parcel only where it belongs', async () => {
    const [first] = await parcelsOf('environment=test');
    const path = `/api/v1/parcels/${first?.parcelId}`;
    expect((await alice.send('GET', `${path}?environment=test`)).statusCode).toBe(200);
    expect((await alice.send('GET', path)).statusCode).toBe(404);
    expect((await alice.send('GET', `${path}?environment=production`)).statusCode).toBe(404);
  });

  it('gets a CSV file, a home and rates of one alone', async () => {
    const csv = await alice.send('GET', '/api/v1/parcels.csv?environment=test');
    const rows = csv.body.trim().split(/\r?\n/).slice(1);
    expect(rows.length).toBe((await parcelsOf('environment=test')).length);
    expect(rows.every((row) => row.endsWith('test'))).toBe(true);
    const home: Home = await get('/home?environment=test');
    expect(home.freshness.map(({ environment }) => environment)).toEqual(['test']);
    const elsewhere: Home = await get('/home?environment=production');
    expect([elsewhere.isConnected, elsewhere.late.count]).toEqual([false, 0]);
    const place = { postalCode: '30076', city: 'Roswell', region: 'GA', country: 'US' };
    const rates = await alice.send('POST', '/api/v1/rates/places?environment=production', place);
    expect([rates.statusCode, rates.json().code]).toEqual([409, 'RATES_NOT_CONNECTED']);
  });

  it('calls each side with its own token', async () => {
    const { integrations }: IntegrationList = await get('/integrations');
    const openings = await Promise.all(
      integrations.map(({ integrationId }) => test.hub.carrier.open(maple, integrationId)),
    );
    const ready = openings.filter((one) => one.kind === 'ready');
    expect(new Set(ready.map(({ environment }) => environment))).toEqual(new Set(['sandbox', 'test']));
    expect(new Set(ready.map(({ accessToken }) => accessToken)).size).toBe(2);
  });
});
