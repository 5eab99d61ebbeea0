import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubDatabase, hubDatabase } from '../testing.ts';
import { answer, dump, file, scan } from './testing.ts';
import { NOW, scriptedHub } from './testing-carrier.ts';

let database: HubDatabase;
beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

const ONE = '1Z0000000000000001';
const oneFile = answer('Outbound', [file('261120_113000001', { Origin: [scan(ONE, '20261118', '201500')] })]);
const quick = () => Response.json(oneFile);
const isByDate = (body: string) => body.includes('DateTimeRange');

/** A company whose carrier answers its unread request only after `meanwhile`. */
function slow(meanwhile: () => Promise<void>, carrierUser?: string) {
  const script = async () => {
    await meanwhile();
    return quick();
  };
  return scriptedHub(database, script, carrierUser);
}

describe('the unread walk of a carrier user', () => {
  it('waits for that of another company with the same user, and loses nothing', async () => {
    const second = await scriptedHub(database, quick);
    const first = await slow(() => second.read());
    await first.read();
    expect(first.asked).toHaveLength(1);
    expect(second.asked).toEqual([]);
    expect(await second.row()).toMatchObject({
      failures: 0,
      last_fault_code: null,
      last_walk_at: null,
      reread_from: null,
      lease_owner: null,
      next_read_at: new Date(NOW),
    });
    await second.read();
    expect(await second.row()).toMatchObject({ failures: 0, last_walk_at: new Date(NOW) });
    expect((await dump(database.door, second.tenantId)).parcels).toHaveLength(1);
  });

  it('waits for nobody else', async () => {
    const second = await scriptedHub(database, quick, 'somebody_else');
    const first = await slow(() => second.read());
    await first.read();
    expect(await second.row()).toMatchObject({ last_walk_at: new Date(NOW) });
  });

  it('waits no longer for one whose lease is over', async () => {
    const second = await scriptedHub(database, quick);
    const first = await slow(async () => {
      await database.door.asTenant(first.tenantId, (tx) =>
        tx
          .updateTable('subscriptions')
          .set({ lease_until: new Date(0) })
          .execute(),
      );
      await second.read();
    });
    await first.read();
    expect(await second.row()).toMatchObject({ last_walk_at: new Date(NOW) });
  });

  it('is preceded by a question by date where nobody knows the user yet', async () => {
    const second = await scriptedHub(database, quick, null);
    const first = await slow(() => second.read());
    await first.read();
    expect(second.asked.map(isByDate)).toEqual([true]);
    await second.read();
    expect(second.asked.map(isByDate)).toEqual([true, false]);
    expect(await second.row()).toMatchObject({ failures: 0, last_walk_at: new Date(NOW) });
  });
});
