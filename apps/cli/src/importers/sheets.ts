import type { SheetRows } from '@lading/carrier/rating/sheets';
import { textOf } from '@lading/kit/reference/lines';
import type { SourceFile } from '@lading/kit/reference/source-file';
import { type CsvRecord, readCsv } from '@lading/wire/csv-reading';

/** One sheet of a file, with the line or row of the file at which each of its rows stands. */
export interface Sheet {
  readonly name: string;
  readonly rows: SheetRows;
  readonly lines: readonly number[];
}

/** No workbook of the carrier's comes near. */
const MOST_BYTES = 40_000_000;
const ZIP_MARK = [0x50, 0x4b, 0x03, 0x04];
const OLE_MARK = [0xd0, 0xcf, 0x11, 0xe0];

/** An Excel workbook, of either age, by name and first bytes. */
export function isWorkbook({ name, head }: SourceFile): boolean {
  const begins = (mark: readonly number[]) => mark.every((byte, at) => head[at] === byte);
  return (/\.xlsx$/i.test(name) && begins(ZIP_MARK)) || (/\.xls$/i.test(name) && begins(OLE_MARK));
}

export function isCsv({ name }: SourceFile): boolean {
  return /\.csv$/i.test(name);
}

/** The sheets of a workbook, or the one of a CSV file, which is called like the file. */
export async function sheetsOf(file: SourceFile): Promise<readonly Sheet[]> {
  return isWorkbook(file) ? sheetsOfWorkbook(file) : [await gather(file.name, readCsv(textOf(file)))];
}

/** Loaded only when a workbook comes: the library is large. Formulas are not run, their stored values are read. */
async function sheetsOfWorkbook(file: SourceFile): Promise<readonly Sheet[]> {
  const { read, utils } = await import('@e965/xlsx');
  const book = read(await file.whole(MOST_BYTES), { dense: true, cellFormula: false, cellHTML: false });
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    if (sheet === undefined) return [];
    const cells = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false, defval: '' });
    const rows = cells.map((row) => row.map(String));
    return [{ name, rows, lines: rows.map((_row, index) => index + 1) }];
  });
}

async function gather(name: string, records: AsyncIterable<CsvRecord>): Promise<Sheet> {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  for await (const record of records) {
    rows.push('cells' in record ? record.cells : []);
    lines.push(record.line);
  }
  return { name, rows, lines };
}
