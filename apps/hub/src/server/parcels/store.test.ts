import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { momentOf } from '../home/service.ts';
import {
  arrivingQuestion,
  countStatement,
  exceptionQuestion,
  firstStatement,
  lateQuestion,
} from '../home/store.ts';
import { hubDatabase, newCompany } from '../testing.ts';
import {
  beginningStatement,
  keysStatement,
  lateStatement,
  listStatement,
  type ParcelFilter,
  pageOfParcels,
  positionOf,
  reading,
  rowsStatement,
  termsStatement,
} from './store.ts';

type Database = Awaited<ReturnType<typeof hubDatabase>>;

const PARCELS = 20_000;
const statuses = ['manifested', 'picked-up', 'in-transit', 'out-for-delivery', 'exception', 'delivered'];

let database: Database;
let tenantId: string;
let any: ParcelFilter;
let late: ParcelFilter;

beforeAll(async () => {
  database = await hubDatabase();
  tenantId = await newCompany(database);
  await newCompany(database);
  any = {
    tenantId,
    environment: 'sandbox',
    direction: null,
    statuses: null,
    lateAt: null,
    from: null,
    to: null,
    expectedOn: null,
    exceptionWithin: null,
    after: null,
  };
  late = { ...any, lateAt: new Date('2026-03-01T15:00:00Z') };
  await database.door.asTenant(tenantId, async (tx) => {
    await sql`insert into parcels (tenant_id, parcel_id, environment, tracking_number, ship_epoch, status,
        directions, shipped_on, expected_on, late_after, exception_at, last_event_at, updated_at)
      select ${tenantId}, gen_random_uuid(), 'sandbox', '1Z' || lpad(n::text, 16, '0'), 0,
        (${[...statuses]}::text[])[1 + n % 6], 1 + (n % 3 = 0)::int, date '2026-01-01' + n % 90,
        date '2026-01-03' + n % 90,
        case when n % 6 <> 5 and n % 40 = 0 then timestamptz '2026-01-04' + (n % 90) * interval '1 day' end,
        case when n % 50 = 0 then timestamptz '2026-01-02' + (n % 90) * interval '1 day' end,
        now(), now()
      from generate_series(1, ${PARCELS}::int) n`.execute(tx);
    await sql`insert into terms (tenant_id, term, shipped_on, parcel_id)
      select tenant_id, lower(tracking_number), shipped_on, parcel_id from parcels where tenant_id = ${tenantId}
      union all
      select tenant_id, 'city' || (substr(tracking_number, 12)::int % 40), shipped_on, parcel_id
      from parcels where tenant_id = ${tenantId}`.execute(tx);
  });
}, 120_000);

afterAll(() => database.close());

async function planOf(statement: RawBuilder<unknown>): Promise<string> {
  return reading(database.door, tenantId, async (tx) => {
    const lines = (await sql<Record<string, string>>`explain ${statement}`.execute(tx)).rows;
    return lines.map((line) => Object.values(line).join()).join('\n');
  });
}

const key = { shippedOn: '2026-02-01', parcelId: '0190a5d0-0000-7000-8000-000000000001' };
const moment = () => momentOf(tenantId, 'sandbox', 'America/Toronto', Date.parse('2026-03-01T15:00:00Z'));

describe('the statements of the parcel list, as the serving role at 20,000 parcels', () => {
  it.each<[string, () => RawBuilder<unknown>]>([
    ['the plain list', () => listStatement(any, 51)],
    ['a later page', () => listStatement({ ...any, after: key }, 51)],
    ['one status', () => listStatement({ ...any, statuses: ['exception'] }, 51)],
    ['the open statuses', () => listStatement({ ...any, statuses: statuses.slice(0, 5) }, 51)],
    ['one direction', () => listStatement({ ...any, direction: 'inbound' }, 51)],
    ['an absent direction', () => listStatement({ ...any, direction: 'third-party' }, 51)],
    ['ship dates', () => listStatement({ ...any, from: '2026-02-01', to: '2026-02-02' }, 51)],
    ['an expected day', () => listStatement({ ...any, expectedOn: '2026-02-02' }, 51)],
    ['the exceptions of a day', () => listStatement({ ...any, exceptionWithin: moment().day }, 51)],
    ['the late ones', () => lateStatement(late, null, 51)],
    [
      'a later page of the late ones',
      () => lateStatement(late, { lateAfter: '2026-02-01T00:00:00Z', parcelId: key.parcelId }, 51),
    ],
    ['the terms of an unfinished word', () => termsStatement(tenantId, 'city1', 200)],
    ['the parcels of an unfinished word', () => beginningStatement({ ...any, after: key }, 'city1', 400)],
    ['the parcels of a word', () => keysStatement(any, ['city7'], 400)],
    [
      'the parcels of several words, later page',
      () => keysStatement({ ...any, after: key }, ['city1', 'city2'], 400),
    ],
    [
      'the rows of found parcels',
      () => rowsStatement({ ...any, direction: 'inbound' }, Array(400).fill(key), [['city7']], 'state'),
    ],
    ['home: late', () => firstStatement(lateQuestion(moment()))],
    ['home: late, counted', () => countStatement(lateQuestion(moment()))],
    ['home: arriving today', () => firstStatement(arrivingQuestion(moment()))],
    ['home: arriving today, counted', () => countStatement(arrivingQuestion(moment()))],
    ['home: exceptions today', () => firstStatement(exceptionQuestion(moment()))],
    ['home: exceptions today, counted', () => countStatement(exceptionQuestion(moment()))],
  ])('%s reads no table from end to end', async (_name, statement) => {
    const plan = await planOf(statement());
    expect(plan).not.toMatch(/Seq Scan on (parcels|terms)|Bitmap/);
    expect(plan).toMatch(/Index (Only )?Scan/);
  });
});

describe('a list in the order of an index', () => {
  it.each<[string, () => RawBuilder<unknown>, string]>([
    ['the plain list', () => listStatement(any, 51), 'parcels_by_ship_date'],
    ['one status', () => listStatement({ ...any, statuses: ['delivered'] }, 51), 'parcels_in_order'],
    [
      'the open ones',
      () => listStatement({ ...any, statuses: statuses.slice(0, 5) }, 51),
      'parcels_in_order',
    ],
    ['one direction', () => listStatement({ ...any, direction: 'inbound' }, 51), 'parcels_in_order'],
    [
      'one status of a direction',
      () => listStatement({ ...any, direction: 'third-party', statuses: ['delivered'] }, 51),
      'parcels_in_order',
    ],
    ['the late ones', () => lateStatement(late, null, 51), 'parcels_by_lateness'],
    [
      'an expected day',
      () => listStatement({ ...any, expectedOn: '2026-02-02' }, 51),
      'parcels_by_expectation',
    ],
  ])('%s reads ranges that are not sorted: each stops after a page', async (_name, statement, index) => {
    const plan = await planOf(statement());
    const range = plan.slice(plan.lastIndexOf('Limit'));
    expect(range).toContain(`using ${index}`);
    expect(range).not.toContain('Sort');
  });
});

describe('the exceptions of a day', () => {
  it.each<[string, Partial<ParcelFilter>]>([
    ['alone', {}],
    ['a later page', { after: key }],
    ['with a direction and statuses', { direction: 'inbound', statuses: ['exception', 'delivered'] }],
  ])('are gathered from their own index: %s', async (_name, more) => {
    const plan = await planOf(listStatement({ ...any, exceptionWithin: moment().day, ...more }, 51));
    expect(plan).toContain('using parcels_by_exception');
  });
});

describe('the order of the parcel list', () => {
  it('walks every parcel once, newest ship date first, whatever the page size', async () => {
    const filter = { ...any, statuses: ['exception', 'delivered'] };
    const seen: string[] = [];
    let after: ParcelFilter['after'] = null;
    for (;;) {
      const page = await database.door.asTenant(tenantId, (tx) =>
        pageOfParcels(tx, { ...filter, after }, 997),
      );
      seen.push(...page.map((row) => `${row.shipped_on} ${row.parcel_id}`));
      const last = page.at(-1);
      if (!last) break;
      after = positionOf(last);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual([...seen].sort().reverse());
    expect(seen.length).toBe(
      Array.from({ length: PARCELS }, (_, i) => (i + 1) % 6).filter((n) => n > 3).length,
    );
  });

  it('shows nothing of another company', async () => {
    const other = await newCompany(database);
    const page = await database.door.asTenant(other, (tx) => pageOfParcels(tx, any, 10));
    expect(page).toEqual([]);
  });
});
