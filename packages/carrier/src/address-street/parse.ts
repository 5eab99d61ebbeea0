import { type Street, type StreetName, streetLines, type Unit } from './street.ts';
import { cutUnits } from './units.ts';
import { directions, frenchDirections, frenchTypes, numberedRoads, suffixes } from './words.ts';

/** The countries whose forms are known; Puerto Rico writes as the United States do. */
export type StreetCountry = 'US' | 'PR' | 'CA';

const NUMBER = /^(\d{1,7}[A-Z]?|\d{1,6}-\d{1,6}[A-Z]?|[NSEW]\d{1,6}[NSEW]\d{1,6}|\d{1,5}[NSEW]\d{1,5})$/;
const FRACTION = /^\d\/\d$/;
const EMPTY = { preDirection: '', type: '', name: '', suffix: '', postDirection: '' };

/**
 * Takes the lines of an address apart. Null where none of them is a street, a box, a rural or a military route.
 * Units are read from every line; a line that is neither stays as it is, in capitals, in `others`.
 */
export function parseStreet(lines: readonly string[], country: StreetCountry): Street | null {
  let street = readLines(lines, country);
  let printed = street === null ? [] : streetLines(street);
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    const again = street === null ? null : readLines(printed, country);
    if (again === null) return null;
    const reprinted = streetLines(again);
    if (reprinted.join('\n') === printed.join('\n')) return street;
    [street, printed] = [again, reprinted];
  }
  return null;
}

/**
 * An abbreviation may be read as something else than the word it stands for (`APT NORTH` prints as `APT N`), so a line
 * is read again until it stands still. Nothing that a person writes needs more than two readings; what never stands
 * still is no street.
 */
const MOST_READINGS = 6;

function readLines(lines: readonly string[], country: StreetCountry): Street | null {
  const read = lines
    .map(wordsOf)
    .filter((words) => words.length > 0)
    .map(cutUnits);
  let street: Line | null = null;
  const found: Unit[] = [];
  const others: string[] = [];
  for (const { words, units } of read) {
    const parsed: Line | null = street === null ? readStreet(words, country) : null;
    if (parsed !== null) street = parsed;
    else if (words.length > 0) others.push(words.join(' '));
    found.push(...units);
  }
  return street === null ? null : { units: found, others, ...street };
}

/** The name of a street alone, `Peachtree St NE`, as tables of ranges have it: in its standardised parts. */
export function parseStreetName(text: string, country: StreetCountry): StreetName {
  return readName(wordsOf(text), country);
}

/** Capitals without diacritics and punctuation; `#` stands before its number. */
export function wordsOf(line: string): string[] {
  const capitals = line.toUpperCase();
  if (PLAIN.test(capitals)) return capitals.split(' ').filter((word) => word !== '');
  return line
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/['’`.]/g, '')
    .replace(/[^A-Z0-9#/-]+/g, ' ')
    .replace(/[#\s]*#[\s#/-]*/g, ' #')
    .split(' ')
    .map((word) => word.replace(/^[-/]+|[-/]+$/g, ''))
    .filter((word) => word !== '' && word !== '#');
}

/** Most lines: nothing falls off. */
const PLAIN = /^[A-Z0-9 ]*$/;

type Line = Omit<Street, 'units' | 'others'>;

function readStreet(words: readonly string[], country: StreetCountry): Line | null {
  return readRoute(words) ?? readNumbered(words, country);
}

const BOX =
  /^(?:P ?O ?(?:BOX|DRAWER)|POST OFFICE BOX|POB|BOX|CP|C P|CASE POSTALE|CASIER POSTAL) #?([A-Z]?\d[A-Z0-9-]*|[A-Z])(?: (.+))?$/;
const RURAL = /^(?:RR|R R|RURAL ROUTE|RFD|RD|RTE|ROUTE) #?(\d+) BOX #?([A-Z0-9-]+)$/;
const CONTRACT = /^(?:HC|HIGHWAY CONTRACT(?: ROUTE)?|STAR ROUTE) #?(\d+) BOX #?([A-Z0-9-]+)$/;
const MILITARY = /^(PSC|UNIT|CMR|OMC) (\d+)(?: BOX #?([A-Z0-9-]+))?$/;

/** What is delivered without a street: boxes, rural routes, the armed forces. */
function readRoute(words: readonly string[]): Line | null {
  const text = words.join(' ');
  const [, box, station] = BOX.exec(text) ?? [];
  if (box !== undefined) return { ...EMPTY, kind: 'box', number: `PO BOX ${box}`, name: station ?? '' };
  const [, rural, ruralBox] = RURAL.exec(text) ?? [];
  if (rural !== undefined) return { ...EMPTY, kind: 'rural', number: `RR ${rural} BOX ${ruralBox}` };
  const [, contract, contractBox] = CONTRACT.exec(text) ?? [];
  if (contract !== undefined) return { ...EMPTY, kind: 'rural', number: `HC ${contract} BOX ${contractBox}` };
  const [, place, number, at] = MILITARY.exec(text) ?? [];
  if (place === undefined) return null;
  return { ...EMPTY, kind: 'military', number: `${place} ${number}${at === undefined ? '' : ` BOX ${at}`}` };
}

function readNumbered(words: readonly string[], country: StreetCountry): Line | null {
  const [first = '', second = ''] = words;
  if (!NUMBER.test(first)) return null;
  const isHalf = FRACTION.test(second);
  const rest = words.slice(isHalf ? 2 : 1);
  if (rest.length === 0 || rest.every((word) => word.startsWith('#'))) return null;
  return { kind: 'street', number: isHalf ? `${first} ${second}` : first, ...readName(rest, country) };
}

function readName(words: readonly string[], country: StreetCountry): StreetName {
  return (country === 'CA' ? readFrench(words) : null) ?? readRoad(words) ?? readEnglish(words, country);
}

/** `BOUL RENE-LEVESQUE O`: the type first, the direction last. */
function readFrench(words: readonly string[]): StreetName | null {
  const type = frenchTypes.get(words[0] ?? '');
  const last = words.at(-1) ?? '';
  const direction = words.length > 2 ? (frenchDirections.get(last) ?? '') : '';
  const name = words.slice(1, direction === '' ? undefined : -1);
  if (type === undefined || name.length === 0 || isEnglishOrder(words)) return null;
  return { preDirection: '', type, name: name.join(' '), suffix: '', postDirection: direction };
}

/** `PLACE LANE`, `PARK AVE W`: a word that could be a French type, but the line ends as English does. */
function isEnglishOrder(words: readonly string[]): boolean {
  const [last = '', before = ''] = [words.at(-1), words.at(-2)];
  const isFrenchWord = /^(RUE|BOUL|BOULEVARD|CHEMIN|CH|MONTEE|RANG|COTE|AV)$/.test(words[0] ?? '');
  return !isFrenchWord && (suffixes.has(last) || (directions.has(last) && suffixes.has(before)));
}

/** `CR 20`, `US HWY 41 S`: a road known by its number keeps its words, spelled one way. */
function readRoad(words: readonly string[]): StreetName | null {
  const pre = words.length > 2 ? (directions.get(words[0] ?? '') ?? '') : '';
  const rest = pre === '' ? words : words.slice(1);
  for (const [written, printed] of numberedRoads.get(rest[0] ?? '') ?? []) {
    const number = rest[written.length] ?? '';
    const behind = rest.slice(written.length + 1);
    const direction = behind.length === 1 ? directions.get(behind[0] ?? '') : '';
    const isRoad = written.every((word, at) => rest[at] === word) && /^\d+[A-Z]?$/.test(number);
    if (!isRoad || behind.length > 1 || direction === undefined) continue;
    return {
      preDirection: pre,
      type: '',
      name: `${printed} ${number}`,
      suffix: '',
      postDirection: direction,
    };
  }
  return null;
}

/** `N MAIN ST`, `PEACHTREE ST NE`, `BROADWAY`, `AVENUE E`: directions outside, the suffix last. */
function readEnglish(words: readonly string[], country: StreetCountry): StreetName {
  const whole = { preDirection: '', type: '', name: words.join(' '), suffix: '', postDirection: '' };
  const [first = '', second = ''] = words;
  if (words.length === 1) return whole;
  if (words.length === 2 && suffixes.has(first) && !suffixes.has(second)) return whole;
  const post = words.length > 2 || !suffixes.has(words.at(-1) ?? '') ? direction(words.at(-1), country) : '';
  let inner = post === '' ? words : words.slice(0, -1);
  const pre =
    inner.length > 2 || (inner.length === 2 && !suffixes.has(inner[1] ?? ''))
      ? direction(inner[0], country)
      : '';
  if (pre !== '') inner = inner.slice(1);
  const suffix = inner.length > 1 ? (suffixes.get(inner.at(-1) ?? '') ?? '') : '';
  const name = suffix === '' ? inner : inner.slice(0, -1);
  return {
    preDirection: pre,
    type: '',
    name: numberedName(name, suffix),
    suffix,
    postDirection: post,
  };
}

function direction(word: string | undefined, country: StreetCountry): string {
  const english = directions.get(word ?? '');
  if (english !== undefined) return english;
  return country === 'CA' ? (frenchDirections.get(word ?? '') ?? '') : '';
}

/** `W 49 ST` is `W 49TH ST`. */
function numberedName(words: readonly string[], suffix: string): string {
  const [only = ''] = words;
  if (words.length !== 1 || suffix === '' || !/^\d{1,3}$/.test(only)) return words.join(' ');
  return only + ordinalEnding(Number(only));
}

function ordinalEnding(number: number): string {
  const isTeen = number % 100 >= 11 && number % 100 <= 13;
  const endings: Readonly<Record<number, string>> = { 1: 'ST', 2: 'ND', 3: 'RD' };
  return isTeen ? 'TH' : (endings[number % 10] ?? 'TH');
}
