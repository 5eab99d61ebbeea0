import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '@lading/kit/config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, type HubDatabase, hubDatabase, newCompany, newPerson, testHub } from '../testing.ts';
import { readWebFiles } from '../web-files.ts';
import { createApp } from './app.ts';

let database: HubDatabase;

beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

describe('the description of the API', () => {
  it('names every route of /api/v1, with what it takes and answers', async () => {
    const { app } = await testHub(database);
    const document = (await app.inject({ url: '/api/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    const described = Object.entries<Record<string, unknown>>(document.paths).flatMap(([path, verbs]) =>
      Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const routes = [...app.accessByRoute.keys()].filter((route) => /^(?!HEAD)\w+ \/api\/v1\//.test(route));
    expect(described.sort()).toEqual(routes.sort());
    expect(described.length).toBeGreaterThan(20);
    const list = document.paths['/api/v1/parcels'].get;
    expect(list.parameters.map((each: { name: string }) => each.name)).toContain('cursor');
    expect(Object.keys(list.responses)).toEqual(expect.arrayContaining(['200', '4XX']));
    expect(list.security).toEqual([{ session: [] }]);
  });
});

describe('what watches the hub', () => {
  it('hears that it is well', async () => {
    const { app } = await testHub(database);
    expect((await app.inject({ url: '/health' })).json()).toEqual({ status: 'ok' });
  });

  it('hears how fresh the feeds are, without a company’s name', async () => {
    const { app } = await testHub(database);
    await newCompany(database, 'A very secret name');
    const answer = await app.inject({ url: '/health/freshness' });
    expect(answer.json()).toMatchObject({ failing: expect.any(Number), neverWalked: expect.any(Number) });
    expect(answer.body).not.toContain('secret');
  });

  it.each([
    ['this machine', {}, '127.0.0.1', {}, 200],
    ['another machine', {}, '10.0.0.9', {}, 404],
    ['another machine with the token', {}, '10.0.0.9', { authorization: 'Bearer t0ken' }, 200],
    ['another machine with a wrong token', {}, '10.0.0.9', { authorization: 'Bearer wrong' }, 404],
    ['a proxy on this machine', {}, '127.0.0.1', { 'x-forwarded-for': '10.0.0.9' }, 404],
    ['this machine, where a proxy is trusted', { trustProxy: true }, '127.0.0.1', {}, 404],
  ])('reads the metrics from %s or not', async (_name, config, remoteAddress, headers, status) => {
    const { app } = await testHub(database, { config: { ...config, metricsToken: new Secret('t0ken') } });
    const answer = await app.inject({ url: '/metrics', remoteAddress, headers });
    expect(answer.statusCode).toBe(status);
    if (status === 200) expect(answer.body).toContain('lading_feed_oldest_gap_seconds');
  });
});

describe('the screens', () => {
  let root: string;
  let app: Awaited<ReturnType<typeof createApp>>;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'lading-web-'));
    await mkdir(join(root, 'assets'));
    const page =
      '<!doctype html><meta name="lading-environments" content="__LADING_ENVIRONMENTS__" /><script type="module" nonce="__CSP_NONCE__" src="/assets/a.js"></script><style></style>';
    await writeFile(join(root, 'index.html'), page);
    await writeFile(join(root, 'assets/a.js'), `console.log('${'x'.repeat(500)}');`);
    const { hub } = await testHub(database);
    app = await createApp(hub, await readWebFiles(root));
  });
  afterAll(() => rm(root, { recursive: true }));

  it.each(['/', '/parcels?q=1z', '/integrations/new'])(
    'answer %s with the page and a fresh nonce',
    async (url) => {
      const [one, two] = [await app.inject({ url }), await app.inject({ url })];
      const nonce = /nonce="([^"]+)"/.exec(one.body)?.[1] ?? '';
      expect(one.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(one.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
      expect(one.body).toContain(`<style nonce="${nonce}">`);
      expect(one.body).not.toContain('__CSP_NONCE__');
      expect(two.body).not.toContain(nonce);
    },
  );

  it('say before anybody signs in which sides of the carrier the hub is for', async () => {
    const { hub } = await testHub(database);
    expect((await app.inject({ url: '/' })).body).toContain(
      `name="lading-environments" content="${hub.config.carrier.environment}"`,
    );
  });

  it('keep files with a hash in their name for ever, packed where the browser can unpack', async () => {
    const packed = await app.inject({ url: '/assets/a.js', headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const plain = await app.inject({ url: '/assets/a.js' });
    expect(plain.body).toContain('console.log');
    const headers = { 'if-none-match': String(plain.headers.etag) };
    expect((await app.inject({ url: '/assets/a.js', headers })).statusCode).toBe(304);
  });

  it.each(['/api/v1/nothing', '/assets/none.js', '/assets/../../package.json', '/metrics/x', '/health/x'])(
    'do not answer %s',
    async (url) => {
      const answer = await app.inject({ url });
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'NOT_FOUND']);
    },
  );

  it('are not answered to a change', async () => {
    expect((await app.inject({ method: 'POST', url: '/parcels' })).statusCode).toBe(404);
  });

  it('are absent where nothing was built', async () => {
    expect(await readWebFiles(join(root, 'nowhere'))).toBeNull();
  });
});

describe('a page of the hub', () => {
  it('cannot be framed, loads nothing from elsewhere and keeps hold of its popup', async () => {
    const { app } = await testHub(database);
    const { email } = await newPerson(database);
    const browser = new Browser(app);
    await browser.signIn(email);
    const { headers } = await browser.send('GET', '/integrations/callback?state=x');
    expect(headers['content-security-policy']).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
    expect(headers['cross-origin-opener-policy']).toBe('same-origin-allow-popups');
  });
});
