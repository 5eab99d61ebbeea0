import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, type HubDatabase, hubDatabase, newCompany, newPerson, testHub } from '../testing.ts';
import type { Access } from './seat.ts';

/** Every route of the hub with who may call it; a route that is not written here fails the last test. */
const routes: Readonly<Record<string, Access>> = {
  'GET /health': 'anyone',
  'GET /health/freshness': 'anyone',
  'GET /metrics': 'anyone',
  'GET /api/openapi.json': 'anyone',
  'GET /integrations/callback': 'anyone',
  'POST /api/v1/session': 'anyone',
  'GET /api/v1/session': 'signed-in',
  'DELETE /api/v1/session': 'signed-in',
  'POST /api/v1/session/company': 'signed-in',
  'PATCH /api/v1/account': 'signed-in',
  'GET /api/v1/account/security': 'signed-in',
  'POST /api/v1/account/password': 'signed-in',
  'POST /api/v1/account/second-factor': 'signed-in',
  'POST /api/v1/account/second-factor/confirm': 'signed-in',
  'DELETE /api/v1/account/second-factor': 'signed-in',
  'POST /api/v1/password-resets': 'anyone',
  'POST /api/v1/password-resets/complete': 'anyone',
  'POST /api/v1/invitations/look': 'anyone',
  'POST /api/v1/invitations/accept': 'anyone',
  'GET /api/v1/people': 'administrator',
  'POST /api/v1/people/invitations': 'administrator',
  'DELETE /api/v1/people/invitations/:invitationId': 'administrator',
  'PATCH /api/v1/people/:userId': 'administrator',
  'DELETE /api/v1/people/:userId': 'administrator',
  'GET /api/v1/home': 'member',
  'GET /api/v1/parcels': 'member',
  'GET /api/v1/parcels.csv': 'member',
  'GET /api/v1/parcels/:parcelId': 'member',
  'POST /api/v1/rates': 'member',
  'POST /api/v1/rates/places': 'member',
  'GET /api/v1/company': 'member',
  'PATCH /api/v1/company': 'administrator',
  'GET /api/v1/company/storage': 'administrator',
  'GET /api/v1/audit': 'administrator',
  'GET /api/v1/audit.csv': 'administrator',
  'GET /api/v1/integrations': 'administrator',
  'POST /api/v1/integrations': 'administrator',
  'GET /api/v1/integrations/:integrationId': 'administrator',
  'PATCH /api/v1/integrations/:integrationId': 'administrator',
  'DELETE /api/v1/integrations/:integrationId': 'administrator',
  'PUT /api/v1/integrations/:integrationId/application': 'administrator',
  'POST /api/v1/integrations/:integrationId/self-test': 'administrator',
  'POST /api/v1/integrations/:integrationId/read': 'administrator',
  'POST /api/v1/integrations/:integrationId/take-over': 'administrator',
  'POST /api/v1/integrations/:integrationId/hand-back': 'administrator',
  'POST /api/v1/integrations/:integrationId/authorizations': 'administrator',
  'GET /api/v1/integrations/:integrationId/authorizations/:authorizationId': 'administrator',
  'GET /api/v1/way-in/standing': 'signed-in',
  'GET /api/v1/way-in': 'administrator',
  'POST /api/v1/way-in/carrier-user': 'administrator',
  'POST /api/v1/way-in/hand-over': 'administrator',
  'POST /api/v1/way-in/associations': 'administrator',
  'DELETE /api/v1/way-in/steps/:step': 'administrator',
  'GET /api/v1/way-in/accounts': 'administrator',
  'POST /api/v1/way-in/accounts': 'administrator',
  'GET /api/v1/desk/companies': 'desk',
  'PATCH /api/v1/desk/companies/:companyId': 'desk',
  'POST /api/v1/desk/companies/:companyId/integrations/:integrationId/validation': 'desk',
  'DELETE /api/v1/desk/companies/:companyId/integrations/:integrationId/validation': 'desk',
};

type Who = 'nobody' | 'user' | 'administrator' | 'desk' | 'homeless';

/** What the guard says to each kind of person, for each kind of route; null lets them pass. */
const verdicts: Readonly<Record<Access, Readonly<Record<Who, string | null>>>> = {
  anyone: { nobody: null, user: null, administrator: null, desk: null, homeless: null },
  'signed-in': { nobody: 'SIGN_IN_REQUIRED', user: null, administrator: null, desk: null, homeless: null },
  member: {
    nobody: 'SIGN_IN_REQUIRED',
    user: null,
    administrator: null,
    desk: 'COMPANY_REQUIRED',
    homeless: 'COMPANY_REQUIRED',
  },
  administrator: {
    nobody: 'SIGN_IN_REQUIRED',
    user: 'ADMINISTRATORS_ONLY',
    administrator: null,
    desk: 'COMPANY_REQUIRED',
    homeless: 'COMPANY_REQUIRED',
  },
  desk: {
    nobody: 'SIGN_IN_REQUIRED',
    user: 'DESK_ONLY',
    administrator: 'DESK_ONLY',
    desk: null,
    homeless: 'DESK_ONLY',
  },
};

const GUARD_CODES = ['SIGN_IN_REQUIRED', 'COMPANY_REQUIRED', 'ADMINISTRATORS_ONLY', 'DESK_ONLY'];

let database: HubDatabase;
let app: Awaited<ReturnType<typeof testHub>>['app'];
let tenantId: string;
const emails = new Map<Who, string>();

beforeAll(async () => {
  database = await hubDatabase();
  ({ app } = await testHub(database));
  tenantId = await newCompany(database);
  const member = (role: 'administrator' | 'user') => ({ memberships: [{ tenantId, role }] });
  emails.set('user', (await newPerson(database, member('user'))).email);
  emails.set(
    'administrator',
    (await newPerson(database, { name: 'Alice', ...member('administrator') })).email,
  );
  emails.set('desk', (await newPerson(database, { isDesk: true })).email);
  emails.set('homeless', (await newPerson(database)).email);
});
afterAll(() => database.close());

const browsers = new Map<Who, Browser>();

/** Each person signs in once, and again after a route that may have signed them out. */
async function browserOf(who: Who): Promise<Browser> {
  const open = browsers.get(who);
  if (open) return open;
  const browser = new Browser(app);
  browsers.set(who, browser);
  const email = emails.get(who);
  if (email) expect((await browser.signIn(email)).statusCode).toBe(200);
  return browser;
}

const people: readonly Who[] = ['nobody', 'user', 'administrator', 'desk', 'homeless'];

describe.each(people)('%s', (who) => {
  it.each(Object.entries(routes))('calling %s (%s) hears the guard’s verdict', async (route, access) => {
    const browser = await browserOf(who);
    const [method, pattern] = route.split(' ') as ['GET' | 'POST' | 'PATCH' | 'DELETE', string];
    const url = pattern.replace(/:\w+/g, () => randomUUID());
    const answer = await browser.send(method, url, method === 'GET' || method === 'DELETE' ? undefined : {});
    const code = isJson(answer.headers) ? answer.json()?.code : undefined;
    const verdict = verdicts[access][who];
    if (verdict === null) expect(GUARD_CODES).not.toContain(code);
    else expect(code).toBe(verdict);
    if (route === 'DELETE /api/v1/session') browsers.delete(who);
  });
});

function isJson(headers: Record<string, unknown>): boolean {
  return String(headers['content-type'] ?? '').includes('json');
}

describe('the guard', () => {
  it('names to an ordinary user whom to ask', async () => {
    const answer = await (await browserOf('user')).send('GET', '/api/v1/integrations');
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({
      code: 'ADMINISTRATORS_ONLY',
      details: { administrators: ['Alice'] },
    });
    expect(answer.json().text.fr).toContain('Demandez à : Alice');
  });

  it('stops the start when a route does not say who may call it', async () => {
    const { app: another } = await testHub(database);
    expect(() => another.get('/forgotten', () => 'x')).toThrow('does not say who may call it');
  });

  it('knows every route of the hub', () => {
    const readable = [...app.accessByRoute].filter(([route]) => !route.startsWith('HEAD '));
    expect(Object.fromEntries(readable)).toEqual(routes);
  });
});
