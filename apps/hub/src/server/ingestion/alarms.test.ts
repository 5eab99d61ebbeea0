import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFreshness } from '../http/freshness.ts';
import { type HubDatabase, hubDatabase } from '../testing.ts';
import { alarmOf, raiseAlarms } from './alarms.ts';
import { answer, file, scan } from './testing.ts';
import { NOW, scriptedHub } from './testing-carrier.ts';

const HOUR_MS = 3_600_000;

let database: HubDatabase;
beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

async function watched(told: () => Response) {
  const one = await scriptedHub(database, told);
  const after = async (hours: number) => {
    one.clock.set(NOW + hours * HOUR_MS);
    await raiseAlarms(one.hub);
  };
  const letters = () =>
    database.door.asTenant(one.tenantId, async (tx) => {
      const rows = await tx
        .selectFrom('outbox')
        .select(['kind', 'dedupe_key'])
        .orderBy('created_at')
        .execute();
      return rows.map(({ kind, dedupe_key }) => `${kind} ${dedupe_key.split(' ').at(-1)}`);
    });
  return { ...one, after, letters };
}

const quiet = () => Response.json(answer('Outbound', []));

describe('a silent feed', () => {
  it.each([
    [0, 0],
    [59, 0],
    [60, 1],
    [23 * 60, 1],
    [24 * 60, 24],
    [72 * 60, 72],
    [9000, 72],
  ])('of %i minutes has reached alarm %i', (minutes, hours) => {
    expect(alarmOf(minutes * 60_000)).toBe(hours);
  });

  it('is told after 1, 24 and 72 hours, each once, and again after the next silence', async () => {
    const one = await watched(quiet);
    await one.read();
    for (const hours of [0.9, 1, 1.5, 24, 30, 72, 100]) await one.after(hours);
    expect(await one.letters()).toEqual(['feed-silent 1', 'feed-silent 24', 'feed-silent 72']);
    await one.read();
    expect((await one.row()).alarm_hours).toBe(0);
    await one.after(102);
    expect((await one.letters()).at(-1)).toBe('feed-silent 1');
  });

  it('is not one that was read to its end and had nothing to say', async () => {
    const one = await watched(quiet);
    for (let half = 0; half < 20; half += 1) {
      await one.after(half / 2);
      await one.read();
    }
    expect(await one.letters()).toEqual([]);
  });

  it('is told once though the process dies before it has noted that', async () => {
    const one = await watched(quiet);
    await one.read();
    await one.after(2);
    await database.door.asTenant(one.tenantId, (tx) =>
      tx.updateTable('subscriptions').set({ alarm_hours: 0 }).execute(),
    );
    await one.after(3);
    expect(await one.letters()).toEqual(['feed-silent 1']);
  });

  it('is counted for whoever watches the hub', async () => {
    const before = await readFreshness((await watched(quiet)).hub);
    const one = await watched(quiet);
    await one.read();
    one.clock.set(NOW + 25 * HOUR_MS);
    const { silent } = await readFreshness(one.hub);
    expect(silent.oneDay).toBeGreaterThan(before.silent.oneDay);
    expect(silent.oneHour).toBeGreaterThanOrEqual(silent.oneDay);
    expect(silent.oneDay).toBeGreaterThanOrEqual(silent.threeDays);
  });
});

describe('what could not be read', () => {
  it('is told once, and counted', async () => {
    const broken = answer('Outbound', [file('a', { Origin: [{}, scan('1Z1', '20261118', '201500')] })]);
    const one = await watched(() => Response.json(broken));
    const { heldBack } = await readFreshness(one.hub);
    await one.read();
    await one.after(0.1);
    await one.after(0.2);
    expect((await one.letters()).map((each) => each.split(' ')[0])).toEqual(['held-back']);
    expect((await readFreshness(one.hub)).heldBack).toBe(heldBack + 1);
  });
});

describe('another reader', () => {
  it('is told once each time it was seen', async () => {
    const one = await watched(quiet);
    await one.read();
    const seen = (at: number) =>
      database.door.asTenant(one.tenantId, (tx) =>
        tx
          .updateTable('subscriptions')
          .set({ competitor_seen_at: new Date(at), competitor_files: 2, competitor_file: 'f' })
          .execute(),
      );
    await seen(NOW);
    await one.after(0.1);
    await one.after(0.2);
    expect(await one.letters()).toHaveLength(1);
    await seen(NOW + HOUR_MS);
    await one.after(0.3);
    expect((await one.letters()).map((each) => each.split(' ')[0])).toEqual([
      'competing-reader',
      'competing-reader',
    ]);
  });
});
