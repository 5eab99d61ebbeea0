import { readBookmark, writeBookmark } from '@lading/carrier/quantum-view/bookmarks';
import { packAnswer } from '@lading/carrier/quantum-view/packing';
import { quantumViewErrors as errors } from '@lading/contract/quantum-view/codes';
import type { Frozen } from '../world/store.ts';
import { type Criteria, isUnread } from './criteria.ts';
import { type Fault, fault } from './faults.ts';
import type { SeenFile, Selected, Selection } from './selection.ts';
import { type BookmarkGiven, bookmarkKey, type QuantumViewState, type WalkMoved } from './store.ts';

const WALK_MS = 24 * 3_600_000;

/** The files that go into one answer, and how the walk goes on. */
export interface Page {
  /** Groups with the files of this answer; without files only on the first page. */
  readonly groups: readonly Selected[];
  readonly bookmark: string | null;
  /** The unread walk after this answer; undefined where the request walks by date or name. */
  readonly moves?: Omit<WalkMoved, 'type'>;
  /** The bookmark of a request by date or name, where there is more. */
  readonly gives?: Omit<BookmarkGiven, 'type'>;
}

interface Position {
  /** Place of the first file among all selected ones. */
  readonly start: number;
  readonly upTo: number;
}

export interface WalkParts {
  readonly state: Frozen<QuantumViewState>;
  readonly subscriber: string;
  readonly now: number;
  /** Bytes of a file as JSON. */
  readonly sizeOf: (file: SeenFile) => number;
}

/**
 * Finds where the walk stands and takes as many files as fit. Requests by date or name say so in their bookmark; an
 * unread walk is remembered per subscriber and criteria for a day, and ends with the last file that was there when it
 * began. A bookmark goes on only with the criteria of the answer that gave it, for a day.
 */
export function turnPage(parts: WalkParts, criteria: Criteria, selection: Selection): Page | Fault {
  const isWalkUnread = criteria.requests.every(isUnread);
  const walk = `${parts.subscriber} ${criteria.key}`;
  const position = positionOf(parts, criteria, selection, { walk, isUnread: isWalkUnread });
  if ('fault' in position) return position;
  const limited = isWalkUnread ? upTo(selection.groups, position.upTo) : selection.groups;
  const files = limited.flatMap((group) => group.files.map((file) => ({ group, file })));
  const rest = files.slice(position.start);
  const count = packAnswer(sizes(rest, parts));
  const next = rest[count];
  const taken = new Set(rest.slice(0, count).map(({ file }) => file));
  const groups = pageGroups(limited, taken, criteria.bookmark === null);
  const until = parts.now + WALK_MS;
  if (!isWalkUnread) {
    if (next === undefined) return { groups, bookmark: null };
    const bookmark = bookmarkAt(parts.subscriber, next);
    return { groups, bookmark, gives: { walk, bookmark, until } };
  }
  const open = next === undefined ? null : { upTo: position.upTo, until };
  const bookmark = next === undefined ? null : writeBookmark(parts.subscriber, { kind: 'unread' });
  return { groups, bookmark, moves: { walk, open } };
}

function positionOf(
  { state, subscriber, now }: WalkParts,
  criteria: Criteria,
  { groups }: Selection,
  { walk, isUnread: isWalkUnread }: { readonly walk: string; readonly isUnread: boolean },
): Position | Fault {
  const everything = { start: 0, upTo: state.lastSerial };
  if (criteria.bookmark === null) return everything;
  const bookmark = readBookmark(subscriber, criteria.bookmark);
  if (bookmark?.kind === 'unread' && isWalkUnread) {
    const open = state.walks.get(walk);
    if (open !== undefined && open.until >= now) return { start: 0, upTo: open.upTo };
  }
  const until = state.bookmarks.get(bookmarkKey({ walk, bookmark: criteria.bookmark })) ?? 0;
  if (bookmark?.kind === 'all-data' && until >= now) {
    const start = groups
      .flatMap(({ subscription, files }) => files.map((file) => subscription.name + file.name))
      .indexOf(bookmark.subscription + bookmark.file);
    if (start >= 0) return { start, upTo: state.lastSerial };
  }
  return fault(errors.bookmarkInvalid);
}

function upTo(groups: readonly Selected[], serial: number): readonly Selected[] {
  return groups.map((group) => ({ ...group, files: group.files.filter((file) => file.serial <= serial) }));
}

function* sizes(rest: readonly { readonly file: SeenFile }[], { sizeOf }: WalkParts): Iterable<number> {
  for (const { file } of rest) yield sizeOf(file);
}

function pageGroups(groups: readonly Selected[], taken: ReadonlySet<SeenFile>, isFirst: boolean): Selected[] {
  return groups
    .filter(({ files }) => (isFirst && files.length === 0) || files.some((file) => taken.has(file)))
    .map((group) => ({ ...group, files: group.files.filter((file) => taken.has(file)) }));
}

function bookmarkAt(subscriber: string, { group, file }: { group: Selected; file: SeenFile }): string {
  const subscription = group.subscription.name;
  return writeBookmark(subscriber, { kind: 'all-data', subscription, file: file.name });
}
