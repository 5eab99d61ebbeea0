import { setImmediate as breathe } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { HubTables } from '../tables.ts';
import { assembleNumber, type StoredNumber } from './assemble.ts';
import { type FirstLife, goOn } from './go-on.ts';
import { firstLives, storedNumbers } from './lookup.ts';
import type { NumberedRecord } from './reader.ts';
import type { Company, Feed } from './store.ts';
import { write } from './write.ts';
import { noWrites, type Telling, type ToldBy, type ToldRecord, type Writes } from './writes.ts';

type Tx = Transaction<HubTables>;

/** A part that stands in the ledger and is to be ingested. */
export interface PartEntered extends ToldBy {
  /** The hub's clock. */
  readonly at: Date;
  readonly records: readonly NumberedRecord[];
}

type NumberTold = readonly [trackingNumber: string, told: readonly ToldRecord[]];

/**
 * So many numbers at most are worked out at a time, while the store writes those before; the first few alone, because
 * the store waits for them. A statement costs the store as much as dozens of rows.
 */
const NUMBERS_AT_ONCE = 300;
const FIRST_NUMBERS = 60;

/** The parts, and the first lives of all numbers of which they tell, as the store has them. */
interface Told {
  readonly parts: readonly PartEntered[];
  readonly lives: ReadonlyMap<string, FirstLife>;
}

/** The first lives of the numbers of which parts tell. Asked for by who holds the company's lock. */
export function livesOf(
  tx: Tx,
  feed: Feed,
  parts: readonly Pick<PartEntered, 'records'>[],
): Promise<ReadonlyMap<string, FirstLife>> {
  const numbers = parts.flatMap(({ records }) => records.map(({ trackingNumber }) => trackingNumber));
  return firstLives(tx, feed, [...new Set(numbers)]);
}

/**
 * Works out and writes what parts tell together, under their entries in the ledger: a parcel of which several tell is
 * read and written once. `onWriting` is told as soon as everything is worked out and the store alone has work.
 */
export async function ingest(
  tx: Tx,
  feed: Feed,
  { zone, directions }: Company,
  { parts, lives }: Told,
  onWriting?: () => void,
): Promise<void> {
  const at = parts.at(-1)?.at;
  if (!at) return;
  const context = { tenantId: feed.tenantId, at, directions };
  const writing: Promise<void>[] = [];
  try {
    for await (const writes of assembled(
      tx,
      { ...feed, companyZone: zone },
      [...groupByNumber(parts)],
      lives,
    )) {
      const written = write(tx, writes, context);
      // Who ingests is told at the end; what nobody listens to before then would end the process.
      written.catch(() => undefined);
      writing.push(written);
    }
    await breathe();
    onWriting?.();
  } finally {
    await Promise.allSettled(writing);
  }
  await Promise.all(writing);
}

/** What needs more than first lives comes last: no question waits behind the writing of other numbers. */
async function* assembled(
  tx: Tx,
  telling: Telling,
  numbers: readonly NumberTold[],
  first: ReadonlyMap<string, FirstLife>,
): AsyncGenerator<Writes> {
  const left: NumberTold[] = [];
  for (const some of inChunks(numbers)) {
    const writes = noWrites();
    for (const one of some) {
      if (!assembleLight(one, first, telling, writes)) left.push(one);
    }
    yield writes;
    await breathe();
  }
  if (left.length > 0) yield await assembleHeavy(tx, telling, left, first);
}

/** The first few, then as many chunks as it takes, all about as large. Few enough are one chunk. */
function inChunks<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 2 * FIRST_NUMBERS) return items.length > 0 ? [[...items]] : [];
  const rest = items.length - FIRST_NUMBERS;
  const count = Math.ceil(rest / NUMBERS_AT_ONCE);
  const size = Math.ceil(rest / count);
  const edges = Array.from({ length: count }, (_, at) => FIRST_NUMBERS + at * size);
  return [items.slice(0, FIRST_NUMBERS), ...edges.map((from) => items.slice(from, from + size))];
}

/** A number that is new, or whose fold goes on from where it ended. */
function assembleLight(
  [number, told]: NumberTold,
  first: ReadonlyMap<string, FirstLife>,
  telling: Telling,
  into: Writes,
): boolean {
  const life = first.get(number);
  if (life) return goOn(told, life, telling, into);
  assembleNumber(number, told, NOTHING, telling, into);
  return true;
}

async function assembleHeavy(
  tx: Tx,
  telling: Telling,
  numbers: readonly NumberTold[],
  first: ReadonlyMap<string, FirstLife>,
): Promise<Writes> {
  const lives = new Map<string, FirstLife>();
  for (const [number] of numbers) {
    const life = first.get(number);
    if (life) lives.set(number, life);
  }
  const stored = await storedNumbers(tx, telling, lives);
  const writes = noWrites();
  for (const [number, told] of numbers) {
    assembleNumber(number, told, stored.get(number) ?? NOTHING, telling, writes);
  }
  return writes;
}

const NOTHING: StoredNumber = { parcels: [], events: [] };

function groupByNumber(parts: readonly PartEntered[]): Map<string, ToldRecord[]> {
  const byNumber = new Map<string, ToldRecord[]>();
  for (const by of parts) {
    for (const record of by.records) {
      const list = byNumber.get(record.trackingNumber);
      if (list) list.push({ record, by });
      else byNumber.set(record.trackingNumber, [{ record, by }]);
    }
  }
  return byNumber;
}
