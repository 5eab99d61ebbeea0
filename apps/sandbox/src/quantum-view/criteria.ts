import { readFileName, readRequestTime } from '@lading/carrier/quantum-view/file-names';
import { quantumViewErrors as errors } from '@lading/contract/quantum-view/codes';
import { facts } from '@lading/contract/quantum-view/facts';
import { requestAction } from '@lading/contract/quantum-view/wire';
import type { JsonObject } from '../registry.ts';
import { type Fault, fault } from './faults.ts';
import { keptFrom } from './store.ts';

/** One `SubscriptionRequest`: which subscription, and which of its files. */
export interface Criterion {
  /** Null: all subscriptions. */
  readonly name: string | null;
  /** When files were cut, UTC milliseconds, both ends included. */
  readonly range: { readonly begin: number; readonly end: number } | null;
  readonly files: readonly string[];
}

export interface Criteria {
  readonly requests: readonly Criterion[];
  readonly bookmark: string | null;
  /** Echoed in the answer. */
  readonly customerContext: string;
  /** Equal for requests that ask for the same. */
  readonly key: string;
}

const DAY_MS = 86_400_000;
const RANGE_MS = facts.rangeDays.today.value * DAY_MS;

/**
 * Reads every form of a request: nothing but `Request` (all unread), one or many subscriptions, by name, dates or
 * file names, with a bookmark beside or inside a `SubscriptionRequest`, as text or as an object around the text.
 */
export function readCriteria(body: JsonObject, now: number): Criteria | Fault {
  const request = objectOf(body.QuantumViewRequest);
  const head = objectOf(request.Request);
  if (textOf(head.RequestAction) !== requestAction) return fault(errors.requestActionInvalid);
  const asked = listOf(request.SubscriptionRequest).map(objectOf);
  const bookmarks = [request.Bookmark, ...asked.map((one) => one.Bookmark)].map(bookmarkOf);
  const requests: Criterion[] = [];
  for (const one of asked) {
    const criterion = readCriterion(one, now);
    if ('fault' in criterion) return criterion;
    if (!isEmpty(criterion) || asked.length === 1) requests.push(criterion);
  }
  const wanted = requests.length > 0 ? requests : [{ name: null, range: null, files: [] }];
  return {
    requests: wanted,
    bookmark: bookmarks.find((one) => one !== '') ?? null,
    customerContext: readCustomerContext(body),
    key: JSON.stringify(wanted),
  };
}

/** What the caller wants to see again in the answer. */
export function readCustomerContext(body: JsonObject): string {
  const head = objectOf(objectOf(body.QuantumViewRequest).Request);
  return textOf(objectOf(head.TransactionReference).CustomerContext);
}

/** Whether a request takes what nobody has read yet, and so consumes it. */
export function isUnread({ range, files }: Criterion): boolean {
  return range === null && files.length === 0;
}

function isEmpty(criterion: Criterion): boolean {
  return criterion.name === null && isUnread(criterion);
}

function readCriterion(asked: JsonObject, now: number): Criterion | Fault {
  const files = listOf(asked.FileName)
    .map(textOf)
    .filter((name) => name !== '');
  const malformed = files.find((name) => readFileName(name) === null);
  if (malformed !== undefined) return fault(errors.fileNameInvalid, { name: malformed });
  const range = readRange(objectOf(asked.DateTimeRange), now);
  if (range !== null && 'fault' in range) return range;
  const name = textOf(asked.Name);
  return { name: name === '' ? null : name, range, files };
}

/** A missing end is the begin plus seven days; a range begins within the last seven days (the carrier's file). */
function readRange(asked: JsonObject, now: number): Criterion['range'] | Fault {
  const [beginText, endText] = [textOf(asked.BeginDateTime), textOf(asked.EndDateTime)];
  if (beginText === '' && endText === '') return null;
  const begin = readRequestTime(beginText);
  const end = endText === '' && begin !== null ? begin + RANGE_MS : readRequestTime(endText);
  if (begin === null || end === null) return fault(errors.rangeMalformed);
  if (end < begin) return fault(errors.rangeReversed);
  if (end - begin > RANGE_MS) return fault(errors.rangeTooLong);
  if (begin > now) return fault(errors.rangeInFuture);
  return begin < keptFrom(now) ? fault(errors.rangeTooOld) : { begin, end };
}

/** A text, or the only text inside an object. */
function bookmarkOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return textOf(value);
  const texts = Object.values(value).filter((one) => typeof one === 'string');
  return texts.length === 1 ? textOf(texts[0]) : '';
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' ? String(value) : '';
}

function objectOf(value: unknown): JsonObject {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value)) : {};
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
