import type { QuantumViewRequest } from '@lading/contract/quantum-view/schema';
import { requestAction } from '@lading/contract/quantum-view/wire';
import type { Repeat } from '../retry.ts';

/** What to read. Without dates and file names it is an unread read, which the carrier serves only once. */
export interface QuantumViewQuery {
  /** Subscriptions, exactly as they are called; absent means all of whoever authorized. */
  readonly names?: readonly string[];
  /** Files cut from this moment on, at most 7 days ago. A read by date leaves unread what is unread. */
  readonly from?: Date;
  /** Up to this moment; absent means 7 days after `from`. */
  readonly to?: Date;
  /** Files by name, `YYMMDD_HHmmssnnn`, of each of the subscriptions. */
  readonly fileNames?: readonly string[];
  /** Comes back in the answer; at most 512 characters. */
  readonly reference?: string;
}

/** An unread read is consumed by its answer; a read by date or by file name can be repeated. */
export function repeatOf({ from, fileNames }: QuantumViewQuery): Repeat {
  return from === undefined && fileNames === undefined ? 'once' : 'freely';
}

/**
 * The query in the carrier's words.
 *
 * @param bookmark From the answer before, with the same query.
 * @throws TypeError for a query that would silently read something else than it says: an empty list of names or
 *   of files, `to` without `from`, a date that is none.
 */
export function requestOf(query: QuantumViewQuery, bookmark?: string): QuantumViewRequest {
  refuseMisleading(query);
  const subscriptions = subscriptionRequests(query);
  const transaction = query.reference === undefined ? {} : transactionReference(query.reference);
  return {
    QuantumViewRequest: {
      Request: { ...transaction, RequestAction: requestAction },
      ...(subscriptions.length === 0 ? {} : { SubscriptionRequest: subscriptions }),
      ...(bookmark === undefined ? {} : { Bookmark: bookmark }),
    },
  };
}

type SubscriptionRequest = NonNullable<
  QuantumViewRequest['QuantumViewRequest']['SubscriptionRequest']
>[number];

function subscriptionRequests(query: QuantumViewQuery): SubscriptionRequest[] {
  const criteria = criteriaOf(query);
  if (query.names !== undefined) return query.names.map((Name) => ({ Name, ...criteria }));
  return Object.keys(criteria).length === 0 ? [] : [criteria];
}

function criteriaOf({ from, to, fileNames }: QuantumViewQuery): SubscriptionRequest {
  const end = to === undefined ? {} : { EndDateTime: stamp(to) };
  return {
    ...(from === undefined ? {} : { DateTimeRange: { BeginDateTime: stamp(from), ...end } }),
    ...(fileNames === undefined ? {} : { FileName: [...fileNames] }),
  };
}

function transactionReference(reference: string) {
  return { TransactionReference: { CustomerContext: reference } };
}

/** `YYYYMMDDHHmmss`, in UTC. */
function stamp(date: Date): string {
  return date.toISOString().replaceAll(/\D/g, '').slice(0, 14);
}

function refuseMisleading({ names, from, to, fileNames }: QuantumViewQuery): void {
  for (const [name, list] of Object.entries({ names, fileNames })) {
    if (list?.length === 0) throw new TypeError(`${name} is empty`);
  }
  if (to !== undefined && from === undefined) throw new TypeError('to needs from');
  for (const date of [from, to]) {
    if (date !== undefined && Number.isNaN(date.getTime())) throw new TypeError('invalid date');
  }
}
