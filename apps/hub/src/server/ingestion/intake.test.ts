import { randomUUID } from 'node:crypto';
import { standingClock } from '@lading/kit/clock';
import type { Door } from '@lading/kit/db/door';
import { Problem } from '@lading/kit/errors';
import { randomIds } from '@lading/kit/ids';
import { createLog } from '@lading/kit/log';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HubTables } from '../tables.ts';
import { type HubDatabase, hubDatabase, newCompany } from '../testing.ts';
import { openIntake } from './intake.ts';
import type { Lease } from './lease.ts';
import { LeaseLost, storeRaw } from './store.ts';
import { AT, answer, dump, file, newFeed, scan, tell } from './testing.ts';

let database: HubDatabase;
beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

const elementOf = (number: number) =>
  file(`261120_11300000${number}`, {
    Origin: [
      scan('1Z0000000000000001', '20261118', `20150${number}`),
      scan(`1Z${number}`, '20261118', '201500'),
    ],
  });

/** What the store has instead of the `call`-th transaction; null is the transaction itself. */
type Trouble = (call: number) => Error | null;

/** The first transaction seems to last until `firstEnds`. */
async function intakeOf(trouble: Trouble = () => null, firstEnds: Promise<void> = Promise.resolve()) {
  const tenantId = await newCompany(database);
  const feed = await newFeed(database.door, tenantId, { name: 'Outbound', direction: 'outbound' });
  let calls = 0;
  const door: Door<HubTables> = {
    ...database.door,
    asTenant: async (id, work) => {
      calls += 1;
      const isFirst = calls === 1;
      const fault = trouble(calls);
      if (fault) throw fault;
      const done = await database.door.asTenant(id, work);
      if (isFirst) await firstEnds;
      return done;
    },
  };
  const lease: Lease = {
    ...feed,
    ...{ integrationId: randomUUID(), owner: 'test', name: 'Outbound', mode: 'unread', failures: 0 },
    ...{ rereadFrom: null, isTakenOver: false, rereadFailures: 0, lastWalkAt: null, dueAt: null },
    ...{ zone: 'UTC', reconcileAt: null, unreadSince: null },
  };
  const log = createLog({ name: 'test', level: 'silent' });
  const intake = openIntake({ door, clock: standingClock(AT.getTime()), ids: randomIds, log }, lease);
  const take = async (number: number) => {
    const body = Buffer.from(JSON.stringify(answer('Outbound', [elementOf(number)])));
    const kept = { rawId: randomUUID(), walk: 'unread', request: {}, receivedAt: AT, body } as const;
    await storeRaw(database.door, lease, kept);
    return intake.take(kept);
  };
  const left = () =>
    database.door.asTenant(tenantId, async (tx) => ({
      unread: await tx.selectFrom('raw_answers').select('raw_id').where('parsed_at', 'is', null).execute(),
      ledger: await tx.selectFrom('file_parts').selectAll().orderBy('file_name').execute(),
    }));
  return { tenantId, feed, intake, take, left, calls: () => calls };
}

function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const REFUSED = new Error('out of range');

describe('answers that are taken faster than they can be stored', () => {
  it('go together, and leave what they leave one by one', async () => {
    const { opened, open } = gate();
    const one = await intakeOf(() => null, opened);
    for (const number of [1, 2, 3]) expect(await one.take(number)).toBeNull();
    open();
    expect(await one.intake.end()).toEqual([]);
    expect(one.calls()).toBe(2);
    expect((await one.left()).unread).toEqual([]);
    const together = await dump(database.door, one.tenantId);
    const again = await intakeOf();
    for (const number of [1, 2, 3]) await tell(database.door, again.feed, elementOf(number));
    const apart = await dump(database.door, again.tenantId);
    expect(together.parcels).toHaveLength(4);
    expect(together.parcels?.map(natureOf)).toEqual(apart.parcels?.map(natureOf));
    expect(together.sources).toHaveLength(6);
    expect(apart.sources).toHaveLength(6);
  });

  it('go one by one where the store refuses them together, and only the bad one is left out', async () => {
    const { opened, open } = gate();
    const one = await intakeOf((call) => ([2, 3].includes(call) ? REFUSED : null), opened);
    for (const number of [1, 2, 3]) await one.take(number);
    open();
    expect(await one.intake.end()).toMatchObject([
      { code: 'HUB_FAULT', message: expect.stringContaining('261120_113000002') },
    ]);
    const { unread, ledger } = await one.left();
    expect(unread).toEqual([]);
    expect(ledger).toMatchObject([
      { fault: null, event_count: 2 },
      { fault: 'PART_NOT_STORED: out of range', event_count: 0 },
      { fault: null, event_count: 2 },
    ]);
    const { parcels } = await dump(database.door, one.tenantId);
    expect(parcels?.map((row) => natureOf(row).tracking_number)).toEqual([
      '1Z0000000000000001',
      '1Z1',
      '1Z3',
    ]);
  });
});

describe('a failure of the store', () => {
  const away = new Problem({
    code: 'DATABASE_UNAVAILABLE',
    status: 503,
    text: { en: 'Away.', fr: 'Absente.' },
  });

  it('is told to whoever takes or ends next, and nothing behind it is stored', async () => {
    const one = await intakeOf((call) => (call === 1 ? away : null));
    await one.take(1);
    await expect(one.intake.end()).rejects.toBe(away);
    await expect(one.take(2)).rejects.toBe(away);
    await expect(one.intake.end()).rejects.toBe(away);
    const { unread, ledger } = await one.left();
    expect(unread).toHaveLength(2);
    expect(ledger).toEqual([]);
  });

  it('such as a lease that was lost leaves nothing half-written', async () => {
    const one = await intakeOf();
    await database.door.asTenant(one.tenantId, (tx) =>
      tx.updateTable('subscriptions').set({ fence: 2 }).execute(),
    );
    await one.take(1);
    await expect(one.intake.end()).rejects.toThrow(LeaseLost);
    expect(await one.left()).toMatchObject({ unread: [{}], ledger: [] });
  });
});

/** What two companies' parcels have in common: not their ids. */
function natureOf(row: unknown) {
  const { tracking_number, status, last_event_at, state, progress, basis } = row as Record<string, unknown>;
  return { tracking_number, status, last_event_at, state, progress, basis };
}
