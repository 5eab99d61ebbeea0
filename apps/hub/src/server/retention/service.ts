import type { MonthsChanged, MonthsOrder } from '@lading/kit/db/months';
import { theHub, writeAudit } from '../audit/store.ts';
import type { Hub } from '../hub.ts';
import { LIFE_GAP_DAYS } from '../ingestion/lives.ts';
import { type Kept, keepingOf, wantedMonths } from './days.ts';
import { daysOfCompanies, deleteAnswers, deleteParcels, deleteParts, giveUpFaults, SLICE } from './store.ts';

/** What retention needs of the hub and its store. */
export type Retaining = Pick<Hub, 'door' | 'clock' | 'ids' | 'log'> & {
  readonly keepMonths: (order: MonthsOrder) => Promise<MonthsChanged>;
};

const ANSWERS = { name: 'raw_answers', key: 'received_at' } as const;
const EVENTS = { name: 'events', key: 'local_at' } as const;

/** Before every month there is. */
const NO_MONTH = '0000-01';

/**
 * Makes the months around now, and detaches those past every company's days. Rows that came before their month was
 * made move into it.
 * @throws what the store throws, for one when it was too busy; the default partition takes what comes meanwhile.
 */
export async function keepMonths(
  hub: Retaining,
  kept: { raw: string; events: string },
): Promise<MonthsChanged> {
  const changed = await hub.keepMonths({
    wanted: wantedMonths(hub.clock.now()),
    tables: [
      { table: ANSWERS, keepFrom: kept.raw },
      { table: EVENTS, keepFrom: kept.events },
    ],
  });
  if (changed.made.length > 0) hub.log.info({ made: changed.made }, 'months of the store were made');
  if (changed.archived.length > 0)
    hub.log.info({ archived: changed.archived }, 'months past every company’s days went to the archive');
  return changed;
}

/** The months alone, without taking anything away: at the start of a hub. */
export async function makeMonths(hub: Retaining): Promise<void> {
  await keepMonths(hub, { raw: NO_MONTH, events: NO_MONTH });
}

/**
 * First the months that no company keeps go to the archive, whole; then each company's expired rows are deleted as
 * that company, slice by slice. May be broken off at any slice: the next run goes on.
 */
export async function retain(hub: Retaining, signal: AbortSignal): Promise<void> {
  const { months, companies } = keepingOf(await daysOfCompanies(hub.door), hub.clock.now());
  const kept = { raw: months?.rawFrom ?? NO_MONTH, events: months?.eventsFrom ?? NO_MONTH };
  // A store too busy to detach a month must not keep every company's rows; the next run tries again.
  await keepMonths(hub, kept).catch((err: unknown) => hub.log.warn({ err }, 'the months could not be kept'));
  for (const [tenantId, own] of companies) {
    if (signal.aborted) return;
    await retainCompany(hub, tenantId, own, signal);
  }
}

type Slice = (tx: Parameters<typeof deleteAnswers>[0]) => Promise<number>;

async function retainCompany(
  hub: Retaining,
  tenantId: string,
  kept: Kept,
  signal: AbortSignal,
): Promise<void> {
  const { rawFrom, eventsFrom } = kept;
  const all = async (slice: Slice): Promise<number> => {
    let count = 0;
    for (let last = SLICE; last === SLICE && !signal.aborted; count += last) {
      last = await hub.door.asTenant(tenantId, slice);
    }
    return count;
  };
  const deleted = {
    rawAnswers: await all((tx) => deleteAnswers(tx, tenantId, rawFrom)),
    parcels: await all((tx) => deleteParcels(tx, tenantId, eventsFrom)),
    fileParts: await all((tx) => deleteParts(tx, tenantId, ledgerFrom(eventsFrom))),
    faultsGivenUp: await hub.door.asTenant(tenantId, (tx) => giveUpFaults(tx, tenantId, rawFrom)),
  };
  if (Object.values(deleted).every((count) => count === 0)) return;
  hub.log.info({ tenantId, ...deleted }, 'a company’s expired rows were deleted');
  await hub.door.asTenant(tenantId, (tx) =>
    writeAudit(tx, {
      ...{ tenantId, entryId: hub.ids.uuid(), at: new Date(hub.clock.now()), actor: theHub },
      ...{ action: 'company.retain', subject: tenantId, after: { ...deleted, rawFrom, eventsFrom } },
    }),
  );
}

/** A parcel that is kept may have been told of before its last event; the file's name is its evidence. */
function ledgerFrom(eventsFrom: Date): Date {
  return new Date(eventsFrom.getTime() - LIFE_GAP_DAYS * 86_400_000);
}
