import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Integration } from '../../api/integrations.ts';
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
let maple: string;
let alice: Browser;
let carrier: { exchanged: string[]; status: number; meanwhile: () => Promise<void> };

beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  carrier = { exchanged: [], status: 200, meanwhile: () => Promise.resolve() };
  test = await testHub(database, { fetch: answer });
  maple = await newCompany(database, 'Maple');
  alice = await administrator();
});

async function administrator(...companies: string[]): Promise<Browser> {
  const tenants = companies.length === 0 ? [maple] : companies;
  const memberships = tenants.map((tenantId) => ({ tenantId, role: 'administrator' as const }));
  const { email } = await newPerson(database, { name: 'Alice', memberships });
  const browser = new Browser(test.app);
  await browser.signIn(email);
  return browser;
}

/** The carrier's side: exchanges any code, and knows the subscription `Outbound`. */
async function answer(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const form = new URLSearchParams(String(init?.body ?? ''));
  if (!String(input).endsWith('/security/v1/oauth/token')) return subscriptions(String(init?.body));
  carrier.exchanged.push(form.get('code') ?? '');
  await carrier.meanwhile();
  const errors = [{ code: '10400', message: 'Invalid code' }];
  if (carrier.status !== 200) return Response.json({ response: { errors } }, { status: carrier.status });
  return Response.json({
    access_token: 'the-access-token',
    refresh_token: 'the-refresh-token',
    expires_in: '3599',
    refresh_token_expires_in: '5183999',
    refresh_count: '0',
  });
}

function subscriptions(body: string): Response {
  const known = body.includes('"Outbound"')
    ? [{ Name: 'Outbound', Number: '77', SubscriptionStatus: { Code: 'A' }, SubscriptionFile: [] }]
    : [];
  return Response.json({
    QuantumViewResponse: {
      Response: { ResponseStatusCode: '1' },
      QuantumViewEvents: { SubscriberID: 'il_support', SubscriptionEvents: known },
    },
  });
}

const wanted = {
  name: 'Maple IL Integration',
  type: 'ups-quantum-view-data',
  subscriptions: ['Outbound', 'Misspelt'],
};

async function created(browser = alice, body: object = wanted): Promise<Integration> {
  const made = await browser.send('POST', '/api/v1/integrations', body);
  expect(made.statusCode).toBe(201);
  return made.json();
}

const read = async (id: string, browser = alice): Promise<Integration> =>
  (await browser.send('GET', `/api/v1/integrations/${id}`)).json();

interface Popup {
  readonly state: string;
  readonly authorizationId: string;
}

async function pressAuthorize(id: string, browser = alice): Promise<Popup> {
  const start = (await browser.send('POST', `/api/v1/integrations/${id}/authorizations`)).json();
  const popup = new URL(start.popupUrl);
  expect(popup.origin + popup.pathname).toBe('http://carrier.test/security/v1/oauth/authorize');
  expect(popup.searchParams.get('redirect_uri')).toBe('http://hub.test/integrations/callback');
  return { state: popup.searchParams.get('state') ?? '', authorizationId: start.authorizationId };
}

const land = (query: Record<string, string>, browser = alice) =>
  browser.send('GET', `/integrations/callback?${new URLSearchParams(query)}`);

const outcome = async (id: string, popup: Popup, browser = alice) =>
  (await browser.send('GET', `/api/v1/integrations/${id}/authorizations/${popup.authorizationId}`)).json();

describe('creating an integration', () => {
  it('stores it as pending with its subscriptions as typed', async () => {
    expect(await created()).toMatchObject({
      name: 'Maple IL Integration',
      status: 'pending',
      mode: 'shadow',
      modeSince: null,
      environment: 'sandbox',
      subscriptions: [
        { position: 1, name: 'Outbound', nextReadAt: null },
        { position: 2, name: 'Misspelt', nextReadAt: null },
      ],
    });
  });

  it('answers a repeat with the same Idempotency-Key and creates nothing more', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await alice.send('POST', '/api/v1/integrations', wanted, key);
    const second = await alice.send('POST', '/api/v1/integrations', wanted, key);
    expect(second.json()).toEqual(first.json());
    expect((await alice.send('GET', '/api/v1/integrations')).json().integrations).toHaveLength(1);
  });

  it.each([
    ['no subscription', { ...wanted, subscriptions: [] }],
    ['four subscriptions', { ...wanted, subscriptions: ['a', 'b', 'c', 'd'] }],
    ['a subscription twice', { ...wanted, subscriptions: ['a', 'a'] }],
    ['a name of 22 characters', { ...wanted, subscriptions: ['x'.repeat(22)] }],
    ['an empty name', { ...wanted, name: '  ' }],
    ['another type', { ...wanted, type: 'fax' }],
  ])('refuses %s', async (_name, body) => {
    expect((await alice.send('POST', '/api/v1/integrations', body)).statusCode).toBe(400);
  });
});

describe('changing an integration', () => {
  it('keeps the rows of kept names and gives new names rows of their own', async () => {
    const before = await created();
    const body = { name: 'Renamed', subscriptions: ['Inbound', 'Outbound'] };
    const after = (await alice.send('PATCH', `/api/v1/integrations/${before.integrationId}`, body)).json();
    expect(after.name).toBe('Renamed');
    expect(after.subscriptions.map((each: { name: string }) => each.name)).toEqual(['Inbound', 'Outbound']);
    expect(after.subscriptions[1].subscriptionId).toBe(before.subscriptions[0]?.subscriptionId);
  });

  it('says a subscription’s direction, and takes it back', async () => {
    const { integrationId, subscriptions } = await created();
    const [first] = subscriptions;
    const patch = (direction: string | null) =>
      alice.send('PATCH', `/api/v1/integrations/${integrationId}`, {
        directions: { [first?.subscriptionId ?? '']: direction },
      });
    expect((await patch('inbound')).json().subscriptions[0].direction).toBe('inbound');
    expect((await patch(null)).json().subscriptions[0].direction).toBeNull();
  });

  it('removes it with its tokens, while what parcels name as their source stays', async () => {
    const { integrationId } = await created();
    const popup = await pressAuthorize(integrationId);
    await land({ state: popup.state, code: 'c1' });
    expect((await alice.send('DELETE', `/api/v1/integrations/${integrationId}`)).statusCode).toBe(204);
    expect((await alice.send('GET', `/api/v1/integrations/${integrationId}`)).statusCode).toBe(404);
    const left = await database.door.asTenant(maple, async (tx) => ({
      grants: await tx.selectFrom('carrier_grants').selectAll().execute(),
      subscriptions: await tx.selectFrom('subscriptions').select(['name', 'next_read_at']).execute(),
    }));
    expect(left.grants).toEqual([]);
    expect(left.subscriptions.map((row) => row.next_read_at)).toEqual([null, null]);
  });
});

describe('authorizing', () => {
  it('connects, tests by date, makes the subscriptions due and wakes the reading', async () => {
    const { integrationId } = await created();
    const popup = await pressAuthorize(integrationId);
    expect((await outcome(integrationId, popup)).outcome).toBe('waiting');
    const page = await land({ state: popup.state, code: 'c1' });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('You can now safely close the popup window.');
    expect(page.headers['content-security-policy']).toContain('nonce-');
    const after = await outcome(integrationId, popup);
    expect(after).toMatchObject({
      outcome: 'authorized',
      integration: {
        status: 'authorized',
        authorizedBy: 'Alice',
        selfTest: {
          token: { ok: true },
          subscriptions: [
            { name: 'Outbound', outcome: 'found', carrierStatus: 'A' },
            { name: 'Misspelt', outcome: 'not-found' },
          ],
        },
      },
    });
    for (const each of after.integration.subscriptions)
      expect(each.nextReadAt).toBe('2026-03-02T12:00:00.000Z');
    expect(test.woken()).toBe(1);
    expect(carrier.exchanged).toEqual(['c1']);
  });

  it('never shows a token, in any answer or in the audit log', async () => {
    const { integrationId } = await created();
    const popup = await pressAuthorize(integrationId);
    await land({ state: popup.state, code: 'c1' });
    const audit = await alice.send('GET', '/api/v1/audit');
    const shown = [await read(integrationId), await outcome(integrationId, popup), audit.json()];
    expect(JSON.stringify(shown)).not.toMatch(/the-(access|refresh)-token/);
    expect(audit.json().entries.map((entry: { action: string }) => entry.action)).toEqual([
      'integration.self-test',
      'integration.authorize',
      'integration.start-authorization',
      'integration.create',
      'session.open',
    ]);
  });

  it('speaks the person’s language on the popup’s last page', async () => {
    await alice.send('PATCH', '/api/v1/account', { locale: 'fr' });
    const { integrationId } = await created();
    const popup = await pressAuthorize(integrationId);
    const page = await land({ state: popup.state, code: 'c1' });
    expect(page.body).toContain('Vous pouvez maintenant fermer cette fenêtre');
  });

  it('works once for each state', async () => {
    const { integrationId } = await created();
    const popup = await pressAuthorize(integrationId);
    const pages = await Promise.all([1, 2, 3].map(() => land({ state: popup.state, code: 'c1' })));
    expect(pages.map((page) => page.statusCode).sort()).toEqual([200, 400, 400]);
    expect(carrier.exchanged).toEqual(['c1']);
  });

  it('says that the person refused, and the wizard goes on with a new popup', async () => {
    const { integrationId } = await created();
    const refused = await pressAuthorize(integrationId);
    const page = await land({ state: refused.state, error: 'access_denied' });
    expect(page.body).toContain('data-outcome="refused"');
    expect(await outcome(integrationId, refused)).toMatchObject({
      outcome: 'refused',
      fault: { code: 'access_denied' },
      integration: { status: 'pending' },
    });
    const again = await pressAuthorize(integrationId);
    await land({ state: again.state, code: 'c2' });
    expect((await read(integrationId)).status).toBe('authorized');
  });

  it.each([
    ['a state that comes twice', 'state=a&state=b&code=c'],
    ['members of the same name in brackets', 'state[]=a&state[b]=c'],
    ['a state longer than any', `state=${'a'.repeat(501)}`],
    ['nothing', ''],
    ['members that nobody knows', 'scope=all&state=__proto__&__proto__=a&constructor=b'],
    ['no text', 'state=%00%ff&code=%'],
  ])('answers %s with the designed page, in the person’s language', async (_what, query) => {
    for (const [language, sentence] of [
      ['en', 'This authorization is not known, or was used before.'],
      ['fr-CA', 'Cette autorisation est inconnue ou a déjà servi.'],
    ] as const) {
      const visitor = new Browser(test.app);
      const page = await visitor.send('GET', `/integrations/callback?${query}`, undefined, {
        'accept-language': language,
      });
      expect(page.statusCode).toBe(400);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.body).toContain(sentence);
    }
  });

  it('takes no code that comes twice, and connects nothing', async () => {
    const { integrationId } = await created();
    const popup = await pressAuthorize(integrationId);
    const page = await alice.send('GET', `/integrations/callback?state=${popup.state}&code=a&code=b`);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(await outcome(integrationId, popup)).toMatchObject({ outcome: 'refused' });
    expect(carrier.exchanged).toEqual([]);
  });

  it('notes a refusal in whatever characters it comes', async () => {
    const { integrationId } = await created();
    const refused = await pressAuthorize(integrationId);
    await land({ state: refused.state, error: 'no\0' });
    expect(await outcome(integrationId, refused)).toMatchObject({
      outcome: 'refused',
      fault: { code: 'no' },
    });
  });

  it('says why the carrier did not accept the code, and connects nothing', async () => {
    carrier.status = 400;
    const { integrationId } = await created();
    const popup = await pressAuthorize(integrationId);
    expect((await land({ state: popup.state, code: 'c1' })).body).toContain('data-outcome="failed"');
    expect(await outcome(integrationId, popup)).toMatchObject({
      outcome: 'failed',
      fault: { code: '10400' },
      integration: { status: 'pending', selfTest: null },
    });
  });

  it('takes at most ten minutes', async () => {
    const { integrationId } = await created();
    const popup = await pressAuthorize(integrationId);
    test.clock.advance(10 * 60_000);
    expect((await outcome(integrationId, popup)).outcome).toBe('expired');
    expect((await land({ state: popup.state, code: 'c1' })).body).toContain('data-outcome="expired"');
    expect(carrier.exchanged).toEqual([]);
  });

  it('ends an earlier popup when Authorize is pressed again', async () => {
    const { integrationId } = await created();
    const first = await pressAuthorize(integrationId);
    const second = await pressAuthorize(integrationId);
    expect((await outcome(integrationId, first)).outcome).toBe('expired');
    expect((await land({ state: first.state, code: 'c1' })).body).toContain('data-outcome="unknown"');
    expect((await land({ state: second.state, code: 'c2' })).body).toContain('data-outcome="authorized"');
  });

  it.each([
    ['nobody signed in', () => Promise.resolve(new Browser(test.app))],
    ['another administrator of the company', () => administrator()],
    ['an administrator of another company', async () => administrator(await newCompany(database))],
  ])('does not accept a state that comes back with %s', async (_name, other) => {
    const { integrationId } = await created();
    const popup = await pressAuthorize(integrationId);
    const page = await land({ state: popup.state, code: 'stolen' }, await other());
    expect(page.body).toContain('data-outcome="unknown"');
    expect(carrier.exchanged).toEqual([]);
    expect((await outcome(integrationId, popup)).outcome).toBe('waiting');
  });

  it.each([{}, { code: 'c1' }, { state: 'guessed', code: 'c1' }, { state: '', code: '' }])(
    'does not accept %o',
    async (query) => {
      expect((await land(query as Record<string, string>)).body).toContain('data-outcome="unknown"');
      expect(carrier.exchanged).toEqual([]);
    },
  );

  it('comes back to the right company when the person changed companies meanwhile', async () => {
    const northline = await newCompany(database, 'Northline');
    const both = await administrator(maple, northline);
    await both.send('POST', '/api/v1/session/company', { companyId: maple });
    const { integrationId } = await created(both);
    const popup = await pressAuthorize(integrationId, both);
    await both.send('POST', '/api/v1/session/company', { companyId: northline });
    expect((await land({ state: popup.state, code: 'c1' }, both)).body).toContain(
      'data-outcome="authorized"',
    );
    expect((await read(integrationId)).status).toBe('authorized');
  });

  it('exchanges the code outside any transaction', async () => {
    carrier.meanwhile = async () => {
      expect((await alice.send('GET', '/api/v1/integrations')).statusCode).toBe(200);
    };
    const { integrationId } = await created();
    const popup = await pressAuthorize(integrationId);
    expect((await land({ state: popup.state, code: 'c1' })).statusCode).toBe(200);
  });
});

describe('an integration of another company', () => {
  it.each([
    ['GET', ''],
    ['PATCH', ''],
    ['DELETE', ''],
    ['POST', '/self-test'],
    ['POST', '/read'],
    ['POST', '/authorizations'],
    ['GET', `/authorizations/${randomUUID()}`],
  ] as const)('does not exist: %s %s', async (method, path) => {
    const { integrationId } = await created();
    const nora = await administrator(await newCompany(database, 'Northline'));
    const body = method === 'PATCH' ? { name: 'mine now' } : undefined;
    const answered = await nora.send(method, `/api/v1/integrations/${integrationId}${path}`, body);
    expect(answered.statusCode).toBe(404);
    expect((await read(integrationId)).name).toBe('Maple IL Integration');
    expect((await nora.send('GET', '/api/v1/integrations')).json().integrations).toEqual([]);
  });
});

describe('an integration that is not authorized yet', () => {
  it.each(['/self-test', '/read'])('cannot do %s', async (path) => {
    const { integrationId } = await created();
    const answered = await alice.send('POST', `/api/v1/integrations/${integrationId}${path}`);
    expect(answered.json().code).toBe('INTEGRATION_NOT_AUTHORIZED');
  });
});
