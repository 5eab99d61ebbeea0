import { randomUUID } from 'node:crypto';
import type { Door } from '@lading/kit/db/door';
import { startWorld, type WorldForTests } from '@lading/sandbox/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { remove } from '../integrations/service.ts';
import type { HubTables } from '../tables.ts';
import { type HubDatabase, hubDatabase } from '../testing.ts';
import { takeLease } from './lease.ts';
import { readSubscription } from './read.ts';
import { answer, dump, file, forget, manifest, scan } from './testing.ts';
import { connectedHub, NOW, rowOf, sandboxToken, scriptedHub } from './testing-carrier.ts';
import { readDue } from './tick.ts';

const MINUTE_MS = 60_000;
const never = new AbortController().signal;
const ONE = '1Z0000000000000001';

let database: HubDatabase;
beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

const oneFile = answer('Outbound', [file('261120_113000001', { Origin: [scan(ONE, '20261118', '201500')] })]);
const unreadNames = { names: ['Outbound'] };

describe('a complete walk', () => {
  it('leaves the parcels, the raw answer, and a row that says when', async () => {
    const { read, row, due, tenantId, asked } = await scriptedHub(database, () => Response.json(oneFile));
    await read();
    expect((await dump(database.door, tenantId)).parcels).toHaveLength(1);
    expect(await row()).toMatchObject({
      failures: 0,
      last_walk_at: new Date(NOW),
      last_new_data_at: new Date(NOW),
      reread_from: null,
      lease_owner: null,
      next_read_at: new Date(NOW + 30 * MINUTE_MS),
      carrier_status: 'A',
      last_fault_code: null,
    });
    expect(asked.map((body) => JSON.parse(body).QuantumViewRequest.SubscriptionRequest)).toEqual([
      [{ Name: 'Outbound' }],
    ]);
    const raws = await database.door.asTenant(tenantId, (tx) =>
      tx.selectFrom('raw_answers').selectAll().execute(),
    );
    expect(raws).toMatchObject([
      { walk: 'unread', request: unreadNames, fault: null, subscription_id: due.subscriptionId },
    ]);
  });

  it('goes on with the bookmark until there is none', async () => {
    const { read, tenantId, asked } = await scriptedHub(database, ({ number }) =>
      Response.json(
        answer(
          'Outbound',
          [file(`261120_11300000${number}`, { Origin: [scan(`1Z${number}`, '20261118', '201500')] })],
          number < 3 ? { Bookmark: 'aWxfc3VwcG9ydA==' } : {},
        ),
      ),
    );
    await read();
    expect((await dump(database.door, tenantId)).parcels).toHaveLength(3);
    expect(asked.map((body) => JSON.parse(body).QuantumViewRequest.Bookmark)).toEqual([
      undefined,
      'aWxfc3VwcG9ydA==',
      'aWxfc3VwcG9ydA==',
    ]);
  });

  it('takes no files of another subscription', async () => {
    const { read, tenantId } = await scriptedHub(database, () =>
      Response.json(answer('Somebody', [file('a', { Origin: [scan(ONE, '20261118', '201500')] })])),
    );
    await read();
    expect((await dump(database.door, tenantId)).parcels).toEqual([]);
  });
});

const deep = `${'['.repeat(5_000_000)}${']'.repeat(5_000_000)}`;
const json = (value: unknown) => Response.json(value);

describe('an answer that is none', () => {
  it.each<[string, () => Response, string, boolean]>([
    ['a page of HTML', () => new Response('<!doctype html><p>Sorry'), 'ANSWER_UNREADABLE', true],
    ['nothing', () => new Response(''), 'ANSWER_UNREADABLE', true],
    ['half an answer', () => new Response(JSON.stringify(oneFile).slice(0, -40)), 'ANSWER_UNREADABLE', true],
    ['10 MB of nested arrays', () => new Response(deep), 'ANSWER_TOO_LARGE', true],
    ['7 MB of nested arrays', () => new Response(deep.slice(0, 7_000_000)), 'ANSWER_UNREADABLE', true],
    ['a list', () => json([]), 'ANSWER_UNREADABLE', true],
    [
      'a text where the answer should be',
      () => json({ QuantumViewResponse: 'no' }),
      'ANSWER_UNREADABLE',
      true,
    ],
    ['no status', () => json({ QuantumViewResponse: { QuantumViewEvents: {} } }), 'ANSWER_UNREADABLE', true],
    [
      'a refusal inside a success',
      () =>
        json({
          QuantumViewResponse: {
            Response: {
              ResponseStatusCode: '0',
              Error: { ErrorSeverity: 'Hard', ErrorCode: '330015', ErrorDescription: 'Bookmark is invalid.' },
            },
          },
        }),
      '330015',
      true,
    ],
    ['a server’s fault', () => new Response('', { status: 502 }), 'HTTP_502', true],
    ['too many requests', () => new Response('', { status: 429 }), 'HTTP_429', false],
    ['no right', () => new Response('', { status: 403 }), 'HTTP_403', false],
  ])('%s is told in the row, and nothing is half-written', async (_name, respond, code, isRereadDue) => {
    const { read, row, tenantId } = await scriptedHub(database, respond);
    await read();
    const left = await row();
    expect(left).toMatchObject({ last_fault_code: code, failures: 1, last_walk_at: null, lease_owner: null });
    expect(left.reread_from === null).toBe(!isRereadDue);
    expect(left.next_read_at).toEqual(new Date(NOW + MINUTE_MS));
    expect(await dump(database.door, tenantId)).toEqual({ parcels: [], events: [], terms: [], sources: [] });
  });

  it('in words that the store refuses is told without those characters', async () => {
    const errors = [{ code: '9\0', message: 'no\ud800' }];
    const { read, row } = await scriptedHub(database, () =>
      Response.json({ response: { errors } }, { status: 400 }),
    );
    await read();
    expect(await row()).toMatchObject({ last_fault_code: '9', last_fault_message: 'no\ufffd', failures: 1 });
  });

  it('waits as long as the carrier asks, and longer with every failure', async () => {
    const { read, row, clock } = await scriptedHub(database, ({ number }) =>
      number === 1
        ? new Response('', { status: 429, headers: { 'retry-after': '7200' } })
        : new Response('', { status: 503 }),
    );
    await read();
    expect((await row()).next_read_at).toEqual(new Date(NOW + 7_200_000));
    for (let failures = 2; failures <= 8; failures += 1) await read();
    const left = await row();
    expect(left.failures).toBe(8);
    expect(left.next_read_at).toEqual(new Date(clock.now() + 30 * MINUTE_MS));
  });

  it.each<[string, (number: number) => unknown, string]>([
    ['the same again and again', () => answer('Outbound', [], { Bookmark: 'x' }), 'BOOKMARK_LOOP'],
    [
      'a bookmark that is no text',
      () => answer('Outbound', [], { Bookmark: { a: 1 } }),
      'BOOKMARK_UNREADABLE',
    ],
  ])('%s ends the walk', async (_name, respond, code) => {
    const { read, row } = await scriptedHub(database, ({ number }) => json(respond(number)));
    await read();
    expect(await row()).toMatchObject({ last_fault_code: code, failures: 1 });
  });
});

describe('a clock that was turned back', () => {
  it('leaves nothing unread until it has caught up, and reads again from before the turn', async () => {
    const { read, row, clock, hub, asked } = await scriptedHub(database, ({ number }) =>
      number === 2 ? new Response('', { status: 502 }) : Response.json(oneFile),
    );
    clock.set(NOW + 30 * 24 * 60 * MINUTE_MS);
    await read();
    clock.set(NOW);
    await readDue(hub, 'reader', never);
    expect(asked).toHaveLength(2);
    expect(await row()).toMatchObject({ failures: 1, reread_from: new Date(NOW - 12 * 60 * MINUTE_MS) });
    await read();
    expect(asked[2]).toContain('"BeginDateTime":"20261120000000"');
  });
});

describe('a file with records that cannot be read', () => {
  it('gives the others, and names those in its ledger and its row', async () => {
    const { read, row, tenantId } = await scriptedHub(database, () =>
      json(
        answer('Outbound', [
          file('261120_113000001', {
            Origin: [{ Date: '20261118' }, scan(ONE, '20261118', '201500')],
            Exception: 'nothing' as never,
            Delivery: [{ ...scan(ONE, '2026', '201500') }, 7 as never],
            Manifest: [manifest([ONE], '20261117'), {}],
          }),
        ]),
      ),
    );
    await read();
    const left = await dump(database.door, tenantId);
    expect(left.parcels).toMatchObject([{ tracking_number: ONE, status: 'picked-up' }]);
    expect(await row()).toMatchObject({
      failures: 0,
      last_walk_at: new Date(NOW),
      last_fault_code: 'RECORDS_UNREADABLE',
    });
    const parts = await database.door.asTenant(tenantId, (tx) =>
      tx.selectFrom('file_parts').selectAll().execute(),
    );
    expect(parts.map(({ fault, event_count }) => [event_count, fault])).toEqual([
      [
        2,
        '5 unreadable: NO_PACKAGE Manifest[1]/Package; TRACKING_NUMBER_UNREADABLE Origin[0]/TrackingNumber; ' +
          'NOT_A_RECORD Exception[0]; DATE_UNREADABLE Delivery[0]/Date; NOT_A_RECORD Delivery[1]',
      ],
    ]);
  });

  it('takes texts that the store cannot hold', async () => {
    const wild = 'A\u0000B\ud800 \u{1F600}';
    const { read, tenantId } = await scriptedHub(
      database,
      () =>
        new Response(
          JSON.stringify(
            answer('Outbound', [
              file('261120_113000001', {
                Manifest: [manifest([ONE], '20261117', { ReferenceNumber: [{ Value: wild.repeat(200) }] })],
              }),
            ]),
          ),
        ),
    );
    await read();
    expect((await dump(database.door, tenantId)).parcels).toHaveLength(1);
  });
});

describe('the lease', () => {
  it('keeps a second reader away, and lets it in once the first is gone', async () => {
    const { due, hub } = await scriptedHub(database, () => json(oneFile));
    const first = await takeLease(hub.door, due, 'one');
    expect(await takeLease(hub.door, due, 'one')).toBeNull();
    await database.door.asTenant(due.tenantId, (tx) =>
      tx
        .updateTable('subscriptions')
        .set({ lease_until: new Date(0) })
        .execute(),
    );
    const second = await takeLease(hub.door, due, 'two');
    expect(second?.fence).toBe((first?.fence ?? 0) + 1);
  });

  it('of one subscription keeps the others of its integration waiting', async () => {
    const { due, hub, subscribe } = await scriptedHub(database, () => json(oneFile));
    const other = await subscribe('Inbound');
    await takeLease(hub.door, due, 'one');
    expect(await takeLease(hub.door, other, 'one')).toBeNull();
  });

  it('taken over while an answer is on its way lets the first reader write nothing but the raw answer', async () => {
    const takenOver = async () => {
      await database.door.asTenant(tenantId, (tx) =>
        tx.updateTable('subscriptions').set({ fence: 99, lease_owner: 'other' }).execute(),
      );
      return json(oneFile);
    };
    const { read, row, tenantId } = await scriptedHub(database, takenOver);
    await read();
    expect(await dump(database.door, tenantId)).toEqual({ parcels: [], events: [], terms: [], sources: [] });
    expect(await row()).toMatchObject({ fence: 99, lease_owner: 'other', last_walk_at: null });
    const raws = await database.door.asTenant(tenantId, (tx) =>
      tx.selectFrom('raw_answers').selectAll().execute(),
    );
    expect(raws).toMatchObject([{ parsed_at: null }]);
  });
});

describe('an integration that is removed while it is being read', () => {
  it('is not read on: the answer under way is kept, and nothing follows from it', async () => {
    const more = answer('Outbound', [file('a', { Origin: [scan(ONE, '20261118', '201500')] })], {
      Bookmark: 'm',
    });
    const { hub, due, tenantId, read, row, asked } = await scriptedHub(database, async () => {
      const actor = { userId: null, userName: null, requestId: null };
      await remove(hub, { tenantId, userId: randomUUID(), actor }, due.integrationId);
      return json(more);
    });
    await read();
    expect(asked).toHaveLength(1);
    expect(await dump(database.door, tenantId)).toEqual({ parcels: [], events: [], terms: [], sources: [] });
    expect(await row()).toMatchObject({
      fence: 3,
      removed_at: new Date(NOW),
      last_walk_at: null,
      next_read_at: null,
    });
    const raws = await database.door.asTenant(tenantId, (tx) =>
      tx.selectFrom('raw_answers').selectAll().execute(),
    );
    expect(raws).toMatchObject([{ parsed_at: null, attempts: 0 }]);
  });
});

describe('a reader that lost its lease while its request was under way', () => {
  it('may be given files afterwards and die: the range is read by date once more', async () => {
    const isByDate = (body: string) => body.includes('DateTimeRange');
    let isMarkedRead = false;
    const late = answer('Outbound', [
      file('261120_114500001', { Origin: [scan(ONE, '20261118', '201500')] }),
    ]);
    const { hub, due, read, row, tenantId, asked } = await scriptedHub(database, async ({ body, number }) => {
      if (number > 1) return json(isByDate(body) && isMarkedRead ? late : answer('Outbound', []));
      await database.door.asTenant(tenantId, (tx) =>
        tx
          .updateTable('subscriptions')
          .set({ lease_until: new Date(0) })
          .execute(),
      );
      await readSubscription(hub, due, 'second', never, () => 0);
      // The carrier gives the first reader what came in meanwhile, and the first reader is gone.
      isMarkedRead = true;
      return new Response('', { status: 502 });
    });
    await read();
    const week = Array.from({ length: 7 }, () => true);
    expect(asked.map(isByDate)).toEqual([false, ...week, false]);
    expect(await row()).toMatchObject({
      failures: 0,
      last_walk_at: new Date(NOW),
      reread_from: expect.any(Date),
    });
    expect((await dump(database.door, tenantId)).parcels).toEqual([]);
    await read();
    expect(asked.map(isByDate)).toEqual([false, ...week, false, ...week, false]);
    expect((await dump(database.door, tenantId)).parcels).toHaveLength(1);
    expect(await row()).toMatchObject({ failures: 0, reread_from: null });
  });
});

describe('stopping', () => {
  it('ends between two answers, with the first one stored and nothing to read again', async () => {
    const stopping = new AbortController();
    const { hub, due, row, tenantId, asked } = await scriptedHub(database, () => {
      stopping.abort();
      return json(
        answer('Outbound', [file('a', { Origin: [scan(ONE, '20261118', '201500')] })], { Bookmark: 'more' }),
      );
    });
    await readSubscription(hub, due, 'reader', stopping.signal);
    expect(asked).toHaveLength(1);
    expect((await dump(database.door, tenantId)).parcels).toHaveLength(1);
    expect(await row()).toMatchObject({ reread_from: null, last_walk_at: null, next_read_at: new Date(NOW) });
  });
});

describe('with the sandbox', () => {
  let world: WorldForTests;
  beforeEach(async () => {
    world = await startWorld();
    await world.traffic({
      shipments: 30,
      from: '2026-11-17T12:00:00Z',
      to: '2026-11-20T12:00:00Z',
      seed: 'read',
    });
    await world.clock.advance('P1D');
  });
  afterEach(() => world.close());

  async function reader(fetch: typeof globalThis.fetch = globalThis.fetch) {
    const connected = await connectedHub(database, { baseUrl: world.baseUrl, fetch, now: world.clock.now() });
    const due = await connected.subscribe('Outbound');
    await connected.grant(await sandboxToken(world.baseUrl, connected.clock));
    const read = () => readSubscription(connected.hub, due, 'reader', never, () => 0);
    return { ...connected, due, read, row: () => rowOf(database, due) };
  }

  type Reader = Awaited<ReturnType<typeof reader>>;

  /** What the carrier holds, read anew by date into empty tables. */
  async function everything({ due, tenantId, read }: Reader) {
    await forget(database.door, tenantId);
    const from = new Date(world.clock.now() - 6.9 * 86_400_000);
    await database.door.asTenant(tenantId, (tx) =>
      tx
        .updateTable('subscriptions')
        .set({ reread_from: from })
        .where('subscription_id', '=', due.subscriptionId)
        .execute(),
    );
    await read();
    return dump(database.door, tenantId);
  }

  it('reads unread files into the same tables as dated ones', async () => {
    const one = await reader();
    await one.read();
    const first = await dump(database.door, one.tenantId);
    expect(first.parcels?.length).toBeGreaterThan(5);
    expect(await one.row()).toMatchObject({ failures: 0, last_fault_code: null, carrier_status: 'A' });
    expect(await everything(one)).toEqual(first);
  });

  it.each([0, 1, 500, 20_000])(
    'gets back what was marked as read in an answer cut at byte %i',
    async (at) => {
      const one = await reader();
      await world.control('POST', 'faults', {
        match: { api: 'quantum-view' },
        times: 1,
        preset: 'cut-after-mark',
        truncateAtByte: at,
      });
      await one.read();
      expect(await one.row()).toMatchObject({ failures: 1, last_walk_at: null });
      await one.read();
      expect(await one.row()).toMatchObject({ failures: 0, reread_from: null });
      const back = await dump(database.door, one.tenantId);
      expect(back.parcels?.length).toBeGreaterThan(5);
      expect(await everything(one)).toEqual(back);
    },
  );

  it('gets back an answer that arrived and died with the hub before it was stored', async () => {
    let isDead = false;
    const fatal: typeof globalThis.fetch = async (input, init) => {
      const response = await globalThis.fetch(input, init);
      const body = await response.arrayBuffer();
      isDead ||= String(input).includes('quantumview');
      return new Response(body, response);
    };
    const one = await reader(fatal);
    const door: Door<HubTables> = {
      ...one.hub.door,
      asTenant: (tenantId, work) =>
        isDead ? Promise.reject(new Error('killed')) : one.hub.door.asTenant(tenantId, work),
    };
    const dying = readSubscription({ ...one.hub, door }, one.due, 'dying', never);
    await expect(dying).rejects.toThrow('killed');
    expect((await dump(database.door, one.tenantId)).parcels).toEqual([]);
    expect(await one.row()).toMatchObject({ lease_owner: 'dying', reread_from: expect.any(Date) });
    await database.door.asTenant(one.tenantId, (tx) =>
      tx
        .updateTable('subscriptions')
        .set({ lease_until: new Date(0) })
        .execute(),
    );
    await one.read();
    expect(await one.row()).toMatchObject({ failures: 0, lease_owner: null, reread_from: expect.any(Date) });
    await one.read();
    expect(await one.row()).toMatchObject({ failures: 0, reread_from: null });
    const back = await dump(database.door, one.tenantId);
    expect(back.parcels?.length).toBeGreaterThan(5);
    expect(await everything(one)).toEqual(back);
  });

  it('reads on, after a death, from the answer that was stored and not read', async () => {
    const one = await reader();
    await one.read();
    const all = await dump(database.door, one.tenantId);
    await database.door.asTenant(one.tenantId, async (tx) => {
      for (const table of [
        'event_sources',
        'terms',
        'events',
        'parcel_states',
        'parcels',
        'file_parts',
      ] as const) {
        await tx.deleteFrom(table).execute();
      }
      await tx.updateTable('raw_answers').set({ parsed_at: null }).execute();
    });
    await one.read();
    expect(await dump(database.door, one.tenantId)).toEqual(all);
  });
});
