import type { PlannedEvent } from '@lading/carrier/quantum-view/events';
import { eventsAt } from '@lading/carrier/quantum-view/events';
import { forms } from '@lading/carrier/quantum-view/forms';
import type { WireObject } from '@lading/carrier/quantum-view/parts';
import { recordOf } from '@lading/carrier/quantum-view/records';
import type { Shipment } from '@lading/carrier/quantum-view/shipment';
import { type EventKind, eventKinds } from '@lading/contract/quantum-view/wire';
import { type Network, parcelIn, placeOf, shipmentAt } from '../network/views.ts';
import type { Profile } from '../world/settings.ts';

/** An event of a parcel: the place of its scan, and whether it is the scan's Generic companion. */
export interface FileEvent {
  readonly parcel: number;
  readonly scan: number;
  readonly kind: EventKind;
}

/** The records of a file by kind, in the order of the wire; each kind in the order of time. */
export type FileContent = Readonly<Partial<Record<EventKind, readonly WireObject[]>>>;

/** Two numbers an event: the parcel, and its scan doubled with one more for a Generic record. */
export function packEvents(events: readonly FileEvent[]): number[] {
  return events.flatMap(({ parcel, scan, kind }) => [parcel, scan * 2 + (kind === 'Generic' ? 1 : 0)]);
}

/** Puts the records of packed events together from the network's plans. */
export function contentOf(
  network: Network,
  packed: ArrayLike<number>,
  profile: Profile = 'observed',
): FileContent {
  const records = new Map<EventKind, WireObject[]>(eventKinds.map((kind) => [kind, []]));
  const shipments = new Map<number, Shipment>();
  for (let at = 0; at + 1 < packed.length; at += 2) {
    const { kind, record } = render(network, shipments, packed[at] ?? 0, packed[at + 1] ?? 0, profile);
    records.get(kind)?.push(record);
  }
  return Object.fromEntries([...records].filter(([, list]) => list.length > 0));
}

/** Bytes of each packed event as JSON in the strict form, a separator included. */
export function sizesOf(network: Network, packed: ArrayLike<number>): number[] {
  const shipments = new Map<number, Shipment>();
  const sizes: number[] = [];
  for (let at = 0; at + 1 < packed.length; at += 2) {
    const { record } = render(network, shipments, packed[at] ?? 0, packed[at + 1] ?? 0);
    sizes.push(Buffer.byteLength(JSON.stringify(record)) + 1);
  }
  return sizes;
}

function render(
  network: Network,
  shipments: Map<number, Shipment>,
  parcelRow: number,
  code: number,
  profile: Profile = 'observed',
): { readonly kind: EventKind; readonly record: WireObject } {
  const { shipment: row, place } = placeOf(network, parcelRow);
  const shipment = shipments.get(row) ?? shipmentAt(network, row);
  shipments.set(row, shipment);
  const parcel = parcelIn(shipment, place);
  const event = eventOf(parcel.plan, code);
  return { kind: event.kind, record: recordOf(event, shipment, parcel, forms[profile]) };
}

function eventOf(plan: Shipment['parcels'][number]['plan'], code: number): PlannedEvent {
  const index = code >> 1;
  const scan = plan[index];
  const wanted = code % 2 === 1 ? 'today' : 'guide';
  const event = scan === undefined ? undefined : eventsAt(scan, index, wanted).at(-1);
  if (event === undefined) throw new RangeError(`a file names an event that no plan has: scan ${index}`);
  return event;
}
