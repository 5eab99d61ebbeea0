import type { EventKind } from '@lading/contract/quantum-view/wire';
import { exceptionOf, type Plan, type Scan } from '../network/plan.ts';

/** Which records a file can hold: the guide knows no Generic ones, the file of today does. */
export type Rules = 'guide' | 'today';

/** One record to come out of a parcel's plan. */
export interface PlannedEvent {
  readonly kind: EventKind;
  /** Place of the scan in the plan. */
  readonly scan: number;
  readonly at: number;
  /** For Generic records. */
  readonly activity: Activity | null;
}

/** The Generic records that the network makes. */
export type Activity = 'DS' | 'OD' | 'UD' | 'UR' | 'VM';

const plain: Readonly<Partial<Record<Scan['kind'], EventKind>>> = {
  manifest: 'Manifest',
  origin: 'Origin',
  exception: 'Exception',
  delivered: 'Delivery',
  returned: 'Delivery',
};

/** Everything that Quantum View tells about a plan, in the order of time. */
export function eventsOf(plan: Plan, rules: Rules): PlannedEvent[] {
  return plan.flatMap((scan, index) => eventsAt(scan, index, rules));
}

/** What Quantum View tells about one scan: nothing, one record, or a record and its Generic companion. */
export function eventsAt(scan: Scan, index: number, rules: Rules): PlannedEvent[] {
  const kind = plain[scan.kind];
  const activity = rules === 'today' ? activityOf(scan) : null;
  const common = { scan: index, at: scan.at };
  return [
    ...(kind === undefined ? [] : [{ ...common, kind, activity: null }]),
    ...(activity === null ? [] : [{ ...common, kind: 'Generic' as const, activity }]),
  ];
}

/** Whether a scan makes any record at all, under any rules. */
export function isTold(kind: Scan['kind']): boolean {
  return kind in plain || kind === 'destination' || kind === 'out-for-delivery' || kind === 'void';
}

function activityOf(scan: Scan): Activity | null {
  if (scan.kind === 'destination') return 'DS';
  if (scan.kind === 'out-for-delivery') return 'OD';
  if (scan.kind === 'void') return 'VM';
  if (scan.kind !== 'exception') return null;
  const { incident, days } = exceptionOf(scan);
  if (incident.effect === 'return') return 'UR';
  return days > 0 ? 'UD' : null;
}
