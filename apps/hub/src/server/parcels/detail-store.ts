import { type RawBuilder, sql } from 'kysely';
import type { EnvironmentName } from '../tables.ts';
import { ROW_COLUMNS } from './rows.ts';
import type { Tx } from './store.ts';

export function parcelOf(tx: Tx, tenantId: string, parcelId: string, environment: EnvironmentName) {
  return tx
    .selectFrom('parcels as p')
    .innerJoin('parcel_states as s', (join) =>
      join.onRef('s.tenant_id', '=', 'p.tenant_id').onRef('s.parcel_id', '=', 'p.parcel_id'),
    )
    .select([...ROW_COLUMNS.map((column) => `p.${column}` as const), 's.state', 'p.progress'])
    .where('p.tenant_id', '=', tenantId)
    .where('p.parcel_id', '=', parcelId)
    .where('p.environment', '=', environment)
    .executeTakeFirst();
}

/** The months in which its events lie; two days make up for local times and their zones. */
function inItsMonths(tenantId: string, parcelId: string) {
  const at = (edge: RawBuilder<unknown>) =>
    sql`(select ${edge} from parcels where tenant_id = ${tenantId} and parcel_id = ${parcelId})`;
  return sql<boolean>`local_at >= ${at(sql`first_on - 2`)}
    and local_at < ${at(sql`(last_event_at at time zone 'UTC') + interval '2 days'`)}`;
}

export function eventsOf(tx: Tx, tenantId: string, parcelId: string) {
  return tx
    .selectFrom('events')
    .select(['event_id', 'kind', 'code', 'local_at', 'zone', 'zone_source', 'occurred_at', 'facts'])
    .where('tenant_id', '=', tenantId)
    .where('parcel_id', '=', parcelId)
    .where(inItsMonths(tenantId, parcelId))
    .orderBy('occurred_at', 'desc')
    .orderBy('local_at', 'desc')
    .orderBy('ordinal', 'desc')
    .orderBy('event_id')
    .execute();
}

/** Which file of which subscription told each event, the first to arrive first. */
export function sourcesOf(tx: Tx, tenantId: string, parcelId: string) {
  return tx
    .selectFrom('event_sources as e')
    .innerJoin('file_parts as f', (join) =>
      join.onRef('f.tenant_id', '=', 'e.tenant_id').onRef('f.part_id', '=', 'e.part_id'),
    )
    .leftJoin('subscriptions as s', (join) =>
      join.onRef('s.tenant_id', '=', 'f.tenant_id').onRef('s.subscription_id', '=', 'f.subscription_id'),
    )
    .select(['e.event_id', 'f.file_name', 'f.source', 'f.received_at', 's.name as subscription'])
    .where('e.tenant_id', '=', tenantId)
    .where('e.parcel_id', '=', parcelId)
    .orderBy('f.received_at')
    .orderBy('f.file_name')
    .execute();
}

export type EventRow = Awaited<ReturnType<typeof eventsOf>>[number];
export type SourceRow = Awaited<ReturnType<typeof sourcesOf>>[number];
