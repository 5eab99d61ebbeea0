import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubDatabase, hubDatabase } from '../testing.ts';
import { answer, dump, file, scan, type Wire } from './testing.ts';
import { NOW, scriptedHub } from './testing-carrier.ts';

const HOUR_MS = 3_600_000;
const NIGHT = Date.parse('2026-11-21T08:00:00Z');

let database: HubDatabase;
beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

const rangeOf = (body: string) => JSON.parse(body).QuantumViewRequest.SubscriptionRequest[0].DateTimeRange;
const fileOf = (number: number): Wire =>
  file(`261120_11300000${number}`, { Origin: [scan(`1Z${number}`, '20261118', '201500')] });

/** A carrier of which a second reader takes files: `byDate` it still has, `unread` it gives to us. */
async function besideAnother() {
  const held = { byDate: [] as Wire[], unread: [] as Wire[], isDown: false };
  const connected = await scriptedHub(database, ({ body }) => {
    if (held.isDown) return new Response('', { status: 502 });
    if (rangeOf(body)) return Response.json(answer('Outbound', held.byDate));
    return Response.json(answer('Outbound', held.unread.splice(0)));
  });
  const cutFile = (number: number, isTaken: boolean) => {
    held.byDate.push(fileOf(number));
    if (!isTaken) held.unread.push(fileOf(number));
  };
  return { ...connected, held, cutFile };
}

const named = { competitor_seen_at: expect.any(Date) };
const unnamed = { competitor_seen_at: null, competitor_files: 0, competitor_file: null };

describe('at night', () => {
  it('the full seven days are read by date, the oldest first, and then what is unread', async () => {
    const one = await besideAnother();
    await one.read();
    expect((await one.row()).reconcile_at).toEqual(NIGHT_ROW);
    one.clock.set(NIGHT - HOUR_MS);
    await one.read();
    one.asked.splice(0);
    one.clock.set(NIGHT);
    await one.read();
    const begins = one.asked.map((body) => rangeOf(body)?.BeginDateTime ?? null);
    expect(begins).toEqual([
      '20261114081000',
      '20261115081000',
      '20261116081000',
      '20261117081000',
      '20261118081000',
      '20261119081000',
      '20261120081000',
      null,
    ]);
    const { reconciled_at, reconcile_at } = await one.row();
    expect(reconciled_at).toEqual(new Date(NIGHT));
    expect(reconcile_at?.getTime()).toBe(NIGHT + 24 * HOUR_MS);
  });

  it('what was lost with nobody’s knowledge comes back', async () => {
    const one = await besideAnother();
    await one.read();
    one.cutFile(1, true);
    one.clock.set(NIGHT);
    await one.read();
    expect((await dump(database.door, one.tenantId)).parcels).toHaveLength(1);
  });

  it('a carrier that is down is asked again, until the night was made up for', async () => {
    const one = await besideAnother();
    await one.read();
    one.clock.set(NIGHT);
    one.held.isDown = true;
    await one.read();
    expect(await one.row()).toMatchObject({ reconciled_at: null, failures: 1 });
    one.held.isDown = false;
    one.clock.advance(HOUR_MS);
    await one.read();
    expect(await one.row()).toMatchObject({ reconciled_at: new Date(NIGHT + HOUR_MS), failures: 0 });
  });
});

const NIGHT_ROW = new Date(NIGHT);

describe('another program that reads the same subscription', () => {
  it('is named with the time, the number of files and the last of them, once', async () => {
    const one = await besideAnother();
    await one.read();
    one.cutFile(1, false);
    one.cutFile(2, true);
    one.cutFile(3, true);
    one.clock.set(NIGHT);
    await one.read();
    expect(await one.row()).toMatchObject({
      competitor_seen_at: new Date(NIGHT),
      competitor_files: 2,
      competitor_file: '261120_113000003',
    });
    one.clock.set(NIGHT + 24 * HOUR_MS);
    await one.read();
    expect(await one.row()).toMatchObject({ competitor_seen_at: new Date(NIGHT), competitor_files: 2 });
  });

  it('is not suspected where everything came as unread, before or after it was seen by date', async () => {
    const one = await besideAnother();
    await one.read();
    one.cutFile(1, false);
    await one.read();
    one.cutFile(2, false);
    one.clock.set(NIGHT);
    await one.read();
    expect(await one.row()).toMatchObject(unnamed);
  });

  it('is not suspected for what an answer of ours lost on its way', async () => {
    const one = await besideAnother();
    await one.read();
    one.held.isDown = true;
    await one.read();
    one.held.isDown = false;
    // The carrier marked it as read in the answer that never came.
    one.cutFile(1, true);
    one.clock.set(NIGHT);
    await one.read();
    expect((await dump(database.door, one.tenantId)).parcels).toHaveLength(1);
    one.clock.set(NIGHT + 24 * HOUR_MS);
    await one.read();
    expect(await one.row()).toMatchObject(unnamed);
    one.cutFile(2, true);
    one.clock.set(NIGHT + 48 * HOUR_MS);
    await one.read();
    expect(await one.row()).toMatchObject({ ...named, competitor_files: 1 });
  });

  it('is not suspected for what was cut before the take-over', async () => {
    const one = await besideAnother();
    one.cutFile(1, true);
    await database.door.asTenant(one.tenantId, (tx) =>
      tx
        .updateTable('subscriptions')
        .set({ reread_from: new Date(NOW) })
        .execute(),
    );
    await one.read();
    one.clock.set(NIGHT);
    await one.read();
    expect(await one.row()).toMatchObject(unnamed);
  });
});
