import { createHash } from 'node:crypto';
import { expandArrays } from '@lading/contract/arrays/wire';
import {
  type EventKind,
  eventKinds,
  events,
  responseStatus,
  severities,
} from '@lading/contract/quantum-view/wire';
import { parseCappedJson } from '@lading/wire/json';
import { cut } from './cut.ts';
import type { RecordRead } from './facts.ts';
import {
  below,
  type Fields,
  isFields,
  listBelow,
  mayHarm,
  objectsBelow,
  textBelow,
  withoutHarm,
} from './fields.ts';
import { isFault, isRecord, type Outcome, type RecordFault } from './parts.ts';
import { readRecord } from './records.ts';

/** Changes whenever the same bytes would be read otherwise than before. */
export const PARSER_VERSION = 1;

/** What an answer may be; more is refused before anything is built from it. */
export const ANSWER_CAPS = { maxBytes: 8_000_000, maxDepth: 64 } as const;

const LONGEST_FILE_NAME = 64;

/** What the carrier says instead of, or beside, files: its code and its own sentence. */
export interface CarrierWord {
  readonly code: string;
  readonly message: string;
  readonly retrySeconds: number | null;
}

/** Why an answer gave nothing. `refused` is the carrier's own word; the others mean that bytes were not an answer. */
export type AnswerFault =
  | { readonly kind: 'unreadable'; readonly detail: string }
  | { readonly kind: 'refused'; readonly word: CarrierWord };

/** One element of a subscription's files, still as received: `readPart` reads it. */
export interface PartSeen {
  readonly subscription: SubscriptionSeen;
  readonly element: unknown;
}

export interface SubscriptionSeen {
  /** Null where the answer does not say. */
  readonly name: string | null;
  readonly number: string | null;
  readonly status: string | null;
}

export interface AnswerRead {
  /** The carrier user to whom the subscriptions belong; null where the answer does not say. */
  readonly subscriberId: string | null;
  readonly warnings: readonly CarrierWord[];
  readonly subscriptions: readonly SubscriptionSeen[];
  readonly parts: readonly PartSeen[];
  /** The carrier's own text; null when the walk is at its end. */
  readonly bookmark: string | null;
  /** A bookmark is there, but not as text: there is more, and no way to ask for it. */
  readonly isBookmarkUnreadable: boolean;
}

export type AnswerResult =
  | { readonly ok: true; readonly answer: AnswerRead }
  | { readonly ok: false; readonly fault: AnswerFault };

/** Bytes of an answer as files still to be read. Never throws, whatever the bytes. */
export function readAnswer(bytes: Uint8Array): AnswerResult {
  const json = parseCappedJson(bytes, ANSWER_CAPS);
  if (!json.ok) return unreadable(json.refusal.reason);
  const document = mayHarm(bytes) ? withoutHarm(json.value) : json.value;
  const root = expandArrays(document, events.responseArrays);
  const body = isFields(root) ? root.QuantumViewResponse : undefined;
  if (!isFields(body)) return unreadable('no-quantum-view-response');
  const response = below(body, 'Response');
  const words = objectsBelow(response, 'Error');
  const status = textBelow(response, 'ResponseStatusCode');
  if (status === responseStatus.success) return { ok: true, answer: readBody(body, words) };
  const refusal = words.find((word) => textBelow(word, 'ErrorSeverity') !== severities.warning);
  return refusal ? { ok: false, fault: { kind: 'refused', word: wordOf(refusal) } } : unreadable('no-status');
}

function unreadable(detail: string): AnswerResult {
  return { ok: false, fault: { kind: 'unreadable', detail } };
}

function readBody(body: Fields, words: readonly Fields[]): AnswerRead {
  const told = below(body, 'QuantumViewEvents');
  const subscriptions = objectsBelow(told, 'SubscriptionEvents');
  const bookmark = textBelow(body, 'Bookmark') ?? null;
  return {
    subscriberId: textBelow(told, 'SubscriberID') ?? null,
    warnings: words.map(wordOf),
    subscriptions: subscriptions.map(subscriptionOf),
    parts: subscriptions.flatMap((one) => {
      const subscription = subscriptionOf(one);
      return listBelow(one, 'SubscriptionFile').map((element) => ({ subscription, element }));
    }),
    bookmark,
    isBookmarkUnreadable: bookmark === null && isSomething(body.Bookmark),
  };
}

/** An empty element is how XML says nothing; it may come as `{}`, `[]`, `null` or empty text. */
function isSomething(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value !== undefined && value !== null && value !== '' && typeof value !== 'string';
}

function subscriptionOf(one: Fields): SubscriptionSeen {
  return {
    name: textBelow(one, 'Name') ?? null,
    number: textBelow(one, 'Number') ?? null,
    status: textBelow(below(one, 'SubscriptionStatus'), 'Code') ?? null,
  };
}

function wordOf(error: Fields): CarrierWord {
  const seconds = Number(textBelow(error, 'MinimumRetrySeconds') ?? Number.NaN);
  return {
    code: cut(textBelow(error, 'ErrorCode') ?? 'CARRIER_REFUSED', 40),
    message: cut(textBelow(error, 'ErrorDescription') ?? 'The carrier refused without saying why.', 500),
    retrySeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : null,
  };
}

/** A record with what makes it the event it is: its identity and its place among equal ones of its part. */
export interface NumberedRecord extends RecordRead {
  readonly identity: string;
  readonly ordinal: number;
}

export interface PartRead {
  readonly fileName: string;
  /** Of the part's content, whether the carrier had it as read or unread. */
  readonly contentSha256: Buffer;
  readonly records: readonly NumberedRecord[];
  readonly faults: readonly RecordFault[];
}

/** One file's element as records. What cannot be read is blamed by its path; the rest stands. Never throws. */
export function readPart(element: unknown): PartRead {
  const file = isFields(element) ? element : {};
  const fileName = textBelow(file, 'FileName');
  const outcomes = [...fileFaults(element, fileName), ...eventKinds.flatMap((kind) => recordsOf(file, kind))];
  return {
    fileName: cut(fileName ?? '', LONGEST_FILE_NAME),
    contentSha256: contentHash(element),
    records: numbered(outcomes.filter(isRecord)),
    faults: outcomes.filter(isFault),
  };
}

function fileFaults(element: unknown, fileName: string | undefined): readonly RecordFault[] {
  if (!isFields(element)) return [{ code: 'NOT_A_RECORD', path: '' }];
  return fileName === undefined ? [{ code: 'FILE_NAME_UNREADABLE', path: 'FileName' }] : [];
}

function recordsOf(file: Fields, kind: EventKind): readonly Outcome[] {
  return listBelow(file, kind).flatMap((record, at) => readRecord(kind, record, `${kind}[${at}]`));
}

/** The same file is unread in one answer and read in the next, so its status is no part of its content. */
function contentHash(element: unknown): Buffer {
  const content = isFields(element) ? { ...element, StatusType: undefined } : element;
  return createHash('sha256')
    .update(JSON.stringify(content) ?? '')
    .digest();
}

/** Counts equal events within a part, so that two scans of one second at one place stay two. */
function numbered(records: readonly RecordRead[]): NumberedRecord[] {
  const counts = new Map<string, number>();
  return records.map((record) => {
    const { trackingNumber, kind, code, localAt, facts } = record;
    const identity = identityText(record);
    const key = `${trackingNumber} ${identity}`;
    const ordinal = counts.get(key) ?? 0;
    counts.set(key, ordinal + 1);
    return { trackingNumber, kind, code, localAt, facts, identity, ordinal };
  });
}

/** What makes two records of one parcel the same event, but for their number among equals. */
export function identityText({ kind, code, localAt, facts }: RecordRead): string {
  return `${kind} ${localAt} ${code} ${placeText(facts)}`;
}

/** A place as it stands in the identity: capitals, at most 100 characters. */
export function placeText({ place }: RecordRead['facts']): string {
  if (place === undefined) return '';
  const { city = '', region = '', country = '' } = place;
  return cut(`${city}|${region}|${country}`.toUpperCase(), 100);
}
