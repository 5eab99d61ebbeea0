import { Secret } from '@lading/kit/config';
import { startWorld, type WorldForTests } from '@lading/sandbox/testing';
import { logOn } from '@lading/sdk/testing/person';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RateAnswer, RateQuestion } from '../../api/rates.ts';
import { Browser, type HubDatabase, hubDatabase, newCompany, newPerson, testHub } from '../testing.ts';

let database: HubDatabase;
let world: WorldForTests;
let user: Browser;
let stranger: Browser;

beforeAll(async () => {
  database = await hubDatabase();
  world = await startWorld();
  const { app } = await testHub(database, {
    fetch: globalThis.fetch,
    clock: world.clock,
    config: {
      publicUrl: 'http://127.0.0.1:3000',
      carrier: {
        environment: 'sandbox',
        baseUrl: world.baseUrl,
        clientId: world.clientId,
        clientSecret: new Secret(world.clientSecret),
      },
    },
  });
  const browserOf = async (tenantId: string, role: 'administrator' | 'user') => {
    const { email } = await newPerson(database, { memberships: [{ tenantId, role }] });
    const browser = new Browser(app);
    await browser.signIn(email);
    return browser;
  };
  const maple = await newCompany(database, 'Maple');
  const admin = await browserOf(maple, 'administrator');
  user = await browserOf(maple, 'user');
  stranger = await browserOf(await newCompany(database, 'Nobody'), 'user');
  const wanted = { name: 'Maple IL', type: 'ups-quantum-view-data', subscriptions: ['Outbound'] };
  const { integrationId } = (await admin.send('POST', '/api/v1/integrations', wanted)).json();
  const { popupUrl } = (
    await admin.send('POST', `/api/v1/integrations/${integrationId}/authorizations`)
  ).json();
  const back = await logOn(popupUrl, { userName: 'il_support', password: 'sandbox-pass' });
  await admin.send('GET', back.pathname + back.search);
});
afterAll(async () => {
  await world.close();
  await database.close();
});

const question: RateQuestion = {
  from: { postalCode: '30076', city: 'Roswell', region: 'GA', country: 'US' },
  to: { postalCode: '10001', city: 'New York', region: 'NY', country: 'US' },
  isResidential: false,
  units: 'imperial',
  parcels: [{ weight: 10, length: 12, width: 10, height: 8 }],
};
const ask = (change: Partial<RateQuestion> = {}, who = user) =>
  who.send('POST', '/api/v1/rates', { ...question, ...change });

describe('rates for a company', () => {
  it('are asked by any member: services, cheapest first, with days and every line', async () => {
    const answer = await ask();
    expect(answer.statusCode).toBe(200);
    const { services, environment }: RateAnswer = answer.json();
    expect(environment).toBe('sandbox');
    expect(services.length).toBeGreaterThan(3);
    const totals = services.map(({ total }) => Number(total.amount));
    expect(totals).toEqual([...totals].sort((a, b) => a - b));
    const ground = services.find(({ code }) => code === '03');
    expect(ground).toMatchObject({ name: { en: 'Ground' }, total: { currency: 'USD' } });
    expect(ground?.deliveryOn).toMatch(/^2026-\d\d-\d\d$/);
    for (const { total, lines } of services) {
      const sum = lines.reduce((cents, { amount }) => cents + Math.round(Number(amount) * 100), 0);
      expect(sum).toBe(Math.round(Number(total.amount) * 100));
    }
  });

  it('rise with the weight and for a home', async () => {
    const priceOf = async (change: Partial<RateQuestion>) => {
      const { services }: RateAnswer = (await ask(change)).json();
      return Number(services.find(({ code }) => code === '03')?.total.amount);
    };
    const [plain, heavy, home] = [
      await priceOf({}),
      await priceOf({ parcels: [{ weight: 60 }] }),
      await priceOf({ isResidential: true }),
    ];
    expect(heavy).toBeGreaterThan(plain);
    expect(home).toBeGreaterThan(plain);
  });

  it('say what the carrier said where it refuses', async () => {
    const answer = await ask({ parcels: [{ weight: 500 }] });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'CARRIER_REFUSED' });
    expect(answer.json().text.fr).toContain('Le transporteur dit');
  });

  it('need a connection', async () => {
    const answer = await ask({}, stranger);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'RATES_NOT_CONNECTED']);
  });
});

describe('a place', () => {
  it('is known by the carrier under its right name', async () => {
    const answer = await user.send('POST', '/api/v1/rates/places', {
      postalCode: '30076',
      city: 'Rosswell',
      country: 'US',
    });
    const [first] = answer.json().places;
    expect(first).toMatchObject({ city: 'ROSWELL', region: 'GA', postalCode: '30076' });
  });
});
