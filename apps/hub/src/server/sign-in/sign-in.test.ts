import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  Browser,
  type HubDatabase,
  hubDatabase,
  newCompany,
  newPerson,
  type TestHub,
  testHub,
} from '../testing.ts';
import { SIGN_IN_LIMITS } from './limits.ts';

let database: HubDatabase;
let test: TestHub;
let maple: string;
let email: string;
let browser: Browser;

beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  test = await testHub(database);
  maple = await newCompany(database, 'Maple');
  ({ email } = await newPerson(database, {
    name: 'Alice',
    memberships: [{ tenantId: maple, role: 'administrator' }],
  }));
  browser = new Browser(test.app);
});

const session = () => browser.send('GET', '/api/v1/session');

describe('signing in', () => {
  it('opens a session in the only company, with who one is and whom to ask', async () => {
    const answer = await browser.signIn(email.toUpperCase());
    expect(answer.json()).toMatchObject({
      user: { name: 'Alice', email, locale: 'en', zone: 'America/Toronto', isDesk: false },
      company: { companyId: maple, role: 'administrator', administrators: ['Alice'] },
      companies: [{ companyId: maple, companyName: 'Maple' }],
      now: '2026-03-02T12:00:00.000Z',
    });
    expect((await session()).statusCode).toBe(200);
  });

  it('keeps only a hash of what is in the cookie, which scripts cannot read', async () => {
    const [cookie] = (await browser.signIn(email)).cookies;
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    const stored = await database.door.asDesk((tx) => tx.selectFrom('sessions').selectAll().execute());
    const token = cookie?.value ?? '';
    expect(stored.map((row) => Buffer.from(row.session_hash).toString('base64url'))).not.toContain(token);
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await browser.signIn(email, 'wrong');
    const unknown = await browser.signIn('nobody@example.test', 'wrong');
    expect(wrong.statusCode).toBe(401);
    const { requestId: _one, ...wrongBody } = wrong.json();
    const { requestId: _two, ...unknownBody } = unknown.json();
    expect(wrongBody).toEqual(unknownBody);
    expect(wrongBody.code).toBe('WRONG_CREDENTIALS');
    expect(wrong.cookies).toEqual([]);
  });

  it('checks a password for an unknown address too, so that time tells nothing', async () => {
    await browser.signIn('nobody@example.test', 'warm up');
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 4; round += 1) {
      times.known.push(await elapsed(() => browser.signIn(email, 'wrong')));
      times.unknown.push(await elapsed(() => browser.signIn('nobody@example.test', 'wrong')));
    }
    // The quickest of several: whatever else the machine does only ever slows one down.
    expect(Math.min(...times.unknown)).toBeGreaterThan(Math.min(...times.known) / 4);
  });

  it('is slowed down per e-mail, and a right password starts the count again', async () => {
    for (let n = 1; n < SIGN_IN_LIMITS.perEmail; n += 1) await browser.signIn(email, 'wrong');
    expect((await browser.signIn(email)).statusCode).toBe(200);
    browser = new Browser(test.app);
    for (let n = 0; n < SIGN_IN_LIMITS.perEmail; n += 1) await browser.signIn(email, 'wrong');
    const refused = await browser.signIn(email);
    expect(refused.statusCode).toBe(429);
    expect(refused.json().text.fr).toContain('Trop de tentatives');
  });

  it('is slowed down per address, whoever is tried', async () => {
    const answers = [];
    for (let n = 0; n <= SIGN_IN_LIMITS.perAddress; n += 1) {
      answers.push((await browser.signIn(`nobody${n}@example.test`, 'x')).statusCode);
    }
    expect(answers.slice(0, -1).every((status) => status === 401)).toBe(true);
    expect(answers.at(-1)).toBe(429);
  });

  it('refuses another site’s form', async () => {
    for (const headers of [{ origin: 'http://evil.test' }, { 'sec-fetch-site': 'cross-site' }]) {
      const answer = await browser.send('POST', '/api/v1/session', { email, password: 'x' }, headers);
      expect(answer.json().code).toBe('CROSS_SITE_REQUEST');
    }
  });
});

describe('a session', () => {
  beforeEach(() => browser.signIn(email));

  it('ends when nobody used it for half a day, on the hub’s clock', async () => {
    test.clock.advance(11 * 3_600_000);
    expect((await session()).statusCode).toBe(200);
    test.clock.advance(11 * 3_600_000);
    expect((await session()).statusCode).toBe(200);
    test.clock.advance(13 * 3_600_000);
    expect((await session()).json().code).toBe('SIGN_IN_REQUIRED');
  });

  it('ends after seven days however much it is used', async () => {
    for (let n = 0; n < 16; n += 1) {
      test.clock.advance(10 * 3_600_000);
      expect((await session()).statusCode).toBe(200);
    }
    test.clock.advance(8 * 3_600_000 - 1);
    expect((await session()).statusCode).toBe(200);
    test.clock.advance(1);
    expect((await session()).statusCode).toBe(401);
  });

  it('is over after signing out, also for who kept the cookie', async () => {
    const thief = browser.copy();
    expect((await thief.send('GET', '/api/v1/session')).statusCode).toBe(200);
    expect((await browser.send('DELETE', '/api/v1/session')).statusCode).toBe(204);
    expect((await session()).statusCode).toBe(401);
    expect((await thief.send('GET', '/api/v1/session')).statusCode).toBe(401);
  });

  it('changes nothing without its token', async () => {
    for (const headers of [
      { 'x-csrf-token': '' },
      { 'x-csrf-token': 'x'.repeat(browser.csrfToken.length) },
    ]) {
      const answer = await browser.send('PATCH', '/api/v1/account', { locale: 'fr' }, headers);
      expect(answer.json().code).toBe('CROSS_SITE_REQUEST');
    }
  });

  it('keeps language and zone as the person chooses them', async () => {
    const answer = await browser.send('PATCH', '/api/v1/account', {
      locale: 'fr',
      zone: 'America/Vancouver',
    });
    expect(answer.json().user).toMatchObject({ locale: 'fr', zone: 'America/Vancouver' });
    expect((await session()).json().user).toMatchObject({ locale: 'fr', zone: 'America/Vancouver' });
    const wrong = await browser.send('PATCH', '/api/v1/account', { zone: 'Mars/Olympus' });
    expect(wrong.json()).toMatchObject({ code: 'INVALID_VALUE', details: { field: 'zone' } });
  });
});

describe('a person of two companies', () => {
  it('chooses one, and only one of their own', async () => {
    const northline = await newCompany(database, 'Northline');
    const stranger = await newCompany(database, 'Stranger');
    const person = await newPerson(database, {
      memberships: [
        { tenantId: maple, role: 'administrator' },
        { tenantId: northline, role: 'user' },
      ],
    });
    expect((await browser.signIn(person.email)).json().company).toBeNull();
    expect((await browser.send('GET', '/api/v1/company')).json().code).toBe('COMPANY_REQUIRED');
    const choose = (companyId: string) => browser.send('POST', '/api/v1/session/company', { companyId });
    expect((await choose(stranger)).statusCode).toBe(404);
    expect((await choose(northline)).json().company).toMatchObject({ companyId: northline, role: 'user' });
    expect((await choose(maple)).json().company).toMatchObject({ companyId: maple, role: 'administrator' });
  });
});

async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
