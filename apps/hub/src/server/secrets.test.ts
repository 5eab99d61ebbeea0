import { createServer } from 'node:net';
import { inspect } from 'node:util';
import { standingClock } from '@lading/kit/clock';
import { guardFetch } from '@lading/kit/db/network-guard';
import { Problem } from '@lading/kit/errors';
import { randomIds } from '@lading/kit/ids';
import { createLog } from '@lading/kit/log';
import { deliverDue } from '@lading/kit/outbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Carrier } from './carrier/carrier.ts';
import { createCarrierClients } from './carrier/client.ts';
import { type HubConfig, readHubConfig } from './config.ts';
import { createApp } from './http/app.ts';
import { dumpOf, Secrets } from './http/testing/secrets.ts';
import { type Mood, TelltaleCarrier } from './http/testing/telltale-carrier.ts';
import type { Hub } from './hub.ts';
import { readDue } from './ingestion/tick.ts';
import { mailerOf } from './mail/jobs.ts';
import { createSender } from './mail/service.ts';
import { roleSecretOf, sealerOf } from './open-store.ts';
import { codeAt } from './sign-in/totp.ts';
import { Browser, type HubDatabase, hubDatabase, newCompany, newPerson, PASSWORD } from './testing.ts';

/** Signs that look different in JSON, in addresses and in base64. */
const odd = (name: string): string => `${name}-"q\\uo+te/é%&=${randomIds.token(9)}`;

const secrets = new Secrets();
const said: string[] = [];
const answers: string[] = [];
let database: HubDatabase;
let hub: Hub;
let app: Awaited<ReturnType<typeof createApp>>;
let carrier: TelltaleCarrier;
let tenantId: string;
let alice: Told;
let stopMail: () => void;

/** A browser whose answers are searched later. */
class Told {
  readonly browser: Browser;
  constructor() {
    this.browser = new Browser(app);
  }
  async send(...[method, url, body, headers]: Parameters<Browser['send']>) {
    const answer = await this.browser.send(method, url, body, headers);
    answers.push(
      `${method} ${url.split('?')[0]} ${answer.statusCode} ${answer.body} ${JSON.stringify(answer.headers)}`,
    );
    return answer;
  }
}

/** A mail server that lets nobody in and repeats what it was told. */
async function rudeMailServer(): Promise<{ port: number; close: () => void }> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.write('220 rude\r\n');
    socket.on('data', (bytes) => {
      const line = String(bytes).trim();
      if (/^(EHLO|HELO)/.test(line)) return socket.write('250-rude\r\n250 AUTH PLAIN\r\n');
      const told = Buffer.from(line.split(' ').at(-1) ?? '', 'base64')
        .toString('utf8')
        .replaceAll('\0', ' ');
      return socket.write(`535 5.7.8 ${line} means ${told}\r\n`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { port, close: () => server.close() };
}

function configOf(smtpPort: number): HubConfig {
  const key = secrets.keep(
    'key of the hub',
    Buffer.from(randomIds.token(32)).subarray(0, 32).toString('base64'),
  );
  secrets.keep('key of the hub as bytes', Buffer.from(key, 'base64').toString('latin1'));
  secrets.keep('logins of the roles', roleSecretOf(key));
  const smtp = encodeURIComponent(secrets.keep('mail password', odd('mail')));
  const proxy = encodeURIComponent(secrets.keep('proxy password', odd('proxy')));
  return {
    ...readHubConfig({
      LADING_HUB_PUBLIC_URL: 'http://hub.test',
      LADING_HUB_KEY: key,
      LADING_HUB_CARRIER_URL: 'http://carrier.test',
      LADING_HUB_CARRIER_CLIENT_ID: 'lading',
      LADING_HUB_CARRIER_CLIENT_SECRET: secrets.keep('client secret', odd('client')),
      LADING_HUB_SMTP_URL: `smtp://postman:${smtp}@127.0.0.1:${smtpPort}`,
      LADING_HUB_PROXY_URL: `http://lading:${proxy}@proxy.test:3128`,
      LADING_HUB_METRICS_TOKEN: secrets.keep('metrics token', odd('metrics')),
      DATABASE_URL: `postgres://lading:${encodeURIComponent(secrets.keep('database password', odd('database')))}@127.0.0.1:9/x`,
    }),
  };
}

beforeAll(async () => {
  database = await hubDatabase();
  const mail = await rudeMailServer();
  stopMail = mail.close;
  const config = configOf(mail.port);
  carrier = new TelltaleCarrier({
    accessToken: secrets.keep('access token', randomIds.token(40)),
    refreshToken: secrets.keep('refresh token', randomIds.token(40)),
  });
  const log = createLog({ name: 'hub', level: 'trace', destination: { write: (line) => said.push(line) } });
  const clock = standingClock(Date.parse('2026-03-02T12:00:00Z'));
  const { door } = database;
  const common = { door, clock, ids: randomIds, log, sealer: sealerOf(config.key?.reveal() ?? '') };
  const clients = createCarrierClients([config.carrier], { fetch: guardFetch(carrier.fetch), clock });
  hub = {
    ...{ ...common, config, wallClock: clock, publicUrl: () => 'http://hub.test' },
    carrier: new Carrier({ ...common, clients }),
    ...{ wake: () => undefined, wakeMail: () => undefined },
  };
  app = await createApp(hub, null);
  addAccidents();
  tenantId = await newCompany(database, 'Maple');
});
afterAll(async () => {
  stopMail();
  await database.close();
});

/** What a program's mistakes look like: an error that carries the whole request along. */
function addAccidents(): void {
  const options = { config: { access: 'anyone' }, schema: { hide: true } } as const;
  app.post('/api/v1/accidents', options, (request) => {
    const { headers, body } = request;
    const carried = {
      request: { config: { headers, data: JSON.stringify(body), body } },
      response: { headers },
    };
    throw Object.assign(new Error('broken', { cause: Object.assign(new Error('inside'), carried) }), carried);
  });
}

async function signInAlice(): Promise<void> {
  const memberships = [{ tenantId, role: 'administrator' as const }];
  const { email } = await newPerson(database, { name: 'Alice', memberships });
  secrets.keep('password', PASSWORD);
  alice = new Told();
  const { browser } = alice;
  await alice.send('POST', '/api/v1/session', {
    email,
    password: secrets.keep('wrong password', odd('wrong')),
  });
  const entered = await browser.signIn(email);
  secrets.keep('session', entered.cookies[0]?.value ?? '');
  secrets.keep('token against other sites', entered.json().csrfToken);
}

/** A person's secrets, made and used. */
async function useSecrets(): Promise<void> {
  const { browser } = alice;
  const started = await browser.send('POST', '/api/v1/account/second-factor', {});
  const secret = secrets.keep('second factor', started.json().secret);
  const seed = base32(secret);
  secrets.keep('second factor as bytes', seed.toString('latin1'));
  const code = codeAt(seed, Math.floor(hub.wallClock.now() / 30_000));
  const codes = (await browser.send('POST', '/api/v1/account/second-factor/confirm', { code })).json().codes;
  for (const [index, one] of codes.entries()) secrets.keep(`recovery code ${index + 1}`, one);
  const password = secrets.keep('new password', odd('new password'));
  expect(
    (await alice.send('POST', '/api/v1/account/password', { current: PASSWORD, password })).statusCode,
  ).toBe(204);
  const carried = secrets.keep('carrier password', odd('carrier'));
  const wanted = {
    name: 'Maple',
    type: 'ups-quantum-view-data',
    subscriptions: ['Outbound'],
    password: carried,
  };
  await alice.send('POST', '/api/v1/integrations', wanted);
  await alice.send('POST', '/api/v1/way-in/hand-over', {
    userName: 'maple',
    email: 'a@b.test',
    password: carried,
  });
  await alice.send('GET', `/api/v1/parcels?password=${encodeURIComponent(carried)}`);
  await alice.send(
    'POST',
    '/api/v1/accidents',
    { password: carried, client_secret: carried },
    { authorization: carried },
  );
  await alice.send('PATCH', '/api/v1/company', { zone: 'UTC', password: carried });
  await alice.send('GET', '/metrics', undefined, {
    authorization: `Bearer ${hub.config.metricsToken?.reveal()}`,
  });
}

/** Letters that open doors, and a mail server that repeats the password. */
async function writeLetters(): Promise<void> {
  const ids = hub.ids.token.bind(hub.ids);
  const made: string[] = [];
  Object.assign(hub, {
    ids: { ...hub.ids, token: (bytes: number) => made.push(ids(bytes)) && (made.at(-1) ?? '') },
  });
  const { browser } = alice;
  await alice.send('POST', '/api/v1/people/invitations', { email: 'bob@maple.test', role: 'user' });
  const [invitation = ''] = made.splice(0);
  secrets.keep('invitation', invitation);
  secrets.keep('invitation’s link', `/join?token=${invitation}`);
  const { email } = (await browser.send('GET', '/api/v1/session')).json().user;
  await alice.send('POST', '/api/v1/password-resets', { email });
  secrets.keep('reset', made.splice(0).at(0) ?? '');
  const mailer = mailerOf(hub.config, hub.log);
  const delivery = await deliverDue(hub.door, createSender(hub, mailer), hub.clock);
  mailer.close();
  expect(delivery).toMatchObject({ sent: 0, failed: 2 });
}

/** An authorization and calls with its tokens, in every mood of the carrier. */
async function callCarrier(): Promise<void> {
  const [{ integrationId }] = (await alice.browser.send('GET', '/api/v1/integrations')).json().integrations;
  const url = `/api/v1/integrations/${integrationId}`;
  for (const mood of ['refuses', 'breaks', 'escapes', 'splits', 'away', 'well'] as const) {
    const { popupUrl } = (await alice.browser.send('POST', `${url}/authorizations`)).json();
    const state = secrets.keep(`state, ${mood}`, new URL(popupUrl).searchParams.get('state') ?? '');
    const code = secrets.keep(`authorization code, ${mood}`, odd(`code-${mood}`));
    carrier.mood = mood;
    await alice.send('GET', `/integrations/callback?${new URLSearchParams({ state, code })}`);
  }
  for (const mood of ['refuses', 'breaks', 'escapes', 'splits', 'away'] as const)
    await callWithTokens(url, mood);
  await ownApplication();
}

async function callWithTokens(url: string, mood: Mood): Promise<void> {
  carrier.mood = mood;
  await alice.send('POST', `${url}/self-test`);
  await alice.send('POST', '/api/v1/rates', RATES);
  await alice.send('POST', `${url}/read`);
  await readDue(hub, 'reader', new AbortController().signal);
  (hub.clock as ReturnType<typeof standingClock>).advance(3_590_000);
  await hub.carrier.open(tenantId, url.split('/').at(-1) ?? '');
  await alice.send('GET', url);
}

async function ownApplication(): Promise<void> {
  carrier.mood = 'well';
  const own = { name: 'Own', type: 'ups-quantum-view-data-own', subscriptions: ['Outbound'] };
  const made = await alice.send('POST', '/api/v1/integrations', own);
  const application = {
    clientId: 'maple',
    accountNumber: 'A1B2C3',
    clientSecret: secrets.keep('own secret', odd('own')),
  };
  for (const mood of ['refuses', 'escapes', 'splits', 'well', 'breaks'] as const) {
    carrier.mood = mood;
    await alice.send('PUT', `/api/v1/integrations/${made.json().integrationId}/application`, application);
  }
}

const place = { postalCode: 'M5V 2T6', city: 'Toronto', region: 'ON', country: 'CA' };
const RATES = { from: place, to: place, isResidential: false, units: 'metric', parcels: [{ weight: 1 }] };

function base32(text: string): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text.replaceAll(/[\s=]/g, '')].map((one) =>
    letters.indexOf(one).toString(2).padStart(5, '0'),
  );
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** Wrong settings, which a start would answer with one sentence. */
function failToStart(): string {
  const good = { LADING_HUB_CARRIER_CLIENT_ID: 'x', LADING_HUB_CARRIER_CLIENT_SECRET: odd('unused') };
  const key = hub.config.key?.reveal();
  const wrong = [
    { ...good, LADING_HUB_KEY: secrets.keep('short key', odd('short')) },
    {
      ...good,
      LADING_HUB_KEY: key,
      LADING_HUB_SMTP_URL: `mail://a:${secrets.keep('wrong mail password', odd('smtp'))}@x`,
    },
    {
      ...good,
      LADING_HUB_KEY: key,
      DATABASE_URL: `mysql://a:${secrets.keep('wrong database password', odd('db'))}@x/y`,
    },
    {
      ...good,
      LADING_HUB_KEY: key,
      LADING_HUB_PROXY_URL: `socks://a:${secrets.keep('wrong proxy password', odd('via'))}@x`,
    },
  ];
  return wrong
    .map((env) => {
      try {
        return `started: ${inspect(readHubConfig(env), { depth: 9 })}`;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return inspect(error, { depth: 9, showHidden: true });
      }
    })
    .join('\n');
}

describe('what is secret', () => {
  let started: string;
  let dump: string;

  beforeAll(async () => {
    await signInAlice();
    await useSecrets();
    await writeLetters();
    await callCarrier();
    started = failToStart();
    dump = await dumpOf(database, [tenantId]);
    process.stdout.write(
      `${secrets.names.length} secrets, ${said.length} lines of the log, ${answers.length} answers, ${dump.length} signs of rows, ${carrier.calls} calls of the carrier, ${database.engine}\n`,
    );
  }, 120_000);

  it('is enough, and was used', () => {
    expect(secrets.names.length).toBeGreaterThanOrEqual(40);
    expect(said.length).toBeGreaterThan(30);
    expect(carrier.calls).toBeGreaterThan(20);
    expect(said.join('')).toContain('"level":50');
  });

  it('is never in the log, on any level', () => {
    expect(secrets.foundIn(said.join(''))).toEqual([]);
  });

  it('is in no answer that is not there to give it', () => {
    expect(secrets.foundIn(answers.join('\n'))).toEqual([]);
  });

  it('is in no row of any table', () => {
    // The browser’s token is worth nothing without its session, of which only the hash is kept.
    expect(secrets.foundIn(dump, ['token against other sites'])).toEqual([]);
  });

  it('is in no refused start, and in no picture of the settings', () => {
    expect(secrets.foundIn(started)).toEqual([]);
    expect(
      secrets.foundIn(
        `${inspect(hub.config, { depth: 9, showHidden: true })} ${JSON.stringify(hub.config)}`,
        ['database password'],
      ),
    ).toEqual([]);
  });

  it('is not in what watches the hub', async () => {
    const authorization = `Bearer ${hub.config.metricsToken?.reveal()}`;
    const watched = await Promise.all(
      ['/metrics', '/health', '/health/freshness'].map((url) =>
        app.inject({ url, headers: { authorization } }),
      ),
    );
    expect(watched[0]?.body).toContain('lading_feed');
    expect(secrets.foundIn(watched.map(({ body }) => body).join('\n'))).toEqual([]);
  });
});

describe('the search itself', () => {
  it.each([
    ['JSON in JSON', (value: string) => value],
    ['JSON in JSON', (value: string) => JSON.stringify(JSON.stringify({ value }))],
    ['part of an address', (value: string) => `?v=${encodeURIComponent(value)}`],
    ['base64', (value: string) => Buffer.from(`lading:${value}`).toString('base64')],
    ['hex', (value: string) => Buffer.from(value).toString('hex').toUpperCase()],
  ])('finds a secret that is logged as %s', (form, write) => {
    const canary = new Secrets();
    const value = canary.keep('canary', odd('canary'));
    const lines: string[] = [];
    const log = createLog({ name: 'x', destination: { write: (line) => lines.push(line) } });
    log.info({ note: `before ${write(value)} after` }, 'on purpose');
    expect(canary.foundIn(lines.join(''))).toContain(`canary as ${form}`);
  });

  it('finds one in a row', async () => {
    const canary = new Secrets();
    const name = canary.keep('canary', odd('canary'));
    const company = await newCompany(database, name);
    expect(canary.foundIn(await dumpOf(database, [company]))).toContain('canary as itself');
  });
});
