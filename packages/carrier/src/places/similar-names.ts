/** Names that can be asked for with typing errors in them. */
export interface NameIndex {
  /** Names at most so many errors away but not equal, nearest first, then by name. */
  near(name: string, mostErrors: number): readonly { readonly name: string; readonly errors: number }[];
}

/**
 * An index of pairs of letters: a letter changed, left out or added spoils at most two pairs and two neighbours
 * exchanged spoil three, so only names that share enough pairs are compared letter by letter. Of several errors one
 * may be an exchange: two are too rare to compare thousands of names for.
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
      const lists = pairs.map((pair) => packed.get(pair) ?? NONE);
      for (const list of lists) for (const place of list) shared[place] = (shared[place] ?? 0) + 1;
      const likely = takeOften(lists, shared, pairs.length - 2 * mostErrors - 1);
      return likely
        .map((place) => names[place] ?? '')
        .filter((name) => Math.abs(name.length - asked.length) <= mostErrors)
        .map((name) => ({ name, errors: errorsBetween(asked, name, mostErrors) }))
        .filter(({ errors }) => errors > 0 && errors <= mostErrors)
        .toSorted((a, b) => a.errors - b.errors || (a.name < b.name ? -1 : 1));
    },
  };
}

const NONE = new Uint32Array();

/** The places counted at least so often, each once; every count is zero again afterwards. */
function takeOften(lists: readonly Uint32Array[], counts: Uint8Array, least: number): number[] {
  const often: number[] = [];
  for (const list of lists) {
    for (const place of list) {
      const count = counts[place] ?? 0;
      if (count > 0 && count >= least) often.push(place);
      counts[place] = 0;
    }
  }
  return often;
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
 * (optimal string alignment). Beyond `most` it gives up and says one more than that.
 */
export function errorsBetween(one: string, two: string, most = one.length + two.length): number {
  const width = two.length + 1;
  const cells = new Uint16Array(width * (one.length + 1));
  for (let column = 1; column < width; column += 1) cells[column] = column;
  for (let row = 1; row <= one.length; row += 1) {
    const start = row * width;
    cells[start] = row;
    let leastInRow = row;
    for (let column = 1; column < width; column += 1) {
      const errors = leastAt(cells, start + column, width, differAt(one, two, row, column));
      cells[start + column] = errors;
      if (errors < leastInRow) leastInRow = errors;
    }
    if (leastInRow > most) return most + 1;
  }
  return Math.min(cells[one.length * width + two.length] ?? 0, most + 1);
}

type Difference = 'same' | 'exchanged' | 'different';

function differAt(one: string, two: string, row: number, column: number): Difference {
  const [here, there] = [one.charCodeAt(row - 1), two.charCodeAt(column - 1)];
  if (here === there) return 'same';
  const isExchanged =
    row > 1 && column > 1 && here === two.charCodeAt(column - 2) && one.charCodeAt(row - 2) === there;
  return isExchanged ? 'exchanged' : 'different';
}

function leastAt(cells: Uint16Array, at: number, width: number, difference: Difference): number {
  const aside = (cells[at - 1] ?? 0) + 1;
  const above = (cells[at - width] ?? 0) + 1;
  const across = (cells[at - width - 1] ?? 0) + (difference === 'same' ? 0 : 1);
  const least = Math.min(aside, above, across);
  return difference === 'exchanged' ? Math.min(least, (cells[at - 2 * width - 2] ?? 0) + 1) : least;
}
