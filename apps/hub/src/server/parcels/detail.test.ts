import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParcelDetail, ParcelList } from '../../api/parcels.ts';
import { file, manifest, newFeed, scan, tell } from '../ingestion/testing.ts';
import { Browser, type HubDatabase, hubDatabase, newCompany, newPerson, testHub } from '../testing.ts';

let database: HubDatabase;
beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

describe('the page of a parcel', () => {
  it('shows every event that is kept, also those whose file the ledger no longer knows', async () => {
    const tenantId = await newCompany(database);
    const { email } = await newPerson(database, { memberships: [{ tenantId, role: 'user' }] });
    const feed = await newFeed(database.door, tenantId, { name: 'Outbound' });
    const both = scan('1Z1', '20260303', '080000');
    await tell(
      database.door,
      feed,
      file('260302_170000001', { Manifest: [manifest(['1Z1'], '20260302')], Origin: [both] }),
    );
    await tell(database.door, feed, file('260303_090000001', { Origin: [both] }));
    await database.door.asTenant(tenantId, (tx) =>
      sql`delete from file_parts where file_name = '260302_170000001'`.execute(tx),
    );
    const browser = new Browser((await testHub(database)).app);
    await browser.signIn(email);
    const { parcels }: ParcelList = (await browser.send('GET', '/api/v1/parcels')).json();
    const answer = await browser.send('GET', `/api/v1/parcels/${parcels[0]?.parcelId}`);
    const { events }: ParcelDetail = answer.json();
    expect(events.map(({ kind, sources }) => [kind, sources.map(({ fileName }) => fileName)])).toEqual([
      ['origin', ['260303_090000001']],
      ['manifest', []],
    ]);
  });
});
