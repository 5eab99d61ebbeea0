import { randomBytes, randomUUID } from 'node:crypto';
import { standingClock } from '@lading/kit/clock';
import { createSealer } from '@lading/kit/crypto';
import { asDatabaseFault } from '@lading/kit/db/faults';
import { randomIds } from '@lading/kit/ids';
import { createLog } from '@lading/kit/log';
import { createClient } from '@lading/sdk/client';
import type { Insertable } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EnvironmentName, IntegrationsTable } from '../tables.ts';
import { hubDatabase, newCompany } from '../testing.ts';
import { endBrokenRefreshes } from './broken.ts';
import { Carrier, type CarrierParts } from './carrier.ts';
import { putGrant, readStanding } from './grants.ts';
import { keepLease, takeLease } from './refresh-lease.ts';
import { openTokens, sealTokens } from './tokens.ts';

const START = Date.parse('2026-03-02T12:00:00Z');
const HOUR_MS = 3_600_000;
const sealer = createSealer({ keys: [{ id: 'k1', key: randomBytes(32) }] });
const log = createLog({ name: 'test', level: 'silent' });

let database: Awaited<ReturnType<typeof hubDatabase>>;
let tenantId: string;
let integrationId: string;
let clock: ReturnType<typeof standingClock>;
let carrier: TokenEndpoint;
const companies: string[] = [];

/** A token endpoint that keeps the carrier's rule: a refresh token serves once. */
interface TokenEndpoint {
  live: string;
  asked: number;
  status: number;
  /** Runs while the call is on its way. */
  meanwhile: () => Promise<void>;
}

beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  clock = standingClock(START);
  carrier = { live: 'refresh-0', asked: 0, status: 200, meanwhile: () => Promise.resolve() };
  tenantId = await company();
  integrationId = randomUUID();
  await database.door.asTenant(tenantId, async (tx) => {
    await tx.insertInto('integrations').values(integrationOf(tenantId)).execute();
  });
  await store('access-0', 'refresh-0');
});

afterEach(async () => {
  for (const one of companies.splice(0)) {
    await database.door.asTenant(one, (tx) =>
      tx.updateTable('carrier_grants').set({ lease_owner: null, lease_until: null }).execute(),
    );
  }
});

/** One in which no refresh stays begun after its test. */
async function company(): Promise<string> {
  const id = await newCompany(database);
  companies.push(id);
  return id;
}

/** Authorized, of this company. */
function integrationOf(owner: string): Insertable<IntegrationsTable> {
  return {
    tenant_id: owner,
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

/** What no key opens. */
const unreadable = { keyId: 'k1', sealed: new Uint8Array(40) };

function lifetimes() {
  return {
    accessExpiresAt: new Date(clock.now() + HOUR_MS),
    refreshExpiresAt: new Date(clock.now() + 60 * 24 * HOUR_MS),
    refreshCount: 0,
  };
}

function store(accessToken: string, refreshToken: string): Promise<void> {
  const sealed = sealTokens(sealer, tenantId, { accessToken, refreshToken });
  return database.door.asTenant(tenantId, (tx) =>
    putGrant(tx, { tenantId, integrationId, at: new Date(clock.now()) }, lifetimes(), sealed),
  );
}

async function answer(_input: unknown, init?: RequestInit): Promise<Response> {
  carrier.asked += 1;
  const number = carrier.asked;
  const given = new URLSearchParams(String(init?.body)).get('refresh_token');
  await carrier.meanwhile();
  if (carrier.status !== 200) return Response.json({}, { status: carrier.status });
  if (given !== carrier.live) {
    const errors = [{ code: '10400', message: 'Invalid Refresh Token' }];
    return Response.json({ response: { errors } }, { status: 400 });
  }
  carrier.live = `refresh-${number}`;
  return Response.json({
    access_token: `access-${number}`,
    refresh_token: carrier.live,
    expires_in: '3599',
    refresh_token_expires_in: '5183999',
    refresh_count: String(number),
    status: 'approved',
    token_type: 'Bearer',
  });
}

/** One hub process; several of them share the store. */
function node(change: Partial<CarrierParts> = {}): Carrier {
  const client = createClient({
    environment: { baseUrl: 'http://carrier.test' },
    clientId: 'client',
    clientSecret: 'secret',
    fetch: answer,
    clock,
    retry: { attempts: 1 },
  });
  const of = (environment: EnvironmentName) => (environment === 'sandbox' ? client : null);
  const clients = { environments: ['sandbox'] as const, of, ofApplication: of };
  const parts = { door: database.door, clock, ids: randomIds, log, sealer, clients };
  return new Carrier({ ...parts, isAlone: false, wait: () => new Promise(setImmediate), ...change });
}

const open = (rejected?: string) => node().open(tenantId, integrationId, rejected);

async function aftermath() {
  return database.door.asTenant(tenantId, async (tx) => ({
    standing: await readStanding(tx, tenantId, integrationId),
    messages: await tx.selectFrom('outbox').select(['kind', 'payload']).execute(),
    audit: await tx.selectFrom('audit_entries').select('action').execute(),
  }));
}

describe('a token for an integration', () => {
  it('is handed out as it stands while it is good', async () => {
    expect(await open()).toMatchObject({ kind: 'ready', accessToken: 'access-0', environment: 'sandbox' });
    expect(carrier.asked).toBe(0);
  });

  it('is refreshed when it is near its end, and the new pair is stored sealed', async () => {
    clock.advance(HOUR_MS - 30_000);
    expect(await open()).toMatchObject({ kind: 'ready', accessToken: 'access-1' });
    const { standing } = await aftermath();
    if (!standing?.grant) throw new Error('The grant is gone.');
    expect(standing.grant).toMatchObject({ version: 2, refresh_count: 1, lease_owner: null });
    expect(Buffer.from(standing.grant.sealed_tokens).toString('latin1')).not.toContain('refresh-1');
    expect(openTokens(sealer, tenantId, standing.grant).refreshToken).toBe('refresh-1');
    expect(() => openTokens(sealer, randomUUID(), standing.grant ?? fail())).toThrow();
  });

  it('is refreshed once when several processes need it at the same time', async () => {
    clock.advance(HOUR_MS);
    const openings = await Promise.all([open(), open(), open(), open()]);
    expect(carrier.asked).toBe(1);
    for (const opening of openings) expect(opening).toMatchObject({ kind: 'ready', accessToken: 'access-1' });
  });

  it('that the carrier just refused is not handed out again', async () => {
    expect(await open('access-0')).toMatchObject({ kind: 'ready', accessToken: 'access-1' });
    expect(await open('access-0')).toMatchObject({ kind: 'ready', accessToken: 'access-1' });
    expect(carrier.asked).toBe(1);
  });

  it('is refreshed by another process when the one that began is gone and its lease is over', async () => {
    clock.advance(HOUR_MS);
    const taken = await database.door.asTenant(tenantId, (tx) =>
      takeLease(tx, { tenantId, integrationId, version: 1 }, { owner: 'killed', isAlone: false }, -1),
    );
    expect(taken).toEqual({ isTakenOver: false });
    expect(await open()).toMatchObject({ kind: 'ready', accessToken: 'access-1' });
  });

  it('is not waited for longer than bearable while another process holds the lease', async () => {
    clock.advance(HOUR_MS);
    await database.door.asTenant(tenantId, (tx) =>
      takeLease(tx, { tenantId, integrationId, version: 1 }, { owner: 'slow', isAlone: false }, 600),
    );
    expect(await open()).toMatchObject({ kind: 'unavailable', fault: { code: 'REFRESH_BUSY' } });
    expect(carrier.asked).toBe(0);
  });
});

describe('a refresh that the carrier refuses', () => {
  it('makes the integration ask for a new authorization, with one message however often it is tried', async () => {
    carrier.live = 'something else';
    clock.advance(HOUR_MS);
    expect(await open()).toEqual({ kind: 'reauthorization-required' });
    expect(await open()).toEqual({ kind: 'reauthorization-required' });
    const { standing, messages, audit } = await aftermath();
    expect(standing?.status).toBe('reauthorization-required');
    expect(messages).toMatchObject([{ kind: 'reauthorization-required', payload: { to: 'administrators' } }]);
    expect(audit).toEqual([{ action: 'integration.lose-authorization' }]);
    expect(carrier.asked).toBe(1);
  });

  it('is no death when somebody authorized again meanwhile', async () => {
    clock.advance(HOUR_MS);
    carrier.live = 'refresh-of-the-new-authorization';
    carrier.meanwhile = () => store('access-of-the-new-authorization', carrier.live);
    expect(await open()).toMatchObject({ kind: 'ready', accessToken: 'access-of-the-new-authorization' });
    expect((await aftermath()).messages).toEqual([]);
  });
});

describe('a carrier in trouble', () => {
  it('leaves a mark where the refresh token may be spent, and none where it surely is not', async () => {
    clock.advance(HOUR_MS);
    const mark = async (status: number) => {
      carrier.status = status;
      await open();
      const { grant } = (await aftermath()).standing ?? {};
      return grant?.lease_owner ?? null;
    };
    expect(await mark(429)).toBeNull();
    expect(await mark(503)).not.toBeNull();
    // From now on nobody knows, whatever becomes of the next attempt.
    expect(await mark(429)).not.toBeNull();
    carrier.status = 200;
    expect(await open()).toMatchObject({ kind: 'ready' });
    expect(await mark(200)).toBeNull();
  });

  it('leaves a token in use that is still good', async () => {
    carrier.status = 503;
    clock.advance(HOUR_MS - 30_000);
    expect(await open()).toMatchObject({ kind: 'ready', accessToken: 'access-0' });
  });

  it('is unavailable when the token has ended, and works again when it answers', async () => {
    carrier.status = 503;
    clock.advance(HOUR_MS);
    expect(await open()).toMatchObject({ kind: 'unavailable' });
    carrier.status = 200;
    expect(await open()).toMatchObject({ kind: 'ready', accessToken: 'access-2' });
  });
});

describe('an integration without a usable grant', () => {
  it.each(['pending', 'reauthorization-required'] as const)('says so when it is %s', async (status) => {
    await database.door.asTenant(tenantId, (tx) => tx.updateTable('integrations').set({ status }).execute());
    expect(await open()).toEqual({ kind: status === 'pending' ? 'not-authorized' : status });
  });

  it('says so when it belongs to another environment', async () => {
    await database.door.asTenant(tenantId, (tx) =>
      tx.updateTable('integrations').set({ environment: 'production' }).execute(),
    );
    expect(await open()).toEqual({ kind: 'other-environment', environment: 'production' });
  });

  it('does not exist for another company', async () => {
    const other = await newCompany(database);
    expect(await node().open(other, integrationId)).toEqual({ kind: 'not-authorized' });
  });

  it('is never opened inside a transaction', async () => {
    const inside = database.door.asTenant(tenantId, () => open());
    await expect(inside).rejects.toMatchObject({ code: 'NETWORK_INSIDE_TRANSACTION' });
  });
});

describe('a refresh whose process was killed', () => {
  /** A refresh was begun: the lease stands, and its time is over where `secondsLeft` is negative. */
  const begun = (owner: string, secondsLeft: number) =>
    database.door.asTenant(tenantId, (tx) =>
      takeLease(tx, { tenantId, integrationId, version: 1 }, { owner, isAlone: false }, secondsLeft),
    );
  /** One more company whose refresh was begun, with tokens that this hub cannot open. */
  const anotherBegun = async () => {
    const other = await company();
    const key = { tenantId: other, integrationId };
    await database.door.asTenant(other, async (tx) => {
      await tx.insertInto('integrations').values(integrationOf(other)).execute();
      await putGrant(tx, { ...key, at: new Date(START) }, lifetimes(), unreadable);
      await takeLease(tx, { ...key, version: 1 }, { owner: 'killed', isAlone: false }, -1);
    });
    return other;
  };
  const look = (process: Carrier) => endBrokenRefreshes({ door: database.door, carrier: process, log });

  it('before the carrier saw it is done again by whoever looks, though the token is still good', async () => {
    await begun('a process that was killed', -1);
    await look(node());
    expect(carrier.live).toBe('refresh-1');
    expect((await aftermath()).standing?.grant).toMatchObject({ version: 2, lease_owner: null });
  });

  it('after the carrier gave new tokens asks for an authorization, with one letter that is sent at once', async () => {
    await begun('a process that was killed', -1);
    carrier.live = 'a token that nobody has';
    const told = vi.fn();
    await look(node({ onDeath: told }));
    await look(node({ onDeath: told }));
    const { standing, messages } = await aftermath();
    expect(standing?.status).toBe('reauthorization-required');
    expect(messages).toMatchObject([{ kind: 'reauthorization-required' }]);
    expect(told).toHaveBeenCalledTimes(1);
    expect(carrier.asked).toBe(1);
  });

  it('is left alone while its lease runs, because it may be alive', async () => {
    await begun('a process that may be slow', 20);
    await look(node());
    expect(carrier.asked).toBe(0);
    expect(await open()).toMatchObject({ kind: 'ready', accessToken: 'access-0' });
  });

  it('is known as soon as the carrier answers again, however often nobody could ask it before', async () => {
    await begun('a process that was killed', -1);
    carrier.live = 'a token that nobody has';
    for (const status of [503, 429]) {
      carrier.status = status;
      await look(node());
      expect((await aftermath()).standing).toMatchObject({ status: 'authorized', isLeaseOver: true });
    }
    carrier.status = 200;
    await look(node());
    expect((await aftermath()).standing?.status).toBe('reauthorization-required');
    expect(carrier.asked).toBe(3);
  });

  it('leaves a good token in use while nobody can ask the carrier', async () => {
    await begun('a process that was killed', -1);
    carrier.status = 503;
    expect(await open()).toMatchObject({ kind: 'ready', accessToken: 'access-0' });
  });

  it('in an environment that this hub does not know is left to a hub that knows it', async () => {
    await begun('a process that was killed', -1);
    await database.door.asTenant(tenantId, (tx) =>
      tx.updateTable('integrations').set({ environment: 'production' }).execute(),
    );
    const opened = vi.spyOn(Carrier.prototype, 'open');
    await look(node());
    expect(opened.mock.calls).not.toContainEqual([tenantId, integrationId]);
    opened.mockRestore();
  });

  it('is found behind more than are looked at together that cannot be opened', async () => {
    const others = await Promise.all(Array.from({ length: 101 }, () => anotherBegun()));
    await begun('a process that was killed', -1);
    const opened = vi.spyOn(Carrier.prototype, 'open');
    const inOrder = async () => {
      opened.mockClear();
      await look(node());
      const ours = new Set([tenantId, ...others]);
      return opened.mock.calls.map(([one]) => one).filter((one) => ours.has(one));
    };
    const first = await inOrder();
    expect(first).toEqual([tenantId, ...others].sort());
    expect(await inOrder()).toEqual(first.filter((one) => one !== tenantId));
    opened.mockRestore();
  });

  it('is not waited for by a process that is alone on its store', async () => {
    await begun('a process that was killed', 20);
    expect(await node({ isAlone: true }).open(tenantId, integrationId)).toMatchObject({
      accessToken: 'access-1',
    });
  });
});

describe('the right to refresh', () => {
  it('is renewed while its holder lives, and is nobody else’s to renew', async () => {
    const grant = { tenantId, integrationId, version: 1 };
    const until = async () => (await aftermath()).standing?.grant?.lease_until?.getTime() ?? 0;
    await database.door.asTenant(tenantId, (tx) =>
      takeLease(tx, grant, { owner: 'slow', isAlone: false }, 1),
    );
    const before = await until();
    const stops = ['slow', 'somebody else'].map((owner) => keepLease(database.door, grant, owner, fail, 1));
    await vi.waitUntil(async () => (await until()) > before + 10_000, { timeout: 30_000 });
    for (const stop of stops) stop();
    expect((await aftermath()).standing?.grant?.lease_owner).toBe('slow');
  });
});

describe('new tokens', () => {
  it('are stored as soon as a database that went away is back: they stand nowhere else', async () => {
    clock.advance(HOUR_MS);
    let away = 3;
    const { door } = database;
    carrier.meanwhile = () => {
      isAway = () => away-- > 0;
      return Promise.resolve();
    };
    let isAway = () => false;
    const lost: typeof door = {
      ...door,
      asTenant: (id, work) =>
        isAway()
          ? Promise.reject(asDatabaseFault(new Error('Connection terminated')))
          : door.asTenant(id, work),
    };
    expect(await node({ door: lost }).open(tenantId, integrationId)).toMatchObject({
      accessToken: 'access-1',
    });
    expect((await aftermath()).standing?.grant).toMatchObject({ version: 2, lease_owner: null });
    expect(away).toBeLessThan(0);
  });
});

function fail(): never {
  throw new Error('The grant is gone.');
}
