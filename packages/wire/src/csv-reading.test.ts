import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLines } from './csv.ts';
import { readCsv } from './csv-reading.ts';

async function read(pieces: readonly string[], delimiter = ','): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const row of readCsv(pieces, { delimiter })) {
    rows.push('fault' in row ? [row.line, row.fault] : [row.line, ...row.cells]);
  }
  return rows;
}

describe('a CSV text', () => {
  test('is read row by row with the line at which each begins', async () => {
    expect(await read(['a,b\r\n"x\ny","z ""q"""\r\n\r\nlast,'])).toEqual([
      [1, 'a', 'b'],
      [2, 'x\ny', 'z "q"'],
      [5, 'last', ''],
    ]);
  });

  test('may be cut with anything', async () => {
    expect(await read(['a|b,c\nd|e'], '|')).toEqual([
      [1, 'a', 'b,c'],
      [2, 'd', 'e'],
    ]);
  });

  test('whose quotes never close says where they began', async () => {
    expect(await read(['a,b\nc,d\n', 'e,"f\ng'])).toEqual([
      [1, 'a', 'b'],
      [2, 'c', 'd'],
      [3, 'open-quote'],
    ]);
  });

  test('of no rows has none', async () => {
    expect([await read([]), await read(['']), await read(['\n\n'])]).toEqual([[], [], []]);
  });

  test('gives the rows that were written, however it is cut into pieces', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', ' ', 'é'), maxLength: 6 });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 30 }), async (given, size) => {
        const text = csvLines(given.map((row) => row.map((one) => `x${one}x`)));
        const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_none, at) =>
          text.slice(at * size, (at + 1) * size),
        );
        const found = (await read(pieces)).map((row) => (Array.isArray(row) ? row.slice(1) : row));
        expect(found).toEqual(given.map((row) => row.map((one) => `x${one}x`)));
      }),
    );
  });
});
