import { randomUUID } from 'node:crypto';
import { Secret } from '@lading/kit/config';
import { startWorld, type WorldForTests } from '@lading/sandbox/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Integration } from '../../api/integrations.ts';
import { openApplication, readApplication } from '../carrier/applications.ts';
import { readSubscription } from '../ingestion/read.ts';
import {
  Browser,
  type HubDatabase,
  hubDatabase,
  newCompany,
  newPerson,
  type TestHub,
  testHub,
} from '../testing.ts';

const application = { clientId: 'maple-app', clientSecret: 'maple-secret-1', accountNumber: 'A1B2C3' };

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
  const { clientId, clientSecret } = application;
  const owner = { name: 'Maple', ownerUserName: 'il_support', redirectUris: [], products: ['quantum-view'] };
  await world.command('register-application', { clientId, clientSecret, ...owner });
  test = await testHub(database, {
    fetch: globalThis.fetch,
    clock: world.clock,
    config: {
      carrier: {
        environment: 'sandbox',
        baseUrl: world.baseUrl,
        clientId: world.clientId,
        clientSecret: new Secret(world.clientSecret),
      },
    },
  });
  maple = await newCompany(database, 'Maple');
  alice = await administratorOf(maple);
});
afterEach(() => world.close());

async function administratorOf(tenantId: string): Promise<Browser> {
  const memberships = [{ tenantId, role: 'administrator' as const }];
  const { email } = await newPerson(database, { name: 'Alice', memberships });
  const browser = new Browser(test.app);
  await browser.signIn(email);
  return browser;
}

async function create(type = 'ups-quantum-view-data-own', subscriptions = ['Outbound']) {
  const wanted = { name: 'Maple own', type, subscriptions };
  const made: Integration = (await alice.send('POST', '/api/v1/integrations', wanted)).json();
  return { ...made, url: `/api/v1/integrations/${made.integrationId}` };
}

async function connect(subscriptions?: string[]) {
  const { url, integrationId } = await create(undefined, subscriptions);
  const answer = await alice.send('PUT', `${url}/application`, application);
  return { url, integrationId, answer, integration: answer.json() as Integration };
}

const open = (integrationId: string, rejected?: string) =>
  test.hub.carrier.open(maple, integrationId, rejected);

describe('an application of a company’s own', () => {
  it('is authorized by a real token, tested by date, and shown without its secret', async () => {
    const { answer, integration } = await connect(['Outbound', 'Inbound', 'Misspelt']);
    expect(answer.statusCode).toBe(200);
    expect(integration).toMatchObject({
      type: 'ups-quantum-view-data-own',
      status: 'authorized',
      authorizedBy: 'Alice',
      application: { clientId: 'maple-app', accountNumber: 'A1B2C3', storedBy: 'Alice' },
    });
    // The token speaks for one account: the subscription of another account is not there for it.
    const outcomes = integration.selfTest?.subscriptions.map(({ name, outcome }) => [name, outcome]);
    expect(outcomes).toEqual([
      ['Outbound', 'found'],
      ['Inbound', 'not-found'],
      ['Misspelt', 'not-found'],
    ]);
    expect(answer.body).not.toContain(application.clientSecret);
    const audit = await alice.send('GET', '/api/v1/audit');
    expect(audit.body).toContain('integration.use-application');
    expect(audit.body).not.toContain(application.clientSecret);
  });

  it('stands sealed for its company alone', async () => {
    const { integrationId } = await connect();
    const row = await database.door.asTenant(maple, (tx) =>
      readApplication(tx, { tenantId: maple, integrationId }),
    );
    if (!row) throw new Error('no application');
    expect(Buffer.from(row.sealed_secret).includes(application.clientSecret)).toBe(false);
    expect(openApplication(test.hub.sealer, row)).toEqual(application);
    expect(() => openApplication(test.hub.sealer, { ...row, tenant_id: randomUUID() })).toThrow();
    const desk = database.door.asDesk((tx) => tx.selectFrom('carrier_applications').selectAll().execute());
    await expect(desk).rejects.toThrow();
  });

  it.each([
    ['a wrong secret', { clientSecret: 'wrong' }],
    ['an unknown client id', { clientId: 'nobody' }],
    ['the account of somebody else', { accountNumber: 'N1R2T3' }],
  ])('changes nothing with %s, and says what to compare', async (_name, change) => {
    const { url } = await create();
    const refused = await alice.send('PUT', `${url}/application`, { ...application, ...change });
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'APPLICATION_REFUSED']);
    expect(refused.json().text.en).toContain('developer portal');
    const now: Integration = (await alice.send('GET', url)).json();
    expect([now.status, now.application]).toEqual(['pending', null]);
  });

  it('is not taken for what it is not: malformed accounts, unknown members, the other type', async () => {
    const { url } = await create();
    const put = async (at: string, body: object) =>
      (await alice.send('PUT', `${at}/application`, body)).statusCode;
    expect(await put(url, { ...application, accountNumber: 'a1b2c3' })).toBe(400);
    expect(await put(url, { ...application, accountNumber: 'A1B2C' })).toBe(400);
    expect(await put(url, { ...application, clientId: 'with:colon' })).toBe(400);
    expect(await put(url, { ...application, password: 'x' })).toBe(400);
    const other = await create('ups-quantum-view-data');
    expect(await put(other.url, application)).toBe(409);
    const popup = await alice.send('POST', `${url}/authorizations`);
    expect([popup.statusCode, popup.json().code]).toEqual([409, 'OTHER_TYPE']);
  });

  it('belongs to its company: another one’s administrator finds no such integration', async () => {
    const { url } = await connect();
    const nora = await administratorOf(await newCompany(database, 'Northline'));
    expect((await nora.send('PUT', `${url}/application`, application)).statusCode).toBe(404);
  });

  it('is forgotten with the integration', async () => {
    const { url, integrationId } = await connect();
    await alice.send('DELETE', url);
    const key = { tenantId: maple, integrationId };
    expect(await database.door.asTenant(maple, (tx) => readApplication(tx, key))).toBeNull();
    expect(await open(integrationId)).toEqual({ kind: 'not-authorized' });
  });
});

/** How many tokens the carrier has given and not forgotten. */
async function tokensGiven(): Promise<number> {
  const { counts } = (await world.control('GET', 'world')) as { counts: { accessTokens: number } };
  return counts.accessTokens;
}

describe('the token of an own application', () => {
  it('is asked for anew as it ends, once for all who wait', async () => {
    const { integrationId } = await connect();
    const first = await open(integrationId);
    expect(await open(integrationId)).toEqual(first);
    await world.clock.advance('PT4H');
    const before = await tokensGiven();
    const [one, ...others] = await Promise.all(Array.from({ length: 8 }, () => open(integrationId)));
    expect(one).not.toEqual(first);
    expect(one?.kind).toBe('ready');
    expect(others.every((each) => JSON.stringify(each) === JSON.stringify(one))).toBe(true);
    expect(await tokensGiven()).toBe(before + 1);
  });

  it('dies with a replaced secret: known, told, and mended by entering the new one', async () => {
    const { url, integrationId } = await connect();
    await world.command('replace-client-secret', { clientId: 'maple-app', clientSecret: 'maple-secret-2' });
    await world.clock.advance('PT4H');
    expect(await open(integrationId)).toEqual({ kind: 'reauthorization-required' });
    const now: Integration = (await alice.send('GET', url)).json();
    expect(now).toMatchObject({ status: 'reauthorization-required', lastFault: { code: '10401' } });
    const letters = await database.door.asTenant(maple, (tx) =>
      tx.selectFrom('outbox').select('kind').where('tenant_id', '=', maple).execute(),
    );
    expect(letters).toEqual([{ kind: 'application-refused' }]);

    const changed = { ...application, clientSecret: 'maple-secret-2' };
    const mended: Integration = (await alice.send('PUT', `${url}/application`, changed)).json();
    expect(mended).toMatchObject({ status: 'authorized', lastFault: null });
    expect((await open(integrationId)).kind).toBe('ready');
  });

  it('is kept where the carrier cannot be reached, and nothing is declared dead', async () => {
    const { url, integrationId } = await connect();
    await world.clock.advance('PT4H');
    await world.control('POST', 'faults', { status: 503 });
    expect((await open(integrationId)).kind).toBe('unavailable');
    expect((await alice.send('GET', url)).json().status).toBe('authorized');
  });
});

describe('reading with an own application', () => {
  it('brings parcels in shadow and after take over, and none twice after hand back', async () => {
    await world.traffic({
      ...{ shipments: 40, from: '2026-11-18T00:00:00Z', to: '2026-11-20T00:00:00Z', seed: 'own' },
    });
    const { url, integrationId, integration } = await connect();
    const subscriptionId = integration.subscriptions[0]?.subscriptionId ?? '';
    const due = { tenantId: maple, integrationId, subscriptionId };
    const read = () => readSubscription(test.hub, due, randomUUID(), new AbortController().signal);
    const numbers = async () =>
      ((await alice.send('GET', '/api/v1/parcels?limit=200')).json().parcels as { trackingNumber: string }[])
        .map((parcel) => parcel.trackingNumber)
        .sort();
    await read();
    const inShadow = await numbers();
    expect(inShadow.length).toBeGreaterThan(0);
    expect((await alice.send('POST', `${url}/take-over`)).json().mode).toBe('unread');
    await read();
    expect((await alice.send('POST', `${url}/hand-back`)).json().mode).toBe('shadow');
    await read();
    expect(await numbers()).toEqual(inShadow);
  });
});
