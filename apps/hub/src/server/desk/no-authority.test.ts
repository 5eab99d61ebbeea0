import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HubTables } from '../tables.ts';
import {
  Browser,
  type HubDatabase,
  hubDatabase,
  newCompany,
  newPerson,
  type TestHub,
  testHub,
} from '../testing.ts';

/** What customer success may look after but never touch. */
const FOREIGN = [
  ...(['carrier_grants', 'authorizations', 'integrations', 'subscriptions'] as const),
  ...(['way_in_steps', 'carrier_accounts', 'memberships'] as const),
];

let database: HubDatabase;
let test: TestHub;
let tenantId: string;
let cleoEmail: string;
const integrationId = randomUUID();

beforeAll(async () => {
  database = await hubDatabase();
  test = await testHub(database);
  tenantId = await newCompany(database, 'Maple');
  cleoEmail = (await newPerson(database, { name: 'Cleo', isDesk: true })).email;
  const alice = new Browser(test.app);
  const memberships = [{ tenantId, role: 'administrator' as const }];
  const { email, userId } = await newPerson(database, { name: 'Alice', memberships });
  await alice.signIn(email);
  const step = { userName: 'maple_support', email: 'carrier-data@maple.example' };
  await alice.send('POST', '/api/v1/way-in/hand-over', step);
  await alice.send('POST', '/api/v1/way-in/accounts', { csv: 'account,name\nA1B2C3,Dock' });
  await database.door.asTenant(tenantId, (tx) => authorizedIntegration(tx, userId));
});
afterAll(() => database.close());

async function authorizedIntegration(tx: Transaction<HubTables>, userId: string): Promise<void> {
  const at = new Date('2026-03-01T12:00:00Z');
  const key = { tenant_id: tenantId, integration_id: integrationId };
  await tx
    .insertInto('integrations')
    .values({
      ...{ ...key, name: 'Maple', type: 'ups-quantum-view-data', environment: 'sandbox', mode: 'shadow' },
      ...{
        status: 'authorized',
        authorized_at: at,
        authorized_by: userId,
        created_at: at,
        created_by: userId,
      },
    })
    .execute();
  await tx
    .insertInto('carrier_grants')
    .values({
      ...{ ...key, version: 1, key_id: 'test', sealed_tokens: Buffer.from('sealed'), refresh_count: 0 },
      ...{ access_expires_at: at, refresh_expires_at: at, stored_at: at },
    })
    .execute();
}

function snapshot(): Promise<string> {
  return database.door.asTenant(tenantId, async (tx) => {
    const tables = [];
    for (const table of FOREIGN) tables.push(await tx.selectFrom(table).selectAll().execute());
    return JSON.stringify(tables);
  });
}

async function cleo(): Promise<Browser> {
  const browser = new Browser(test.app);
  await browser.signIn(cleoEmail);
  return browser;
}

/** Every member that any route reads, so that what stops a call is who calls, not what is sent. */
const body = {
  ...{ name: 'Taken over', type: 'ups-quantum-view-data', subscriptions: ['Mine'], role: 'administrator' },
  ...{ how: 'existing', isCampusShip: false, userName: 'cleo', email: 'cleo@lading.example' },
  ...{ csv: 'account,name\nK1L2M3,Mine', mode: 'unread', companyId: '' },
};

describe('customer success', () => {
  it('changes nothing of a company’s authorization, carrier user or tokens over any route', async () => {
    const before = await snapshot();
    const routes = [...test.app.accessByRoute].filter(([route]) => !/^(HEAD|OPTIONS)/.test(route));
    expect(routes.length).toBeGreaterThan(40);
    const passed: string[] = [];
    for (const [route, access] of routes) {
      const [method = '', pattern = ''] = route.split(' ');
      const url = pattern
        .replace(':companyId', tenantId)
        .replace(':integrationId', integrationId)
        .replace(':step', 'hand-over')
        .replace(/:\w+/g, () => randomUUID());
      const sent = { ...body, companyId: tenantId };
      const answer = await (await cleo()).send(
        method as 'GET',
        url,
        ['GET', 'DELETE'].includes(method) ? undefined : sent,
      );
      if (answer.statusCode < 300 && (access === 'member' || access === 'administrator')) passed.push(route);
      expect(answer.body).not.toContain('sealed_tokens');
    }
    expect(passed).toEqual([]);
    expect(await snapshot()).toBe(before);
  });

  it.each(FOREIGN.filter((table) => table !== 'memberships'))(
    'cannot write %s, whatever the program asks for',
    async (table) => {
      const writing = database.door.asDesk((tx) =>
        tx.updateTable(table).set({ tenant_id: tenantId }).where('tenant_id', '=', tenantId).execute(),
      );
      await expect(writing).rejects.toThrow(/permission denied/);
      const deleting = database.door.asDesk((tx) => tx.deleteFrom(table).execute());
      await expect(deleting).rejects.toThrow(/permission denied/);
    },
  );

  it.each(['provided_subscriptions', 'company_contacts', 'validations'] as const)(
    'alone writes %s: a company cannot',
    async (table) => {
      const deleting = database.door.asTenant(tenantId, (tx) => tx.deleteFrom(table).execute());
      await expect(deleting).rejects.toThrow(/permission denied/);
    },
  );
});
