import { quantumViewErrors } from '@lading/contract/quantum-view/codes';
import { facts } from '@lading/contract/quantum-view/facts';
import type { Client } from '@lading/sdk/client';
import { isCarrierFault } from '@lading/sdk/errors';
import type { FileSeen, QuantumViewItem } from '@lading/sdk/quantum-view/answer';
import { type CarrierTrouble, troubleOf } from '../carrier/faults.ts';
import { keepable } from '../carrier/words.ts';

/** What one subscription answered when it was read by date. */
export interface SubscriptionProbe {
  readonly name: string;
  readonly outcome: 'found' | 'not-found' | 'inactive' | 'failed';
  readonly carrierStatus: string | null;
  readonly carrierNumber: string | null;
  /** Counted up to a bound: the first records are proof enough. */
  readonly files: number;
  readonly records: number;
  readonly firstTrackingNumbers: readonly string[];
  readonly fault: CarrierTrouble | null;
  readonly isTokenRefused: boolean;
}

export interface ProbeOptions {
  readonly accessToken: string;
  readonly name: string;
  readonly nowMs: number;
  readonly signal: AbortSignal;
}

const DAY_MS = 86_400_000;
/** The carrier's clock may run ahead of ours: the oldest moment is left out by this much. */
const MARGIN_MS = 10 * 60_000;
const BOUNDS = { files: 20, trackingNumbers: 5 } as const;
const LONGEST = { status: 10, number: 40, trackingNumber: 50 } as const;

/** Codes that say there is no such subscription for the person who authorized. */
const NOT_FOUND: ReadonlySet<string> = new Set([
  quantumViewErrors.subscriptionNameInvalid.code,
  quantumViewErrors.noActiveSubscription.code,
]);

/** Reads the last seven days of one subscription by date, which leaves unread what is unread. Never throws. */
export async function probeSubscription(client: Client, options: ProbeOptions): Promise<SubscriptionProbe> {
  const { accessToken, name, nowMs, signal } = options;
  const from = new Date(nowMs - facts.keptDays.today.value * DAY_MS + MARGIN_MS);
  const items: QuantumViewItem[] = [];
  try {
    const walk = client.quantumView.files(
      { names: [name], from, to: new Date(nowMs) },
      { access: { kind: 'token', accessToken }, signal },
    );
    for await (const item of walk) {
      items.push(item);
      if (items.filter((each) => each.kind === 'file').length >= BOUNDS.files) break;
    }
  } catch (error) {
    return refusedProbe(name, error);
  }
  return readProbe(name, items);
}

/** What the items of a walk say about the subscription of that name. */
export function readProbe(name: string, items: readonly QuantumViewItem[]): SubscriptionProbe {
  const files = items.filter((item) => item.kind === 'file');
  const seen = items.find((item) => item.kind === 'subscription' && item.name === name);
  const status = seen?.kind === 'subscription' ? seen.status : null;
  const isInactive = items.some(
    (item) => item.kind === 'warning' && item.code === quantumViewErrors.subscriptionsInactive.code,
  );
  return {
    name,
    outcome: isInactive ? 'inactive' : outcomeOf(status),
    carrierStatus: status === null ? null : keepable(status, LONGEST.status),
    carrierNumber: seen?.kind === 'subscription' ? keepable(seen.number, LONGEST.number) : null,
    files: files.length,
    records: files.reduce((sum, file) => sum + countRecords(file), 0),
    firstTrackingNumbers: [...new Set(files.flatMap(trackingNumbersOf))].slice(0, BOUNDS.trackingNumbers),
    fault: null,
    isTokenRefused: false,
  };
}

/** `A` delivers, `UN` says nothing; everything else is not (or no longer) active. */
function outcomeOf(status: string | null): SubscriptionProbe['outcome'] {
  if (status === null) return 'not-found';
  return status === 'A' || status === 'UN' || status === '' ? 'found' : 'inactive';
}

function refusedProbe(name: string, error: unknown): SubscriptionProbe {
  const fault = troubleOf(error);
  const isNotFound = NOT_FOUND.has(fault.code);
  return {
    name,
    outcome: isNotFound ? 'not-found' : 'failed',
    carrierStatus: null,
    carrierNumber: null,
    files: 0,
    records: 0,
    firstTrackingNumbers: [],
    fault,
    isTokenRefused: isCarrierFault(error) && error.status === 401,
  };
}

function countRecords(file: FileSeen): number {
  const { manifests, origins, exceptions, deliveries, generics } = file;
  return manifests.length + origins.length + exceptions.length + deliveries.length + generics.length;
}

function trackingNumbersOf({ manifests, origins, exceptions, deliveries, generics }: FileSeen): string[] {
  const shipped = manifests.flatMap((manifest) =>
    (manifest.Package ?? []).map((each) => each.TrackingNumber),
  );
  const scanned = [...origins, ...exceptions, ...deliveries, ...generics].map(
    (record) => record.TrackingNumber,
  );
  return [...shipped, ...scanned]
    .filter((number): number is string => typeof number === 'string')
    .map((number) => keepable(number, LONGEST.trackingNumber));
}
