import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeskCompanies, DeskCompany } from '../../api/desk.ts';
import {
  Browser,
  type HubDatabase,
  hubDatabase,
  newCompany,
  newPerson,
  type TestHub,
  testHub,
} from '../testing.ts';

let database: HubDatabase;
let test: TestHub;
let tenantId: string;
let alice: Browser;
let cleo: Browser;

beforeAll(async () => {
  database = await hubDatabase();
  test = await testHub(database, { config: { wayIn: { contact: null, cutOver: '2026-08-08' } } });
  cleo = await signedIn({ name: 'Cleo', isDesk: true });
});
afterAll(() => database.close());

beforeEach(async () => {
  tenantId = await newCompany(database, 'Maple');
  alice = await signedIn({ name: 'Alice', memberships: [{ tenantId, role: 'administrator' }] });
});

async function signedIn(person: Parameters<typeof newPerson>[1]): Promise<Browser> {
  const browser = new Browser(test.app);
  await browser.signIn((await newPerson(database, person)).email);
  return browser;
}

async function newIntegration(subscriptions = ['Outbound']): Promise<string> {
  const body = { name: 'Maple', type: 'ups-quantum-view-data', subscriptions };
  return (await alice.send('POST', '/api/v1/integrations', body)).json().integrationId;
}

/** As the callback of the carrier leaves it. */
function authorize(integrationId: string, at: string): Promise<unknown> {
  return database.door.asTenant(tenantId, (tx) =>
    tx
      .updateTable('integrations')
      .set({ status: 'authorized', authorized_at: at })
      .where('tenant_id', '=', tenantId)
      .where('integration_id', '=', integrationId)
      .execute(),
  );
}

async function onDesk(): Promise<DeskCompany | undefined> {
  const { companies }: DeskCompanies = (await cleo.send('GET', '/api/v1/desk/companies')).json();
  return companies.find(({ companyId }) => companyId === tenantId);
}

const desk = () => `/api/v1/desk/companies/${tenantId}`;

describe('the desk', () => {
  it('provides the subscription names exactly as typed, for the company’s wizard', async () => {
    const subscriptionNames = ['Outbound ', 'InBound'];
    const answer = await cleo.send('PATCH', desk(), { subscriptionNames });
    expect(answer.json()).toMatchObject({ companyId: tenantId, subscriptionNames, contact: null });
    expect((await alice.send('GET', '/api/v1/way-in')).json().subscriptionNames).toEqual(subscriptionNames);
    await cleo.send('PATCH', desk(), { subscriptionNames: ['Outbound'] });
    expect((await alice.send('GET', '/api/v1/way-in')).json().subscriptionNames).toEqual(['Outbound']);
    const [entry] = (await alice.send('GET', '/api/v1/audit')).json().entries;
    expect(entry).toMatchObject({ action: 'company.provide-subscriptions', userName: 'Cleo' });
  });

  it.each([
    ['four names', ['A', 'B', 'C', 'D']],
    ['a name twice', ['A', 'A']],
    ['a name of 22 characters', ['x'.repeat(22)]],
    ['an empty name', ['']],
  ])('does not provide %s', async (_name, subscriptionNames) => {
    expect((await cleo.send('PATCH', desk(), { subscriptionNames })).statusCode).toBe(400);
    expect((await onDesk())?.subscriptionNames).toEqual([]);
  });

  it('names the company’s contact, whom its people are told, and takes the name back', async () => {
    const contact = { name: 'Dana Côté', email: 'dana@lading.example', telephone: '514 555-0100' };
    await cleo.send('PATCH', desk(), { contact });
    expect((await alice.send('GET', '/api/v1/way-in/standing')).json()).toMatchObject({ contact });
    expect((await onDesk())?.contact).toEqual(contact);
    await cleo.send('PATCH', desk(), { contact: null });
    expect((await alice.send('GET', '/api/v1/way-in/standing')).json()).toMatchObject({ contact: null });
  });

  it('sees user name and address that a company handed over', async () => {
    const body = { userName: 'maple_support', email: 'carrier-data@maple.example' };
    await alice.send('POST', '/api/v1/way-in/hand-over', body);
    expect(await onDesk()).toMatchObject({ handOver: { ...body, done: { by: 'Alice' } }, carrierUser: null });
  });

  it('sees who has not come over by the cut-over', async () => {
    const integrationId = await newIntegration();
    const answer: DeskCompanies = (await cleo.send('GET', '/api/v1/desk/companies')).json();
    expect([answer.cutOver, (await onDesk())?.isMigrated]).toEqual(['2026-08-08', false]);
    await authorize(integrationId, '2026-03-01T00:00:00Z');
    expect((await onDesk())?.isMigrated).toBe(true);
  });

  it('sees the self-test without the tracking numbers that it found', async () => {
    const integrationId = await newIntegration();
    const tested = {
      name: 'Outbound',
      outcome: 'found',
      carrierStatus: 'A',
      files: 2,
      records: 9,
      fault: null,
    };
    const subscriptions = [{ ...tested, firstTrackingNumbers: ['1ZA1B2C30394618232'] }];
    const token = { ok: true, fault: null };
    const self_test = JSON.stringify({ at: '2026-03-01T00:00:00.000Z', token, subscriptions });
    await database.door.asTenant(tenantId, (tx) =>
      tx.updateTable('integrations').set({ self_test }).where('integration_id', '=', integrationId).execute(),
    );
    const [integration] = (await onDesk())?.integrations ?? [];
    expect(integration?.selfTest).toEqual({
      ...{ at: '2026-03-01T00:00:00.000Z', token },
      subscriptions: [{ ...tested, firstTrackingNumbers: [] }],
    });
  });

  it('says so where the company or the integration does not exist', async () => {
    const nowhere = '00000000-0000-7000-8000-00000000dead';
    const unknown = await cleo.send('PATCH', `/api/v1/desk/companies/${nowhere}`, { contact: null });
    expect(unknown.json()).toMatchObject({ code: 'NOT_FOUND', details: { what: 'company' } });
    const validation = await cleo.send('POST', `${desk()}/integrations/${nowhere}/validation`, {});
    expect(validation.json()).toMatchObject({ code: 'NOT_FOUND', details: { what: 'integration' } });
  });
});

describe('a validation', () => {
  it('is for an authorized integration only', async () => {
    const answer = await cleo.send('POST', `${desk()}/integrations/${await newIntegration()}/validation`, {});
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'NOT_TO_VALIDATE']);
  });

  it('is seen by the company with who and when, and asks for another after a new authorization', async () => {
    const integrationId = await newIntegration();
    await authorize(integrationId, '2026-03-01T00:00:00Z');
    const url = `${desk()}/integrations/${integrationId}/validation`;
    expect((await cleo.send('POST', url, {})).json().integrations[0].validated).toMatchObject({ by: 'Cleo' });
    const validated = { at: '2026-03-02T12:00:00.000Z', by: 'Cleo' };
    const wayIn = async () => (await alice.send('GET', '/api/v1/way-in')).json().authorization;
    expect(await wayIn()).toMatchObject({ status: 'authorized', validated });
    await authorize(integrationId, '2026-03-03T00:00:00Z');
    expect(await wayIn()).toMatchObject({ status: 'authorized', validated: null });
  });

  it('can be taken back', async () => {
    const integrationId = await newIntegration();
    await authorize(integrationId, '2026-03-01T00:00:00Z');
    const url = `${desk()}/integrations/${integrationId}/validation`;
    await cleo.send('POST', url, {});
    expect((await cleo.send('DELETE', url)).json().integrations[0].validated).toBeNull();
    const actions = (await alice.send('GET', '/api/v1/audit')).json().entries;
    expect(
      actions
        .map((entry: { action: string }) => entry.action)
        .slice(0, 2)
        .sort(),
    ).toEqual(['integration.take-validation-back', 'integration.validate']);
  });
});
