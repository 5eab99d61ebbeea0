import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askWith, grantFor, refresh } from './oauth/testing/client.ts';
import { seeds } from './seed.ts';
import { startSandbox } from './start.ts';
import { startWorld, type WorldForTests } from './testing.ts';

let world: WorldForTests;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('the front door', () => {
  it.each([
    ['en', 'Seeded credentials'],
    ['fr-CA,fr;q=0.9', 'Identifiants fournis'],
  ])('shows a page in %s with every seeded user and without any script', async (language, heading) => {
    const response = await fetch(`${world.baseUrl}/`, { headers: { 'accept-language': language } });
    const page = await response.text();
    expect(page).toContain(heading);
    for (const { userName } of seeds.carrierUsers) expect(page).toContain(userName);
    expect(page).not.toContain('<script');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('answers health outside and inside of the control API', async () => {
    for (const path of ['/health', '/_sandbox/health']) {
      const response = await fetch(`${world.baseUrl}${path}`);
      expect(await response.json()).toMatchObject({ status: 'ok', now: '2026-11-20T12:00:00.000Z' });
    }
  });

  it('answers an unknown address in the carrier’s envelope', async () => {
    const response = await fetch(`${world.baseUrl}/api/nothing`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ response: { errors: [{ code: '10404' }] } });
  });
});

describe('starting', () => {
  it('refuses a seed on an address that other machines reach', async () => {
    await expect(startSandbox({ port: 0, host: '0.0.0.0', seed: 'x' })).rejects.toThrow(/loopback only/);
  });

  it('says in one sentence that the port is taken', async () => {
    const port = Number(new URL(world.baseUrl).port);
    await expect(startWorld({ port })).rejects.toThrow(/already in use/);
  });
});

describe('a directory', () => {
  it('keeps grants, the clock and the files read over a restart', async () => {
    const data = await mkdtemp(join(tmpdir(), 'lading-sandbox-'));
    const first = await startWorld({ data });
    const { access_token, refresh_token } = await grantFor(first);
    await first.clock.advance('PT30M');
    const before = await first.control('GET', 'world');
    await first.close();
    const second = await startWorld({ data, clock: '2026-11-20T00:00:00Z' });
    expect(await second.control('GET', 'world')).toEqual(before);
    expect((await askWith(second, access_token)).status).toBe(200);
    expect((await refresh(second, refresh_token)).token['refresh_count']).toBe('1');
    await second.close();
    await rm(data, { recursive: true });
  });

  it('made under a seed stays on the loopback without it too', async () => {
    const data = await mkdtemp(join(tmpdir(), 'lading-sandbox-'));
    await startWorld({ data }).then((one) => one.close());
    await expect(startSandbox({ port: 0, host: '0.0.0.0', data })).rejects.toThrow(/loopback only/);
    await startWorld({ data }).then((one) => one.close());
    await rm(data, { recursive: true });
  });
});
