import { randomUUID } from 'node:crypto';
import type { Door } from '@lading/kit/db/door';
import { Problem } from '@lading/kit/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get } from '../integrations/service.ts';
import type { HubTables } from '../tables.ts';
import { type HubDatabase, hubDatabase } from '../testing.ts';
import { MOST_ATTEMPTS } from './left-over.ts';
import { readSubscription } from './read.ts';
import { storeRaw } from './store.ts';
import { answer, dump, file, scan } from './testing.ts';
import { NOW, scriptedHub } from './testing-carrier.ts';

const MINUTE_MS = 60_000;
const never = new AbortController().signal;
const ONE = '1Z0000000000000001';

let database: HubDatabase;
beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

const oneFile = answer('Outbound', [file('261120_113000001', { Origin: [scan(ONE, '20261118', '201500')] })]);
const json = (value: unknown) => Response.json(value);

describe('a range that cannot be read again', () => {
  const fromOf = (body: string) =>
    JSON.parse(body).QuantumViewRequest.SubscriptionRequest[0].DateTimeRange?.BeginDateTime;
  const isByDate = (body: string) => fromOf(body) !== undefined;
  const tooLarge = () => new Response(' '.repeat(10_000_000));

  it('keeps nothing unread waiting, is not forgotten, and is told until it succeeds', async () => {
    let isMended = false;
    const { read, row, tenantId, asked, clock } = await scriptedHub(database, ({ body, number }) => {
      if (number === 1) return new Response('', { status: 502 });
      if (isByDate(body)) return isMended ? json(answer('Outbound', [])) : tooLarge();
      return json(oneFile);
    });
    const start = clock.now();
    await read();
    await read();
    expect(await row()).toMatchObject({ last_fault_code: 'ANSWER_TOO_LARGE', reread_failures: 1 });
    expect((await dump(database.door, tenantId)).parcels).toHaveLength(0);
    for (const failures of [3, 4]) {
      clock.advance(30 * MINUTE_MS);
      await read();
      expect(await row()).toMatchObject({
        failures,
        reread_failures: failures - 1,
        last_fault_code: 'REREAD_FAILED',
        last_fault_message: expect.stringContaining('(ANSWER_TOO_LARGE: '),
        last_fault_at: new Date(clock.now()),
        last_walk_at: null,
        reread_from: expect.any(Date),
      });
      expect((await dump(database.door, tenantId)).parcels).toHaveLength(1);
    }
    isMended = true;
    await read();
    expect(await row()).toMatchObject({
      failures: 0,
      reread_failures: 0,
      last_walk_at: new Date(clock.now()),
      reread_from: null,
    });
    const week = Array.from({ length: 7 }, () => true);
    expect(asked.map(isByDate)).toEqual([false, true, true, false, true, false, ...week, false]);
    const first = new Date(start - (7 * 24 * 60 - 10) * MINUTE_MS).toISOString().replace(/\D/g, '');
    expect(fromOf(asked[1] ?? '')).toBe(first.slice(0, 14));
  });

  it('stays marked where a person is needed for the unread files', async () => {
    const inactive = (): Response => {
      const told = answer('Outbound', []);
      const { Response: head, ...rest } = told.QuantumViewResponse as { Response: object };
      const warnings = [{ ErrorSeverity: 'Warning', ErrorCode: '336000', ErrorDescription: 'Inactive.' }];
      return json({ QuantumViewResponse: { ...rest, Response: { ...head, Error: warnings } } });
    };
    const { read, row } = await scriptedHub(database, ({ body, number }) => {
      if (number === 1) return new Response('', { status: 502 });
      return isByDate(body) ? tooLarge() : inactive();
    });
    for (let turn = 0; turn < 3; turn += 1) await read();
    expect(await row()).toMatchObject({
      last_fault_code: 'SUBSCRIPTION_INACTIVE',
      reread_from: expect.any(Date),
      reread_failures: 2,
    });
  });

  it('is not followed by a request where the carrier asks to wait', async () => {
    const { read, row, asked } = await scriptedHub(database, ({ number }) =>
      number === 1
        ? new Response('', { status: 502 })
        : new Response('', { status: 429, headers: { 'retry-after': '7200' } }),
    );
    for (let turn = 0; turn < 4; turn += 1) await read();
    expect(asked.map(isByDate)).toEqual([false, true, true, true]);
    expect(await row()).toMatchObject({ last_fault_code: 'HTTP_429', reread_from: expect.any(Date) });
  });
});

describe('a subscription that rested longer than the carrier keeps files', () => {
  const DAY_MS = 86_400_000;
  const rested = new Date(NOW - 9 * DAY_MS);
  const until = new Date(NOW - 7 * DAY_MS + 10 * MINUTE_MS);
  const unreadable = answer('Outbound', [file('a', { Origin: [{}] })]);

  it.each([
    ['alone', oneFile, 'FEED_GAP'],
    ['beside what else there is to tell', unreadable, 'RECORDS_UNREADABLE'],
  ])('has a gap that is told %s, and stays', async (_name, told, code) => {
    const { hub, read, row, due, tenantId, clock } = await scriptedHub(database, () => json(told));
    await database.door.asTenant(tenantId, (tx) =>
      tx.updateTable('subscriptions').set({ last_walk_at: rested }).execute(),
    );
    await read();
    expect(await row()).toMatchObject({
      failures: 0,
      last_fault_code: code,
      gap_from: rested,
      gap_until: until,
    });
    clock.advance(30 * MINUTE_MS);
    await read();
    const { subscriptions } = await get(hub, tenantId, due.integrationId);
    expect(subscriptions).toMatchObject([
      { gap: { from: rested.toISOString(), until: until.toISOString() }, lastFault: { code } },
    ]);
  });

  it('has none as long as everything is still there', async () => {
    const { read, row, tenantId } = await scriptedHub(database, () => json(oneFile));
    await database.door.asTenant(tenantId, (tx) =>
      tx.updateTable('subscriptions').set({ last_walk_at: until }).execute(),
    );
    await read();
    expect(await row()).toMatchObject({ last_fault_code: null, gap_from: null, gap_until: null });
  });
});

describe('a stored answer that cannot be ingested', () => {
  // The lease, the list, the count, the body.
  const AT_THE_BODY = 4;
  const away = new Problem({
    code: 'DATABASE_UNAVAILABLE',
    status: 503,
    text: { en: 'Away.', fr: 'Absente.' },
  });

  /** A hub with an answer in its store of which one byte was lost. */
  async function withBroken() {
    const reader = await scriptedHub(database, () => json(oneFile));
    await storeRaw(
      database.door,
      { ...reader.due, environment: 'sandbox', source: 'oauth-json', fence: 1 },
      {
        rawId: randomUUID(),
        walk: 'unread',
        request: {},
        receivedAt: new Date(NOW - MINUTE_MS),
        body: Buffer.from(JSON.stringify(oneFile)),
      },
    );
    const stored = (change?: object) =>
      database.door.asTenant(reader.tenantId, async (tx) => {
        if (change) await tx.updateTable('raw_answers').set(change).execute();
        return tx.selectFrom('raw_answers').selectAll().orderBy('received_at').execute();
      });
    const [whole] = await stored();
    await stored({ body_gzip: Buffer.from(whole?.body_gzip ?? []).subarray(1) });
    return { ...reader, stored };
  }

  it('is set aside whole after some attempts, told, and holds up nothing any more', async () => {
    const { hub, due, read, row, asked, stored, tenantId } = await withBroken();
    for (let failures = 1; failures < MOST_ATTEMPTS; failures += 1) {
      await read();
      expect(await row()).toMatchObject({ failures, last_fault_code: 'HUB_FAULT' });
      expect(await stored()).toMatchObject([{ attempts: failures, parsed_at: null, quarantined_at: null }]);
    }
    expect(asked).toEqual([]);
    const [before] = await stored();
    await read();
    expect((await dump(database.door, tenantId)).parcels).toHaveLength(1);
    expect(await row()).toMatchObject({
      failures: 0,
      last_walk_at: new Date(NOW),
      last_fault_code: 'ANSWER_SET_ASIDE',
      last_fault_message: expect.stringContaining(`(${before?.raw_id})`),
    });
    expect((await stored())[0]).toEqual({
      ...before,
      attempts: MOST_ATTEMPTS,
      parsed_at: new Date(NOW),
      quarantined_at: new Date(NOW),
      fault: 'NOT_INGESTED: incorrect header check',
    });
    await read();
    expect((await stored())[0]).toMatchObject({ attempts: MOST_ATTEMPTS });
    const { subscriptions } = await get(hub, tenantId, due.integrationId);
    expect(subscriptions[0]?.heldBack).toMatchObject([
      { fileName: null, fault: expect.stringContaining('incorrect header check') },
    ]);
  });

  it('is not begun again when that has ended the process so often', async () => {
    const { read, row, stored } = await withBroken();
    await stored({ attempts: MOST_ATTEMPTS });
    await read();
    expect((await stored())[0]).toMatchObject({ attempts: MOST_ATTEMPTS, quarantined_at: new Date(NOW) });
    expect(await row()).toMatchObject({ failures: 0, last_fault_code: 'ANSWER_SET_ASIDE' });
  });

  it('is not blamed for a store that is away', async () => {
    const { hub, due, stored } = await withBroken();
    let visits = 0;
    const door: Door<HubTables> = {
      ...hub.door,
      asTenant: async (tenantId, work) => {
        visits += 1;
        if (visits === AT_THE_BODY) throw away;
        return hub.door.asTenant(tenantId, work);
      },
    };
    await readSubscription({ ...hub, door }, due, 'reader', never, () => 0);
    expect(await stored()).toMatchObject([{ attempts: 0, quarantined_at: null }]);
  });
});
