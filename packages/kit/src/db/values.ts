import pg from 'pg';

/** How a value of one column leaves the database: from the server's text to a value of ours. */
type Parser = (text: string) => unknown;

const OID = { int8: 20, date: 1082, timestamp: 1114 } as const;
const OID_TEXT_ARRAY: number = 1009;
const OID_ARRAY = { int8: 1016, date: 1182, timestamp: 1115 } as const;

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} does not fit a JavaScript number`);
  return value;
}

const parseTextArray: (text: string) => unknown = pg.types.getTypeParser(OID_TEXT_ARRAY, 'text');

function parseArrayOf(parse: Parser): Parser {
  const convert = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(convert);
    return typeof item === 'string' ? parse(item) : item;
  };
  return (text) => convert(parseTextArray(text));
}

const parseDate: Parser = (text) => text;
const parseTimestamp: Parser = (text) => text.replace(' ', 'T');

const parsers: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [OID.int8, parseInt8],
  [OID.date, parseDate],
  [OID.timestamp, parseTimestamp],
  [OID_ARRAY.int8, parseArrayOf(parseInt8)],
  [OID_ARRAY.date, parseArrayOf(parseDate)],
  [OID_ARRAY.timestamp, parseArrayOf(parseTimestamp)],
]);

/**
 * What columns give on both engines: `int8` a number (an unsafe one throws), `numeric` a string, `date`
 * `'YYYY-MM-DD'`, `timestamp` `'YYYY-MM-DDTHH:mm:ss[.ffffff]'` without zone, `timestamptz` a Date, `bytea` a
 * Buffer, `json` and `jsonb` parsed.
 */
export const columnTypes = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/**
 * What parameters take on both engines: a Date goes as its UTC instant, bytes as they are, a plain object as
 * JSON, an array as a PostgreSQL array. So an array meant for `jsonb` is given as `JSON.stringify(array)`.
 */
export function toParameters(values: readonly unknown[]): unknown[] {
  return values.map((value) => (value instanceof Date ? value.toISOString() : value));
}
