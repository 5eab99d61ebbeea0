import type { LocatedEvent } from './located.ts';

const KIND_RANKS = { manifest: 0, origin: 1, generic: 2, exception: 3, delivery: 4 } as const;

/** The place of an event's kind among events of one instant: the order in which things happen. */
export function rankOf({ kind }: Pick<LocatedEvent, 'kind'>): number {
  return KIND_RANKS[kind];
}

/**
 * The total order of a parcel's events: instant, then kind in the order in which things happen, then identity.
 * No file, arrival or subscription is in it, so it is the same for everybody.
 */
export function inTotalOrder(events: readonly LocatedEvent[]): LocatedEvent[] {
  return events.length < 2 ? [...events] : [...events].sort(compare);
}

function compare(a: LocatedEvent, b: LocatedEvent): number {
  return (
    a.instantMs - b.instantMs ||
    rankOf(a) - rankOf(b) ||
    byText(a.identity, b.identity) ||
    a.ordinal - b.ordinal
  );
}

export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
