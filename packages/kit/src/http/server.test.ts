import Type from 'typebox';
import { afterEach, describe, expect, it } from 'vitest';
import { Problem } from '../errors.ts';
import { createLog } from '../log.ts';
import { clearCookie, readCookie, writeCookie } from './cookies.ts';
import { watchServer } from './metrics.ts';
import { describeApi } from './openapi.ts';
import { createServer, type Server, type ServerOptions } from './server.ts';

let app: Server | undefined;
let logged = '';

afterEach(async () => {
  await app?.close();
  app = undefined;
  logged = '';
});

async function serve(options: Partial<ServerOptions> = {}): Promise<Server> {
  const destination = {
    write: (line: string) => {
      logged += line;
    },
  };
  app = await createServer({ log: createLog({ name: 'test', level: 'debug', destination }), ...options });
  return app;
}

const Parcel = Type.Object({ name: Type.String({ minLength: 1 }), weight: Type.Integer({ minimum: 1 }) });

describe('a typed route', () => {
  const withRoutes = async () => {
    const server = await serve();
    server.post('/parcels', { schema: { body: Parcel } }, async (request) => ({
      heard: request.body.weight + 1,
    }));
    server.get(
      '/parcels',
      { schema: { querystring: Type.Object({ limit: Type.Integer() }) } },
      async (request) => ({
        limit: request.query.limit,
      }),
    );
    return server;
  };

  it('hands over checked values, texts of the address converted', async () => {
    const server = await withRoutes();
    const posted = await server.inject({
      method: 'POST',
      url: '/parcels',
      payload: { name: 'a', weight: 4 },
    });
    expect(posted.json()).toEqual({ heard: 5 });
    expect((await server.inject('/parcels?limit=7')).json()).toEqual({ limit: 7 });
  });

  it.each([
    ['a missing member', { name: 'a' }, ['body.weight']],
    ['a wrong type, not converted in a body', { name: 'a', weight: '4' }, ['body.weight']],
    ['several faults', { name: '', weight: 0 }, ['body.name', 'body.weight']],
    ['a character that is no text', { name: 'a\0', weight: 4 }, ['body.name']],
    [
      'half a character, in a member nobody asked for',
      { name: 'a', weight: 4, x: [{ y: '\ud800' }] },
      ['body.x.0.y'],
    ],
  ])('answers %s with 400 and the names of the fields', async (_what, payload, fields) => {
    const server = await withRoutes();
    const answer = await server.inject({ method: 'POST', url: '/parcels', payload });
    expect(answer.statusCode).toBe(400);
    const { code, text, details, requestId } = answer.json();
    expect(code).toBe('INVALID_REQUEST');
    expect(details.fields.map((each: { field: string }) => each.field).sort()).toEqual(fields);
    expect(text.en).toContain(fields[0]);
    expect(text.fr).toContain(fields[0]);
    expect(requestId).toBe(answer.headers['x-request-id']);
  });

  it('names the part of the address that is wrong', async () => {
    const server = await withRoutes();
    const { details } = (await server.inject('/parcels?limit=many')).json();
    expect(details.fields[0].field).toBe('query.limit');
  });
});

describe('failures', () => {
  const withFailures = async (options: Partial<ServerOptions> = {}) => {
    const server = await serve(options);
    server.get('/expected', async () => {
      throw new Problem({
        code: 'TOO_HEAVY',
        status: 409,
        text: { en: 'Over {limit} kg.', fr: 'Plus de {limit} kg.' },
        params: { limit: 70 },
        details: { limit: 70 },
      });
    });
    server.get('/unexpected', async () => {
      throw new Error('password=sesame', { cause: new Error('the cause') });
    });
    server.post('/body', async () => ({ ok: true }));
    return server;
  };

  it('gives a Problem as code, both sentences, details and request id', async () => {
    const server = await withFailures();
    const answer = await server.inject({ url: '/expected', headers: { 'x-request-id': 'caller-0001' } });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toEqual({
      code: 'TOO_HEAVY',
      text: { en: 'Over 70 kg.', fr: 'Plus de 70 kg.' },
      details: { limit: 70 },
      requestId: 'caller-0001',
    });
  });

  it('tells nothing of what nobody expected, and logs it with its cause', async () => {
    const server = await withFailures();
    const answer = await server.inject('/unexpected');
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({ code: 'UNEXPECTED', details: {} });
    expect(answer.body).not.toContain('sesame');
    expect(logged).toContain('the cause');
    expect(logged).toContain(answer.json().requestId);
  });

  it.each([
    ['an unknown address', { url: '/nowhere' }, 404, 'NOT_FOUND'],
    ['an unknown verb', { method: 'DELETE' as const, url: '/expected' }, 404, 'NOT_FOUND'],
    ['broken JSON', { body: '{"a":', type: 'application/json' }, 400, 'REQUEST_NOT_READABLE'],
    ['no JSON at all', { body: '', type: 'application/json' }, 400, 'REQUEST_NOT_READABLE'],
    ['another type', { body: '<a/>', type: 'application/xml' }, 415, 'MEDIA_TYPE_NOT_SUPPORTED'],
    ['too much', { body: `"${'x'.repeat(2_000)}"`, type: 'application/json' }, 413, 'BODY_TOO_LARGE'],
    ['a broken address', { url: '/%ff' }, 400, 'REQUEST_NOT_READABLE'],
  ])('refuses %s', async (_what, given: Record<string, string>, status, code) => {
    const server = await withFailures({ bodyLimitBytes: 1_000 });
    const { url = '/body', method, body, type } = given;
    const answer = await server.inject(
      body === undefined
        ? { method: method === 'DELETE' ? 'DELETE' : 'GET', url }
        : { method: 'POST', url, payload: body, headers: { 'content-type': type ?? '' } },
    );
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code });
  });

  it.each(['short', 'has spaces in it', 'x'.repeat(65), '<script>alert(1)</script>'])(
    'makes a request id of its own when the caller sends %j',
    async (sent) => {
      const server = await withFailures();
      const { requestId } = (
        await server.inject({ url: '/expected', headers: { 'x-request-id': sent } })
      ).json();
      expect(requestId).toMatch(/^[\w-]{16}$/);
    },
  );

  it('lets screens answer unknown addresses themselves', async () => {
    const server = await serve({
      onUnknownRoute: (_request, reply) => reply.type('text/html').send('<p>page'),
    });
    expect((await server.inject('/any/page')).body).toBe('<p>page');
  });

  it('never logs the address as called, which may carry an authorization code', async () => {
    const server = await withFailures();
    await server.inject('/expected?code=sesame');
    expect(logged).toContain('/expected');
    expect(logged).not.toContain('sesame');
  });
});

describe('security headers', () => {
  const withPages = async (options: Partial<ServerOptions> = {}) => {
    const server = await serve(options);
    server.get('/page', async (_request, reply) => reply.type('text/html').send(reply.cspNonce.script));
    server.get('/form', async (_request, reply) => {
      reply.allowSources('form-action', 'http://127.0.0.1:3000');
      return reply.type('text/html').send('<form>');
    });
    server.get('/data', async () => ({ a: 1 }));
    return server;
  };
  const policyOf = (headers: Record<string, unknown>) => String(headers['content-security-policy']);

  it('give every page a nonce of its own that its policy names', async () => {
    const server = await withPages();
    const [one, other] = [await server.inject('/page'), await server.inject('/page')];
    expect(one.body).not.toBe(other.body);
    expect(policyOf(one.headers)).toContain(`script-src 'self' 'nonce-${one.body}'`);
    expect(policyOf(one.headers)).toContain(`style-src 'self' 'nonce-${one.body}'`);
    expect(policyOf(one.headers)).toContain("frame-ancestors 'none'");
  });

  it('let a form go where this one answer says, and one server differ in a directive', async () => {
    const server = await withPages({ policy: { 'img-src': ["'self'"] }, openerPolicy: 'unsafe-none' });
    const form = await server.inject('/form');
    expect(policyOf(form.headers)).toContain("form-action 'self' http://127.0.0.1:3000");
    expect(policyOf(form.headers)).toContain("img-src 'self';");
    expect(form.headers['cross-origin-opener-policy']).toBe('unsafe-none');
    expect(policyOf((await server.inject('/page')).headers)).not.toContain('3000');
  });

  it('stand on data and on failures too', async () => {
    const server = await withPages();
    for (const url of ['/data', '/nowhere']) {
      const { headers } = await server.inject(url);
      expect(policyOf(headers)).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin-allow-popups',
      });
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers).not.toHaveProperty('strict-transport-security');
    }
  });

  it('ask for TLS only behind a trusted proxy that ends it', async () => {
    const headers = { 'x-forwarded-proto': 'https' };
    const trusting = await withPages({ trustProxy: true });
    const secured = await trusting.inject({ url: '/data', headers });
    expect(secured.headers['strict-transport-security']).toContain('max-age=31536000');
    await trusting.close();
    const open = await (await withPages()).inject({ url: '/data', headers });
    expect(open.headers).not.toHaveProperty('strict-transport-security');
  });
});

describe('cookies', () => {
  const withCookies = async () => {
    const server = await serve({ trustProxy: true });
    server.get('/set', async (_request, reply) => {
      writeCookie(reply, 'seat', 'abc', { maxAgeSeconds: 60 });
      return {};
    });
    server.get('/clear', async (_request, reply) => {
      clearCookie(reply, 'seat');
      return {};
    });
    server.get('/read', async (request) => ({ seat: readCookie(request, 'seat') ?? null }));
    return server;
  };

  it.each([
    ['http', 'seat=abc; Max-Age=60; Path=/; HttpOnly; SameSite=Lax'],
    ['https', '__Host-seat=abc; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax'],
  ])('over %s are set as they should be, and read back', async (proto, line) => {
    const server = await withCookies();
    const headers = { 'x-forwarded-proto': proto };
    const set = await server.inject({ url: '/set', headers });
    expect(set.headers['set-cookie']).toBe(line);
    const cookie = line.split(';')[0] ?? '';
    const read = await server.inject({ url: '/read', headers: { ...headers, cookie } });
    expect(read.json()).toEqual({ seat: 'abc' });
  });

  it('of the open name count for nothing over TLS', async () => {
    const server = await withCookies();
    const headers = { 'x-forwarded-proto': 'https', cookie: 'seat=planted' };
    expect((await server.inject({ url: '/read', headers })).json()).toEqual({ seat: null });
  });

  it('are cleared at once', async () => {
    const server = await withCookies();
    expect((await server.inject('/clear')).headers['set-cookie']).toContain('Max-Age=0');
  });
});

describe('other parts', () => {
  it('read forms when told to', async () => {
    const server = await serve({ acceptForms: true });
    server.post('/form', async (request) => request.body);
    const answer = await server.inject({
      method: 'POST',
      url: '/form',
      payload: 'grant_type=a%20b',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.json()).toEqual({ grant_type: 'a b' });
  });

  it('describe their typed routes as OpenAPI 3.1', async () => {
    const server = await serve();
    await describeApi(server, {
      title: 'Test',
      version: '1',
      description: 'For a test.',
      path: '/openapi.json',
    });
    server.post('/parcels', { schema: { body: Parcel } }, async () => ({}));
    server.get('/hidden', { schema: { hide: true } }, async () => ({}));
    const document = (await server.inject('/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(['/parcels']);
    expect(document.paths['/parcels'].post.requestBody.content['application/json'].schema).toMatchObject({
      required: ['name', 'weight'],
    });
  });

  it('measure answers by route, not by address', async () => {
    const server = await serve();
    const registry = watchServer(server);
    server.get('/parcels/:id', async () => ({}));
    await server.inject('/parcels/1');
    const text = await registry.metrics();
    expect(text).toContain(
      'lading_http_request_seconds_count{method="GET",route="/parcels/:id",status="200"} 1',
    );
  });
});
