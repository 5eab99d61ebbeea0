import { visitPlan } from '@lading/carrier/network/plan';
import { eventsAt, isTold, type PlannedEvent } from '@lading/carrier/quantum-view/events';
import { facts } from '@lading/contract/quantum-view/facts';
import type { Frozen } from '../world/store.ts';
import type { NetworkState } from './state.ts';

/** Length of a batch: events of the same half hour are told together. */
export const BATCH_MS = facts.batchMinutes.guide.value * 60_000;

/** The moment kind at which a batch is told; its key is the batch. */
export const BATCH_DUE = 'quantum-view-batch';

type Agenda = Pick<NetworkState, 'agenda' | 'parcels' | 'plans'>;
type SeenAgenda = Frozen<Agenda>;

/** The batch that an instant belongs to. */
export function batchOf(at: number): number {
  return Math.floor(at / BATCH_MS);
}

/** The instant at which a batch is told, in UTC milliseconds. */
export function batchEnd(batch: number): number {
  return (batch + 1) * BATCH_MS;
}

/** One event that a batch tells. */
export interface BatchEvent extends PlannedEvent {
  readonly parcel: number;
}

/** All events of a batch in a total order: time, parcel, place in the plan. */
export function eventsOfBatch(state: SeenAgenda, batch: number): BatchEvent[] {
  const end = batchEnd(batch);
  const events: BatchEvent[] = [];
  for (const parcel of waitingParcels(state, batch)) {
    const told = state.parcels.get('told', parcel);
    visitPlan(state.plans[parcel] ?? '', (kind, at, facility, detail, index) => {
      if (at >= end) return false;
      if (index < told || !isTold(kind)) return true;
      const scan = { kind, at, facility, detail };
      for (const event of eventsAt(scan, index, 'today')) events.push({ ...event, parcel });
      return true;
    });
  }
  return events.sort((one, two) => one.at - two.at || one.parcel - two.parcel || one.scan - two.scan);
}

/** Moves every parcel of a told batch on to the batch of its next event. */
export function passBatch(state: Agenda, batch: number): void {
  const passed = waitingParcels(state, batch);
  state.agenda.delete(batch);
  for (const parcel of passed) {
    state.parcels.set('told', parcel, scansBefore(state.plans[parcel] ?? '', batchEnd(batch)));
    enter(state, parcel);
  }
}

/** How many scans of a packed plan lie before an instant. */
export function scansBefore(plan: string, end: number): number {
  let count = 0;
  visitPlan(plan, (_kind, at) => {
    if (at >= end) return false;
    count += 1;
    return true;
  });
  return count;
}

/** Puts a parcel where its next event will be told; called again when its plan changes. */
export function enter(state: Agenda, parcel: number): void {
  const batch = nextBatch(state.plans[parcel] ?? '', state.parcels.get('told', parcel));
  if (batch === state.parcels.get('batch', parcel) && state.agenda.get(batch)?.includes(parcel)) return;
  state.parcels.set('batch', parcel, batch);
  if (batch === 0) return;
  const waiting = state.agenda.get(batch);
  if (waiting === undefined) state.agenda.set(batch, [parcel]);
  else waiting.push(parcel);
}

/** The batch of the first event after the scans that were told; 0 for none. */
function nextBatch(plan: string, told: number): number {
  let batch = 0;
  visitPlan(plan, (kind, at, _facility, _detail, index) => {
    if (index < told || !isTold(kind)) return true;
    batch = batchOf(at);
    return false;
  });
  return batch;
}

/** Whether this parcel was the first to wait for its batch, so that the batch has to be scheduled. */
export function opensBatch(state: SeenAgenda, parcel: number): boolean {
  const batch = state.parcels.get('batch', parcel);
  return batch > 0 && state.agenda.get(batch)?.[0] === parcel;
}

/** The parcels whose next event is in this batch; others may have left it when their plan changed. */
function waitingParcels(state: SeenAgenda, batch: number): number[] {
  const listed = state.agenda.get(batch) ?? [];
  return [...new Set(listed)].filter((parcel) => state.parcels.get('batch', parcel) === batch);
}
