import { randomBytes, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { type Clock, standingClock } from '@lading/kit/clock';
import { Secret } from '@lading/kit/config';
import { createSealer, hashPassword } from '@lading/kit/crypto';
import { guardFetch } from '@lading/kit/db/network-guard';
import type { Server } from '@lading/kit/http/server';
import { randomIds } from '@lading/kit/ids';
import { createLog } from '@lading/kit/log';
import { type TestDatabase, testDatabase } from '@lading/kit/testing/database';
import { Carrier } from './carrier/carrier.ts';
import { createCarrierClients } from './carrier/client.ts';
import { carriersOf, type HubConfig } from './config.ts';
import { createApp } from './http/app.ts';
import type { Hub } from './hub.ts';
import type { HubTables, RoleName } from './tables.ts';

/** The hub's migrations, wherever the tests run from. */
export const migrations = fileURLToPath(new URL('../../migrations', import.meta.url));

export type HubDatabase = TestDatabase<HubTables>;

export function hubDatabase(): Promise<HubDatabase> {
  return testDatabase<HubTables>({ migrations });
}

/** A company of its own, so that tests in one database do not meet. */
export async function newCompany(
  { door }: Pick<HubDatabase, 'door'>,
  name = 'Test company',
): Promise<string> {
  const tenantId = randomUUID();
  await door.asDesk((tx) =>
    tx
      .insertInto('tenants')
      .values({ tenant_id: tenantId, name, created_at: new Date('2026-01-01T00:00:00Z') })
      .execute(),
  );
  return tenantId;
}

export const PASSWORD = 'a long enough password';
let passwordHash: Promise<string> | undefined;

export interface NewPerson {
  readonly name?: string;
  readonly isDesk?: boolean;
  readonly memberships?: readonly { readonly tenantId: string; readonly role: RoleName }[];
}

/** Somebody who can sign in with `PASSWORD`; gives the e-mail address and the id. */
export async function newPerson({ door }: Pick<HubDatabase, 'door'>, options: NewPerson = {}) {
  const userId = randomUUID();
  const email = `${userId}@example.test`;
  passwordHash ??= hashPassword(PASSWORD);
  const password_hash = await passwordHash;
  const at = new Date('2026-01-01T00:00:00Z');
  await door.asDesk(async (tx) => {
    const { name = 'Test Person', isDesk = false, memberships = [] } = options;
    await tx
      .insertInto('users')
      .values({ user_id: userId, email, name, password_hash, is_desk: isDesk, created_at: at })
      .execute();
    for (const { tenantId, role } of memberships) {
      await tx
        .insertInto('memberships')
        .values({ tenant_id: tenantId, user_id: userId, role, created_at: at })
        .execute();
    }
  });
  return { userId, email };
}

export function testConfig(change: Partial<HubConfig> = {}): HubConfig {
  return {
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://hub.test',
    database: { kind: 'memory' },
    dataDirectory: '/nonexistent',
    key: new Secret(randomBytes(32).toString('base64')),
    carrier: {
      environment: 'sandbox',
      baseUrl: 'http://carrier.test',
      clientId: 'sandbox-client',
      clientSecret: new Secret('sandbox-secret'),
    },
    otherCarriers: [],
    outgoing: { proxyUrl: null, isForHttpsOnly: true, noProxy: '', caFile: null },
    mail: { from: 'Lading <lading@hub.test>', smtpUrl: null },
    wayIn: { contact: null, cutOver: null },
    clock: 'system',
    readSeconds: 60,
    isDemo: false,
    sessionLife: { idleMs: 12 * 3_600_000, absoluteMs: 7 * 86_400_000 },
    webRoot: null,
    trustProxy: false,
    metricsToken: null,
    logLevel: 'silent',
    ...change,
  };
}

export interface TestHub {
  readonly app: Server;
  readonly hub: Hub;
  readonly clock: ReturnType<typeof standingClock>;
  /** How often the reading tick was woken. */
  readonly woken: () => number;
}

/** A hub over a test database, without a port and without reading; `fetch` stands for the carrier. */
export async function testHub(
  database: HubDatabase,
  parts: {
    readonly fetch?: typeof fetch;
    readonly config?: Partial<HubConfig>;
    /** A clock that something else turns; `TestHub.clock` then turns nothing. */
    readonly clock?: Clock;
  } = {},
): Promise<TestHub> {
  const config = testConfig(parts.config);
  const standing = standingClock(Date.parse('2026-03-02T12:00:00Z'));
  const clock = parts.clock ?? standing;
  const log = createLog({ name: 'test', level: 'silent' });
  const { door } = database;
  const sealer = createSealer({ keys: [{ id: 'test', key: randomBytes(32) }] });
  const common = { door, clock, ids: randomIds, log, sealer };
  const fetch = guardFetch(parts.fetch ?? noCarrier);
  const clients = createCarrierClients(carriersOf(config), { fetch, clock });
  const carrier = new Carrier({ ...common, clients });
  let wakes = 0;
  const wake = () => {
    wakes += 1;
  };
  const hub: Hub = {
    ...common,
    config,
    carrier,
    wallClock: standing,
    publicUrl: () => config.publicUrl ?? '',
    wake,
    wakeMail: () => undefined,
  };
  return { app: await createApp(hub, null), hub, clock: standing, woken: () => wakes };
}

const noCarrier: typeof fetch = () => Promise.reject(new Error('This test has no carrier.'));

/** A browser's side of the API: keeps the cookie and sends the session's token with every change. */
export class Browser {
  readonly #app: Server;
  #cookie = '';
  csrfToken = '';

  constructor(app: Server) {
    this.#app = app;
  }

  async send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
    headers: Record<string, string> = {},
  ) {
    const answer = await this.#app.inject({
      method,
      url,
      headers: { ...this.#headers(), ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    const [cookie] = answer.cookies;
    if (cookie) this.#cookie = cookie.value === '' ? '' : `${cookie.name}=${cookie.value}`;
    return answer;
  }

  /** Another browser with the same cookie. */
  copy(): Browser {
    const other = new Browser(this.#app);
    other.#cookie = this.#cookie;
    other.csrfToken = this.csrfToken;
    return other;
  }

  /** Signs in; the e-mail's person must exist. */
  async signIn(email: string, password = PASSWORD) {
    const answer = await this.send('POST', '/api/v1/session', { email, password });
    if (answer.statusCode === 200) this.csrfToken = answer.json().csrfToken;
    return answer;
  }

  #headers(): Record<string, string> {
    return {
      ...(this.#cookie ? { cookie: this.#cookie } : {}),
      ...(this.csrfToken ? { 'x-csrf-token': this.csrfToken } : {}),
    };
  }
}
