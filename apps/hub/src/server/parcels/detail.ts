import type { ParcelDetail, ParcelEvent } from '../../api/parcels.ts';
import type { Hub } from '../hub.ts';
import type { EventFacts } from '../ingestion/facts.ts';
import { readState, readStory } from '../ingestion/state.ts';
import { notFound } from '../problems.ts';
import type { EnvironmentName } from '../tables.ts';
import { type EventRow, eventsOf, parcelOf, type SourceRow, sourcesOf } from './detail-store.ts';
import { toParcelRow } from './rows.ts';

/** A parcel with its whole story, newest event first, and for each event the files that told it. */
export async function getParcel(
  hub: Hub,
  tenantId: string,
  parcelId: string,
  environment: EnvironmentName = hub.config.carrier.environment,
): Promise<ParcelDetail> {
  const { parcel, events, sources } = await hub.door.asTenant(tenantId, async (tx) => ({
    parcel: await parcelOf(tx, tenantId, parcelId, environment),
    events: await eventsOf(tx, tenantId, parcelId),
    sources: await sourcesOf(tx, tenantId, parcelId),
  }));
  if (!parcel) throw notFound('parcel');
  const state = readState(parcel.state);
  const story = readStory(parcel.progress);
  return {
    ...toParcelRow(parcel, hub.clock.now()),
    shipper: state.shipper && { ...state.shipper, lines: [...state.shipper.lines] },
    shipperNumber: state.shipperNumber,
    consignee: state.consignee && { ...state.consignee, lines: [...state.consignee.lines] },
    references: state.references.map((reference) => ({ ...reference })),
    billing: state.billing,
    dimensions: state.dimensions,
    expectedTime: story.expectedTime,
    signedBy: story.signedBy,
    deliveredTo: story.deliveredTo,
    events: events.map((event) => toEvent(event, sources)),
  };
}

function toEvent(row: EventRow, sources: readonly SourceRow[]): ParcelEvent {
  // The hub alone writes the column, from this very type.
  const facts = row.facts as EventFacts;
  return {
    eventId: row.event_id,
    kind: row.kind,
    code: row.code,
    description: facts.status ?? facts.description ?? null,
    time: {
      localAt: row.local_at,
      occurredAt: row.occurred_at.toISOString(),
      zone: row.zone,
      zoneSource: row.zone_source,
    },
    place: {
      city: facts.place?.city ?? null,
      region: facts.place?.region ?? null,
      country: facts.place?.country ?? null,
    },
    exception: exceptionOf(facts),
    signedBy: facts.signedBy ?? null,
    deliveredTo: facts.location ?? facts.driverRelease ?? null,
    sources: sources.filter((source) => source.event_id === row.event_id).map(toSource),
  };
}

/** Why something went wrong, what was done about it, and the new day; null where nothing of it was said. */
function exceptionOf(facts: EventFacts): ParcelEvent['exception'] {
  const { reasonCode, reason, resolutionCode, resolution, rescheduledOn } = facts;
  const said = [reasonCode, reason, resolutionCode, resolution, rescheduledOn];
  if (said.every((each) => each === undefined)) return null;
  return {
    reasonCode: reasonCode ?? null,
    reason: reason ?? null,
    resolutionCode: resolutionCode ?? null,
    resolution: resolution ?? null,
    rescheduledOn: rescheduledOn ?? null,
  };
}

function toSource(row: SourceRow): ParcelEvent['sources'][number] {
  return {
    fileName: row.file_name,
    subscription: row.subscription ?? '',
    source: row.source,
    receivedAt: row.received_at.toISOString(),
  };
}
