import { AsyncResource } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { startWorld, type WorldForTests } from '@lading/sandbox/testing';
import { createClient } from '@lading/sdk/client';
import { sql, type Transaction } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeLease } from '../ingestion/lease.ts';
import { readSubscription } from '../ingestion/read.ts';
import { enter } from '../ingestion/store.ts';
import { connectedHub, rowOf, sandboxToken } from '../ingestion/testing-carrier.ts';
import type { HubTables } from '../tables.ts';
import { type HubDatabase, hubDatabase } from '../testing.ts';
import { switchMode } from './mode.ts';

const never = new AbortController().signal;
const actor = { userId: null, userName: 'Alice', requestId: null };
const SWITCHES = 50;

let database: HubDatabase;
let world: WorldForTests;
beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  world = await startWorld();
  await world.traffic({
    shipments: 40,
    from: '2026-11-17T12:00:00Z',
    to: '2026-11-20T12:00:00Z',
    seed: 'switch',
  });
});
afterEach(() => world.close());

/** A hub in shadow beside a program that was there first and reads what is unread. */
async function besideAnIncumbent() {
  const { baseUrl } = world;
  const connected = await connectedHub(database, { baseUrl, now: world.clock.now(), mode: 'shadow' });
  const due = await connected.subscribe('Outbound');
  const { clock } = connected;
  await connected.grant(await sandboxToken(baseUrl, clock));
  const by = { tenantId: connected.tenantId, userId: randomUUID(), actor };
  const client = createClient({
    environment: { baseUrl },
    clientId: 'sandbox-client',
    clientSecret: 'sandbox-secret',
    clock,
  });
  const files = async (query: { readonly from?: Date }) => {
    const names: string[] = [];
    // A token lives for an hour of the world's time.
    const accessToken = await sandboxToken(baseUrl, clock);
    const walk = client.quantumView.files(
      { names: ['Outbound'], ...query },
      { access: { kind: 'token', accessToken } },
    );
    for await (const item of walk) if (item.kind === 'file') names.push(item.fileName);
    return names;
  };
  return {
    ...connected,
    due,
    row: () => rowOf(database, due),
    read: async () => {
      clock.set(world.clock.now());
      await connected.grant(await sandboxToken(baseUrl, clock));
      await readSubscription(connected.hub, due, 'reader', never, () => 0);
    },
    switchTo: (mode: 'shadow' | 'unread') => switchMode(connected.hub, by, due.integrationId, mode),
    /** What the incumbent is given, each file once. */
    incumbent: () => files({}),
    /** Everything that the carrier has cut of late. */
    byDate: async () => (await files({ from: new Date(world.clock.now() - 6.9 * 86_400_000) })).sort(),
    /** The files in the hub's ledger; one that stood in it twice would be here twice. */
    ledger: () =>
      database.door.asTenant(connected.tenantId, async (tx) => {
        const rows = await tx.selectFrom('file_parts').select('file_name').orderBy('file_name').execute();
        return rows.map((each) => each.file_name);
      }),
    doubled: () =>
      database.door.asTenant(connected.tenantId, async (tx) => {
        const rows = await tx
          .selectFrom('event_sources')
          .select(['part_id', 'parcel_id', 'event_id'])
          .execute();
        return rows.length - new Set(rows.map((each) => Object.values(each).join())).size;
      }),
  };
}

async function untilSomebodyWaits(tx: Transaction<HubTables>): Promise<void> {
  const waiting = sql<{ count: number }>`select count(*)::int from pg_locks
    where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`;
  for (let look = 0; look < 10_000; look += 1) {
    if (((await waiting.execute(tx)).rows[0]?.count ?? 0) > 0) return;
  }
  throw new Error('Nobody waits for this transaction.');
}

describe('an integration in shadow', () => {
  it('reads everything by date, and leaves every file to whoever reads what is unread', async () => {
    const one = await besideAnIncumbent();
    await world.clock.advance('PT12H');
    await one.read();
    await one.read();
    expect(await one.row()).toMatchObject({ failures: 0, last_fault_code: null, reread_from: null });
    const cut = await one.byDate();
    expect(cut.length).toBeGreaterThan(5);
    expect(await one.ledger()).toEqual(cut);
    expect((await one.incumbent()).sort()).toEqual(cut);
  });

  it('says when it last asked', async () => {
    const one = await besideAnIncumbent();
    await one.read();
    expect((await one.row()).last_attempt_at).toEqual(new Date(one.clock.now()));
  });
});

describe('taking over and handing back', () => {
  it('waits for an ingestion that learns who the carrier user is, instead of each waiting for the other', async () => {
    const one = await besideAnIncumbent();
    const lease = await takeLease(database.door, one.due, 'reader');
    if (!lease) throw new Error('The lease could not be taken.');
    // Made out here: what runs inside a transaction must not begin a second one.
    const otherRequest = new AsyncResource('another request');
    let switching: Promise<unknown> = Promise.resolve();
    await database.door.asTenant(one.tenantId, async (tx) => {
      await enter(tx, lease);
      switching = otherRequest.runInAsyncScope(() => one.switchTo('unread'));
      // The embedded store lets nobody else in before this transaction has ended.
      if (database.engine === 'postgres') await untilSomebodyWaits(tx);
      await tx.updateTable('integrations').set({ carrier_user: 'il_support' }).execute();
    });
    expect(await switching).toMatchObject({ mode: 'unread' });
  });

  it('stands in the audit log with who and what, once', async () => {
    const one = await besideAnIncumbent();
    expect(await one.switchTo('unread')).toMatchObject({ mode: 'unread', modeSince: expect.any(String) });
    await one.switchTo('unread');
    await one.switchTo('shadow');
    const entries = await database.door.asTenant(one.tenantId, (tx) =>
      tx.selectFrom('audit_entries').selectAll().orderBy('at').orderBy('entry_id').execute(),
    );
    const told = entries.map(({ action, before, after, user_name }) => ({
      action,
      before,
      after,
      user_name,
    }));
    expect(told).toHaveLength(2);
    expect(told).toContainEqual({
      action: 'integration.take-over',
      before: { mode: 'shadow' },
      after: { mode: 'unread' },
      user_name: 'Alice',
    });
    expect(told).toContainEqual({
      action: 'integration.hand-back',
      before: { mode: 'unread' },
      after: { mode: 'shadow' },
      user_name: 'Alice',
    });
  });

  it('is refused for an integration that was never authorized', async () => {
    const one = await besideAnIncumbent();
    await database.door.asTenant(one.tenantId, (tx) =>
      tx.updateTable('integrations').set({ status: 'pending' }).execute(),
    );
    await expect(one.switchTo('unread')).rejects.toMatchObject({ code: 'INTEGRATION_NOT_AUTHORIZED' });
  });

  it('takes what is unread from the next reading on, and after it nothing any more', async () => {
    const one = await besideAnIncumbent();
    await one.read();
    await one.switchTo('unread');
    await world.clock.advance('PT6H');
    await one.read();
    expect(await one.incumbent()).toEqual([]);
    await one.switchTo('shadow');
    await one.read();
    await world.clock.advance('PT6H');
    await one.read();
    const before = (await one.byDate()).length;
    expect((await one.incumbent()).length).toBeGreaterThan(0);
    expect((await one.ledger()).length).toBe(before);
  });

  it('lets a reader of the old mode begin no further request and write nothing', async () => {
    const one = await besideAnIncumbent();
    await one.switchTo('unread');
    await world.clock.advance('PT6H');
    let asked = 0;
    const door = {
      ...one.hub.door,
      asTenant: async (...call: Parameters<typeof one.hub.door.asTenant>) => {
        asked += 1;
        // The lease is taken in the first transaction; the switch comes right after it.
        if (asked === 2) await one.switchTo('shadow');
        return one.hub.door.asTenant(...call);
      },
    } as typeof one.hub.door;
    one.clock.set(world.clock.now());
    await one.grant(await sandboxToken(world.baseUrl, one.clock));
    await readSubscription({ ...one.hub, door }, one.due, 'old', never, () => 0);
    expect(await one.row()).toMatchObject({ last_walk_at: null, lease_owner: 'old' });
    expect((await one.incumbent()).sort()).toEqual(await one.byDate());
  });

  it(`loses and doubles nothing over ${SWITCHES} switches beside an incumbent`, {
    timeout: 120_000,
  }, async () => {
    const one = await besideAnIncumbent();
    const taken: string[] = [];
    for (let turn = 0; turn < SWITCHES; turn += 1) {
      await one.switchTo(turn % 2 === 0 ? 'unread' : 'shadow');
      await world.clock.advance('PT31M');
      // The incumbent comes before Lading, after it, or not at all.
      if (turn % 3 === 0) taken.push(...(await one.incumbent()));
      await one.read();
      if (turn % 3 === 1) taken.push(...(await one.incumbent()));
    }
    await one.switchTo('shadow');
    await one.read();
    expect(taken.length).toBeGreaterThan(0);
    expect(await one.ledger()).toEqual(await one.byDate());
    expect(await one.doubled()).toBe(0);
  });
});
