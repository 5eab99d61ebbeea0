import type { HubTables } from '@lading/hub/server/tables';
import type { Door } from '@lading/kit/db/door';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import { CITIES, FIRST, LAST, TRADE } from '../ingestion/feed.ts';
import type { Model } from './model.ts';

/** The hub's moment; every parcel was shipped in the days before it. */
export const NOW_MS = Date.parse('2026-07-01T15:00:00Z');
const TODAY = '2026-07-01';
/** However many parcels a company has, they were shipped in so many days: ten times as many, ten times a day. */
export const DAYS = 180;
/** Ten times as many parcels are ten times as many customers. */
const PARCELS_OF_A_CUSTOMER = 20;
/** So many parcels are written by one transaction, in their order of shipping, as a feed would bring them. */
const AT_ONCE = 50_000;

export interface Company {
  readonly tenantId: string;
  readonly parcels: number;
}

/** Writes a company's parcels and their terms as the serving role: set by set, because no feed could be waited for. */
export async function fill(door: Door<HubTables>, company: Company, model: Model): Promise<void> {
  for (let first = 1; first <= company.parcels; first += AT_ONCE) {
    const numbers = { first, last: Math.min(company.parcels, first + AT_ONCE - 1) };
    await door.asTenant(company.tenantId, (tx) => insert(tx, company, numbers, model));
  }
}

interface Numbers {
  readonly first: number;
  readonly last: number;
}

type Tx = Transaction<HubTables>;

/** A number from 0 below `sides` that looks drawn and is the same for parcel `n` every time. */
function draw(salt: number, sides: number): RawBuilder<number> {
  return sql`abs(hashint8extended(n, ${sql.lit(salt)}) % ${sql.lit(sides)})::int`;
}

function pick(list: readonly string[], salt: number): RawBuilder<string> {
  return sql`(${[...list]}::text[])[1 + ${draw(salt, list.length)}]`;
}

/** Status, direction and dates of parcel `n`: nearly all are delivered, the last days' are on their way. */
function drawn({ parcels }: Company, { first, last }: Numbers): RawBuilder<unknown> {
  return sql`
    select n, age, date '${sql.raw(TODAY)}' - age as shipped_on,
      case
        when age = 1 then (array['manifested', 'picked-up'])[1 + ${draw(1, 2)}]
        when age < 4 then 'in-transit'
        when age = 4 then 'out-for-delivery'
        when ${draw(2, 400)} = 0 then 'exception'
        when ${draw(3, 100)} = 0 then 'voided'
        when ${draw(4, 200)} = 0 then 'returned'
        else 'delivered'
      end as status,
      case when ${draw(5, 200)} = 0 then 4 when ${draw(6, 50)} = 0 then 3 when ${draw(7, 10)} < 3 then 2 else 1
      end as directions,
      '1ZA1B2C303' || lpad(n::text, 8, '0') as tracking_number,
      'PO-' || 4000000 + n as purchase_order,
      'INV' || 1000000 + n as invoice,
      ${pick(LAST, 9)} || ' ' || ${pick(TRADE, 10)} || ' ' || 1 + ${draw(8, parcels / PARCELS_OF_A_CUSTOMER)} as name,
      ${pick(FIRST, 11)} || ' ' || ${pick(LAST, 12)} as attention,
      ${JSON.stringify(CITIES)}::jsonb -> ${draw(13, CITIES.length)} as place
    from (
      select n, (${DAYS}::bigint - (n - 1) * ${DAYS}::bigint / ${parcels}::bigint)::int as age
      from generate_series(${first}::bigint, ${last}::bigint) n
    ) days`;
}

/** The state of parcel `n` has the model's shape; what differs from parcel to parcel is put in its place. */
function state({ state: { consignee, ...rest } }: Model): RawBuilder<unknown> {
  return sql`${JSON.stringify(rest)}::jsonb || jsonb_build_object(
    'trackingNumber', tracking_number,
    'consignee', ${JSON.stringify(consignee)}::jsonb || jsonb_build_object(
      'name', name, 'attention', attention, 'lines', jsonb_build_array(n % 9000 || ' MAIN ST'),
      'city', place->>0, 'region', place->>1, 'postalCode', place->>2, 'country', place->>3),
    'references', jsonb_build_array(
      jsonb_build_object('level', 'shipment', 'code', 'PO', 'value', purchase_order),
      jsonb_build_object('level', 'package', 'code', 'IK', 'value', invoice)))`;
}

function insertedParcels(company: Company, model: Model): RawBuilder<unknown> {
  return sql`
    insert into parcels (tenant_id, parcel_id, environment, tracking_number, ship_epoch, status, directions,
      shipped_on, expected_on, late_after, delivered_at, exception_at, last_event_at, service_code, weight_grams,
      shipper_name, consignee_name, destination_city, destination_region, destination_country,
      progress, updated_at)
    select ${company.tenantId}::uuid, parcel_id, 'sandbox', tracking_number, 0, status, directions,
      shipped_on, shipped_on + 3,
      case when age <= 4 or status = 'exception' then ${at('04:00', 4)} end,
      case when status = 'delivered' then ${at('17:00', 3)} end,
      case when status = 'exception' then ${at('15:00', 2)} end,
      ${at('16:00', 1)}, '011', 1000 + n % 20000,
      ${model.state.shipper?.name ?? null}::text, name, place->>0, place->>1, place->>3,
      ${JSON.stringify(model.progress)}::json, ${new Date(NOW_MS)}::timestamptz
    from drawn order by n`;
}

/** So many days after the ship date, at that time in UTC. */
function at(time: string, days: number): RawBuilder<Date> {
  return sql`(shipped_on + ${sql.lit(days)} + time '${sql.raw(time)}') at time zone 'UTC'`;
}

/** The parcels, their states, and every term of those in the order of the key, as the hub writes them. */
async function insert(tx: Tx, company: Company, numbers: Numbers, model: Model): Promise<void> {
  const tenant = sql`${company.tenantId}::uuid`;
  await sql`
    with drawn as materialized (
      select d.*, gen_random_uuid() as parcel_id, ${state(model)} as state from (${drawn(company, numbers)}) d
    ), parcels_written as (${insertedParcels(company, model)}), states_written as (
      insert into parcel_states (tenant_id, parcel_id, state) select ${tenant}, parcel_id, state::json from drawn
    )
    insert into terms (tenant_id, term, shipped_on, parcel_id)
    select distinct ${tenant}, lower(replace(w.word, '-', '')) collate "C", shipped_on, parcel_id
    from drawn
    cross join lateral string_to_table(concat_ws(' ', tracking_number, purchase_order,
      replace(purchase_order, '-', ' '), invoice, name, attention, place->>0,
      ${model.state.shipper?.name ?? null}::text), ' ') as w (word)
    where length(w.word) > 1
    order by 2, 3, 4`.execute(tx);
}
