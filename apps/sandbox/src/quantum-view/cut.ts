import { fileName } from '@lading/carrier/quantum-view/file-names';
import { cutSegments, packingLimits } from '@lading/carrier/quantum-view/packing';
import type { EventKind } from '@lading/contract/quantum-view/wire';
import type { BatchEvent } from '../network/agenda.ts';
import { batchEnd, eventsOfBatch } from '../network/agenda.ts';
import type { BatchTold } from '../network/facts.ts';
import { scheduleBatch } from '../network/ship.ts';
import { networkStore } from '../network/store.ts';
import type { Network } from '../network/views.ts';
import { partyAt } from '../network/views.ts';
import type { Frozen } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { packEvents, sizesOf } from './files.ts';
import {
  type FileCut,
  keptFrom,
  type QuantumViewState,
  quantumViewStore,
  type Subscription,
} from './store.ts';

/** No record without references is larger, and no manifest grows by more a parcel. */
const MOST_BYTES: Readonly<Record<EventKind, number>> = {
  Manifest: 1900,
  Origin: 500,
  Exception: 1400,
  Delivery: 1400,
  Generic: 600,
};
const MOST_BYTES_PER_PARCEL = 1000;
/** A packed reference is at least four characters long and grows to at most so many times that. */
const REFERENCE_GROWTH = 14;
/** What a file needs around its records. */
const FILE_ROOM_BYTES = 400;

/**
 * Cuts the files of one batch: for each active subscription one file with what it should see, or several segments
 * where one would be too large. Then the parcels move on to their next events.
 */
export function cutBatch(world: World, key: string): void {
  const batch = Number(key);
  const network = world.state(networkStore);
  const waiting = [...(network.agenda.get(batch) ?? [])];
  if (waiting.length === 0) return;
  const cutAt = batchEnd(batch);
  const isKept = cutAt >= keptFrom(world.now());
  const files = isKept ? filesOf(world, eventsOfBatch(network, batch), cutAt) : [];
  const told: BatchTold = { type: 'batch-told', batch };
  world.record(...files, told);
  for (const parcel of waiting) scheduleBatch(world, parcel);
}

function filesOf(world: World, events: readonly BatchEvent[], cutAt: number): FileCut[] {
  const network = world.state(networkStore);
  const state = world.state(quantumViewStore);
  const readers = readersOf(state);
  const wanted = new Map<Frozen<Subscription>, BatchEvent[]>();
  for (const event of events) {
    if (event.kind === 'Generic' && world.rules === 'guide') continue;
    for (const subscription of subscriptionsOf(network, readers, event)) {
      const list = wanted.get(subscription) ?? [];
      wanted.set(subscription, list);
      list.push(event);
    }
  }
  return [...wanted].flatMap(([subscription, seen]) => segmentsOf(network, state, subscription, seen, cutAt));
}

/** Active subscriptions by direction and account. */
type Readers = ReadonlyMap<string, readonly Frozen<Subscription>[]>;

function readersOf({ subscriptions }: Frozen<QuantumViewState>): Readers {
  const readers = new Map<string, Frozen<Subscription>[]>();
  for (const subscription of subscriptions.values()) {
    if (subscription.status !== 'A') continue;
    const key = readerKey(subscription.direction, subscription.account);
    readers.set(key, [...(readers.get(key) ?? []), subscription]);
  }
  return readers;
}

function readerKey(direction: Subscription['direction'], account: string): string {
  return `${direction} ${account}`;
}

/**
 * Outbound: ships on the account. Inbound: comes to the account. Third party: the account pays, as consignee,
 * third party or freight collect (guide, Quantum View).
 */
function* subscriptionsOf(
  network: Network,
  readers: Readers,
  event: BatchEvent,
): Iterable<Frozen<Subscription>> {
  const shipment = network.parcels.get('shipment', event.parcel);
  const { shipments, texts } = network;
  const receiver = partyAt(network, shipments.get('shipTo', shipment)).account;
  const keys = [readerKey('outbound', texts.text(shipments.get('account', shipment)))];
  if (receiver !== undefined) keys.push(readerKey('inbound', receiver));
  if (shipments.get('billOption', shipment) > 1) {
    keys.push(readerKey('third-party', texts.text(shipments.get('billAccount', shipment))));
  }
  for (const key of keys) {
    for (const subscription of readers.get(key) ?? []) {
      if (subscription.kinds.includes(event.kind)) yield subscription;
    }
  }
}

function segmentsOf(
  network: Network,
  state: Frozen<QuantumViewState>,
  subscription: Frozen<Subscription>,
  events: readonly BatchEvent[],
  cutAt: number,
): FileCut[] {
  const packed = packEvents(events);
  const first = nextSegment(state, subscription.number, cutAt);
  let start = 0;
  return countsOf(network, events, packed).map((count, index) => {
    const part = packed.slice(start * 2, (start + count) * 2);
    start += count;
    return {
      type: 'file-cut',
      subscription: subscription.number,
      name: fileName({ at: cutAt, segment: first + index }),
      cutAt,
      events: part,
    };
  });
}

/** Measures only batches that could be too large for one file. */
function countsOf(network: Network, events: readonly BatchEvent[], packed: readonly number[]): number[] {
  const most = events.reduce((sum, event) => sum + mostBytes(network, event), 0);
  const limits = { ...packingLimits, oneFileBytes: packingLimits.oneFileBytes - FILE_ROOM_BYTES };
  return most <= limits.oneFileBytes ? [events.length] : cutSegments(sizesOf(network, packed), limits);
}

function mostBytes(network: Network, { kind, parcel }: BatchEvent): number {
  const shipment = network.parcels.get('shipment', parcel);
  const references = (network.references[shipment]?.length ?? 0) * REFERENCE_GROWTH;
  const extras = (network.extras.get(shipment)?.length ?? 0) * 2;
  const parcels =
    kind === 'Manifest' ? network.shipments.get('parcelCount', shipment) * MOST_BYTES_PER_PARCEL : 0;
  return MOST_BYTES[kind] + references + extras + parcels;
}

/** 1, or more where traffic of the past adds to a batch that was cut already. */
function nextSegment(state: Frozen<QuantumViewState>, subscription: string, cutAt: number): number {
  const files = state.files.get(subscription) ?? [];
  return files.reduce((count, file) => (file.at === cutAt ? count + 1 : count), 1);
}
