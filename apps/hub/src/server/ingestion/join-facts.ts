import type { EventFacts } from './facts.ts';

/**
 * What two tellings of one event say together: member by member the fuller one. Neither order nor repetition
 * changes the outcome (the greater of two values in a total order), so it does not matter who told it first.
 */
export function joinFacts(one: EventFacts, other: EventFacts): EventFacts {
  if (one === other) return one;
  const joined: Record<string, unknown> = { ...one };
  for (const [name, value] of Object.entries(other)) {
    joined[name] = joined[name] === undefined ? value : greater(joined[name], value);
  }
  return joined;
}

export function sameFacts(one: EventFacts, other: EventFacts): boolean {
  return one === other || canonical(one) === canonical(other);
}

/** The longer of two canonical texts, and of two as long the later in byte order: longer ones say more. */
function greater(one: unknown, other: unknown): unknown {
  const [a, b] = [canonical(one), canonical(other)];
  if (a === b) return one;
  if (a.length !== b.length) return a.length > b.length ? one : other;
  return a > b ? one : other;
}

/** JSON with members in order, because the store keeps them in an order of its own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join()}}`;
}
