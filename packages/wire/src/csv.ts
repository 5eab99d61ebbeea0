import Papa from 'papaparse';

/** `null` is an empty cell. */
export type CsvCell = string | number | boolean | null;
/** One row, cell by cell. */
export type CsvRow = readonly CsvCell[];

/** How the text is cut and begun. */
export interface CsvOptions {
  /** How many rows go out at once. */
  readonly batchRows?: number;
  /** Begins with a byte order mark, without which spreadsheets read letters with accents wrongly. */
  readonly byteOrderMark?: boolean;
}

/**
 * What a spreadsheet may take for a formula: = + - @, also full-width or after blanks, and cells that begin with
 * tab or a line's end. Papaparse's own pattern misses a formula that holds a line's end.
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

const NEW_LINE = '\r\n';
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Rows as lines, each ended by CR LF. Text that a spreadsheet would run as a formula gets an apostrophe before
 * it; numbers and booleans never do, so negative amounts must come as numbers. `null` is an empty cell.
 */
export function csvLines(rows: readonly CsvRow[]): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => [...row]);
  return Papa.unparse(cells, { escapeFormulae: FORMULA, newline: NEW_LINE, header: false }) + NEW_LINE;
}

/**
 * Header and rows in pieces of text, without ever holding more than one batch of rows.
 *
 * @example
 * for await (const piece of writeCsv(['parcel', 'status'], rows)) reply.write(piece);
 */
export async function* writeCsv(
  header: readonly string[],
  rows: AsyncIterable<CsvRow> | Iterable<CsvRow>,
  { batchRows = 500, byteOrderMark = true }: CsvOptions = {},
): AsyncGenerator<string, void, undefined> {
  yield (byteOrderMark ? BYTE_ORDER_MARK : '') + csvLines([header]);
  let batch: CsvRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < batchRows) continue;
    yield csvLines(batch);
    batch = [];
  }
  if (batch.length > 0) yield csvLines(batch);
}
