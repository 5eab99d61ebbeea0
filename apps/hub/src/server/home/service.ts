import { Temporal } from 'temporal-polyfill';
import type { Home } from '../../api/parcels.ts';
import type { Hub } from '../hub.ts';
import { toFault } from '../integrations/shapes.ts';
import { toParcelRow } from '../parcels/rows.ts';
import { reading } from '../parcels/store.ts';
import type { EnvironmentName } from '../tables.ts';
import { boundsOfDay } from '../zones.ts';
import {
  arrivingQuestion,
  exceptionQuestion,
  freshnessRows,
  type Group,
  type HomeMoment,
  lateQuestion,
  readGroup,
} from './store.ts';

/** A subscription that was not walked to its end for this long is stale: the first alarm's age. */
export const STALE_AFTER_MS = 3_600_000;

/** Today in a company's zone, with its first instant and the next day's. */
export function momentOf(
  tenantId: string,
  environment: EnvironmentName,
  zone: string,
  nowMs: number,
): HomeMoment {
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
  return {
    tenantId,
    environment,
    now: new Date(nowMs),
    today,
    day: boundsOfDay(today, zone),
  };
}

/** What a person wants first: what is late, what comes today, what went wrong, and whether the feed is fresh. */
export async function readHome(
  hub: Hub,
  company: { tenantId: string; zone: string },
  environment: EnvironmentName = hub.config.carrier.environment,
): Promise<Home> {
  const nowMs = hub.clock.now();
  const moment = momentOf(company.tenantId, environment, company.zone, nowMs);
  return reading(hub.door, company.tenantId, async (tx) => {
    const late = await readGroup(tx, lateQuestion(moment));
    const arriving = await readGroup(tx, arrivingQuestion(moment));
    const exceptions = await readGroup(tx, exceptionQuestion(moment));
    const rows = await freshnessRows(tx, company.tenantId, environment);
    return {
      today: moment.today,
      late: toGroup(late, nowMs),
      arrivingToday: toGroup(arriving, nowMs),
      exceptionsToday: toGroup(exceptions, nowMs),
      freshness: rows.map((row) => toFreshness(row, nowMs)),
      isConnected: rows.length > 0,
    };
  });
}

function toGroup(group: Group, nowMs: number): Home['late'] {
  return { ...group, first: group.first.map((row) => toParcelRow(row, nowMs)) };
}

type FreshnessRow = Awaited<ReturnType<typeof freshnessRows>>[number];

function toFreshness(row: FreshnessRow, nowMs: number): Home['freshness'][number] {
  return {
    subscription: row.name,
    integration: row.integration_name,
    environment: row.environment,
    lastWalkAt: row.last_walk_at?.toISOString() ?? null,
    lastNewDataAt: row.last_new_data_at?.toISOString() ?? null,
    state: freshnessState(row, nowMs),
    lastFault: row.failures > 0 ? toFault(row) : null,
  };
}

/** The worst truth first: a dead authorization, then a gap, then faults that have not made a gap yet. */
export function freshnessState(
  row: Pick<FreshnessRow, 'status' | 'last_walk_at' | 'failures'>,
  nowMs: number,
): Home['freshness'][number]['state'] {
  if (row.status === 'reauthorization-required') return 'reauthorization-required';
  if (row.failures > 0) return 'failing';
  if (row.last_walk_at === null) return 'never';
  return nowMs - row.last_walk_at.getTime() > STALE_AFTER_MS ? 'stale' : 'fresh';
}
