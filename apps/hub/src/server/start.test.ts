import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorld, type WorldForTests } from '@lading/sandbox/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type HubConfig, readHubConfig } from './config.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './demo.ts';
import { type RunningHub, startHub } from './start.ts';

/** Each start opens a store of its own, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: WorldForTests;
let directory: string;
let running: RunningHub[];

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lading-hub-'));
  running = [];
});
afterEach(async () => {
  for (const hub of running) await hub.close();
  await rm(directory, { recursive: true });
});

/** The demonstration's settings, as the command gives them, on a free port. */
function demoConfig(change: Record<string, string> = {}): HubConfig {
  return readHubConfig({
    LADING_HUB_PORT: '0',
    LADING_HUB_DATA: directory,
    LADING_HUB_DEMO: '1',
    LADING_HUB_CARRIER_URL: world.baseUrl,
    LADING_HUB_CARRIER_CLIENT_ID: world.clientId,
    LADING_HUB_CARRIER_CLIENT_SECRET: world.clientSecret,
    LADING_HUB_CLOCK: 'sandbox',
    LADING_HUB_LOG: 'silent',
    ...change,
  });
}

async function start(config: HubConfig): Promise<RunningHub> {
  const hub = await startHub(config);
  running.push(hub);
  return hub;
}

const signIn = (url: string, email: string) =>
  fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: DEMO_PASSWORD }),
  });

describe('starting the demonstration', () => {
  it('brings up a hub on the sandbox’s clock with its companies and logins', async () => {
    const { url } = await start(demoConfig());
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok' });
    const sessions = await Promise.all(
      DEMO_PEOPLE.map(async ({ email }) => (await signIn(url, email)).json()),
    );
    expect(sessions.map(({ company }) => company && `${company.name}, ${company.role}`)).toEqual([
      'Maple Outfitters, administrator',
      'Maple Outfitters, user',
      'Northline Foods, administrator',
      null,
    ]);
    expect(sessions.at(-1).user.isDesk).toBe(true);
    expect(sessions[0].now.slice(0, 16)).toBe('2026-11-20T12:00');
  });

  it('keeps its key, readable by its owner alone, and its people from one start to the next', async () => {
    const first = await start(demoConfig());
    const key = await readFile(join(directory, 'hub.key'), 'utf8');
    expect((await stat(join(directory, 'hub.key'))).mode & 0o777).toBe(0o600);
    await first.close();
    const second = await start(demoConfig());
    expect(await readFile(join(directory, 'hub.key'), 'utf8')).toBe(key);
    expect((await signIn(second.url, 'alice@maple.example')).status).toBe(200);
  });
});

describe('a hub that cannot start', () => {
  it('says that another one uses the directory, and leaves that one alone', async () => {
    const first = await start(demoConfig());
    await expect(startHub(demoConfig())).rejects.toMatchObject({ code: 'DIRECTORY_IN_USE' });
    expect((await fetch(`${first.url}/health`)).status).toBe(200);
  });

  it('says that the port is taken, and gives the directory back', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    await expect(startHub(demoConfig({ LADING_HUB_PORT: port }))).rejects.toMatchObject({
      code: 'PORT_IN_USE',
    });
    other.close();
    await start(demoConfig());
  });

  it('says that the sandbox’s clock cannot be read', async () => {
    const config = demoConfig({ LADING_HUB_CARRIER_URL: 'http://127.0.0.1:9' });
    await expect(startHub(config)).rejects.toMatchObject({ code: 'SANDBOX_CLOCK_UNREACHABLE' });
  });
});

describe('a hub that is closed', () => {
  it('answers no more and can be closed again', async () => {
    const { url, close } = await start(demoConfig());
    await close();
    await close();
    await expect(fetch(`${url}/health`)).rejects.toThrow();
  });
});
