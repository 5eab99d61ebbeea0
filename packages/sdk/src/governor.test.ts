import { afterEach, describe, expect, it } from 'vitest';
import { createGovernor, type Governor, type GovernorOptions } from './governor.ts';
import { testClient } from './testing/client.ts';
import { json, type Reply, refusal, startServer, type TestServer } from './testing/server.ts';

/** A governor in a time of its own: `pass` lets time go by and wakes whoever is due. */
function governed(options: GovernorOptions) {
  let at = 0;
  let alarms: { due: number; wake: () => void }[] = [];
  const governor = createGovernor({
    ...options,
    now: () => at,
    wakeAfter: (milliseconds, wake) => alarms.push({ due: at + milliseconds, wake }),
  });
  const pass = async (milliseconds: number) => {
    const until = at + milliseconds;
    for (;;) {
      const next = alarms.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0];
      if (next === undefined) break;
      at = next.due;
      alarms = alarms.filter((alarm) => alarm !== next);
      next.wake();
      await settle();
    }
    at = until;
  };
  return { governor, pass };
}

const settle = () => new Promise<void>(setImmediate);

/** Sends so many through; `done` grows as they are let out, in order. */
function send(governor: Governor, count: number, line = 'one') {
  const done: number[] = [];
  const leaves = Array.from({ length: count }, async (_, number) => {
    const leave = await governor.enter(line, new AbortController().signal);
    done.push(number);
    return leave;
  });
  return { done, leaves };
}

describe('a governor', () => {
  it('lets a burst out and then keeps to its pace, in order', async () => {
    const { governor, pass } = governed({ perSecond: 10, burst: 3 });
    const { done } = send(governor, 8);
    await settle();
    expect(done).toEqual([0, 1, 2]);
    await pass(100);
    expect(done).toEqual([0, 1, 2, 3]);
    await pass(250);
    expect(done).toEqual([0, 1, 2, 3, 4, 5]);
    await pass(10_000);
    expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(governor.counters('one')).toMatchObject({ admitted: 8, delayed: 5, active: 8, waiting: 0 });
  });

  it('never lets more out in any window than burst and pace allow', async () => {
    const { governor, pass } = governed({ perSecond: 7, burst: 4, concurrent: 500 });
    const { done } = send(governor, 200);
    await settle();
    for (let second = 1; second <= 20; second += 1) {
      await pass(1000);
      expect(done.length).toBeLessThanOrEqual(4 + 7 * second);
      expect(done.length).toBeGreaterThanOrEqual(4 + 7 * second - 1);
    }
  });

  it('holds back beyond so many at the same time, until one ends', async () => {
    const { governor } = governed({ concurrent: 2 });
    const { done, leaves } = send(governor, 4);
    await settle();
    expect(done).toEqual([0, 1]);
    const leave = await leaves[0];
    leave?.();
    leave?.();
    await settle();
    expect(done).toEqual([0, 1, 2]);
    expect(governor.counters('one')).toMatchObject({ active: 2, waiting: 1 });
  });

  it('holds everybody back after a 429, for as long as it says', async () => {
    const { governor, pass } = governed({});
    const { leaves } = send(governor, 1);
    (await leaves[0])?.(2000);
    const { done } = send(governor, 2);
    await pass(1999);
    expect(done).toEqual([]);
    await pass(1);
    await settle();
    expect(done).toEqual([0, 1]);
    expect(governor.counters('one').throttled).toBe(1);
  });

  it('keeps applications apart', async () => {
    const { governor } = governed({ perSecond: 1, burst: 1 });
    const [mine, yours] = [send(governor, 2, 'mine'), send(governor, 2, 'yours')];
    await settle();
    expect([mine.done, yours.done]).toEqual([[0], [0]]);
  });

  it('lets whoever gives up out of the line, and the others move up', async () => {
    const { governor, pass } = governed({ perSecond: 1, burst: 1 });
    const controller = new AbortController();
    send(governor, 1);
    const gone = governor.enter('one', controller.signal);
    const { done } = send(governor, 1);
    controller.abort(new Error('enough'));
    await expect(gone).rejects.toThrow('enough');
    await pass(1000);
    expect(done).toEqual([0]);
    expect(governor.counters('one')).toMatchObject({ admitted: 2, waiting: 0 });
  });

  it.each([{ perSecond: 0 }, { concurrent: 0 }, { burst: Number.NaN }])('refuses %o', (options) => {
    expect(() => createGovernor(options)).toThrow(TypeError);
  });
});

describe('clients under a governor', () => {
  const servers: TestServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  const serve = async (...replies: readonly Reply[]) => {
    const server = await startServer(...replies);
    servers.push(server);
    return server;
  };
  const line = (server: TestServer) => `${server.baseUrl} client-1`;

  it('share its limit, and give every turn back', async () => {
    const server = await serve(json({}));
    const governor = createGovernor({ concurrent: 2 });
    const clients = [1, 2, 3].map(() => testClient(server.baseUrl, { governor }));
    await Promise.all(clients.flatMap((ups) => [ups.tracking.details('1Z1'), ups.tracking.details('1Z2')]));
    expect(governor.counters(line(server))).toMatchObject({ admitted: 6, delayed: 4, active: 0, waiting: 0 });
  });

  it.each([
    ['for as long as it says', { 'retry-after': '3' }, 3000],
    ['for a second where it does not say', {}, 1000],
  ])('are held back by the 429 of another one %s', async (_name, headers, milliseconds) => {
    const server = await serve(refusal(429, '10429', 'Too Many Requests', headers), json({}));
    const { governor, pass } = governed({});
    const [first, second] = [
      testClient(server.baseUrl, { governor }),
      testClient(server.baseUrl, { governor }),
    ];
    await expect(first.pickup.cancel()).rejects.toMatchObject({ code: '10429' });
    const held = second.tracking.details('1Z1');
    await settle();
    expect(server.requests.length).toBe(1);
    await pass(milliseconds - 1);
    expect(server.requests.length).toBe(1);
    await pass(1);
    await held;
    expect(server.requests.length).toBe(2);
  });

  it('that end while they wait have sent nothing', async () => {
    const server = await serve(json({}));
    const { governor } = governed({ perSecond: 1, burst: 1 });
    const ups = testClient(server.baseUrl, { governor });
    await ups.tracking.details('1Z1');
    const call = ups.shipping.void({ shipmentId: '1Z1' }, { timeoutMs: 20 });
    await expect(call).rejects.toMatchObject({ code: 'TIMEOUT', outcome: 'not-sent', howToLook: undefined });
    expect(server.requests.length).toBe(1);
  });
});
