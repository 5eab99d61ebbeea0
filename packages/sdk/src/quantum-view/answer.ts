import { expandArrays } from '@lading/contract/arrays/wire';
import type {
  DeliveryRecord,
  ExceptionRecord,
  GenericRecord,
  ManifestRecord,
  OriginRecord,
  QuantumViewFile,
} from '@lading/contract/quantum-view/schema';
import { errorHints, events } from '@lading/contract/quantum-view/wire';
import { refuseFailure } from '../business-error.ts';
import { type JsonObject, objectsOf, readObject, textOf, within } from '../json.ts';
import type { Answer } from '../refusal.ts';

/** One subscription as an answer names it. */
export interface SubscriptionSeen {
  readonly kind: 'subscription';
  readonly name: string;
  readonly number: string;
  /** `A` active, `I` inactive, `P` pending, `AT` to be activated, `S` suspended, `UN` unknown. */
  readonly status: string;
}

/** Something the carrier says beside a success, such as 336000 for inactive subscriptions. */
export interface WarningSeen {
  readonly kind: 'warning';
  readonly code: string;
  readonly text: string;
}

/** One file with its records; every list is there, empty where the file has none of the kind. */
export interface FileSeen {
  readonly kind: 'file';
  readonly subscription: SubscriptionSeen;
  /** `YYMMDD_HHmmssnnn`. */
  readonly fileName: string;
  /** Whether the carrier had it as unread when it answered. */
  readonly isUnread: boolean;
  readonly manifests: readonly ManifestRecord[];
  readonly origins: readonly OriginRecord[];
  readonly exceptions: readonly ExceptionRecord[];
  readonly deliveries: readonly DeliveryRecord[];
  readonly generics: readonly GenericRecord[];
  /** The whole element, arrays always arrays, members unknown to the contract kept. */
  readonly file: QuantumViewFile;
}

/** What a walk comes across; `kind` tells them apart. */
export type QuantumViewItem = SubscriptionSeen | WarningSeen | FileSeen;

/** One answer of a walk, read. */
export interface QuantumViewPage {
  readonly items: readonly QuantumViewItem[];
  /** There is more: ask again with it and the same query. */
  readonly bookmark: string | undefined;
}

/**
 * One answer, read. Business errors inside a 200 become faults with the carrier's code.
 *
 * @throws CarrierFault `ANSWER_UNREADABLE` with outcome `unknown` for what is no Quantum View answer.
 */
export function readPage(answer: Answer): QuantumViewPage {
  const document = readObject(answer.body, answer.status, 'unknown');
  return pageOf(expandArrays(document, events.responseArrays) as JsonObject, answer);
}

/** The same of a document that is read already, arrays always arrays. */
export function pageOf(document: JsonObject, answer: Answer): QuantumViewPage {
  const body = within(document, 'QuantumViewResponse');
  const warnings = refuseFailure(body, answer, errorHints);
  const subscriptions = objectsOf(within(body, 'QuantumViewEvents'), 'SubscriptionEvents');
  return {
    items: [...warnings.map(warningOf), ...subscriptions.flatMap(itemsOf)],
    bookmark: textOf(body, 'Bookmark') || undefined,
  };
}

function warningOf(error: JsonObject): WarningSeen {
  return {
    kind: 'warning',
    code: textOf(error, 'ErrorCode') ?? '',
    text: textOf(error, 'ErrorDescription') ?? '',
  };
}

function itemsOf(events: JsonObject): readonly QuantumViewItem[] {
  const subscription: SubscriptionSeen = {
    kind: 'subscription',
    name: textOf(events, 'Name') ?? '',
    number: textOf(events, 'Number') ?? '',
    status: textOf(within(events, 'SubscriptionStatus'), 'Code') ?? '',
  };
  return [subscription, ...objectsOf(events, 'SubscriptionFile').map((file) => fileOf(subscription, file))];
}

function fileOf(subscription: SubscriptionSeen, file: JsonObject): FileSeen {
  return {
    kind: 'file',
    subscription,
    fileName: textOf(file, 'FileName') ?? '',
    isUnread: textOf(within(file, 'StatusType'), 'Code') === 'U',
    manifests: recordsOf<ManifestRecord>(file, 'Manifest'),
    origins: recordsOf<OriginRecord>(file, 'Origin'),
    exceptions: recordsOf<ExceptionRecord>(file, 'Exception'),
    deliveries: recordsOf<DeliveryRecord>(file, 'Delivery'),
    generics: recordsOf<GenericRecord>(file, 'Generic'),
    file: file as unknown as QuantumViewFile,
  };
}

/** Arrays are arrays and elements objects by now; what is inside them is the carrier's word. */
function recordsOf<Record>(file: JsonObject, kind: string): readonly Record[] {
  return objectsOf(file, kind) as readonly unknown[] as readonly Record[];
}
