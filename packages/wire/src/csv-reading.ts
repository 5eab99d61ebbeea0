import Papa from 'papaparse';

/** One row of a file, or a row whose quotes never close. */
export type CsvRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly fault: 'open-quote' };

const QUOTE = '"';

/**
 * Rows of a text that comes in pieces, with the line (from 1) at which each begins. Cells may be quoted and then hold
 * line ends and doubled quotes; empty lines are passed over. Never holds more than a piece and an unfinished row.
 */
export async function* readCsv(
  pieces: AsyncIterable<string> | Iterable<string>,
  { delimiter = ',' }: { readonly delimiter?: string } = {},
): AsyncGenerator<CsvRecord, void, undefined> {
  let waiting = '';
  let line = 1;
  for await (const piece of pieces) {
    waiting += piece;
    const end = lastWholeRow(waiting);
    if (end === 0) continue;
    const block = waiting.slice(0, end);
    waiting = waiting.slice(end);
    yield* rowsOf(block, delimiter, line);
    line += linesIn(block);
  }
  if (countOf(waiting, QUOTE) % 2 === 1) yield { line, fault: 'open-quote' };
  else yield* rowsOf(waiting, delimiter, line);
}

/** Where the last row ends whose quotes are closed: behind a line end with an even number of quotes before it. */
function lastWholeRow(text: string): number {
  let quotes = countOf(text, QUOTE);
  for (let end = text.length; end > 0; ) {
    const at = text.lastIndexOf('\n', end - 1);
    if (at < 0) return 0;
    quotes -= countOf(text.slice(at + 1, end), QUOTE);
    if (quotes % 2 === 0) return at + 1;
    end = at;
  }
  return 0;
}

function* rowsOf(block: string, delimiter: string, firstLine: number): Generator<CsvRecord> {
  let line = firstLine;
  for (const cells of Papa.parse<string[]>(block, { delimiter, newline: '\n' }).data) {
    const own = line;
    line += 1 + cells.reduce((sum, cell) => sum + linesIn(cell), 0);
    const last = cells.length - 1;
    const clean = cells.map((cell, at) => (at === last ? cell.replace(/\r$/, '') : cell));
    if (clean.length > 1 || clean[0] !== '') yield { line: own, cells: clean };
  }
}

function linesIn(text: string): number {
  return countOf(text, '\n');
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}
