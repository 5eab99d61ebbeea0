import { afterEach, describe, expect, it, vi } from 'vitest';
import { type CarrierFault, isCarrierFault } from './errors.ts';
import type { RequestSeen, ResponseSeen, RetrySeen } from './hooks.ts';
import { testClient } from './testing/client.ts';
import {
  closedAddress,
  cut,
  hangUp,
  json,
  type Reply,
  refusal,
  silence,
  stall,
  startServer,
  type TestServer,
} from './testing/server.ts';

const empty = json({ QuantumViewResponse: { Response: { ResponseStatusCode: '1' } } });
const unread = { names: ['Outbound'] };
const byDate = { names: ['Outbound'], from: new Date('2026-11-20T00:00:00Z') };

const servers: TestServer[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(...replies: readonly Reply[]): Promise<TestServer> {
  const server = await startServer(...replies);
  servers.push(server);
  return server;
}

/** Time that runs only once the request is there: a busy machine may need longer than a short limit to bring it. */
function timePasses(reply: Reply, milliseconds: number): Reply {
  return (response, request) => {
    reply(response, request);
    vi.advanceTimersByTime(milliseconds);
  };
}

/** Time that runs once the answer has begun. */
function thenTimePasses(milliseconds: number): typeof fetch {
  return async (...asked) => {
    const begun = await fetch(...asked);
    vi.advanceTimersByTime(milliseconds);
    return begun;
  };
}

async function faultOf(call: Promise<unknown>): Promise<CarrierFault> {
  const thrown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!isCarrierFault(thrown)) throw new Error('expected a CarrierFault', { cause: thrown });
  return thrown;
}

const broken: readonly (readonly [string, Reply])[] = [
  ['a connection cut in the middle of the answer', cut()],
  ['a connection closed without an answer', hangUp],
  ['a 502 from something on the way', refusal(502, '10004', 'Bad gateway')],
  ['a 503', refusal(503, '10004', 'The service is temporarily unavailable')],
  ['a 429', refusal(429, '10429', 'Too Many Requests')],
];

describe('a read by date', () => {
  it.each(broken)('is asked again after %s', async (_name, reply) => {
    const server = await serve(reply, empty);
    const client = testClient(server.baseUrl);
    const answer = await client.quantumView.raw(byDate);
    expect(answer.status).toBe(200);
    expect(server.requests.map(({ body }) => body)).toEqual([
      server.requests[0]?.body,
      server.requests[0]?.body,
    ]);
    expect(client.waits).toEqual([250]);
  });

  it('is tried three times in all, with waits that double', async () => {
    const server = await serve(refusal(503, '10004', 'Not now'));
    const client = testClient(server.baseUrl);
    const fault = await faultOf(client.quantumView.raw(byDate));
    expect(fault).toMatchObject({
      code: '10004',
      text: 'Not now',
      status: 503,
      retryable: true,
      outcome: 'unknown',
    });
    expect(server.requests.length).toBe(3);
    expect(client.waits).toEqual([250, 500]);
  });

  it('is not asked again after a refusal that stays', async () => {
    const server = await serve(refusal(403, '10403', 'Blocked Merchant'));
    const fault = await faultOf(testClient(server.baseUrl).quantumView.raw(byDate));
    expect(fault).toMatchObject({ code: '10403', outcome: 'refused', retryable: false });
    expect(server.requests.length).toBe(1);
  });
});

describe('an unread read', () => {
  it.each([...broken, ['a 401', refusal(401, '250002', 'Invalid Authentication Information.')] as const])(
    'is never asked again after %s',
    async (_name, reply) => {
      const server = await serve(reply, empty);
      const client = testClient(server.baseUrl, { access: { kind: 'token', accessToken: 't' } });
      const fault = await faultOf(client.quantumView.raw(unread));
      expect(server.requests.length).toBe(1);
      expect(client.waits).toEqual([]);
      expect(fault.outcome).toBe([401, 429].includes(fault.status ?? 0) ? 'refused' : 'unknown');
    },
  );

  it('is asked again where no connection could be made, and says that nothing was sent', async () => {
    const client = testClient(await closedAddress());
    const fault = await faultOf(client.quantumView.raw(unread));
    expect(fault).toMatchObject({ code: 'NOT_CONNECTED', outcome: 'not-sent', retryable: true });
    expect(fault.status).toBeUndefined();
    expect(client.waits).toEqual([250, 500]);
  });

  it('is asked again where the name of the host is unknown', async () => {
    const client = testClient('http://no-such-host.invalid');
    const fault = await faultOf(client.quantumView.raw(unread));
    expect(fault).toMatchObject({ code: 'NOT_CONNECTED', outcome: 'not-sent' });
    expect(client.waits.length).toBe(2);
  });

  it.each([
    ['never begins', timePasses(silence, 40), { answerTimeoutMs: 40 }],
    ['never ends', stall, { timeoutMs: 40, fetch: thenTimePasses(40) }],
  ] as const)('ends when its answer %s, with outcome unknown', async (_name, reply, limits) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const server = await serve(reply);
    const fault = await faultOf(testClient(server.baseUrl, limits).quantumView.raw(unread));
    expect(fault).toMatchObject({ code: 'TIMEOUT', outcome: 'unknown' });
    expect(server.requests.length).toBe(1);
  });
});

describe('the time a call takes', () => {
  it('is bounded over all attempts', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const server = await serve(timePasses(silence, 150));
    const client = testClient(server.baseUrl, { timeoutMs: 200, answerTimeoutMs: 150 });
    const fault = await faultOf(client.quantumView.raw(byDate));
    expect(fault).toMatchObject({ code: 'TIMEOUT', text: 'No complete answer within 200 ms.' });
    expect(server.requests.length).toBe(2);
  });

  it('ends at once with the caller’s signal, which becomes the cause', async () => {
    const stop = new AbortController();
    const server = await serve(() => stop.abort('enough'));
    const call = testClient(server.baseUrl).quantumView.raw(byDate, { signal: stop.signal });
    const fault = await faultOf(call);
    expect(fault).toMatchObject({ code: 'ABORTED', outcome: 'unknown', cause: 'enough' });
  });

  it('does not even begin with a signal that has already ended', async () => {
    const server = await serve(empty);
    const call = testClient(server.baseUrl).quantumView.raw(unread, { signal: AbortSignal.abort() });
    expect(await faultOf(call)).toMatchObject({ code: 'ABORTED', outcome: 'not-sent' });
    expect(server.requests.length).toBe(0);
  });

  const slowToken: Reply = (response, request) => {
    if (!request.url.endsWith('/token')) empty(response, request);
  };

  it('holds while the token is asked for, and the call itself was not sent', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const server = await serve(timePasses(slowToken, 40));
    const client = testClient(server.baseUrl, { access: { kind: 'client' } });
    const fault = await faultOf(client.quantumView.raw(unread, { timeoutMs: 40 }));
    expect(fault).toMatchObject({ code: 'TIMEOUT', outcome: 'not-sent' });
    expect(fault.text).toContain('40 ms');
  });

  it('ends with the caller’s signal while the token is asked for; who else waits for it gets it', async () => {
    const stop = new AbortController();
    const server = await serve((response, request) => {
      if (!request.url.endsWith('/token')) return empty(response, request);
      stop.abort('enough');
      setTimeout(() => json({ access_token: 'own', expires_in: '3600' })(response, request), 20);
    });
    const { quantumView } = testClient(server.baseUrl, { access: { kind: 'client' } });
    const [ended, other] = [quantumView.raw(byDate, { signal: stop.signal }), quantumView.raw(byDate)];
    expect(await faultOf(ended)).toMatchObject({ code: 'ABORTED', outcome: 'not-sent', cause: 'enough' });
    expect((await other).status).toBe(200);
    expect(server.requests.length).toBe(2);
  });

  it('ends during a wait between attempts', async () => {
    const stop = new AbortController();
    const server = await serve(refusal(429, '10429', 'Too Many Requests'));
    const sleep = async (_milliseconds: number, signal: AbortSignal) => {
      stop.abort();
      signal.throwIfAborted();
    };
    const fault = await faultOf(
      testClient(server.baseUrl, { sleep }).quantumView.raw(byDate, { signal: stop.signal }),
    );
    expect(fault).toMatchObject({ code: 'ABORTED', outcome: 'refused' });
    expect(server.requests.length).toBe(1);
  });
});

describe('Retry-After', () => {
  it.each([
    ['seconds', '3', 3],
    ['a date', new Date(1_700_000_007_000).toUTCString(), 7],
  ])('is honoured as %s, plus jitter', async (_name, header, seconds) => {
    const server = await serve(refusal(429, '10429', 'Slow down', { 'retry-after': header }), empty);
    const client = testClient(server.baseUrl, { clock: { now: () => 1_700_000_000_000 } });
    await client.quantumView.raw(byDate);
    expect(client.waits).toEqual([seconds * 1000 + 250]);
  });

  it('beyond the cap ends the call and is told', async () => {
    const server = await serve(refusal(429, '10429', 'Slow down', { 'retry-after': '3600' }));
    const fault = await faultOf(testClient(server.baseUrl).quantumView.raw(byDate));
    expect(fault).toMatchObject({ retryAfterSeconds: 3600, retryable: true, outcome: 'refused' });
    expect(server.requests.length).toBe(1);
  });
});

describe('an answer', () => {
  const long = (bytes: number, announced: boolean): Reply => {
    return (response) => {
      response.writeHead(200, announced ? { 'content-length': String(bytes) } : {});
      response.end('x'.repeat(bytes));
    };
  };

  it.each([
    ['announced', true],
    ['not announced', false],
  ])('longer than its cap is refused, its length %s', async (_name, announced) => {
    const server = await serve(long(200_000, announced));
    const fault = await faultOf(testClient(server.baseUrl).quantumView.raw(byDate, { maxBytes: 1000 }));
    expect(fault).toMatchObject({
      code: 'ANSWER_TOO_LARGE',
      outcome: 'unknown',
      retryable: false,
      status: 200,
    });
    expect(server.requests.length).toBe(1);
  });

  it('of exactly the cap is handed over byte for byte', async () => {
    const server = await serve(long(1000, false));
    const { body } = await testClient(server.baseUrl).quantumView.raw(byDate, { maxBytes: 1000 });
    expect(new TextDecoder().decode(body)).toBe('x'.repeat(1000));
  });

  it('that redirects is not followed, so no token travels elsewhere', async () => {
    const elsewhere = await serve(empty);
    const server = await serve((response) => {
      response.writeHead(302, { location: elsewhere.baseUrl });
      response.end();
    });
    const fault = await faultOf(testClient(server.baseUrl).quantumView.raw(byDate));
    expect(fault).toMatchObject({ code: 'HTTP_302', status: 302 });
    expect(elsewhere.requests.length).toBe(0);
  });

  it.each<[string, Reply, Partial<CarrierFault>]>([
    [
      'the envelope without its wrapper',
      json({ errors: [{ code: '7', message: 'Seven' }] }, 400),
      { code: '7', text: 'Seven' },
    ],
    [
      'headers alone',
      (response) => {
        response.writeHead(400, { apierrorcode: '9', apierrormessage: 'Nine', transid: 'abc' });
        response.end();
      },
      { code: '9', text: 'Nine', transactionId: 'abc' },
    ],
    [
      'a page of HTML',
      (response) => {
        response.writeHead(400, { 'content-type': 'text/html' });
        response.end('<h1>Sorry</h1>');
      },
      { code: 'HTTP_400', text: 'The carrier answered 400.' },
    ],
  ])('that refuses may carry its reason as %s', async (_name, reply, expected) => {
    const server = await serve(reply);
    expect(await faultOf(testClient(server.baseUrl).quantumView.raw(byDate))).toMatchObject(expected);
  });

  it('with a known code comes with a hint in both languages', async () => {
    const server = await serve(refusal(401, '250002', 'Invalid Authentication Information.'));
    const { hint } = await faultOf(testClient(server.baseUrl).quantumView.raw(byDate));
    expect(hint?.en).toContain('token');
    expect(hint?.fr).toContain('jeton');
  });
});

describe('hooks', () => {
  it('see every attempt, answer and retry, without the token', async () => {
    const requests: RequestSeen[] = [];
    const responses: ResponseSeen[] = [];
    const retries: RetrySeen[] = [];
    const server = await serve(refusal(503, '10004', 'Not now', { transid: 'first' }), empty);
    const client = testClient(server.baseUrl, {
      hooks: {
        onRequest: (seen) => requests.push(seen),
        onResponse: (seen) => responses.push(seen),
        onRetry: (seen) => retries.push(seen),
      },
    });
    await client.quantumView.raw(byDate);
    expect(requests.map(({ operation, attempt }) => [operation, attempt])).toEqual([
      ['quantum-view.events', 1],
      ['quantum-view.events', 2],
    ]);
    expect(responses.map(({ status, transactionId }) => [status, transactionId])).toEqual([
      [503, 'first'],
      [200, undefined],
    ]);
    expect(retries.map(({ waitMs, fault }) => [waitMs, fault.code])).toEqual([[250, '10004']]);
    expect(JSON.stringify([requests, responses, retries])).not.toContain('token-1');
    expect(requests[0]?.headers.authorization).toBe('***');
  });
});

describe('a base address', () => {
  it.each(['not an address', 'ftp://example.invalid', 'file:///etc'])('%s is refused', (baseUrl) => {
    expect(() => testClient(baseUrl)).toThrow(TypeError);
  });

  it('may have a path of its own, as isolated worlds do', async () => {
    const server = await serve(empty);
    await testClient(`${server.baseUrl}/w/mine/`).quantumView.raw(byDate);
    expect(server.requests[0]?.url).toBe('/w/mine/api/quantumview/v3/events');
  });
});
