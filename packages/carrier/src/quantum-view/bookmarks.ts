import { readFileName } from './file-names.ts';

const FILE_NAME_LENGTH = 16;

/** Where a walk goes on: at a file of a subscription, or wherever the unread walk of this subscriber stands. */
export type Bookmark =
  | { readonly kind: 'all-data'; readonly subscription: string; readonly file: string }
  | { readonly kind: 'unread' };

/**
 * Base64 of subscriber, subscription and file without separators for requests by date or file name, of the
 * subscriber alone for unread ones. The file is the next to come. Source: the carrier's file; that it names the
 * next file is seen in a recorded walk.
 */
export function writeBookmark(subscriber: string, bookmark: Bookmark): string {
  const position = bookmark.kind === 'unread' ? '' : bookmark.subscription + bookmark.file;
  return btoa(subscriber + position);
}

/** Reads a bookmark of this subscriber; `null` for anything else. */
export function readBookmark(subscriber: string, text: string): Bookmark | null {
  const plain = decode(text);
  if (plain === null || !plain.startsWith(subscriber)) return null;
  const position = plain.slice(subscriber.length);
  if (position === '') return { kind: 'unread' };
  const file = position.slice(-FILE_NAME_LENGTH);
  if (readFileName(file) === null) return null;
  return { kind: 'all-data', subscription: position.slice(0, -FILE_NAME_LENGTH), file };
}

function decode(text: string): string | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  return atob(text);
}
