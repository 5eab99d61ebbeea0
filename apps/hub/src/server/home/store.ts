import { type RawBuilder, sql } from 'kysely';
import { ROW_COLUMNS, type StoredRow } from '../parcels/rows.ts';
import { isIn, type Span, type Tx } from '../parcels/store.ts';
import type { EnvironmentName } from '../tables.ts';

/** Nobody needs a number above this; counting on would cost time that grows with the company. */
export const COUNT_CAP = 1000;
const SHOWN = 5;

export interface Group {
  readonly count: number;
  readonly isCapped: boolean;
  readonly first: readonly StoredRow[];
}

export interface HomeMoment {
  readonly tenantId: string;
  readonly environment: EnvironmentName;
  readonly now: Date;
  /** The day and its bounds in the company's zone. */
  readonly today: string;
  readonly day: Span;
}

/** A bounded group: a condition that one index answers, and the order of that index. */
interface GroupQuestion {
  readonly where: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
}

/** Open parcels whose lateness has begun, the latest first. */
export function lateQuestion(moment: HomeMoment): GroupQuestion {
  return {
    where: sql`p.tenant_id = ${moment.tenantId} and ${isIn(moment.environment)} and p.late_after <= ${moment.now}`,
    order: sql`p.late_after desc, p.parcel_id desc`,
  };
}

/** Expected today and still open: `late_after` is set for open parcels alone. */
export function arrivingQuestion(moment: HomeMoment): GroupQuestion {
  return {
    where: sql`p.tenant_id = ${moment.tenantId} and ${isIn(moment.environment)} and p.expected_on = ${moment.today}::date
      and p.late_after is not null`,
    order: sql`p.expected_on`,
  };
}

/** Exceptions that happened today. */
export function exceptionQuestion(moment: HomeMoment): GroupQuestion {
  return {
    where: sql`p.tenant_id = ${moment.tenantId} and ${isIn(moment.environment)} and p.exception_at >= ${moment.day.start}
      and p.exception_at < ${moment.day.end}`,
    order: sql`p.exception_at desc`,
  };
}

const columns = sql.join(ROW_COLUMNS.map((column) => sql.ref(`p.${column}`)));

export function firstStatement({ where, order }: GroupQuestion): RawBuilder<StoredRow> {
  return sql<StoredRow>`select ${columns} from parcels p where ${where} order by ${order} limit ${SHOWN}`;
}

export function countStatement({ where }: GroupQuestion): RawBuilder<{ n: number }> {
  return sql<{ n: number }>`select count(*)::int as n
    from (select 1 from parcels p where ${where} limit ${COUNT_CAP + 1}) counted`;
}

export async function readGroup(tx: Tx, question: GroupQuestion): Promise<Group> {
  const first = (await firstStatement(question).execute(tx)).rows;
  const counted = (await countStatement(question).execute(tx)).rows[0]?.n ?? 0;
  return { count: Math.min(counted, COUNT_CAP), isCapped: counted > COUNT_CAP, first };
}

/** Every subscription of the environment that is being read, with its integration's standing. */
export function freshnessRows(tx: Tx, tenantId: string, environment: EnvironmentName) {
  return tx
    .selectFrom('subscriptions as s')
    .innerJoin('integrations as i', (join) =>
      join.onRef('i.tenant_id', '=', 's.tenant_id').onRef('i.integration_id', '=', 's.integration_id'),
    )
    .select(['s.name', 's.last_walk_at', 's.last_new_data_at', 's.failures'])
    .select(['s.last_fault_code', 's.last_fault_message', 's.last_fault_at'])
    .select(['i.name as integration_name', 'i.environment', 'i.status'])
    .where('s.tenant_id', '=', tenantId)
    .where('i.environment', '=', environment)
    .where('s.removed_at', 'is', null)
    .where('i.removed_at', 'is', null)
    .where('i.status', '<>', 'pending')
    .orderBy('i.name')
    .orderBy('s.position')
    .execute();
}
