import { expandArrays } from '@lading/contract/arrays/wire';
import { isObject } from '@lading/contract/published/files';
import { events } from '@lading/contract/quantum-view/wire';
import { momentOf, type Setting } from '../meanings.ts';
import type { Target } from '../target.ts';

interface Walk {
  /** `subscription/file`, in the order they came. */
  readonly files: readonly string[];
  readonly pages: number;
}

const MOST_PAGES = 500;

/** Walks by date, by date again, through what is unread, and through that again. */
export async function walkBookmarks(target: Target, { now }: Setting): Promise<string[]> {
  const range = { BeginDateTime: momentOf(now, -6), EndDateTime: momentOf(now, 0) };
  const byDate = { SubscriptionRequest: [{ DateTimeRange: range }] };
  const [first, second] = [await walk(target, byDate), await walk(target, byDate)];
  const [unread, nothing] = [await walk(target, {}), await walk(target, {})];
  const unreadTwice = doubled(unread.files);
  // A world of ours has traffic for several pages; of another one only what is there can be told.
  return [
    ...(target.isOwn && first.pages < 2
      ? [`the walk had ${first.pages} page: no bookmark was followed`]
      : []),
    ...doubled(first.files).map((file) => `${file} came twice by date`),
    ...unreadTwice.map((file) => `${file} came twice as unread`),
    ...(first.files.join() === second.files.join() ? [] : ['two walks by date gave different files']),
    ...(sorted(unread.files) === sorted(first.files) ? [] : ['what is unread is not what the dates have']),
    ...nothing.files.map((file) => `${file} was still unread after it had been read`),
  ];
}

async function walk(target: Target, criteria: object): Promise<Walk> {
  const files: string[] = [];
  let bookmark: unknown;
  for (let pages = 1; pages <= MOST_PAGES; pages += 1) {
    const reply = await target.call(events, { body: requestOf(criteria, bookmark) });
    const answer = isObject(reply.json) ? expandArrays(reply.json, events.responseArrays) : undefined;
    const inner = isObject(answer) ? answer.QuantumViewResponse : undefined;
    if (!isObject(inner)) throw new TypeError(`Quantum View answered ${reply.status}`);
    files.push(...filesIn(inner));
    bookmark = inner.Bookmark;
    if (bookmark === undefined) return { files, pages };
  }
  throw new RangeError(`a walk did not end within ${MOST_PAGES} pages`);
}

function requestOf(criteria: object, bookmark: unknown): object {
  const Request = { RequestAction: 'QVEvents' };
  return {
    QuantumViewRequest: { Request, ...criteria, ...(bookmark === undefined ? {} : { Bookmark: bookmark }) },
  };
}

function filesIn({ QuantumViewEvents }: Readonly<Record<string, unknown>>): string[] {
  const subscriptions = listIn(QuantumViewEvents, 'SubscriptionEvents');
  return subscriptions.flatMap((subscription) =>
    listIn(subscription, 'SubscriptionFile').map(
      (file) => `${nameIn(subscription, 'Name')}/${nameIn(file, 'FileName')}`,
    ),
  );
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = isObject(value) ? value[name] : undefined;
  return Array.isArray(list) ? list : [];
}

function nameIn(value: unknown, name: string): string {
  return isObject(value) ? String(value[name]) : '';
}

function doubled(files: readonly string[]): string[] {
  return [...new Set(files.filter((file, index) => files.indexOf(file) !== index))];
}

function sorted(files: readonly string[]): string {
  return [...files].sort().join();
}
