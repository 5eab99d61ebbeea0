import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WayIn } from '../../api/way-in.ts';
import { openPayload } from '../outbox/store.ts';
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
  test = await testHub(database, {
    config: { wayIn: { contact: { name: 'Claude Roy', email: 'claude@hub.test' }, cutOver: '2026-08-08' } },
  });
});
afterAll(() => database.close());

async function administrator(tenantId: string, name: string): Promise<Browser> {
  const browser = new Browser(test.app);
  const { email } = await newPerson(database, { name, memberships: [{ tenantId, role: 'administrator' }] });
  await browser.signIn(email);
  return browser;
}

const user = { how: 'new', email: 'carrier-data@maple.example', isCampusShip: false };
const handOver = { userName: 'maple_support', email: 'carrier-data@maple.example' };
const at = '2026-03-02T12:00:00.000Z';

async function wayIn(browser: Browser): Promise<WayIn> {
  return (await browser.send('GET', '/api/v1/way-in')).json();
}

describe('the four steps', () => {
  it('are taken by one administrator and seen done, with name and time, by a second', async () => {
    const tenantId = await newCompany(database, 'Maple');
    const alice = await administrator(tenantId, 'Alice');
    expect(await wayIn(alice)).toEqual({
      ...{ carrierUser: null, handOver: null, associations: null, authorization: null },
      ...{ hasOnlyOwnApplications: false, accountCount: 0, subscriptionNames: [] },
    });
    await alice.send('POST', '/api/v1/way-in/carrier-user', user);
    await alice.send('POST', '/api/v1/way-in/hand-over', handOver);
    await alice.send('POST', '/api/v1/way-in/associations', { how: 'associated' });
    const body = { name: 'Maple', type: 'ups-quantum-view-data', subscriptions: ['Outbound'] };
    const { integrationId } = (await alice.send('POST', '/api/v1/integrations', body)).json();
    const done = { at, by: 'Alice' };
    expect(await wayIn(await administrator(tenantId, 'Bob'))).toMatchObject({
      carrierUser: { how: 'new', email: user.email, done },
      handOver: { ...handOver, done },
      associations: { how: 'associated', done },
      authorization: { integrationId, status: 'pending', done: null },
    });
    const { entries } = (await alice.send('GET', '/api/v1/audit')).json();
    const actions = entries.map((entry: { action: string; userName: string }) => [
      entry.action,
      entry.userName,
    ]);
    for (const step of ['carrier-user', 'hand-over', 'associations']) {
      expect(actions).toContainEqual([`way-in.${step}`, 'Alice']);
    }
  });

  it('stay inside the company', async () => {
    const maple = await administrator(await newCompany(database, 'Maple'), 'Alice');
    await maple.send('POST', '/api/v1/way-in/hand-over', handOver);
    await maple.send('POST', '/api/v1/way-in/accounts', { csv: 'account,name\nA1B2C3,Dock' });
    const other = await administrator(await newCompany(database, 'Other'), 'Olga');
    expect(await wayIn(other)).toMatchObject({ handOver: null, accountCount: 0 });
    expect((await other.send('GET', '/api/v1/way-in/accounts')).json()).toEqual({ accounts: [] });
  });

  it('open again when one is taken back, which the audit log keeps', async () => {
    const alice = await administrator(await newCompany(database), 'Alice');
    await alice.send('POST', '/api/v1/way-in/carrier-user', { ...user, how: 'existing' });
    const answer = await alice.send('DELETE', '/api/v1/way-in/steps/carrier-user');
    expect(answer.json()).toMatchObject({ carrierUser: null });
    const [entry] = (await alice.send('GET', '/api/v1/audit')).json().entries;
    expect(entry).toMatchObject({
      action: 'way-in.take-back',
      before: { step: 'carrier-user', how: 'existing', email: user.email },
    });
  });

  it.each([
    ['a CampusShip user', 'carrier-user', { ...user, isCampusShip: true }],
    ['a user whose kind is not said', 'carrier-user', { how: 'new', email: user.email }],
    ['an address that is none', 'hand-over', { ...handOver, email: 'maple' }],
    ['a user name of spaces', 'hand-over', { ...handOver, userName: '   ' }],
    ['an unknown way of association', 'associations', { how: 'guessed' }],
  ])('do not take %s', async (_name, step, body) => {
    const alice = await administrator(await newCompany(database), 'Alice');
    expect((await alice.send('POST', `/api/v1/way-in/${step}`, body)).statusCode).toBe(400);
    expect(await wayIn(alice)).toMatchObject({ carrierUser: null, handOver: null, associations: null });
  });
});

describe('the hand-over', () => {
  it('takes no password, under whatever name, and keeps nothing of one', async () => {
    const tenantId = await newCompany(database);
    const alice = await administrator(tenantId, 'Alice');
    for (const name of ['password', 'Password', 'motDePasse']) {
      const body = { ...handOver, [name]: 'planted-secret' };
      const answer = await alice.send('POST', '/api/v1/way-in/hand-over', body);
      expect(answer.statusCode).toBe(400);
      expect(answer.body).not.toContain('planted-secret');
    }
    expect(await wayIn(alice)).toMatchObject({ handOver: null });
    expect(JSON.stringify(await letters(tenantId))).not.toContain('planted-secret');
  });

  it('writes to whom the hub names while the company has no contact of its own', async () => {
    const tenantId = await newCompany(database);
    const alice = await administrator(tenantId, 'Alice');
    await alice.send('POST', '/api/v1/way-in/hand-over', handOver);
    expect(await letters(tenantId)).toEqual([
      {
        kind: 'hand-over',
        to: { email: 'claude@hub.test', locale: 'en' },
        facts: { administrator: 'Alice', ...handOver },
      },
    ]);
  });
});

async function letters(tenantId: string) {
  const rows = await database.door.asTenant(tenantId, (tx) =>
    tx.selectFrom('outbox').select(['kind', 'payload']).where('tenant_id', '=', tenantId).execute(),
  );
  return rows.map(({ kind, payload }) => ({
    kind,
    ...openPayload(test.hub.sealer, tenantId, payload as Record<string, unknown>),
  }));
}

describe('the directory of accounts', () => {
  it('is replaced by a file, and says what that changed', async () => {
    const alice = await administrator(await newCompany(database), 'Alice');
    const send = (csv: string) => alice.send('POST', '/api/v1/way-in/accounts', { csv });
    await send('account,name,group\nA1B2C3,Dock,East\nD4E5F6,Returns,\n7G8H9J,Old,');
    const answer = await send('account,name,group\nA1B2C3,Dock,East\nD4E5F6,Returns,West\nK1L2M3,New,East');
    expect(answer.json()).toEqual({ added: 1, changed: 1, removed: 1, unchanged: 1 });
    expect((await alice.send('GET', '/api/v1/way-in/accounts')).json().accounts).toEqual([
      { number: 'A1B2C3', name: 'Dock', group: 'East' },
      { number: 'K1L2M3', name: 'New', group: 'East' },
      { number: 'D4E5F6', name: 'Returns', group: 'West' },
    ]);
  });

  it('keeps what it had when one line of a file is wrong', async () => {
    const alice = await administrator(await newCompany(database), 'Alice');
    await alice.send('POST', '/api/v1/way-in/accounts', { csv: 'account,name\nA1B2C3,Dock' });
    const csv = 'account,name\nK1L2M3,New\nD4E5,Short\n';
    const answer = await alice.send('POST', '/api/v1/way-in/accounts', { csv });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      code: 'ACCOUNTS_NOT_IMPORTED',
      details: {
        count: 1,
        fr: ['ligne 3 : « D4E5 » n’est pas un numéro de compte : six lettres ou chiffres'],
      },
    });
    const { accounts } = (await alice.send('GET', '/api/v1/way-in/accounts')).json();
    expect(accounts).toEqual([{ number: 'A1B2C3', name: 'Dock', group: null }]);
  });

  it('takes a file of thousands of accounts at once', async () => {
    const alice = await administrator(await newCompany(database), 'Alice');
    const lines = Array.from(
      { length: 2_500 },
      (_none, index) => `${String(index).padStart(6, '0')},Account`,
    );
    const csv = ['account,name', ...lines].join('\n');
    expect((await alice.send('POST', '/api/v1/way-in/accounts', { csv })).json()).toMatchObject({
      added: 2_500,
    });
    expect((await wayIn(alice)).accountCount).toBe(2_500);
  });
});

describe('whom to ask', () => {
  it('is known to every member and to who works for no company, with the cut-over', async () => {
    const tenantId = await newCompany(database);
    const umar = new Browser(test.app);
    await umar.signIn((await newPerson(database, { memberships: [{ tenantId, role: 'user' }] })).email);
    const contact = { name: 'Claude Roy', email: 'claude@hub.test', telephone: null };
    expect((await umar.send('GET', '/api/v1/way-in/standing')).json()).toEqual({
      contact,
      cutOver: { on: '2026-08-08', isMigrated: false },
    });
    const nobody = new Browser(test.app);
    await nobody.signIn((await newPerson(database)).email);
    expect((await nobody.send('GET', '/api/v1/way-in/standing')).json()).toEqual({
      contact,
      cutOver: { on: '2026-08-08', isMigrated: null },
    });
  });
});
