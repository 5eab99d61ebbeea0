import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskCompanies } from '../../api/desk.ts';
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

beforeAll(async () => {
  database = await hubDatabase();
  test = await testHub(database);
});
afterAll(() => database.close());

async function signedIn(person: Parameters<typeof newPerson>[1]): Promise<Browser> {
  const browser = new Browser(test.app);
  await browser.signIn((await newPerson(database, person)).email);
  return browser;
}

describe('customer success', () => {
  it('sees how every company’s way in stands', async () => {
    const maple = await newCompany(database, 'Maple');
    const northline = await newCompany(database, 'Northline');
    const alice = await signedIn({ memberships: [{ tenantId: maple, role: 'administrator' }] });
    const body = { name: 'Maple IL Integration', type: 'ups-quantum-view-data', subscriptions: ['Outbound'] };
    await alice.send('POST', '/api/v1/integrations', body);
    const cleo = await signedIn({ isDesk: true });
    const answer: DeskCompanies = (await cleo.send('GET', '/api/v1/desk/companies')).json();
    const of = (id: string) => answer.companies.find((company) => company.companyId === id);
    expect(of(northline)?.integrations).toEqual([]);
    expect(of(maple)?.integrations).toMatchObject([
      {
        name: 'Maple IL Integration',
        status: 'pending',
        subscriptions: [{ name: 'Outbound', carrierStatus: null, lastWalkAt: null }],
      },
    ]);
  });

  it.each(['carrier_grants', 'parcels', 'events', 'raw_answers', 'terms', 'authorizations'] as const)(
    'has no right to %s, whatever the program asks for',
    async (table) => {
      const reading = database.door.asDesk((tx) => tx.selectFrom(table).selectAll().execute());
      await expect(reading).rejects.toThrow(/permission denied/);
    },
  );
});

describe('a company', () => {
  it('changes its name, language and zone, which the audit log keeps', async () => {
    const tenantId = await newCompany(database, 'Before');
    const alice = await signedIn({ name: 'Alice', memberships: [{ tenantId, role: 'administrator' }] });
    const change = { name: 'After', locale: 'fr', zone: 'America/Vancouver' };
    expect((await alice.send('PATCH', '/api/v1/company', change)).json()).toMatchObject({
      ...change,
      members: [{ name: 'Alice', role: 'administrator' }],
    });
    const [entry] = (await alice.send('GET', '/api/v1/audit')).json().entries;
    expect(entry).toMatchObject({
      action: 'company.change',
      userName: 'Alice',
      before: { name: 'Before', locale: 'en' },
      after: change,
    });
  });

  it('does not move to a zone that nobody knows', async () => {
    const tenantId = await newCompany(database);
    const alice = await signedIn({ memberships: [{ tenantId, role: 'administrator' }] });
    const answer = await alice.send('PATCH', '/api/v1/company', { zone: 'Mars/Olympus' });
    expect(answer.json()).toMatchObject({ code: 'INVALID_VALUE', details: { field: 'zone' } });
  });

  it('reads its audit log page by page, and nobody rewrites it', async () => {
    const tenantId = await newCompany(database);
    const alice = await signedIn({ memberships: [{ tenantId, role: 'administrator' }] });
    for (const name of ['one', 'two', 'three']) await alice.send('PATCH', '/api/v1/company', { name });
    const first = (await alice.send('GET', '/api/v1/audit?limit=2')).json();
    const second = (await alice.send('GET', `/api/v1/audit?limit=2&cursor=${first.next}`)).json();
    const names = [...first.entries, ...second.entries].map((entry) => entry.after?.name);
    expect(names).toEqual(['three', 'two', 'one', undefined]);
    expect([second.entries[1].action, second.next]).toEqual(['session.open', null]);
    const rewriting = database.door.asTenant(tenantId, (tx) => tx.deleteFrom('audit_entries').execute());
    await expect(rewriting).rejects.toThrow(/permission denied/);
  });
});
