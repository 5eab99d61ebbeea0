import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantFor } from '../oauth/testing/client.ts';
import { startWorld, type WorldForTests } from '../testing.ts';

let world: WorldForTests;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

function call(method: string, path: string, body?: string, headers = {}): Promise<Response> {
  const init = body === undefined ? { method, headers } : { method, body, headers };
  return fetch(`${world.baseUrl}${path}`, init);
}

describe('the control API refuses', () => {
  it.each<[string, string, string, string | undefined, number, string]>([
    ['an unknown address', 'GET', '/_sandbox/nothing', undefined, 404, 'NOT_FOUND'],
    ['a wrong method', 'POST', '/_sandbox/health', '{}', 404, 'NOT_FOUND'],
    ['no JSON', 'POST', '/_sandbox/clock', 'advance=P1D', 400, 'NOT_JSON'],
    ['an empty clock order', 'POST', '/_sandbox/clock', '{}', 400, 'INVALID_REQUEST'],
    [
      'two clock orders in one',
      'POST',
      '/_sandbox/clock',
      '{"advance":"P1D","freeze":true}',
      400,
      'INVALID_REQUEST',
    ],
    [
      'a duration not in ISO 8601',
      'POST',
      '/_sandbox/clock',
      '{"advance":"4 days"}',
      400,
      'DURATION_INVALID',
    ],
    [
      'an instant without offset',
      'POST',
      '/_sandbox/clock',
      '{"set":"2026-12-01T00:00:00"}',
      400,
      'INSTANT_INVALID',
    ],
    ['the past', 'POST', '/_sandbox/clock', '{"set":"2020-01-01T00:00:00Z"}', 400, 'CLOCK_BACKWARD'],
    ['a step back', 'POST', '/_sandbox/clock', '{"advance":"-PT1H"}', 400, 'CLOCK_BACKWARD'],
    ['the year 12000', 'POST', '/_sandbox/clock', '{"advance":"P10000Y"}', 400, 'INSTANT_OUT_OF_RANGE'],
    ['an unknown command', 'POST', '/_sandbox/commands', '{"type":"dance"}', 400, 'UNKNOWN_COMMAND'],
    [
      'a command without its input',
      'POST',
      '/_sandbox/commands',
      '{"type":"associate-account"}',
      400,
      'INVALID_REQUEST',
    ],
    [
      'a command with a misspelt member',
      'POST',
      '/_sandbox/commands',
      '{"type":"choose-lifetimes","accessSeconds":5}',
      400,
      'INVALID_REQUEST',
    ],
    [
      'an unknown user',
      'POST',
      '/_sandbox/commands',
      '{"type":"change-password","userName":"x","password":"y"}',
      404,
      'NO_SUCH_CARRIER_USER',
    ],
    ['an unknown snapshot', 'POST', '/_sandbox/restore', '{"name":"never"}', 404, 'NO_SUCH_SNAPSHOT'],
    [
      'a snapshot’s name that is a path',
      'POST',
      '/_sandbox/snapshot',
      '{"name":"../x"}',
      400,
      'INVALID_REQUEST',
    ],
    ['traffic of nothing', 'POST', '/_sandbox/traffic', '{"shipments":0}', 400, 'INVALID_REQUEST'],
    [
      'traffic that ends before it begins',
      'POST',
      '/_sandbox/traffic',
      '{"shipments":1,"from":"2026-11-20T00:00:00Z","to":"2026-11-19T00:00:00Z"}',
      400,
      'RANGE_EMPTY',
    ],
    [
      'a request that is not remembered',
      'GET',
      '/_sandbox/requests/999999',
      undefined,
      404,
      'REQUEST_NOT_KEPT',
    ],
    ['a world’s name that is none', 'GET', '/w/a%20b/_sandbox/health', undefined, 400, 'WORLD_NAME_INVALID'],
  ])('%s, in both languages', async (_name, method, path, body, status, code) => {
    const response = await call(method, path, body);
    const answer = (await response.json()) as { code: string; text: { en: string; fr: string } };
    expect([response.status, answer.code]).toEqual([status, code]);
    expect(answer.text.en.length * answer.text.fr.length).toBeGreaterThan(0);
  });

  it.each<[string, string, string]>([
    ['/_sandbox/settings', '{"profile":"guessed"}', 'profile (observed, published).'],
    ['/_sandbox/settings', '{"profil":"published"}', 'profil.'],
    ['/_sandbox/faults', '{"preset":"qv-503"}', 'preset (qv-no-bookmark, cut-after-mark, qv-503-70s,'],
    ['/_sandbox/faults', '{"match":{"api":"ratting"}}', 'match.api (address-city, address-street,'],
    ['/_sandbox/faults', '{"times":0}', 'times (>= 1).'],
    ['/_sandbox/traffic', '{}', 'shipments.'],
  ])('%s %s, and says in both languages what it takes', async (path, body, what) => {
    const { text } = (await (await call('POST', path, body)).json()) as { text: { en: string; fr: string } };
    expect(text.en).toContain(`not usable: ${what}`);
    expect(text.fr).toContain(`n’y convient pas : ${what}`);
  });

  it('a fault in a header that is none, naming the values that are', async () => {
    const { access_token } = await grantFor(world);
    const headers = { authorization: `Bearer ${access_token}`, 'x-lading-fault': 'status=503; preset=qv' };
    const { text } = (await (await call('POST', '/api/rating/v2409/Rate', '{}', headers)).json()) as {
      text: { en: string; fr: string };
    };
    for (const sentence of [text.en, text.fr]) expect(sentence).toContain('preset (qv-no-bookmark,');
  });

  it.each([{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }])(
    'pages of other sites: %o',
    async (headers) => {
      const response = await call('POST', '/_sandbox/reset', undefined, headers);
      expect([response.status, await response.json()]).toMatchObject([403, { code: 'FOREIGN_PAGE' }]);
    },
  );
});

it('a page of the sandbox itself may steer it, one under a name made to lead here may not', async () => {
  const port = new URL(world.baseUrl).port;
  const own = await call('POST', '/_sandbox/snapshot', '{}', { origin: world.baseUrl });
  expect(own.status).toBe(200);
  const rebound = { host: `evil.example:${port}`, origin: `http://evil.example:${port}` };
  expect(await statusOf('/_sandbox/reset', rebound)).toBe(403);
});

/** By node's own client: fetch does not let a Host be chosen. */
function statusOf(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${world.baseUrl}${path}`, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
    request.end();
  });
}

describe('the clock', () => {
  it('advances, is set, freezes and runs by ISO 8601', async () => {
    const own = await startWorld();
    const clock = (body: object) => own.control('POST', 'clock', body);
    expect(await clock({ advance: 'P1DT2H' })).toMatchObject({
      now: '2026-11-21T14:00:00.000Z',
      frozen: true,
    });
    expect(await clock({ set: '2026-12-01T08:00:00-05:00' })).toMatchObject({ frozen: false });
    expect(await clock({ freeze: true })).toMatchObject({ frozen: true });
    expect(await own.control('GET', 'clock')).toMatchObject({
      now: expect.stringMatching(/^2026-12-01T13:00:0/),
    });
    expect(await clock({ freeze: false })).toMatchObject({ frozen: false });
    await own.close();
  });
});

describe('worlds of the same seed', () => {
  const live = async (): Promise<string> => {
    const own = await startWorld({ seed: 'twins' });
    await own.traffic({ shipments: 30, from: '2026-11-19T00:00:00Z', to: '2026-11-20T00:00:00Z', seed: 't' });
    const token = await grantFor(own);
    await own.clock.advance('P1D');
    const counts = await own.control('GET', 'world');
    await own.close();
    return JSON.stringify([token, counts]);
  };

  it('give the same bytes for the same commands, secrets too', async () => {
    expect(await live()).toBe(await live());
  });

  it('come back to the same bytes by snapshot and restore', async () => {
    const own = await startWorld();
    await own.traffic({ shipments: 30, from: '2026-11-19T00:00:00Z', to: '2026-11-21T00:00:00Z', seed: 't' });
    await own.control('POST', 'snapshot', { name: 'one' });
    const future = async (): Promise<string> => {
      await own.clock.advance('PT12H');
      return JSON.stringify([await grantFor(own), await own.control('GET', 'world')]);
    };
    const first = await future();
    await own.control('POST', 'restore', { name: 'one' });
    expect(await future()).toBe(first);
    await own.close();
  });

  it('begin again with reset', async () => {
    const own = await startWorld();
    const before = await own.control('GET', 'world');
    await grantFor(own);
    await own.clock.advance('P2D');
    await own.control('POST', 'faults', { status: 503 });
    await own.control('POST', 'reset');
    expect(await own.control('GET', 'world')).toEqual(before);
    expect(await own.control('GET', 'faults')).toEqual({ faults: [] });
    await own.close();
  });
});

describe('isolated worlds', () => {
  it('share nothing with the main one, and can be dropped', async () => {
    const own = await startWorld();
    const blue = { ...own, baseUrl: `${own.baseUrl}/w/blue` };
    await fetch(`${blue.baseUrl}/_sandbox/clock`, { method: 'POST', body: '{"advance":"P3D"}' });
    const { access_token } = await grantFor(blue);
    const ask = (base: string) =>
      fetch(`${base}/api/quantumview/v3/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${access_token}` },
        body: '{"QuantumViewRequest":{"Request":{"RequestAction":"QVEvents"}}}',
      });
    expect([(await ask(blue.baseUrl)).status, (await ask(own.baseUrl)).status]).toEqual([200, 401]);
    expect(await own.control('GET', 'clock')).toMatchObject({ now: '2026-11-20T12:00:00.000Z' });
    const dropped = await fetch(`${blue.baseUrl}/_sandbox/world`, { method: 'DELETE' });
    expect(await dropped.json()).toEqual({ dropped: true });
    const fresh = await fetch(`${blue.baseUrl}/_sandbox/clock`);
    expect(await fresh.json()).toMatchObject({ now: '2026-11-20T12:00:00.000Z' });
    await own.close();
  });
});
