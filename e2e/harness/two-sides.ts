import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHubConfig } from '@lading/hub/server/config';
import { foundCompany } from '@lading/hub/server/found';
import { createLog } from '@lading/kit/log';
import { startWorld, type WorldForTests } from '@lading/sandbox/testing';
import { freePort, startProgram } from '../programs.ts';
import { openStore } from './database.ts';
import { KEY, type Pair } from './pair.ts';
import { startTunnel } from './tunnel.ts';

/** What a company's own application signs in with, the same at both sides, as with the carrier. */
export const APPLICATION = {
  clientId: 'maple-app',
  clientSecret: 'maple-secret',
  accountNumber: 'A1B2C3',
} as const;

export const ADMINISTRATOR = { email: 'ada@mills.example', company: 'Northern Mills' } as const;

/** The first administrator's link; worth a password once. */
const links = new WeakMap<Pair, string>();

export function invitationOf(pair: Pair): string {
  const link = links.get(pair);
  if (!link) throw new Error('This pair has nobody to invite.');
  return link;
}

/**
 * A hub of a company's own, set up for the sandbox and for the carrier's test environment. The carrier's test host
 * is a second world of the same sandbox, reached as in a company's network: by its real name, through a proxy, with a
 * private authority.
 */
export async function startTwoSides(): Promise<Pair> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (let closer = closers.pop(); closer; closer = closers.pop()) await closer();
  };
  try {
    return await start(closers, close);
  } catch (error) {
    await close();
    throw error;
  }
}

type Closers = (() => Promise<unknown>)[];

async function start(closers: Closers, close: () => Promise<void>): Promise<Pair> {
  const directory = await mkdtemp(join(tmpdir(), 'lading-sides-'));
  closers.push(() => rm(directory, { recursive: true, force: true }));
  const store = await openStore();
  closers.push(() => store.drop());
  const now = Date.now();
  const clock = new Date(now).toISOString();
  const sandbox = await startWorld({ tls: true, data: join(directory, 'carrier'), clock, frozen: false });
  closers.push(() => sandbox.close());
  await furnish(sandbox, '', 60, now);
  await furnish(sandbox, TEST_SIDE, 15, now);
  const baseUrl = sandbox.baseUrl.replace('127.0.0.1', 'localhost');
  const tunnel = await startTunnel('wwwcie.ups.com:443', Number(new URL(baseUrl).port));
  closers.push(() => tunnel.close());
  const port = await freePort();
  const env = {
    ...hubSettings({ ...sandbox, baseUrl }, port, join(directory, 'hub')),
    LADING_HUB_PROXY_URL: tunnel.url,
    LADING_HUB_NO_PROXY: 'localhost',
    LADING_HUB_CA_FILE: join(directory, 'carrier', 'tls', 'ca.pem'),
    ...(store.url === null ? {} : { DATABASE_URL: store.url }),
  };
  const { link } = await foundCompany(
    readHubConfig(env),
    {
      name: ADMINISTRATOR.company,
      locale: 'en',
      zone: 'America/Toronto',
      administratorEmail: ADMINISTRATOR.email,
    },
    createLog({ name: 'init', level: 'error' }),
  );
  const hub = await startProgram({ args: ['hub'], port, env });
  closers.push(() => hub.stop());
  const pair: Pair = {
    hubUrl: hub.url,
    sandboxUrl: sandbox.baseUrl,
    command: async (type, input) => void (await sandbox.command(type, input)),
    output: () => `--- hub\n${hub.output()}\n--- asked of the proxy\n${tunnel.asked.join('\n')}`,
    close,
  };
  links.set(pair, link);
  return pair;
}

function hubSettings(
  sandbox: Pick<WorldForTests, 'baseUrl' | 'clientId' | 'clientSecret'>,
  port: number,
  data: string,
) {
  return {
    LADING_HUB_PORT: String(port),
    LADING_HUB_PUBLIC_URL: `http://127.0.0.1:${port}`,
    LADING_HUB_DATA: data,
    LADING_HUB_KEY: KEY,
    LADING_HUB_CARRIER: 'sandbox,test',
    LADING_HUB_CARRIER_URL: sandbox.baseUrl,
    LADING_HUB_CARRIER_CLIENT_ID_SANDBOX: sandbox.clientId,
    LADING_HUB_CARRIER_CLIENT_SECRET_SANDBOX: sandbox.clientSecret,
    LADING_HUB_CARRIER_CLIENT_ID_TEST: 'not-used',
    LADING_HUB_CARRIER_CLIENT_SECRET_TEST: 'not-used',
    LADING_HUB_READ_SECONDS: '1',
    LADING_HUB_LOG: 'warn',
  };
}

/** The world below `/w/test` is the one that answers under the carrier's test host. */
const TEST_SIDE = '../w/test/_sandbox/';

/** In real time, because a hub for the carrier's own hosts takes no other clock. */
async function furnish(sandbox: WorldForTests, side: string, shipments: number, now: number): Promise<void> {
  const { clientId, clientSecret } = APPLICATION;
  await sandbox.control('POST', `${side}commands`, {
    ...{ type: 'register-application', clientId, clientSecret, name: 'Mills' },
    ...{ ownerUserName: 'il_support', redirectUris: [], products: ['quantum-view'] },
  });
  const from = new Date(now - 4 * 86_400_000).toISOString();
  const to = new Date(now).toISOString();
  await sandbox.control('POST', `${side}traffic`, { shipments, from, to, seed: 'sides' });
}
