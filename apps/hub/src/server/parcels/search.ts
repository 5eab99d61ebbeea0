import { type SearchWord, searchWords, termsOfState } from '../ingestion/terms.ts';
import { type Position, readCursor, readLateCursor, writeCursor } from './cursor.ts';
import type { StoredRow } from './rows.ts';
import {
  countBeginning,
  countTerms,
  keysBeginning,
  keysOfTerms,
  type ParcelFilter,
  pageOfLate,
  pageOfParcels,
  pageWithState,
  positionOf,
  rowsOf,
  type StatefulRow,
  type Tx,
  termsBeginning,
} from './store.ts';

/** A page of results. It may be short, even empty, while `next` says that there is more to look through. */
export interface FoundPage {
  readonly rows: readonly StoredRow[];
  /** The cursor of the next page. */
  readonly next: string | null;
}

/** A question as asked: filters, words, and where the page before it ended. */
export interface Question {
  readonly filter: Omit<ParcelFilter, 'after'>;
  readonly q?: string | undefined;
  readonly cursor?: string | null | undefined;
}

/**
 * A word of the question and how its parcels are found: by the terms it stands for; by all that begins with it, where
 * that is not much; or not at all, when an unfinished word stands for too many.
 */
interface Word {
  readonly text: string;
  readonly isPrefix: boolean;
  readonly terms: readonly string[] | null;
  /** How many rows begin with it, where all of them can be looked at. */
  readonly beginning: number | null;
}

/** How many terms one unfinished word may stand for. */
const MOST_TERMS = 200;
/** So many terms can be asked for parcel by parcel; of a word that stands for more, the parcel's state is read. */
const MOST_ALTERNATIVES = 8;
/** So many rows that begin with a word can all be looked at. */
const MOST_BEGINNING = 2000;
/** Beyond this many parcels a word is simply common. */
const MOST_COUNTED = 401;
/** How many parcels one request looks at, step after step: most questions are answered by the first. */
const STEPS = [100, 300, 600] as const;

/**
 * Lists the parcels that match the filter and, when `q` holds words, every one of them: newest ship date first,
 * but late ones without words in the order in which they became late.
 * @throws `INVALID_CURSOR` for a cursor of another order.
 */
export async function findParcels(tx: Tx, question: Question, limit: number): Promise<FoundPage> {
  const asked = searchWords(question.q ?? '').filter(isAsking);
  if (asked.length === 0 && question.filter.lateAt !== null) return latePage(tx, question, limit);
  const after = question.cursor ? readCursor(question.cursor) : null;
  const filter = { ...question.filter, after };
  if (asked.length === 0) return toPage(await pageOfParcels(tx, filter, limit + 1), limit);
  const words = await expand(tx, filter.tenantId, asked);
  if (words.some(standsForNothing)) return { rows: [], next: null };
  const leader = filter.exceptionWithin ? null : await drivingWord(tx, filter.tenantId, words);
  return walk(tx, filter, words, leader, limit);
}

/** A finished word of one letter stands in no parcel's terms: it says nothing rather than "nothing found". */
function isAsking({ text, isPrefix }: SearchWord): boolean {
  return isPrefix || text.length > 1;
}

async function latePage(tx: Tx, { filter, cursor }: Question, limit: number): Promise<FoundPage> {
  const after = cursor ? readLateCursor(cursor) : null;
  const rows = await pageOfLate(tx, { ...filter, after: null }, after, limit + 1);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  if (!last?.late_after) return { rows, next: null };
  const next = writeCursor({ lateAfter: last.late_after.toISOString(), parcelId: last.parcel_id });
  return { rows: rows.slice(0, limit), next };
}

function toPage(rows: readonly StoredRow[], limit: number): FoundPage {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? writeCursor(positionOf(last)) : null };
}

function expand(tx: Tx, tenantId: string, asked: readonly SearchWord[]): Promise<Word[]> {
  return inOrder(asked, async ({ text, isPrefix }) => {
    if (!isPrefix) return { text, isPrefix, terms: [text], beginning: null };
    const rows = await countBeginning(tx, tenantId, text, MOST_BEGINNING + 1);
    if (rows <= MOST_BEGINNING) return { text, isPrefix, terms: null, beginning: rows };
    const terms = await termsBeginning(tx, tenantId, text, MOST_TERMS + 1);
    return { text, isPrefix, terms: terms.length > MOST_TERMS ? null : terms, beginning: null };
  });
}

function standsForNothing({ beginning }: Word): boolean {
  return beginning === 0;
}

/** The word with the fewest parcels leads; null when there is only a word that stands for too many. The exceptions of
 * a day are fewer than the parcels of nearly any word: there no word leads. */
async function drivingWord(tx: Tx, tenantId: string, words: readonly Word[]): Promise<Word | null> {
  const bounded = words.filter((word) => word.terms !== null || word.beginning !== null);
  if (bounded.length < 2) return bounded[0] ?? null;
  const counted = await inOrder(bounded, async (word) => ({
    word,
    n: word.beginning ?? (await countTerms(tx, tenantId, word.terms ?? [], MOST_COUNTED)),
  }));
  return counted.reduce((best, each) => (each.n < best.n ? each : best)).word;
}

/** Looks through the leading word's parcels, newest first, until the page is full or the bounds are reached. */
async function walk(
  tx: Tx,
  filter: ParcelFilter,
  words: readonly Word[],
  leader: Word | null,
  limit: number,
): Promise<FoundPage> {
  const found: StoredRow[] = [];
  let after = filter.after;
  for (const step of stepsOf(filter, words, leader, limit)) {
    const entry = await entryOf(tx, { ...filter, after });
    if (!entry) return toPage(found, limit);
    const looked = await look(tx, { ...filter, ...entry, after }, words, leader, Math.max(step, limit + 1));
    found.push(...looked.rows);
    if (found.length > limit || looked.end === null) return toPage(found, limit);
    after = looked.end;
  }
  return { rows: found, next: after && writeCursor(after) };
}

/** A word that leads alone finds a full page at once where the company looks at all that it has. */
function stepsOf(filter: ParcelFilter, words: readonly Word[], leader: Word | null, limit: number) {
  return leader && words.length === 1 && !isNarrow(filter) ? [limit + 1, ...STEPS] : STEPS;
}

/** Whether the filter asks for more than ship dates, which the terms themselves know. */
function isNarrow({ statuses, direction, lateAt, expectedOn, exceptionWithin }: ParcelFilter): boolean {
  return [statuses, direction, lateAt, expectedOn, exceptionWithin].some((asked) => asked !== null);
}

/**
 * The day from which looking pays: the newest parcels are all on their way, and who asks for delivered ones would
 * look through every one of them. Null when no parcel behind the filter's position passes it.
 */
async function entryOf(tx: Tx, filter: ParcelFilter): Promise<Pick<ParcelFilter, 'to'> | null> {
  const { statuses, direction, exceptionWithin, to } = filter;
  if (exceptionWithin !== null || (statuses === null && direction === null)) return { to };
  const byOneIndex = { ...filter, lateAt: null, expectedOn: null };
  const [first] = await pageOfParcels(tx, byOneIndex, 1);
  return first ? { to: first.shipped_on } : null;
}

interface Looked {
  readonly rows: readonly StoredRow[];
  /** Where the next step goes on; null when nothing is behind it. */
  readonly end: Position | null;
}

async function look(
  tx: Tx,
  filter: ParcelFilter,
  words: readonly Word[],
  leader: Word | null,
  step: number,
): Promise<Looked> {
  if (!leader) {
    const rows = await pageWithState(tx, filter, step);
    return { rows: carrying(rows, words), end: endOf(rows.map(positionOf), step) };
  }
  const others = words.filter((word) => word !== leader);
  const prefixes = others.filter((word) => !isAlternatives(word.terms));
  const alternatives = others.map((word) => word.terms).filter(isAlternatives);
  const keys = await keysOf(tx, filter, leader, step);
  const found = await rowsOf(tx, filter, keys, alternatives, prefixes.length > 0 ? 'state' : 'row');
  return { rows: carrying(found, prefixes), end: endOf(keys, step) };
}

function isAlternatives(terms: Word['terms']): terms is readonly string[] {
  return terms !== null && terms.length <= MOST_ALTERNATIVES;
}

function keysOf(tx: Tx, filter: ParcelFilter, { text, terms }: Word, step: number): Promise<Position[]> {
  return terms ? keysOfTerms(tx, filter, terms, step) : keysBeginning(tx, filter, text, step);
}

function endOf(keys: readonly Position[], step: number): Position | null {
  return keys.length < step ? null : (keys.at(-1) ?? null);
}

/** Words whose parcels were not looked up are compared with the terms of each parcel's own state. */
function carrying(rows: readonly StatefulRow[], words: readonly Word[]): readonly StoredRow[] {
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const terms = termsOfState(row.state);
    return words.every((word) => terms.some((term) => isCarried(word, term)));
  });
}

function isCarried({ text, isPrefix }: Word, term: string): boolean {
  return isPrefix ? term.startsWith(text) : term === text;
}

async function inOrder<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
