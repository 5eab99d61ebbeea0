import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askWith, basic, grantFor, send } from '../oauth/testing/client.ts';
import { startWorld, type WorldForTests } from '../testing.ts';

let world: WorldForTests;
let token: string;
beforeAll(async () => {
  world = await startWorld();
  await world.traffic({
    shipments: 60,
    from: '2026-11-18T00:00:00Z',
    to: '2026-11-20T00:00:00Z',
    seed: 'edge',
  });
  token =
    (await send(world, 'token', { grant_type: 'client_credentials' }, basic())).token['access_token'] ?? '';
});
afterAll(() => world.close());

const question = { QuantumViewRequest: { Request: { RequestAction: 'QVEvents' } } };
const byDate = {
  QuantumViewRequest: {
    Request: { RequestAction: 'QVEvents' },
    SubscriptionRequest: [
      { Name: 'Outbound', DateTimeRange: { BeginDateTime: '20261117000000', EndDateTime: '20261120120000' } },
    ],
  },
};

interface Asking {
  readonly body?: string | object;
  readonly version?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly at?: WorldForTests;
}

function ask({ body = byDate, version = 'v3', headers = {}, at = world }: Asking = {}): Promise<Response> {
  return fetch(`${at.baseUrl}/api/quantumview/${version}/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function errorOf(response: Response): Promise<readonly [number, string]> {
  const { response: envelope } = (await response.json()) as { response: { errors: [{ code: string }] } };
  return [response.status, envelope.errors[0].code];
}

describe('a call without a good token', () => {
  it.each<[string, Record<string, string>]>([
    ['no header', { authorization: '' }],
    ['another scheme', { authorization: 'Basic eDp5' }],
    ['a token that nobody issued', { authorization: 'Bearer nothing' }],
  ])('is refused with 250002: %s', async (_name, headers) => {
    expect(await errorOf(await ask({ headers }))).toEqual([401, '250002']);
  });

  it('is refused with 251004 after the token’s time', async () => {
    const own = await startWorld();
    const { access_token } = await grantFor(own);
    await own.clock.advance('PT2H');
    expect(await errorOf(await askWith(own, access_token))).toEqual([401, '251004']);
    await own.close();
  });
});

describe('lenient reading', () => {
  const name = (value: unknown) => ({
    QuantumViewRequest: { ...question.QuantumViewRequest, ...(value as object) },
  });
  it.each<[string, object]>([
    [
      'a single object where an array is due',
      name({ SubscriptionRequest: byDate.QuantumViewRequest.SubscriptionRequest[0] }),
    ],
    [
      'numbers where text is due',
      name({
        SubscriptionRequest: [
          { Name: 'Outbound', DateTimeRange: { BeginDateTime: 20261117000000, EndDateTime: 20261120120000 } },
        ],
      }),
    ],
    ['members that nobody knows', name({ ...byDate.QuantumViewRequest, Surprise: [{ a: 1 }] })],
    ['empty optional members', name({ ...byDate.QuantumViewRequest, Bookmark: '' })],
  ])('answers %s like the strict form', async (_name, body) => {
    expect(await (await ask({ body })).text()).toBe(await (await ask()).text());
  });

  it('becomes strict when told so, and says what it had to mend', async () => {
    const own = await startWorld({ strict: true });
    const { access_token } = await grantFor(own);
    const headers = { authorization: `Bearer ${access_token}` };
    const mended = await ask({ at: own, headers, body: name({ SubscriptionRequest: { Name: 'Outbound' } }) });
    expect(mended.status).toBe(400);
    expect(await mended.text()).toContain(
      'QuantumViewRequest.SubscriptionRequest: a single value stands where an array is due',
    );
    expect((await ask({ at: own, headers })).status).toBe(200);
    await own.close();
  });
});

describe('a body that cannot be read', () => {
  it.each<[string, string, string]>([
    ['nothing', '', '10003'],
    ['no JSON', '{', '10001'],
    ['HTML', '<html>', '10001'],
    ['an array', '[]', '10001'],
    ['text', '"x"', '10001'],
    ['arrays nested deeper than 64', `{"a":${'['.repeat(70)}${']'.repeat(70)}}`, '10002'],
    ['more than 16 MB', `{"a":"${'x'.repeat(16_100_000)}"}`, '10013'],
  ])('is refused in the envelope: %s', async (_name, body, code) => {
    expect(await errorOf(await ask({ body }))).toEqual([400, code]);
  });

  it('nested ten megabytes deep is refused at once', async () => {
    const before = process.cpuUsage();
    expect(await errorOf(await ask({ body: '['.repeat(10_000_000) }))).toEqual([400, '10002']);
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  });

  it('of an unknown version is refused', async () => {
    expect(await errorOf(await ask({ version: 'v9' }))).toEqual([404, '10404']);
  });
});

describe('faults', () => {
  const order = (fault: object) => world.control('POST', 'faults', fault);
  it.each<[string, object, readonly [number, string]]>([
    ['a status', { status: 503 }, [503, '10004']],
    ['a status and a code', { status: 429, code: 'SLOW' }, [429, 'SLOW']],
    ['a status for one account', { match: { account: 'D4E5F6' }, status: 403 }, [403, '10403']],
    ['a status for one path', { match: { path: '/api/quantumview/v3' }, status: 500 }, [500, '10004']],
  ])('answer %s as often as told, then no more', async (_name, fault, answer) => {
    await order({ match: { api: 'quantum-view' }, times: 2, ...fault });
    expect(await errorOf(await ask())).toEqual(answer);
    expect(await errorOf(await ask())).toEqual(answer);
    expect((await ask()).status).toBe(200);
    expect(await world.control('GET', 'faults')).toEqual({ faults: [] });
  });

  it('do not strike what they do not match', async () => {
    await order({ match: { api: 'tracking' }, status: 503 });
    await order({ match: { account: 'N1R2T3' }, status: 503 });
    expect((await ask()).status).toBe(200);
    expect(await world.control('DELETE', 'faults')).toEqual({ removed: 2 });
  });

  it.each(['503', 'status=503', '{"status":503}'])(
    'can be ordered by the header x-lading-fault: %s',
    async (text) => {
      const response = await ask({ headers: { 'x-lading-fault': text } });
      expect(response.status).toBe(text === '503' ? 400 : 503);
    },
  );

  it('drop the connection before the operation sees the request', async () => {
    const own = await startWorld();
    const { access_token } = await grantFor(own);
    await own.control('POST', 'faults', { dropConnection: true, times: 1 });
    await expect(askWith(own, access_token)).rejects.toThrow();
    expect((await askWith(own, access_token)).status).toBe(200);
    await own.close();
  });

  it('delay an answer', async () => {
    const started = performance.now();
    await ask({ headers: { 'x-lading-fault': 'delayMs=120' } });
    expect(performance.now() - started).toBeGreaterThanOrEqual(115);
  });

  it('cut the body after so many bytes, with a head that promised more', async () => {
    const { promised, received } = await cutAt(100);
    expect(promised).toBeGreaterThan(100);
    expect(received).toBe(100);
  });

  it('named after life do what their name says', async () => {
    const slow = await order({ preset: 'qv-503-70s' });
    expect(slow).toMatchObject({ match: { api: 'quantum-view' }, delayMs: 70_000, status: 503 });
    await world.control('DELETE', 'faults');
    await order({ preset: 'qv-503-70s', delayMs: 5, times: 1 });
    expect(await errorOf(await ask())).toEqual([503, '10004']);
    const limited = await ask({ headers: { 'x-lading-fault': '429-without-headers' } });
    const names = [...limited.headers.keys()].filter((name) => /retry|rate/.test(name));
    expect([names, await errorOf(limited)]).toEqual([[], [429, '10429']]);
  });

  it('that give a list of one as an object do so whatever version was asked', async () => {
    const textOf = async (version: string, fault?: string): Promise<string> =>
      (await ask({ version, headers: fault === undefined ? {} : { 'x-lading-fault': fault } })).text();
    expect(await textOf('v3')).toContain('"Package":[{');
    const faulty = await textOf('v3', 'package-as-object');
    expect(faulty).toContain('"Package":{');
    expect(faulty).toBe(await textOf('v1'));
  });

  it('that make no sense are refused with a sentence', async () => {
    await expect(order({ status: 200 })).rejects.toThrow(/INVALID_REQUEST/);
    await expect(order({ preset: 'qv-503' })).rejects.toThrow(/INVALID_REQUEST/);
    await expect(order({ presets: 'qv-no-bookmark' })).rejects.toThrow(/INVALID_REQUEST/);
  });
});

/** What arrives of an answer before its connection ends. */
function cutAt(bytes: number): Promise<{ readonly promised: number; readonly received: number }> {
  const url = `${world.baseUrl}/api/quantumview/v3/events`;
  const headers = { authorization: `Bearer ${token}`, 'x-lading-fault': `truncateAtByte=${bytes}` };
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: 'POST', headers }, (response) => {
      let received = 0;
      response.on('data', (chunk: Buffer) => {
        received += chunk.byteLength;
      });
      const end = () => resolve({ promised: Number(response.headers['content-length']), received });
      response.on('error', end);
      response.on('end', end);
    });
    request.on('error', reject);
    request.end(JSON.stringify(byDate));
  });
}

describe('files are read when their answer is handed over', () => {
  const unread = async (at: WorldForTests) => {
    const { counts } = (await at.control('GET', 'world')) as { counts: { unreadQuantumViewFiles: number } };
    return counts.unreadQuantumViewFiles;
  };
  it.each<[string, string, boolean]>([
    ['not before the caller went away', 'dropConnection=true', false],
    ['not by an ordered error', 'status=503', false],
    ['by an answer that is cut at once', 'cut-after-mark', true],
    ['by an answer that is cut within', 'truncateAtByte=50', true],
  ])('%s', async (_name, fault, isRead) => {
    const own = await startWorld();
    await own.traffic({ shipments: 20, from: '2026-11-19T00:00:00Z', to: '2026-11-20T00:00:00Z', seed: 's' });
    const { access_token } = await grantFor(own);
    const before = await unread(own);
    expect(before).toBeGreaterThan(0);
    const headers = { authorization: `Bearer ${access_token}`, 'x-lading-fault': fault };
    await ask({ at: own, headers, body: question })
      .then((response) => response.arrayBuffer())
      .catch(() => undefined);
    expect((await unread(own)) < before).toBe(isRead);
    await own.close();
  });
});

describe('the inspector', () => {
  it('shows requests with their rules, and never a secret', async () => {
    const own = await startWorld();
    const { access_token, refresh_token } = await grantFor(own);
    await askWith(own, access_token, 'Outbound');
    await askWith(own, 'wrong');
    const text = JSON.stringify(await own.control('GET', 'requests'));
    for (const secret of [access_token, refresh_token, basic()['authorization'], 'sandbox-secret']) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('[hidden]');
    expect(text).toContain('250002 The access token is missing, unknown or revoked');
    await own.close();
  });

  it('hides the code of a grant in forms', async () => {
    const own = await startWorld();
    await grantFor(own);
    const text = JSON.stringify(await own.control('GET', 'requests'));
    expect(text).toMatch(/code=\[hidden\]/);
    await own.close();
  });

  it('finds one request by the number in its answer’s header', async () => {
    const id = (await ask()).headers.get('x-lading-request');
    expect(await world.control('GET', `requests/${id}`)).toMatchObject({
      id,
      operation: 'quantum-view.events',
    });
    expect(await world.control('GET', `explain/${id}`)).toMatchObject({
      id,
      accounts: ['A1B2C3', 'D4E5F6', '7G8H9J'],
    });
  });
});
