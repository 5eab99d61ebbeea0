import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubDatabase, hubDatabase } from '../testing.ts';
import { takeLease } from './lease.ts';
import { readPart } from './reader.ts';
import { type ReplayOrder, replay } from './replay.ts';
import { storeRaw } from './store.ts';
import { answer, dump, file, forget, scan, tell } from './testing.ts';
import { NOW, scriptedHub } from './testing-carrier.ts';

const HOUR_MS = 3_600_000;
let database: HubDatabase;
beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

const element = file('261120_113000001', {
  Origin: [scan('1Z1', '20261118', '201500'), scan('1Z2', '20261118', '201600')],
});
const whole = answer('Outbound', [element]);

/** A company with one stored answer that nobody has read into the store, under a name of its own. */
async function archive(change: { readonly quarantined_at?: Date; readonly body?: string } = {}) {
  const one = await scriptedHub(database, () => new Response('', { status: 500 }));
  const feed = { ...one.due, environment: 'sandbox', source: 'oauth-json', fence: 1 } as const;
  const name = `S${randomUUID().slice(0, 12)}`;
  const body = change.body ?? JSON.stringify(whole).replace('"Outbound"', JSON.stringify(name));
  await storeRaw(database.door, feed, {
    rawId: randomUUID(),
    walk: 'unread',
    request: {},
    receivedAt: new Date(NOW),
    body: Buffer.from(body),
  });
  await database.door.asTenant(one.tenantId, async (tx) => {
    await tx.updateTable('subscriptions').set({ name }).execute();
    const { quarantined_at = null } = change;
    await tx
      .updateTable('raw_answers')
      .set({ parsed_at: new Date(NOW), quarantined_at, fault: quarantined_at ? 'NOT_INGESTED: …' : null })
      .execute();
  });
  const order = (more: Partial<ReplayOrder> = {}): ReplayOrder => ({
    ...{ from: new Date(NOW - HOUR_MS), to: new Date(NOW + HOUR_MS), subscription: name },
    ...more,
  });
  return {
    ...one,
    feed,
    replay: (more?: Partial<ReplayOrder>) => replay(one.hub, order(more)),
    dump: () => dump(database.door, one.tenantId),
    raw: () =>
      database.door.asTenant(one.tenantId, (tx) =>
        tx.selectFrom('raw_answers').selectAll().executeTakeFirstOrThrow(),
      ),
  };
}

const numbers = ({ parcels }: Record<string, unknown[]>) =>
  parcels?.map((row) => (row as { tracking_number: string }).tracking_number);

describe('a replay', () => {
  it('makes everything anew from the raw archive, and a second one changes nothing', async () => {
    const one = await archive();
    expect(await one.replay()).toEqual({ answers: 1, retold: 1, released: 0, heldBack: 0, busy: [] });
    const first = await one.dump();
    expect(numbers(first)).toEqual(['1Z1', '1Z2']);
    expect(await one.replay()).toMatchObject({ answers: 1, retold: 0 });
    expect(await one.dump()).toEqual(first);
  });

  it('releases an answer that was set aside', async () => {
    const one = await archive({ quarantined_at: new Date(NOW) });
    expect(await one.replay()).toMatchObject({ released: 1, retold: 1, heldBack: 0 });
    expect(await one.raw()).toMatchObject({ quarantined_at: null, fault: null });
    expect(numbers(await one.dump())).toEqual(['1Z1', '1Z2']);
  });

  it('keeps aside what still cannot be read', async () => {
    const one = await archive({ quarantined_at: new Date(NOW), body: 'no answer' });
    expect(await one.replay()).toMatchObject({ released: 0, heldBack: 1 });
    expect(await one.raw()).toMatchObject({ quarantined_at: new Date(NOW), fault: 'NOT_INGESTED: …' });
  });

  it('replaces what an older reader made of a part: the same as if it had never read it', async () => {
    const one = await archive();
    await one.replay();
    const wanted = await one.dump();
    await forgetFeed(one.tenantId);
    // What the older reader took for another parcel, and for another time of one of them.
    const misread = file('old', {
      Origin: [scan('1Z3', '20261118', '201500'), scan('1Z1', '20261117', '030000')],
    });
    const lease = await takeLease(database.door, one.due, 'old');
    await tell(database.door, { ...one.feed, fence: lease?.fence ?? 0 }, misread);
    await database.door.asTenant(one.tenantId, async (tx) => {
      const { fileName: file_name, contentSha256: content_sha256 } = readPart(element);
      await tx.updateTable('file_parts').set({ file_name, content_sha256, parser_version: 0 }).execute();
      await tx.updateTable('subscriptions').set({ lease_until: null }).execute();
    });
    expect(numbers(await one.dump())).toEqual(['1Z1', '1Z3']);
    expect(await one.replay()).toMatchObject({ retold: 1 });
    expect(withoutTime(await one.dump())).toEqual(withoutTime(wanted));
  });

  it.each<[string, Partial<ReplayOrder>, number]>([
    ['before its beginning', { from: new Date(NOW + 1) }, 0],
    ['at its end', { to: new Date(NOW) }, 0],
    ['at its beginning', { from: new Date(NOW) }, 1],
    ['of another subscription', { subscription: 'Nobody' }, 0],
  ])('counts an answer %s', async (_name, order, answers) => {
    expect((await (await archive()).replay(order)).answers).toBe(answers);
  });

  it('names a subscription that it could not take', async () => {
    const one = await archive();
    await database.door.asTenant(one.tenantId, (tx) =>
      tx
        .updateTable('integrations')
        .set({ removed_at: new Date(NOW) })
        .execute(),
    );
    expect(await one.replay()).toMatchObject({ answers: 0, busy: [expect.any(String)] });
  });

  it('leaves the subscription as it was', async () => {
    const one = await archive();
    const before = await one.row();
    await one.replay();
    expect(await one.row()).toEqual({ ...before, fence: before.fence + 1 });
  });
});

/** Everything but the archive. */
async function forgetFeed(tenantId: string): Promise<void> {
  const kept = await database.door.asTenant(tenantId, (tx) =>
    tx.selectFrom('raw_answers').selectAll().execute(),
  );
  await forget(database.door, tenantId);
  await database.door.asTenant(tenantId, async (tx) => {
    for (const row of kept) {
      await tx
        .insertInto('raw_answers')
        .values({ ...row, request: JSON.stringify(row.request) })
        .execute();
    }
  });
}

/** `updated_at` is the hub's clock when it wrote, which stands in both. */
function withoutTime(state: Record<string, unknown[]>) {
  return {
    ...state,
    parcels: state.parcels?.map((row) => ({ ...(row as object), updated_at: null })),
  };
}

it('refuses a time of which answers are no longer kept, and says from when they are', async () => {
  const one = await archive();
  const days = (count: number) => new Date(NOW - count * 24 * HOUR_MS);
  await database.door.asTenant(one.tenantId, (tx) =>
    tx.updateTable('tenants').set({ raw_days: 30 }).where('tenant_id', '=', one.tenantId).execute(),
  );
  await archive();
  const refused = one.replay({ from: days(31) });
  await expect(refused).rejects.toMatchObject({
    code: 'ARCHIVE_GONE',
    params: { from: days(31).toISOString(), kept: days(30).toISOString() },
  });
  expect(await one.replay({ from: days(30) })).toMatchObject({ answers: 1 });
});

it('reads answers of several months, oldest first', async () => {
  const one = await archive();
  const since = new Date(NOW - 40 * 24 * HOUR_MS);
  const body = Buffer.from(JSON.stringify(answer('', [])));
  const early = { rawId: randomUUID(), walk: 'unread', request: {}, receivedAt: since, body } as const;
  await storeRaw(database.door, one.feed, early);
  const month = (instant: Date) => instant.toISOString().slice(0, 7);
  const wanted = [month(since), month(new Date(NOW))];
  const table = { name: 'raw_answers', key: 'received_at' };
  await database.keepMonths({ wanted, tables: [{ table, keepFrom: '0000-01' }] });
  expect(new Set(wanted).size).toBe(2);
  expect(await one.replay({ from: since })).toMatchObject({ answers: 2, retold: 1 });
  expect(await one.replay({ from: since, to: new Date(NOW) })).toMatchObject({ answers: 1 });
});
