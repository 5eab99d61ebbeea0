import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type CsvCell, type CsvRow, csvLines, writeCsv } from './csv.ts';

describe('csvLines', () => {
  it.each<[string, CsvRow, string]>([
    ['plain cells', ['1Z999', 3, true, null], '1Z999,3,true,\r\n'],
    ['a comma', ['Laval, QC'], '"Laval, QC"\r\n'],
    ['a quote', ['5" box'], '"5"" box"\r\n'],
    ['a line’s end', ['a\nb'], '"a\nb"\r\n'],
    ['a negative number', [-5], '-5\r\n'],
  ])('writes %s', (_name, row, line) => {
    expect(csvLines([row])).toBe(line);
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tA',
    '\rA',
    '\nA',
    '  =1+1',
    '=HYPERLINK("https://example.invalid")\n',
    '＝1+1',
  ])('does not let a spreadsheet run %j', (cell) => {
    const [[read]] = Papa.parse<[string]>(csvLines([[cell]]).trimEnd(), { newline: '\r\n' }).data as [
      [string],
    ];
    expect(read?.startsWith("'")).toBe(true);
  });

  it('gives nothing for no rows', () => {
    expect(csvLines([])).toBe('');
  });

  it('comes back cell by cell from a foreign reader, but for the guard', () => {
    const cell = fc.string().map((text) => `x${text}`);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const read = Papa.parse(csvLines(rows), {
          delimiter: ',',
          newline: '\r\n',
          skipEmptyLines: true,
        });
        expect(read.data).toEqual(rows);
      }),
    );
  });
});

describe('writeCsv', () => {
  async function* counted(count: number, pulled: { rows: number }): AsyncGenerator<CsvCell[]> {
    for (let row = 1; row <= count; row += 1) {
      pulled.rows = row;
      yield [row];
    }
  }

  it('writes a byte order mark, the header and every row once', async () => {
    const pieces: string[] = [];
    for await (const piece of writeCsv(['no'], counted(5, { rows: 0 }), { batchRows: 2 })) pieces.push(piece);
    expect(pieces).toEqual(['\uFEFFno\r\n', '1\r\n2\r\n', '3\r\n4\r\n', '5\r\n']);
  });

  it('takes no more rows than one batch before it hands over a piece', async () => {
    const pulled = { rows: 0 };
    const pieces = writeCsv(['no'], counted(1000, pulled), { batchRows: 10, byteOrderMark: false });
    await pieces.next();
    expect(pulled.rows).toBe(0);
    await pieces.next();
    expect(pulled.rows).toBe(10);
    await pieces.return();
  });
});
