import { randomBytes, randomUUID } from 'node:crypto';
import { standingClock } from '@lading/kit/clock';
import { createSealer } from '@lading/kit/crypto';
import { randomIds } from '@lading/kit/ids';
import { createLog } from '@lading/kit/log';
import { createClient } from '@lading/sdk/client';
import type { Insertable } from 'kysely';
import type { EnvironmentName, IntegrationsTable } from '../tables.ts';
import { type HubDatabase, newCompany } from '../testing.ts';
import { Carrier, type CarrierParts } from './carrier.ts';
import { putGrant, readStanding } from './grants.ts';
import { takeLease } from './refresh-lease.ts';
import { sealTokens } from './tokens.ts';

const START = Date.parse('2026-03-02T12:00:00Z');
export const HOUR_MS = 3_600_000;
export const sealer = createSealer({ keys: [{ id: 'k1', key: randomBytes(32) }] });
export const log = createLog({ name: 'test', level: 'silent' });
/** What no key opens. */
const UNREADABLE = { keyId: 'k1', sealed: new Uint8Array(40) };

/** A company with an authorized integration, whose tokens are `access-0` and `refresh-0`, good for an hour. */
export async function grantScene(database: HubDatabase): Promise<GrantScene> {
  const scene = new GrantScene(database, await newCompany(database));
  await scene.putIntegration(scene.tenantId);
  await scene.store('access-0', 'refresh-0');
  return scene;
}

/** The grant of one integration, a token endpoint, and as many hub processes as are wanted. */
export class GrantScene {
  readonly clock = standingClock(START);
  readonly carrier = new TokenEndpoint();
  readonly tenantId: string;
  readonly integrationId = randomUUID();
  readonly #database: HubDatabase;
  readonly #companies: string[];

  constructor(database: HubDatabase, tenantId: string) {
    this.#database = database;
    this.tenantId = tenantId;
    this.#companies = [tenantId];
  }

  /** One hub process; several of them share the store. */
  node(change: Partial<CarrierParts> = {}): Carrier {
    const { clock, carrier } = this;
    const client = createClient({
      environment: { baseUrl: 'http://carrier.test' },
      clientId: 'client',
      clientSecret: 'secret',
      fetch: (_input, init) => carrier.answer(String(init?.body)),
      clock,
      retry: { attempts: 1 },
    });
    const of = (environment: EnvironmentName) => (environment === 'sandbox' ? client : null);
    const clients = { environments: ['sandbox'] as const, of, ofApplication: of };
    const parts = { door: this.#database.door, clock, ids: randomIds, log, sealer, clients };
    return new Carrier({ ...parts, isAlone: false, wait: () => new Promise(setImmediate), ...change });
  }

  open(rejected?: string) {
    return this.node().open(this.tenantId, this.integrationId, rejected);
  }

  store(accessToken: string, refreshToken: string): Promise<void> {
    return this.#put(this.tenantId, sealTokens(sealer, this.tenantId, { accessToken, refreshToken }));
  }

  /** A refresh was begun: the lease stands, and its time is over where `secondsLeft` is negative. */
  begun(owner: string, secondsLeft: number) {
    return this.#begun(this.tenantId, owner, secondsLeft);
  }

  /** One more company whose refresh was begun, with tokens that this hub cannot open; its id. */
  async anotherBegun(): Promise<string> {
    const other = await newCompany(this.#database);
    this.#companies.push(other);
    await this.putIntegration(other);
    await this.#put(other, UNREADABLE);
    await this.#begun(other, 'a process that was killed', -1);
    return other;
  }

  /** Gives every right to refresh back, so that no other scene of the same store meets one. */
  async end(): Promise<void> {
    for (const company of this.#companies) {
      await this.#database.door.asTenant(company, (tx) =>
        tx.updateTable('carrier_grants').set({ lease_owner: null, lease_until: null }).execute(),
      );
    }
  }

  aftermath() {
    const { tenantId, integrationId } = this;
    return this.#database.door.asTenant(tenantId, async (tx) => ({
      standing: await readStanding(tx, tenantId, integrationId),
      messages: await tx.selectFrom('outbox').select(['kind', 'payload']).execute(),
      audit: await tx.selectFrom('audit_entries').select('action').execute(),
    }));
  }

  putIntegration(tenantId: string) {
    const values = authorized(tenantId, this.integrationId);
    return this.#database.door.asTenant(tenantId, (tx) =>
      tx.insertInto('integrations').values(values).execute(),
    );
  }

  #put(tenantId: string, sealed: Parameters<typeof putGrant>[3]): Promise<void> {
    const now = this.clock.now();
    const key = { tenantId, integrationId: this.integrationId, at: new Date(now) };
    const lifetimes = {
      accessExpiresAt: new Date(now + HOUR_MS),
      refreshExpiresAt: new Date(now + 60 * 24 * HOUR_MS),
      refreshCount: 0,
    };
    return this.#database.door.asTenant(tenantId, (tx) => putGrant(tx, key, lifetimes, sealed));
  }

  #begun(tenantId: string, owner: string, secondsLeft: number) {
    const version = { tenantId, integrationId: this.integrationId, version: 1 };
    return this.#database.door.asTenant(tenantId, (tx) =>
      takeLease(tx, version, { owner, isAlone: false }, secondsLeft),
    );
  }
}

/** A token endpoint that keeps the carrier's rule: a refresh token serves once. */
class TokenEndpoint {
  live = 'refresh-0';
  asked = 0;
  status = 200;
  /** Runs while the call is on its way. */
  meanwhile: () => Promise<void> = () => Promise.resolve();

  async answer(form: string): Promise<Response> {
    this.asked += 1;
    const number = this.asked;
    await this.meanwhile();
    if (this.status !== 200) return Response.json({}, { status: this.status });
    if (new URLSearchParams(form).get('refresh_token') !== this.live) {
      const errors = [{ code: '10400', message: 'Invalid Refresh Token' }];
      return Response.json({ response: { errors } }, { status: 400 });
    }
    this.live = `refresh-${number}`;
    return Response.json({
      access_token: `access-${number}`,
      refresh_token: this.live,
      expires_in: '3599',
      refresh_token_expires_in: '5183999',
      refresh_count: String(number),
      status: 'approved',
      token_type: 'Bearer',
    });
  }
}

function authorized(tenantId: string, integrationId: string): Insertable<IntegrationsTable> {
  return {
    tenant_id: tenantId,
    integration_id: integrationId,
    name: 'Maple IL Integration',
    type: 'ups-quantum-view-data',
    environment: 'sandbox',
    mode: 'unread',
    status: 'authorized',
    created_at: new Date(START),
    created_by: randomUUID(),
  };
}
