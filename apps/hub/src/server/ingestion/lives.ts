import { localMs } from './local-time.ts';

/** A number is used again no sooner than this after its last event (ADR 0003). */
export const LIFE_GAP_DAYS = 120;

const GAP_MS = LIFE_GAP_DAYS * 86_400_000;

/**
 * The lives of one tracking number, oldest first: events that follow one another within 120 days are one life.
 * A pure function of the set of events, so that the order of their arrival does not matter: an event between two
 * lives can make them one, and an older life moves the numbers of the younger.
 */
export function livesOf<Event extends { readonly localAt: string }>(events: readonly Event[]): Event[][] {
  const sorted = [...events].sort((a, b) => (a.localAt < b.localAt ? -1 : a.localAt > b.localAt ? 1 : 0));
  const lives: Event[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const event of sorted) {
    const at = localMs(event.localAt);
    const life = lives.at(-1);
    if (life && at - last <= GAP_MS) life.push(event);
    else lives.push([event]);
    last = at;
  }
  return lives;
}
