import { mkdtemp, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { basic } from './oauth/testing/client.ts';
import { startWorld, type WorldForTests } from './testing.ts';

let world: WorldForTests;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

interface Sent {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly at?: WorldForTests;
}

interface Got {
  readonly status: number;
  readonly location: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many addresses
  readonly json: any;
}

/** By node's own client: fetch does not let a Host be chosen. */
function call(
  host: string,
  path: string,
  { method, body, headers = {}, at = world }: Sent = {},
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const options = {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { ...headers, host },
    };
    const request = httpRequest(`${at.baseUrl}${path}`, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => {
        const { statusCode: status = 0, headers: answered } = response;
        const isJson = answered['content-type']?.includes('json');
        resolve({ status, location: answered.location ?? '', json: isJson ? JSON.parse(text) : null });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

const nowOf = async (host: string, path = '', at = world): Promise<string> =>
  (await call(host, `${path}/_sandbox/clock`, { at })).json.now;

describe('the carrier’s hosts', () => {
  it.each([
    ['onlinetools.ups.com', ''],
    ['ONLINETOOLS.ups.com:443', ''],
    ['wwwcie.ups.com', 'test'],
    ['wwwcie.ups.com:3100', 'test'],
    ['127.0.0.1', ''],
    ['www.ups.com', ''],
    ['wwwcie.ups.com.evil.example', ''],
  ])('under %s the world “%s” answers', async (host, name) => {
    expect((await call(host, '/_sandbox/health')).json).toMatchObject({ world: name });
  });

  it('stand for two worlds apart: clock, tokens and files of one do not touch the other', async () => {
    await call('wwwcie.ups.com', '/_sandbox/clock', { body: '{"advance":"P3D"}' });
    expect(await nowOf('wwwcie.ups.com')).toBe('2026-11-23T12:00:00.000Z');
    expect(await nowOf('onlinetools.ups.com')).toBe('2026-11-20T12:00:00.000Z');
    const { json } = await call('wwwcie.ups.com', '/security/v1/oauth/token', {
      body: 'grant_type=client_credentials',
      headers: { ...basic(), 'content-type': 'application/x-www-form-urlencoded' },
    });
    const ask = (host: string) =>
      call(host, '/api/quantumview/v3/events', {
        body: '{"QuantumViewRequest":{"Request":{"RequestAction":"QVEvents"}}}',
        headers: { authorization: `Bearer ${json.access_token}` },
      });
    expect((await ask('wwwcie.ups.com')).status).toBe(200);
    expect((await ask('onlinetools.ups.com')).status).toBe(401);
  });

  it('give way to a path prefix, under which the test side can be reached as well', async () => {
    expect((await call('wwwcie.ups.com', '/w/green/_sandbox/health')).json).toMatchObject({ world: 'green' });
    expect((await call('127.0.0.1', '/w/test/_sandbox/health')).json).toMatchObject({ world: 'test' });
  });

  it('stand in the addresses that a world tells', async () => {
    const query = new URLSearchParams({
      client_id: 'sandbox-client',
      redirect_uri: 'http://127.0.0.1:3000/integrations/callback',
      response_type: 'code',
    });
    const { status, location } = await call('wwwcie.ups.com:8443', `/security/v1/oauth/authorize?${query}`);
    expect([status, new URL(location).origin]).toEqual([302, 'http://wwwcie.ups.com:8443']);
  });

  it('cannot be dropped like an isolated world', async () => {
    expect((await call('wwwcie.ups.com', '/_sandbox/world', { method: 'DELETE' })).json).toEqual({
      dropped: false,
    });
  });

  it('let their own pages steer, and nobody else’s', async () => {
    const from = (origin: string) =>
      call('wwwcie.ups.com', '/_sandbox/snapshot', { body: '{}', headers: { origin } });
    expect((await from('http://wwwcie.ups.com')).status).toBe(200);
    expect((await from('http://evil.example')).status).toBe(403);
  });
});

it('both sides are kept in the data folder; an isolated world is not', async () => {
  const data = await mkdtemp(join(tmpdir(), 'lading-sides-'));
  const hosts = ['onlinetools.ups.com', 'wwwcie.ups.com'] as const;
  const first = await startWorld({ data });
  for (const [days, host] of hosts.entries()) {
    await call(host, '/_sandbox/clock', { body: `{"advance":"P${days + 1}D"}`, at: first });
  }
  await call('127.0.0.1', '/w/blue/_sandbox/clock', { body: '{"advance":"P9D"}', at: first });
  await first.close();
  const second = await startWorld({ data });
  expect(await nowOf(hosts[0], '', second)).toBe('2026-11-21T12:00:00.000Z');
  expect(await nowOf(hosts[1], '', second)).toBe('2026-11-22T12:00:00.000Z');
  expect(await nowOf(hosts[0], '/w/blue', second)).toBe('2026-11-20T12:00:00.000Z');
  await second.close();
  await rm(data, { recursive: true });
});
