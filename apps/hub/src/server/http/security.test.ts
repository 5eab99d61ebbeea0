import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from '@lading/kit/http/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubDatabase, hubDatabase, newPerson, PASSWORD, testHub } from '../testing.ts';
import { readWebFiles } from '../web-files.ts';
import { createApp } from './app.ts';
import { type Attempt, attemptsOf, type Route, routesOf } from './testing/attempts.ts';
import { plant } from './testing/plant.ts';
import type { Imagined } from './testing/planted.ts';

type Answer = Awaited<ReturnType<Server['inject']>>;

let database: HubDatabase;
let app: Server;
let root: string;
let own: Imagined;
/** Of the company's administrator. */
let cookie: string;
let csrfToken: string;

beforeAll(async () => {
  database = await hubDatabase();
  root = await mkdtemp(join(tmpdir(), 'lading-security-'));
  await mkdir(join(root, 'assets'));
  await writeFile(join(root, 'index.html'), '<!doctype html><script src="/assets/a.js"></script>');
  await writeFile(join(root, 'assets/a.js'), 'console.log(1);');
  const { hub } = await testHub(database, { config: { trustProxy: true } });
  app = await createApp(hub, await readWebFiles(root));
  own = await plant(database);
  const memberships = [{ tenantId: own.tenantId, role: 'administrator' as const }];
  const { email } = await newPerson(database, { memberships });
  const payload = { email, password: PASSWORD };
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload });
  cookie = `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`;
  csrfToken = answer.json().csrfToken;
});
afterAll(async () => {
  await rm(root, { recursive: true });
  await database.close();
});

const plainCall = (route: Route): Attempt => {
  const [attempt] = attemptsOf(route, own, own);
  if (!attempt) throw new Error(`Nothing to call ${route.name} with.`);
  return attempt;
};

function send({ method, url, headers, body }: Attempt, more: Record<string, string> = {}): Promise<Answer> {
  return app.inject({
    ...{ method, url, headers: { ...headers, ...more } },
    ...(body === undefined ? {} : { payload: body as object }),
  });
}

/** What every answer carries, whatever it answers. */
function expectSafe({ headers, statusCode }: Answer, where: string): void {
  const policy = String(headers['content-security-policy'] ?? '');
  expect(policy, where).toMatch(/frame-ancestors 'none'/);
  expect(policy, where).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
  if (String(headers['content-type'] ?? '').startsWith('text/html')) {
    expect(policy, where).toMatch(/script-src 'self'.*object-src 'none'/);
    expect(policy, where).toMatch(/style-src 'self' 'nonce-[\w+/=]{22,}'/);
  } else expect(policy, where).toMatch(/^default-src 'none'/);
  expect(headers, where).toMatchObject({
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  });
  expect(String(headers['permissions-policy']), where).toContain('camera=()');
  expect(headers['cache-control'], `${where} ${statusCode}`).toBe('no-store');
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  expect(headers.server ?? headers['x-powered-by'], where).toBeUndefined();
}

describe('every answer', () => {
  it('of every route carries the security headers and stays out of caches, to strangers and members', async () => {
    const routes = routesOf(app).filter(({ name }) => name !== 'DELETE /api/v1/session');
    expect(routes.length).toBeGreaterThan(60);
    for (const route of routes) {
      expectSafe(await send(plainCall(route)), `${route.name} to a stranger`);
      const headers = { cookie, 'x-csrf-token': csrfToken };
      expectSafe(await send(plainCall(route), headers), `${route.name} to an administrator`);
      expectSafe(await send(plainCall(route), { cookie }), `${route.name} without the session’s token`);
    }
  });

  it.each([
    ['an unknown address', { url: '/api/v1/nothing' }],
    ['an unknown file', { url: '/assets/none.js' }],
    ['an unknown page', { url: '/no/such/page' }],
    ['an address that is none', { url: '/%zz' }],
    ['an endless address', { url: `/api/v1/parcels/${'x'.repeat(5_000)}` }],
    ['a broken body', { method: 'POST', url: '/api/v1/session', payload: '{' }],
    ['a body too large', { method: 'POST', url: '/api/v1/session', payload: `"${'x'.repeat(1_100_000)}"` }],
    ['an unknown type', { method: 'POST', url: '/api/v1/session', payload: 'x', type: 'text/plain' }],
    ['another method', { method: 'PUT', url: '/api/v1/session', payload: '{}' }],
    ['a preflight', { method: 'OPTIONS', url: '/api/v1/parcels' }],
  ] as const)('to %s does so too', async (name, { url, ...more }) => {
    const {
      method = 'GET',
      payload,
      type = 'application/json',
    } = { payload: undefined, ...more } as {
      method?: 'GET' | 'POST' | 'PUT' | 'OPTIONS';
      payload?: string;
      type?: string;
    };
    const answer = await app.inject({
      ...{ method, url },
      ...(payload === undefined ? {} : { payload, headers: { 'content-type': type } }),
    });
    expectSafe(answer, name);
    if (name !== 'an unknown page') expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  });

  it('says for a year that only TLS will do, behind a proxy that speaks it, and only there', async () => {
    const https = { 'x-forwarded-proto': 'https' };
    for (const url of ['/', '/api/v1/session', '/api/v1/nothing', '/health']) {
      const answer = await app.inject({ url, headers: https });
      expect(answer.headers['strict-transport-security'], url).toMatch(/^max-age=31536000/);
      expect((await app.inject({ url })).headers['strict-transport-security'], url).toBeUndefined();
    }
  });

  it('sets its cookie for this host alone, out of reach of scripts and of other sites', async () => {
    const { email } = await newPerson(database);
    const payload = { email, password: PASSWORD };
    const over = (headers: Record<string, string>) =>
      app.inject({ method: 'POST', url: '/api/v1/session', payload, headers });
    const secure = await over({ 'x-forwarded-proto': 'https' });
    expect(String(secure.headers['set-cookie'])).toMatch(
      /^__Host-lading_session=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const plain = await over({});
    expect(String(plain.headers['set-cookie'])).toMatch(/^lading_session=.*HttpOnly; SameSite=Lax$/);
  });

  it('keeps files with a hash in their name, and nothing else', async () => {
    const file = await app.inject({ url: '/assets/a.js' });
    expect(file.headers['cache-control']).toContain('immutable');
    expect(file.headers['x-content-type-options']).toBe('nosniff');
  });
});

const CHANGING = new Set(['POST', 'PATCH', 'PUT', 'DELETE']);
const changing = () => routesOf(app).filter(({ method }) => CHANGING.has(method));

describe('a change', () => {
  it.each([
    ['without the session’s token', {}],
    ['with a wrong token', { 'x-csrf-token': 'wrong' }],
    ['with an empty token', { 'x-csrf-token': '' }],
  ])('is refused %s, on every route of somebody signed in', async (_name, headers) => {
    for (const route of changing().filter(({ access }) => access !== 'anyone')) {
      const answer = await send(plainCall(route), { cookie, ...headers });
      expect([answer.statusCode, answer.json().code], route.name).toEqual([403, 'CROSS_SITE_REQUEST']);
    }
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a hidden origin', { origin: 'null' }],
    ['our name on another port', { origin: 'http://hub.test:8080' }],
    ['our name over TLS', { origin: 'https://hub.test' }],
    ['a site whose name begins like ours', { origin: 'http://hub.test.evil.example' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of a neighbour', { 'sec-fetch-site': 'same-site' }],
  ])('from %s is refused on every route, the right token or not', async (_name, headers) => {
    for (const route of changing()) {
      const answer = await send(plainCall(route), { cookie, 'x-csrf-token': csrfToken, ...headers });
      expect([answer.statusCode, answer.json().code], route.name).toEqual([403, 'CROSS_SITE_REQUEST']);
    }
  });

  it.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/json-patch', 415],
    ['', 415],
  ])('is not read from a body of the type "%s"', async (type, status) => {
    for (const route of changing().filter((one) => one.body !== null && one.access !== 'desk')) {
      const { method, url, body } = plainCall(route);
      const headers = { cookie, 'x-csrf-token': csrfToken, 'content-type': type };
      const answer = await app.inject({ method, url, headers, payload: JSON.stringify(body) });
      expect([answer.statusCode, answer.json().code], route.name).toEqual([
        status,
        'MEDIA_TYPE_NOT_SUPPORTED',
      ]);
    }
  });

  it('is not made by another method that says it means one', async () => {
    const overrides = {
      'x-http-method-override': 'DELETE',
      'x-method-override': 'DELETE',
      'x-http-method': 'DELETE',
    };
    const url = `/api/v1/people/${own.ids.colleagueId}`;
    const people = async () =>
      (await app.inject({ url: '/api/v1/people', headers: { cookie } })).json().members;
    const before = await people();
    const read = await app.inject({ url, headers: { cookie, ...overrides } });
    expect(read.statusCode).toBe(404);
    const post = await app.inject({
      ...{ method: 'POST', url: `${url}?_method=DELETE`, payload: { _method: 'DELETE' } },
      headers: { cookie, 'x-csrf-token': csrfToken, ...overrides },
    });
    expect(post.statusCode).toBe(404);
    expect(await people()).toEqual(before);
  });

  it('cannot be asked for by reading its address', async () => {
    const readable = new Set(routesOf(app).map(({ name }) => name));
    for (const route of changing().filter(({ pattern }) => !readable.has(`GET ${pattern}`))) {
      const answer = await app.inject({ url: plainCall(route).url, headers: { cookie } });
      expect([404, 400], route.name).toContain(answer.statusCode);
    }
  });
});
