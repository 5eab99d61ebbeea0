import { randomUUID } from 'node:crypto';
import { asDatabaseFault } from '@lading/kit/db/faults';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type HubDatabase, hubDatabase, newCompany } from '../testing.ts';
import { keepLease } from './refresh-lease.ts';
import { type GrantScene, grantScene, HOUR_MS, sealer } from './testing.ts';
import { openTokens } from './tokens.ts';

let database: HubDatabase;
let scene: GrantScene;

beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  scene = await grantScene(database);
});
afterEach(() => scene.end());

describe('a token for an integration', () => {
  it('is handed out as it stands while it is good', async () => {
    expect(await scene.open()).toMatchObject({
      kind: 'ready',
      accessToken: 'access-0',
      environment: 'sandbox',
    });
    expect(scene.carrier.asked).toBe(0);
  });

  it('is refreshed when it is near its end, and the new pair is stored sealed', async () => {
    scene.clock.advance(HOUR_MS - 30_000);
    expect(await scene.open()).toMatchObject({ kind: 'ready', accessToken: 'access-1' });
    const { standing } = await scene.aftermath();
    if (!standing?.grant) throw new Error('The grant is gone.');
    expect(standing.grant).toMatchObject({ version: 2, refresh_count: 1, lease_owner: null });
    expect(Buffer.from(standing.grant.sealed_tokens).toString('latin1')).not.toContain('refresh-1');
    expect(openTokens(sealer, scene.tenantId, standing.grant).refreshToken).toBe('refresh-1');
    expect(() => openTokens(sealer, randomUUID(), standing.grant ?? fail())).toThrow();
  });

  it('is refreshed once when several processes need it at the same time', async () => {
    scene.clock.advance(HOUR_MS);
    const openings = await Promise.all([scene.open(), scene.open(), scene.open(), scene.open()]);
    expect(scene.carrier.asked).toBe(1);
    for (const opening of openings) expect(opening).toMatchObject({ kind: 'ready', accessToken: 'access-1' });
  });

  it('that the carrier just refused is not handed out again', async () => {
    expect(await scene.open('access-0')).toMatchObject({ kind: 'ready', accessToken: 'access-1' });
    expect(await scene.open('access-0')).toMatchObject({ kind: 'ready', accessToken: 'access-1' });
    expect(scene.carrier.asked).toBe(1);
  });

  it('is refreshed by another process when the one that began is gone and its lease is over', async () => {
    scene.clock.advance(HOUR_MS);
    expect(await scene.begun('killed', -1)).toEqual({ isTakenOver: false });
    expect(await scene.open()).toMatchObject({ kind: 'ready', accessToken: 'access-1' });
  });

  it('is not waited for longer than bearable while another process holds the lease', async () => {
    scene.clock.advance(HOUR_MS);
    await scene.begun('slow', 600);
    expect(await scene.open()).toMatchObject({ kind: 'unavailable', fault: { code: 'REFRESH_BUSY' } });
    expect(scene.carrier.asked).toBe(0);
  });
});

describe('a refresh that the carrier refuses', () => {
  it('makes the integration ask for a new authorization, with one message however often it is tried', async () => {
    scene.carrier.live = 'something else';
    scene.clock.advance(HOUR_MS);
    expect(await scene.open()).toEqual({ kind: 'reauthorization-required' });
    expect(await scene.open()).toEqual({ kind: 'reauthorization-required' });
    const { standing, messages, audit } = await scene.aftermath();
    expect(standing?.status).toBe('reauthorization-required');
    expect(messages).toMatchObject([{ kind: 'reauthorization-required', payload: { to: 'administrators' } }]);
    expect(audit).toEqual([{ action: 'integration.lose-authorization' }]);
    expect(scene.carrier.asked).toBe(1);
  });

  it('is no death when somebody authorized again meanwhile', async () => {
    scene.clock.advance(HOUR_MS);
    scene.carrier.live = 'refresh-of-the-new-authorization';
    scene.carrier.meanwhile = () => scene.store('access-of-the-new-authorization', scene.carrier.live);
    expect(await scene.open()).toMatchObject({
      kind: 'ready',
      accessToken: 'access-of-the-new-authorization',
    });
    expect((await scene.aftermath()).messages).toEqual([]);
  });
});

describe('a carrier in trouble', () => {
  it('leaves a mark where the refresh token may be spent, and none where it surely is not', async () => {
    scene.clock.advance(HOUR_MS);
    const mark = async (status: number) => {
      scene.carrier.status = status;
      await scene.open();
      const { grant } = (await scene.aftermath()).standing ?? {};
      return grant?.lease_owner ?? null;
    };
    expect(await mark(429)).toBeNull();
    expect(await mark(503)).not.toBeNull();
    // From now on nobody knows, whatever becomes of the next attempt.
    expect(await mark(429)).not.toBeNull();
    scene.carrier.status = 200;
    expect(await scene.open()).toMatchObject({ kind: 'ready' });
    expect(await mark(200)).toBeNull();
  });

  it('leaves a token in use that is still good', async () => {
    scene.carrier.status = 503;
    scene.clock.advance(HOUR_MS - 30_000);
    expect(await scene.open()).toMatchObject({ kind: 'ready', accessToken: 'access-0' });
  });

  it('is unavailable when the token has ended, and works again when it answers', async () => {
    scene.carrier.status = 503;
    scene.clock.advance(HOUR_MS);
    expect(await scene.open()).toMatchObject({ kind: 'unavailable' });
    scene.carrier.status = 200;
    expect(await scene.open()).toMatchObject({ kind: 'ready', accessToken: 'access-2' });
  });
});

describe('an integration without a usable grant', () => {
  it.each(['pending', 'reauthorization-required'] as const)('says so when it is %s', async (status) => {
    await database.door.asTenant(scene.tenantId, (tx) =>
      tx.updateTable('integrations').set({ status }).execute(),
    );
    expect(await scene.open()).toEqual({ kind: status === 'pending' ? 'not-authorized' : status });
  });

  it('says so when it belongs to another environment', async () => {
    await database.door.asTenant(scene.tenantId, (tx) =>
      tx.updateTable('integrations').set({ environment: 'production' }).execute(),
    );
    expect(await scene.open()).toEqual({ kind: 'other-environment', environment: 'production' });
  });

  it('does not exist for another company', async () => {
    const other = await newCompany(database);
    expect(await scene.node().open(other, scene.integrationId)).toEqual({ kind: 'not-authorized' });
  });

  it('is never opened inside a transaction', async () => {
    const inside = database.door.asTenant(scene.tenantId, () => scene.open());
    await expect(inside).rejects.toMatchObject({ code: 'NETWORK_INSIDE_TRANSACTION' });
  });
});

describe('the right to refresh', () => {
  it('is renewed while its holder lives, and is nobody else’s to renew', async () => {
    const { tenantId, integrationId } = scene;
    const grant = { tenantId, integrationId, version: 1 };
    const until = async () => (await scene.aftermath()).standing?.grant?.lease_until?.getTime() ?? 0;
    await scene.begun('slow', 1);
    const before = await until();
    const stops = ['slow', 'somebody else'].map((owner) => keepLease(database.door, grant, owner, fail, 1));
    await vi.waitUntil(async () => (await until()) > before + 10_000, { timeout: 30_000 });
    for (const stop of stops) stop();
    expect((await scene.aftermath()).standing?.grant?.lease_owner).toBe('slow');
  });
});

describe('new tokens', () => {
  it('are stored as soon as a database that went away is back: they stand nowhere else', async () => {
    scene.clock.advance(HOUR_MS);
    let away = 3;
    const { door } = database;
    scene.carrier.meanwhile = () => {
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
    expect(await scene.node({ door: lost }).open(scene.tenantId, scene.integrationId)).toMatchObject({
      accessToken: 'access-1',
    });
    expect((await scene.aftermath()).standing?.grant).toMatchObject({ version: 2, lease_owner: null });
    expect(away).toBeLessThan(0);
  });
});

function fail(): never {
  throw new Error('The grant is gone.');
}
