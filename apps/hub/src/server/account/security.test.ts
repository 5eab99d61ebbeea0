import type { Mail } from '@lading/kit/mail';
import { deliverDue } from '@lading/kit/outbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSender } from '../mail/service.ts';
import { codeAt } from '../sign-in/totp.ts';
import {
  Browser,
  type HubDatabase,
  hubDatabase,
  newCompany,
  newPerson,
  PASSWORD,
  type TestHub,
  testHub,
} from '../testing.ts';

let database: HubDatabase;
let test: TestHub;
let person: { userId: string; email: string };
let browser: Browser;

beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  test = await testHub(database);
  const tenantId = await newCompany(database);
  person = await newPerson(database, { memberships: [{ tenantId, role: 'administrator' }] });
  browser = new Browser(test.app);
  await browser.signIn(person.email);
});

const GOOD = 'quiet harbour at dawn';
const signIn = (password: string, code?: string) =>
  new Browser(test.app).send('POST', '/api/v1/session', {
    email: person.email,
    password,
    ...(code === undefined ? {} : { code }),
  });

/** Sends what is due and gives the letters to this person. */
async function letters(): Promise<Mail[]> {
  const sent: Mail[] = [];
  const mailer = { send: async (mail: Mail) => void sent.push(mail), close: () => undefined };
  await deliverDue(database.door, createSender(test.hub, mailer), test.clock);
  return sent.filter(({ to }) => to === person.email);
}

async function resetToken(): Promise<string> {
  await new Browser(test.app).send('POST', '/api/v1/password-resets', { email: person.email });
  const [letter] = await letters();
  return /token=([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '';
}

describe('a password', () => {
  it('is changed by who knows the old one, and ends other sessions', async () => {
    const other = new Browser(test.app);
    await other.signIn(person.email);
    const wrong = await browser.send('POST', '/api/v1/account/password', { current: 'x', password: GOOD });
    expect(wrong.statusCode).toBe(401);
    const right = await browser.send('POST', '/api/v1/account/password', {
      current: PASSWORD,
      password: GOOD,
    });
    expect(right.statusCode).toBe(204);
    expect((await browser.send('GET', '/api/v1/session')).statusCode).toBe(200);
    expect((await other.send('GET', '/api/v1/session')).statusCode).toBe(401);
    expect((await signIn(GOOD)).statusCode).toBe(200);
  });

  it('is chosen anew by a letter’s link, once, and every session ends', async () => {
    const token = await resetToken();
    const complete = () =>
      new Browser(test.app).send('POST', '/api/v1/password-resets/complete', { token, password: GOOD });
    expect((await complete()).statusCode).toBe(204);
    expect((await complete()).statusCode).toBe(410);
    expect((await browser.send('GET', '/api/v1/session')).statusCode).toBe(401);
    expect((await signIn(PASSWORD)).statusCode).toBe(401);
    expect((await signIn(GOOD)).statusCode).toBe(200);
  });

  it('link is over after an hour', async () => {
    const token = await resetToken();
    test.clock.advance(3_600_001);
    const answer = await new Browser(test.app).send('POST', '/api/v1/password-resets/complete', {
      token,
      password: GOOD,
    });
    expect(answer.statusCode).toBe(410);
  });

  it('is asked for without a word on who has a login', async () => {
    const ask = (email: string) => new Browser(test.app).send('POST', '/api/v1/password-resets', { email });
    const [known, unknown] = [await ask(person.email), await ask('nobody@example.test')];
    expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body]);
  });
});

/** Turns the second factor on; gives its secret and the recovery codes. */
async function turnOn() {
  const started = (await browser.send('POST', '/api/v1/account/second-factor')).json();
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...started.secret]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const code = () => codeAt(secret, Math.floor(test.clock.now() / 30_000));
  const confirmed = await browser.send('POST', '/api/v1/account/second-factor/confirm', { code: code() });
  return { started, code, confirmed };
}

describe('a second factor', () => {
  it('counts once its first code was typed, and is asked for from then on', async () => {
    const { started, code, confirmed } = await turnOn();
    expect(started.picture.side).toBeGreaterThan(20);
    expect(confirmed.json().codes).toHaveLength(10);
    expect((await signIn(PASSWORD)).json().code).toBe('CODE_REQUIRED');
    expect((await signIn(PASSWORD, '000000')).json().code).toBe('WRONG_CODE');
    test.clock.advance(30_000);
    expect((await signIn(PASSWORD, code())).statusCode).toBe(200);
  });

  it('takes no code twice, not even the one that turned it on', async () => {
    const { code } = await turnOn();
    expect((await signIn(PASSWORD, code())).json().code).toBe('WRONG_CODE');
    test.clock.advance(30_000);
    const now = code();
    expect((await signIn(PASSWORD, now)).statusCode).toBe(200);
    expect((await signIn(PASSWORD, now)).statusCode).toBe(401);
  });

  it('takes each recovery code once', async () => {
    const { confirmed } = await turnOn();
    const [code] = confirmed.json().codes;
    expect((await signIn(PASSWORD, code)).statusCode).toBe(200);
    expect((await signIn(PASSWORD, code)).statusCode).toBe(401);
    const security = (await browser.send('GET', '/api/v1/account/security')).json();
    expect(security).toEqual({ hasSecondFactor: true, recoveryCodesLeft: 9 });
  });

  it('is not on after a wrong first code, and is turned off with the password', async () => {
    await browser.send('POST', '/api/v1/account/second-factor');
    const wrong = await browser.send('POST', '/api/v1/account/second-factor/confirm', { code: '123456' });
    expect(wrong.json().code).toBe('WRONG_CODE');
    expect((await signIn(PASSWORD)).statusCode).toBe(200);
    await turnOn();
    const off = await browser.send('DELETE', '/api/v1/account/second-factor', { password: PASSWORD });
    expect(off.statusCode).toBe(204);
    expect((await signIn(PASSWORD)).statusCode).toBe(200);
  });
});
