import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { storeRaw } from '../ingestion/store.ts';
import { AT, file, newFeed, scan, tell } from '../ingestion/testing.ts';
import { Browser, type HubDatabase, hubDatabase, newCompany, newPerson, testHub } from '../testing.ts';

let database: HubDatabase;
let maple: string;
let admin: Browser;
let user: Browser;

beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  const { app } = await testHub(database);
  maple = await newCompany(database, 'Maple');
  const member = async (role: 'administrator' | 'user') => {
    const { email } = await newPerson(database, { memberships: [{ tenantId: maple, role }] });
    const browser = new Browser(app);
    await browser.signIn(email);
    return browser;
  };
  [admin, user] = [await member('administrator'), await member('user')];
});

const DAYS = '/api/v1/company';

describe('the days for which a company keeps its data', () => {
  it('are 90 and 730 until an administrator changes them, which is recorded', async () => {
    expect((await user.send('GET', DAYS)).json()).toMatchObject({ rawDays: 90, eventDays: 730 });
    const answer = await admin.send('PATCH', DAYS, { rawDays: 30, eventDays: 400 });
    expect(answer.json()).toMatchObject({ name: 'Maple', rawDays: 30, eventDays: 400 });
    const audit = (await admin.send('GET', '/api/v1/audit?action=company.change')).json();
    expect(audit.entries).toMatchObject([
      { before: { rawDays: 90, eventDays: 730 }, after: { rawDays: 30, eventDays: 400 } },
    ]);
  });

  it.each([
    [{ rawDays: 13 }],
    [{ rawDays: 731 }],
    [{ eventDays: 179 }],
    [{ eventDays: 2556 }],
    [{ rawDays: 300, eventDays: 200 }],
    [{ rawDays: 30.5 }],
  ])('are not %o', async (change) => {
    expect((await admin.send('PATCH', DAYS, change)).statusCode).toBe(400);
    expect((await user.send('GET', DAYS)).json()).toMatchObject({ rawDays: 90, eventDays: 730 });
  });

  it('are the administrators’ to change', async () => {
    expect((await user.send('PATCH', DAYS, { rawDays: 30 })).statusCode).toBe(403);
  });
});

describe('what a company’s data takes', () => {
  it('is counted, and weighed as received and as stored', async () => {
    const feed = await newFeed(database.door, maple, { name: `S${randomUUID().slice(0, 12)}` });
    const body = Buffer.from(JSON.stringify({ padding: 'x'.repeat(5_000) }));
    for (const content of [body, body, Buffer.from('{}')]) {
      const answer = {
        rawId: randomUUID(),
        walk: 'dates',
        request: {},
        receivedAt: AT,
        body: content,
      } as const;
      await storeRaw(database.door, feed, answer);
    }
    await tell(database.door, feed, file('f', { Origin: [scan('1Z1', '20261118', '201500')] }));
    const { rawAnswers, events, parcels } = (await admin.send('GET', `${DAYS}/storage`)).json();
    expect(rawAnswers).toMatchObject({ rows: 3, repeatedRows: 1, oldest: AT.toISOString() });
    expect(rawAnswers.receivedBytes).toBe(2 * body.byteLength + 2);
    expect(rawAnswers.storedBytes).toBeGreaterThan(0);
    expect(rawAnswers.storedBytes).toBeLessThan(1_000);
    for (const table of [events, parcels]) {
      expect(table.rows).toBe(1);
      expect(table.estimatedBytes).toBeGreaterThan(50);
    }
  });

  it('is nothing at first, and no business of ordinary users', async () => {
    expect((await admin.send('GET', `${DAYS}/storage`)).json()).toMatchObject({
      rawAnswers: { rows: 0, receivedBytes: 0, oldest: null },
      events: { rows: 0, estimatedBytes: 0 },
    });
    expect((await user.send('GET', `${DAYS}/storage`)).statusCode).toBe(403);
  });
});
