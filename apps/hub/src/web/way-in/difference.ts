/** Where two names part; characters count from 1, as a person counts them. */
export interface Difference {
  readonly position: number;
  /** What the first name has there; null: it has ended. */
  readonly expected: string | null;
  readonly found: string | null;
}

/** The first character at which `typed` is not `provided`; null where they agree exactly, as the carrier compares. */
export function differenceAt(provided: string, typed: string): Difference | null {
  const wanted = [...provided];
  const given = [...typed];
  for (let at = 0; at < Math.max(wanted.length, given.length); at += 1) {
    if (wanted[at] !== given[at]) {
      return { position: at + 1, expected: wanted[at] ?? null, found: given[at] ?? null };
    }
  }
  return null;
}

/** The provided name that was probably meant: the one to be reached with the fewest changes, the first among equals. */
export function nearestName(provided: readonly string[], typed: string): string | null {
  let nearest: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const name of provided) {
    const changes = changesBetween(name, typed);
    if (changes < fewest) [nearest, fewest] = [name, changes];
  }
  return nearest;
}

/** How many characters to insert, drop or replace to make one of the other (Levenshtein). */
export function changesBetween(one: string, another: string): number {
  const [a, b] = [[...one], [...another]];
  let row = b.map((_character, at) => at + 1);
  row.unshift(0);
  for (const [index, character] of a.entries()) {
    const next = [index + 1];
    for (const [at, other] of b.entries()) {
      const replaced = (row[at] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
