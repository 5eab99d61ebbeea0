import type { SeenFile } from './selection.ts';

/**
 * Files in answers that are on their way: they count as read once they are handed over, and until then no other
 * unread request may get them. Nothing of this outlives the program: what it did not hand over is unread.
 */
const underway = new WeakSet<SeenFile>();

export function isUnderway(file: SeenFile): boolean {
  return underway.has(file);
}

export function reserve(files: readonly SeenFile[]): void {
  for (const file of files) underway.add(file);
}

export function release(files: readonly SeenFile[]): void {
  for (const file of files) underway.delete(file);
}
