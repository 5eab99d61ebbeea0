import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubDatabase, newCompany } from '../testing.ts';
import { findParcels, type Question } from './search.ts';
import { reading } from './store.ts';

type Database = Awaited<ReturnType<typeof hubDatabase>>;

const PARCELS = 4000;
const LIMIT = 50;

let database: Database;
let tenantId: string;

/** Parcel `n` of `PARCELS`; forty a day, the newest last. Only the oldest three hundred are delivered. The states hold
 * no more than the tests read of them. */
beforeAll(async () => {
  database = await hubDatabase();
  tenantId = await newCompany(database);
  await database.door.asTenant(tenantId, async (tx) => {
    await sql`insert into parcels (tenant_id, parcel_id, environment, tracking_number, ship_epoch, status,
        directions, shipped_on, last_event_at, updated_at)
      select ${tenantId}, gen_random_uuid(), 'sandbox', 'N' || n, 0,
        case when n <= 300 then 'delivered' else 'in-transit' end, case when n <= 5 then 2 else 1 end,
        date '2026-01-01' + n / 40, now(), now()
      from generate_series(1, ${PARCELS}::int) n`.execute(tx);
    await sql`insert into parcel_states (tenant_id, parcel_id, state)
      select tenant_id, parcel_id, json_build_object('trackingNumber', 'N' || n, 'references',
          case when n = 3500 then '[{"value":"PO003500"}]'::json else '[]'::json end,
          'consignee', json_build_object('name', case when n % 1000 = 0 then 'Rare ' else '' end || 'Side' || n % 5))
      from parcels p, lateral (select substr(p.tracking_number, 2)::int as n) as number
      where tenant_id = ${tenantId}`.execute(tx);
    await sql`insert into terms (tenant_id, term, shipped_on, parcel_id)
      select p.tenant_id, t.term, p.shipped_on, p.parcel_id from parcels p, substr(p.tracking_number, 2) as n,
        unnest(array['maple', 'po' || lpad(n, 6, '0'), case when n::int % 10 = 0 then 'po8' || lpad(n, 6, '0') end,
          case when n::int % 1000 = 0 then 'rare' end, 'side' || n::int % 5]) as t (term)
      where p.tenant_id = ${tenantId} and t.term is not null`.execute(tx);
  });
}, 120_000);

afterAll(() => database.close());

async function search(q: string, filter: Partial<Question['filter']> = {}) {
  const any: Question['filter'] = {
    tenantId,
    environment: 'sandbox',
    direction: null,
    statuses: null,
    lateAt: null,
    from: null,
    to: null,
    expectedOn: null,
    exceptionWithin: null,
  };
  const page = await reading(database.door, tenantId, (tx) =>
    findParcels(tx, { filter: { ...any, ...filter }, q }, LIMIT),
  );
  return { numbers: page.rows.map((row) => Number(row.tracking_number.slice(1))), next: page.next };
}

describe('a page of a search', () => {
  it('is full although thousands of newer parcels with the word have another status', async () => {
    const { numbers, next } = await search('maple ', { statuses: ['delivered'] });
    expect(numbers).toHaveLength(LIMIT);
    expect(Math.min(...numbers)).toBeGreaterThan(200);
    expect(next).not.toBeNull();
  });

  it('is complete although thousands of newer parcels with the word go the other way', async () => {
    const { numbers, next } = await search('maple ', { direction: 'inbound' });
    expect(numbers.sort()).toEqual([1, 2, 3, 4, 5]);
    expect(next).toBeNull();
  });

  it('ends at once where no parcel has the status', async () => {
    expect(await search('maple ', { statuses: ['returned'] })).toEqual({ numbers: [], next: null });
  });

  it('is full with the newest of an unfinished word that stands for hundreds of rare terms', async () => {
    const { numbers, next } = await search('po8');
    expect(numbers).toHaveLength(LIMIT);
    expect(numbers.every((n) => n % 10 === 0 && n > PARCELS - 600)).toBe(true);
    expect(next).not.toBeNull();
  });

  it('holds what hundreds of newer parcels hide, though the unfinished word stands for too many', async () => {
    const { numbers, next } = await search('po00');
    expect(numbers).toEqual([3500]);
    expect(next).not.toBeNull();
  });

  it.each(['rare side0 ', 'side0 rare ', 'rare side0', 'rare sid', 'side0 ra'])(
    'of "%s" holds every parcel that carries both words',
    async (q) => {
      const { numbers, next } = await search(q);
      expect(numbers).toEqual([4000, 3000, 2000, 1000]);
      expect(next).toBeNull();
    },
  );
});
