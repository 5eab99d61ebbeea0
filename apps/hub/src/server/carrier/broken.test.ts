import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type HubDatabase, hubDatabase } from '../testing.ts';
import { endBrokenRefreshes } from './broken.ts';
import { Carrier } from './carrier.ts';
import { type GrantScene, grantScene, log } from './testing.ts';

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

const look = (process: Carrier) => endBrokenRefreshes({ door: database.door, carrier: process, log });

describe('a refresh whose process was killed', () => {
  it('before the carrier saw it is done again by whoever looks, though the token is still good', async () => {
    await scene.begun('a process that was killed', -1);
    await look(scene.node());
    expect(scene.carrier.live).toBe('refresh-1');
    expect((await scene.aftermath()).standing?.grant).toMatchObject({ version: 2, lease_owner: null });
  });

  it('after the carrier gave new tokens asks for an authorization, with one letter that is sent at once', async () => {
    await scene.begun('a process that was killed', -1);
    scene.carrier.live = 'a token that nobody has';
    const told = vi.fn();
    await look(scene.node({ onDeath: told }));
    await look(scene.node({ onDeath: told }));
    const { standing, messages } = await scene.aftermath();
    expect(standing?.status).toBe('reauthorization-required');
    expect(messages).toMatchObject([{ kind: 'reauthorization-required' }]);
    expect(told).toHaveBeenCalledTimes(1);
    expect(scene.carrier.asked).toBe(1);
  });

  it('is left alone while its lease runs, because it may be alive', async () => {
    await scene.begun('a process that may be slow', 20);
    await look(scene.node());
    expect(scene.carrier.asked).toBe(0);
    expect(await scene.open()).toMatchObject({ kind: 'ready', accessToken: 'access-0' });
  });

  it('is known as soon as the carrier answers again, however often nobody could ask it before', async () => {
    await scene.begun('a process that was killed', -1);
    scene.carrier.live = 'a token that nobody has';
    for (const status of [503, 429]) {
      scene.carrier.status = status;
      await look(scene.node());
      expect((await scene.aftermath()).standing).toMatchObject({ status: 'authorized', isLeaseOver: true });
    }
    scene.carrier.status = 200;
    await look(scene.node());
    expect((await scene.aftermath()).standing?.status).toBe('reauthorization-required');
    expect(scene.carrier.asked).toBe(3);
  });

  it('leaves a good token in use while nobody can ask the carrier', async () => {
    await scene.begun('a process that was killed', -1);
    scene.carrier.status = 503;
    expect(await scene.open()).toMatchObject({ kind: 'ready', accessToken: 'access-0' });
  });

  it('in an environment that this hub does not know is left to a hub that knows it', async () => {
    await scene.begun('a process that was killed', -1);
    await database.door.asTenant(scene.tenantId, (tx) =>
      tx.updateTable('integrations').set({ environment: 'production' }).execute(),
    );
    const opened = vi.spyOn(Carrier.prototype, 'open');
    await look(scene.node());
    expect(opened.mock.calls).not.toContainEqual([scene.tenantId, scene.integrationId]);
    opened.mockRestore();
  });

  it('is found behind more than are looked at together that cannot be opened', async () => {
    const others = await Promise.all(Array.from({ length: 101 }, () => scene.anotherBegun()));
    await scene.begun('a process that was killed', -1);
    const opened = vi.spyOn(Carrier.prototype, 'open');
    const inOrder = async () => {
      opened.mockClear();
      await look(scene.node());
      const ours = new Set([scene.tenantId, ...others]);
      return opened.mock.calls.map(([one]) => one).filter((one) => ours.has(one));
    };
    const first = await inOrder();
    expect(first).toEqual([scene.tenantId, ...others].sort());
    expect(await inOrder()).toEqual(first.filter((one) => one !== scene.tenantId));
    opened.mockRestore();
  });

  it('is left to the next look when the process is to end meanwhile', async () => {
    await scene.begun('a process that was killed', -1);
    await scene.anotherBegun();
    const ending = new AbortController();
    const opened = vi.spyOn(Carrier.prototype, 'open').mockImplementation(async () => {
      ending.abort();
      return { kind: 'not-authorized' };
    });
    await endBrokenRefreshes({ door: database.door, carrier: scene.node(), log }, ending.signal);
    expect(opened).toHaveBeenCalledTimes(1);
    opened.mockRestore();
  });

  it('is not waited for by a process that is alone on its store', async () => {
    await scene.begun('a process that was killed', 20);
    expect(await scene.node({ isAlone: true }).open(scene.tenantId, scene.integrationId)).toMatchObject({
      accessToken: 'access-1',
    });
  });
});
