/**
 * Numbers of many rows, kept side by side in typed arrays: a hundred thousand parcels as objects would cost several
 * times the memory. Rows are only ever added.
 */
export interface Columns<Name extends string> {
  readonly length: number;
  /** Adds a row and gives its number. */
  add(row: Readonly<Record<Name, number>>): number;
  get(name: Name, row: number): number;
  set(name: Name, row: number, value: number): void;
}

/** How wide a column is, in bytes; all hold whole numbers from 0 on. */
export type Width = 1 | 2 | 4;

type Cells = Uint8Array | Uint16Array | Uint32Array;

const FIRST_ROWS = 64;
const GROWTH = 1.5;
const LARGEST: Readonly<Record<Width, number>> = { 1: 0xff, 2: 0xffff, 4: 0xffff_ffff };

export function createColumns<Name extends string>(widths: Readonly<Record<Name, Width>>): Columns<Name> {
  const names = Object.keys(widths) as Name[];
  const cells = {} as Record<Name, Cells>;
  let capacity = FIRST_ROWS;
  let length = 0;
  for (const name of names) cells[name] = cellsOf(widths[name], capacity);
  const grow = (): void => {
    capacity = Math.ceil(capacity * GROWTH);
    for (const name of names) {
      const wider = cellsOf(widths[name], capacity);
      wider.set(cells[name]);
      cells[name] = wider;
    }
  };
  const set = (name: Name, row: number, value: number): void => {
    const isWhole = Number.isInteger(value) && value >= 0 && value <= LARGEST[widths[name]];
    if (!isWhole) throw new RangeError(`${name} cannot hold ${value}`);
    cells[name][row] = value;
  };
  return {
    get length() {
      return length;
    },
    add: (row) => {
      if (length === capacity) grow();
      for (const name of names) set(name, length, row[name]);
      length += 1;
      return length - 1;
    },
    get: (name, row) => {
      const value = row < length ? cells[name][row] : undefined;
      if (value === undefined) throw new RangeError(`no row ${row}`);
      return value;
    },
    set,
  };
}

function cellsOf(width: Width, rows: number): Cells {
  if (width === 1) return new Uint8Array(rows);
  return width === 2 ? new Uint16Array(rows) : new Uint32Array(rows);
}
