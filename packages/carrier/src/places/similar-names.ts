/** Names that can be asked for with typing errors in them. */
export interface NameIndex {
  /** Names at most so many errors away but not equal, nearest first, then by name. */
  near(name: string, mostErrors: number): readonly { readonly name: string; readonly errors: number }[];
}

/**
 * An index of pairs of letters: one error (a letter changed, left out, added, or two neighbours exchanged) spoils at
 * most three pairs, so only names that share enough pairs are compared letter by letter.
 */
export function createNameIndex(names: readonly string[]): NameIndex {
  const postings = new Map<number, number[]>();
  names.forEach((name, place) => {
    for (const pair of new Set(pairsOf(name))) {
      const list = postings.get(pair);
      if (list) list.push(place);
      else postings.set(pair, [place]);
    }
  });
  const packed = new Map([...postings].map(([pair, list]) => [pair, Uint32Array.from(list)]));
  const shared = new Uint8Array(names.length);
  return {
    near: (asked, mostErrors) => {
      const pairs = [...new Set(pairsOf(asked))];
      const touched: number[] = [];
      for (const place of pairs.flatMap((pair) => [...(packed.get(pair) ?? [])])) {
        if (shared[place] === 0) touched.push(place);
        shared[place] = Math.min(255, (shared[place] ?? 0) + 1);
      }
      const least = pairs.length - 3 * mostErrors;
      const likely = touched.filter(
        (place) =>
          (shared[place] ?? 0) >= least && Math.abs((names[place] ?? '').length - asked.length) <= mostErrors,
      );
      for (const place of touched) shared[place] = 0;
      return likely
        .map((place) => ({ name: names[place] ?? '', errors: errorsBetween(asked, names[place] ?? '') }))
        .filter(({ errors }) => errors > 0 && errors <= mostErrors)
        .toSorted((a, b) => a.errors - b.errors || (a.name < b.name ? -1 : 1));
    },
  };
}

/** With a mark at both ends, so that the first and the last letter count too. */
function pairsOf(name: string): number[] {
  const marked = `^${name}$`;
  return Array.from(
    { length: marked.length - 1 },
    (_none, at) => marked.charCodeAt(at) * 65_536 + marked.charCodeAt(at + 1),
  );
}

/**
 * How many typing errors lie between two words: letters changed, left out, added, or two neighbours exchanged
 * (optimal string alignment).
 */
export function errorsBetween(one: string, two: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: two.length + 1 }, (_none, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= two.length; column += 1) {
      const differs = one[row - 1] === two[column - 1] ? 0 : 1;
      const least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + differs,
      );
      const isExchanged =
        row > 1 && column > 1 && one[row - 1] === two[column - 2] && one[row - 2] === two[column - 1];
      current.push(isExchanged ? Math.min(least, (beforeLast[column - 2] ?? 0) + 1) : least);
    }
    beforeLast = last;
    last = current;
  }
  return last[two.length] ?? 0;
}
