import type { AccountRole } from '@lading/carrier/traffic/rules';
import type { EventKind } from '@lading/contract/quantum-view/wire';
import { defineStore } from '../world/store.ts';

export type SubscriptionStatus = 'UN' | 'AT' | 'P' | 'A' | 'I' | 'S';

/** What a carrier user wants to hear about an account. */
export interface Subscription {
  /** 16 hexadecimal digits. */
  readonly number: string;
  /** At most 21 letters and digits, unique for its user. */
  readonly name: string;
  readonly userName: string;
  readonly account: string;
  readonly direction: AccountRole;
  /** Kinds of records that it wants. */
  readonly kinds: readonly EventKind[];
  status: SubscriptionStatus;
}

/** One file of a subscription. What it says follows from the network's plans; only which events are in it is kept. */
export interface KeptFile {
  /** Counts all files of the world, in the order in which they were cut. */
  readonly serial: number;
  readonly name: string;
  /** When it was cut, UTC milliseconds. */
  readonly at: number;
  /** Pairs of parcel and event, see `packEvents`. */
  readonly events: Uint32Array;
  isRead: boolean;
}

/** An unread walk that goes on: its bookmark does not say where it stands. */
export interface OpenWalk {
  /** Files with a greater serial came later and belong to the next walk. */
  readonly upTo: number;
  readonly until: number;
}

export interface QuantumViewState {
  readonly subscriptions: Map<string, Subscription>;
  /** By subscription, in the order of their names. */
  readonly files: Map<string, KeptFile[]>;
  /** By subscriber and criteria. */
  readonly walks: Map<string, OpenWalk>;
  /** Bookmarks by date or name that go on, by `bookmarkKey`: until when. The first to end stands first. */
  readonly bookmarks: Map<string, number>;
  lastSerial: number;
}

export interface SubscriptionCreated {
  readonly type: 'subscription-created';
  readonly subscription: Subscription;
}

export interface SubscriptionStatusSet {
  readonly type: 'subscription-status-set';
  readonly number: string;
  readonly status: SubscriptionStatus;
}

export interface FileCut {
  readonly type: 'file-cut';
  readonly subscription: string;
  readonly name: string;
  readonly cutAt: number;
  readonly events: readonly number[];
}

/** Files went to the socket in an unread walk. */
export interface FilesRead {
  readonly type: 'files-read';
  readonly files: readonly (readonly [subscription: string, name: string])[];
}

export interface WalkMoved {
  readonly type: 'walk-moved';
  readonly walk: string;
  /** Null when it came to its end. */
  readonly open: OpenWalk | null;
}

/** An answer by date or name said where to go on. */
export interface BookmarkGiven {
  readonly type: 'bookmark-given';
  readonly walk: string;
  readonly bookmark: string;
  readonly until: number;
}

export type QuantumViewFact =
  | SubscriptionCreated
  | SubscriptionStatusSet
  | FileCut
  | FilesRead
  | WalkMoved
  | BookmarkGiven;

const DAY_MS = 86_400_000;
/** Files can be asked for over seven days and the rest of the day; what is older is let go. */
export const KEPT_DAYS = 7;

/** Subscriptions, their files, and who has read what. */
export const quantumViewStore = defineStore<QuantumViewState, QuantumViewFact>({
  name: 'quantum-view',
  create: () => ({
    subscriptions: new Map(),
    files: new Map(),
    walks: new Map(),
    bookmarks: new Map(),
    lastSerial: 0,
  }),
  apply: {
    'subscription-created': (state, { subscription }) => {
      state.subscriptions.set(subscription.number, { ...subscription });
      state.files.set(subscription.number, []);
    },
    'subscription-status-set': (state, { number, status }) => {
      const subscription = state.subscriptions.get(number);
      if (subscription !== undefined) subscription.status = status;
    },
    'file-cut': addFile,
    'files-read': (state, { files }) => {
      for (const [subscription, name] of files) markRead(state, subscription, name);
    },
    'walk-moved': (state, { walk, open }, at) => {
      for (const [key, { until }] of state.walks) if (until < at) state.walks.delete(key);
      if (open === null) state.walks.delete(walk);
      else state.walks.set(walk, open);
    },
    'bookmark-given': keepBookmark,
  },
  snapshot,
  restore,
});

/** The oldest cut that is still kept at an instant: seven days before the day began. */
export function keptFrom(at: number): number {
  return (Math.floor(at / DAY_MS) - KEPT_DAYS) * DAY_MS;
}

/** A bookmark does not say of which criteria it is: it belongs to those whose answer gave it. */
export function bookmarkKey({ walk, bookmark }: Pick<BookmarkGiven, 'walk' | 'bookmark'>): string {
  return `${walk} ${bookmark}`;
}

function keepBookmark({ bookmarks }: QuantumViewState, given: BookmarkGiven, at: number): void {
  for (const [key, until] of bookmarks) {
    if (until >= at) break;
    bookmarks.delete(key);
  }
  const key = bookmarkKey(given);
  bookmarks.delete(key);
  bookmarks.set(key, given.until);
}

function addFile(state: QuantumViewState, fact: FileCut, at: number): void {
  const files = state.files.get(fact.subscription) ?? [];
  state.files.set(fact.subscription, files);
  const tooOld = files.findIndex((file) => file.at >= keptFrom(at));
  files.splice(0, tooOld < 0 ? files.length : tooOld);
  state.lastSerial += 1;
  const { name, cutAt } = fact;
  const file = {
    serial: state.lastSerial,
    name,
    at: cutAt,
    events: Uint32Array.from(fact.events),
    isRead: false,
  };
  const later = files.findIndex((other) => other.name > name);
  files.splice(later < 0 ? files.length : later, 0, file);
}

function markRead(state: QuantumViewState, subscription: string, name: string): void {
  const file = state.files.get(subscription)?.find((one) => one.name === name);
  if (file !== undefined) file.isRead = true;
}

type Row =
  | { readonly subscription: Subscription }
  | { readonly fileOf: string; readonly file: Omit<KeptFile, 'events'>; readonly events: readonly number[] }
  | { readonly walk: string; readonly open: OpenWalk }
  | { readonly bookmark: string; readonly until: number }
  | { readonly lastSerial: number };

function* snapshot(state: QuantumViewState): Iterable<Row> {
  for (const subscription of state.subscriptions.values()) yield { subscription };
  for (const [fileOf, files] of state.files) {
    for (const { events, ...file } of files) yield { fileOf, file, events: Array.from(events) };
  }
  for (const [walk, open] of state.walks) yield { walk, open };
  for (const [bookmark, until] of state.bookmarks) yield { bookmark, until };
  yield { lastSerial: state.lastSerial };
}

/** Rows come from `snapshot` of the same version. */
function restore(state: QuantumViewState, row: unknown): void {
  const known = row as Row;
  if ('subscription' in known) {
    state.subscriptions.set(known.subscription.number, known.subscription);
    state.files.set(known.subscription.number, []);
  } else if ('fileOf' in known) {
    state.files.get(known.fileOf)?.push({ ...known.file, events: Uint32Array.from(known.events) });
  } else if ('walk' in known) state.walks.set(known.walk, known.open);
  else if ('bookmark' in known) state.bookmarks.set(known.bookmark, known.until);
  else state.lastSerial = known.lastSerial;
}
