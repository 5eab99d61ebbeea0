import { grouped } from './grouped.ts';
/** One postal code of one city; a code with several names has several rows. */
export interface PlaceRow {
  readonly code: string;
  /** In capitals, as it is printed. */
  readonly city: string;
  /** Two letters; empty in countries without. */
  readonly state: string;
  /** Degrees, two decimals. */
  readonly latitude: number;
  readonly longitude: number;
}

/** How many leading characters of a code stand once for all rows below. */
const PREFIX = 3;

/**
 * Rows as text, for a table that is small on the disk and quick to read: per prefix one heading
 * `#303 GA 3375 -8439` (state of most rows, position in hundredths of a degree), per code one line
 * `01 0 0 ATLANTA` (rest of the code, position from the heading's, city; none where it is that of the line above,
 * with `/AL` where the state differs).
 */
export function packPlaces(rows: readonly PlaceRow[]): string {
  const sorted = rows.toSorted((a, b) => order(a.code, b.code) || order(a.city, b.city));
  const blocks = grouped(sorted, ({ code }) => code.slice(0, PREFIX));
  return [...blocks].map(([prefix, block]) => packBlock(prefix, block)).join('\n');
}

export function unpackPlaces(text: string): PlaceRow[] {
  const rows: PlaceRow[] = [];
  let head: Head = { prefix: '', state: '', latitude: 0, longitude: 0 };
  let above: Pick<PlaceRow, 'city' | 'state'> = { city: '', state: '' };
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) {
      head = readHead(line);
      continue;
    }
    if (line === '') continue;
    const [rest = '', latitude, longitude, ...words] = line.split(' ');
    if (words.length > 0) above = readName(words.join(' '), head.state);
    rows.push({
      code: head.prefix + (rest === '-' ? '' : rest),
      ...above,
      latitude: (head.latitude + Number(latitude)) / 100,
      longitude: (head.longitude + Number(longitude)) / 100,
    });
  }
  return rows;
}

interface Head {
  readonly prefix: string;
  readonly state: string;
  readonly latitude: number;
  readonly longitude: number;
}

function packBlock(prefix: string, rows: readonly PlaceRow[]): string {
  const state = mostOften(rows.map((row) => row.state));
  const [latitude, longitude] = [hundredths(rows[0]?.latitude), hundredths(rows[0]?.longitude)];
  let above = '';
  const lines = rows.map((row) => {
    const name = row.state === state ? row.city : `${row.city}/${row.state}`;
    const [down, right] = [hundredths(row.latitude) - latitude, hundredths(row.longitude) - longitude];
    const line = `${row.code.slice(PREFIX) || '-'} ${down} ${right}${name === above ? '' : ` ${name}`}`;
    above = name;
    return line;
  });
  return [`#${prefix} ${state || '-'} ${latitude} ${longitude}`, ...lines].join('\n');
}

function readHead(line: string): Head {
  const [prefix = '', state = '', latitude, longitude] = line.slice(1).split(' ');
  const isKnown = state !== '-';
  return { prefix, state: isKnown ? state : '', latitude: Number(latitude), longitude: Number(longitude) };
}

function readName(name: string, state: string): Pick<PlaceRow, 'city' | 'state'> {
  const cut = name.lastIndexOf('/');
  return cut < 0 ? { city: name, state } : { city: name.slice(0, cut), state: name.slice(cut + 1) };
}

function mostOften(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

function hundredths(degrees = 0): number {
  return Math.round(degrees * 100);
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
