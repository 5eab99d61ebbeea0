import { fileName } from '@lading/carrier/quantum-view/file-names';
import { cutSegments, packingLimits } from '@lading/carrier/quantum-view/packing';
import type { BatchEvent } from '../network/agenda.ts';
import { batchEnd, eventsOfBatch } from '../network/agenda.ts';
import type { BatchTold } from '../network/facts.ts';
import { scheduleBatch } from '../network/ship.ts';
import { networkStore } from '../network/store.ts';
import type { Network } from '../network/views.ts';
import { partyAt } from '../network/views.ts';
import type { Frozen } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { mostBytes } from './bounds.ts';
import { packEvents, sizesOf } from './files.ts';
import {
  type FileCut,
  keptFrom,
  type QuantumViewState,
  quantumViewStore,
  type Subscription,
} from './store.ts';

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

type Accounts = ReadonlyMap<string, readonly Frozen<Subscription>[]>;

/** Active subscriptions by direction and account. */
type Readers = Readonly<Record<Subscription['direction'], Accounts>>;

function readersOf({ subscriptions }: Frozen<QuantumViewState>): Readers {
  const readers = { outbound: new Map(), inbound: new Map(), 'third-party': new Map() };
  for (const subscription of subscriptions.values()) {
    if (subscription.status !== 'A') continue;
    const accounts: Map<string, Frozen<Subscription>[]> = readers[subscription.direction];
    accounts.set(subscription.account, [...(accounts.get(subscription.account) ?? []), subscription]);
  }
  return readers;
}

/**
 * Outbound: ships on the account. Inbound: comes to the account. Third party: the account pays, as consignee,
 * third party or freight collect (guide, Quantum View).
 */
function subscriptionsOf(
  network: Network,
  readers: Readers,
  { parcel, kind }: BatchEvent,
): readonly Frozen<Subscription>[] {
  const { shipments, texts } = network;
  const shipment = network.parcels.get('shipment', parcel);
  const found: Frozen<Subscription>[] = [];
  const add = (accounts: Accounts, account: string): void => {
    for (const one of accounts.get(account) ?? []) if (one.kinds.includes(kind)) found.push(one);
  };
  add(readers.outbound, texts.text(shipments.get('account', shipment)));
  const receiver = partyAt(network, shipments.get('shipTo', shipment)).account;
  if (receiver !== undefined) add(readers.inbound, receiver);
  if (shipments.get('billOption', shipment) > 1) {
    add(readers['third-party'], texts.text(shipments.get('billAccount', shipment)));
  }
  return found;
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

/**
 * Writes records only where it takes that to know whether one file holds them: a batch whose upper bound is twice a
 * file's room is too large for one in any case, and its segments are filled by the bounds.
 */
function countsOf(network: Network, events: readonly BatchEvent[], packed: readonly number[]): number[] {
  const bounds = events.map((event) => mostBytes(network, event));
  const most = bounds.reduce((sum, bytes) => sum + bytes, 0);
  const limits = { ...packingLimits, oneFileBytes: packingLimits.oneFileBytes - FILE_ROOM_BYTES };
  if (most <= limits.oneFileBytes) return [events.length];
  return cutSegments(most > 2 * limits.oneFileBytes ? bounds : sizesOf(network, packed), limits);
}

/** 1, or more where traffic of the past adds to a batch that was cut already. */
function nextSegment(state: Frozen<QuantumViewState>, subscription: string, cutAt: number): number {
  const files = state.files.get(subscription) ?? [];
  return files.reduce((count, file) => (file.at === cutAt ? count + 1 : count), 1);
}
