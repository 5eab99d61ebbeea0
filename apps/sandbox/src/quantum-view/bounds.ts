import type { EventKind } from '@lading/contract/quantum-view/wire';
import type { BatchEvent } from '../network/agenda.ts';
import { type Network, partyAt } from '../network/views.ts';

/** No record is larger without its parties, references and extras. */
const MOST_BYTES: Readonly<Record<EventKind, number>> = {
  Manifest: 1070,
  Origin: 420,
  Exception: 900,
  Delivery: 740,
  Generic: 380,
};
/** What a manifest grows by a further parcel. */
const PARCEL_BYTES = 520;
/** Names and quotes around one reference. */
const REFERENCE_BYTES = 44;

/**
 * At least the bytes of an event as JSON, and together seldom more than a quarter above: a fraction of the work of
 * writing the records.
 */
export function mostBytes(network: Network, { kind, parcel }: BatchEvent): number {
  const { shipments } = network;
  const shipment = network.parcels.get('shipment', parcel);
  const fixed =
    MOST_BYTES[kind] +
    referenceBytes(network.references[shipment] ?? '') +
    (network.extras.get(shipment)?.length ?? 0) * 2;
  if (kind === 'Origin' || kind === 'Generic') return fixed;
  const shipTo = partyAt(network, shipments.get('shipTo', shipment));
  const shipper = partyBytes(partyAt(network, shipments.get('shipper', shipment)));
  if (kind !== 'Manifest') return fixed + Math.max(partyBytes(shipTo), shipper);
  // A manifest says the receiver's name three times.
  const receiver = partyBytes(shipTo) + 2 * jsonBytes(shipTo.name);
  return fixed + shipper + receiver + (shipments.get('parcelCount', shipment) - 1) * PARCEL_BYTES;
}

/** Packed references part at tabs and line ends, which JSON writes in two characters each. */
function referenceBytes(packed: string): number {
  if (packed === '') return 0;
  let count = 1;
  for (let at = 0; at < packed.length; at += 1) if (packed.charCodeAt(at) < 32) count += 1;
  return count * REFERENCE_BYTES + jsonBytes(packed);
}

const known = new WeakMap<object, number>();

/** All texts of a party as JSON, each once. */
function partyBytes(party: object): number {
  const kept = known.get(party);
  if (kept !== undefined) return kept;
  const texts = Object.values(party).filter((value) => typeof value === 'string');
  const bytes = jsonBytes(texts);
  known.set(party, bytes);
  return bytes;
}

function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
