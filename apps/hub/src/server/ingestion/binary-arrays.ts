/*
 * PostgreSQL's binary form of one-dimensional arrays. A column of many rows goes out as one array, which costs both
 * sides a fraction of a jsonb document or of text: nothing is quoted, looked up by name or parsed. Bytes are sent as
 * they are, so the statement names the type: `unnest(${uuids(ids)}::uuid[], …)`.
 */

const OIDS = {
  bool: 16,
  int2: 21,
  int4: 23,
  text: 25,
  json: 114,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  uuid: 2950,
  jsonb: 3802,
};
const HEADER = 20;
/** Milliseconds from 1970 to 2000, where PostgreSQL begins to count. */
const EPOCH_2000_MS = 946_684_800_000;
const DAY_MS = 86_400_000;
/** One in the upper half of a number of 64 bits. */
const HIGH = 2 ** 32;

type Maybe<Value> = Value | null;

export function uuids(values: readonly string[]): Buffer {
  const buffer = open(OIDS.uuid, values.length, values.length * 20);
  let at = HEADER;
  for (const value of values) at = writeUuid(buffer, value, buffer.writeInt32BE(16, at));
  return buffer;
}

/** Where the two digits of each byte stand in a UUID's text. */
const UUID_DIGITS = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];
/** The value of a hexadecimal digit by its character code; of everything else a number with the sign set. */
const DIGIT_VALUES = Int8Array.from({ length: 128 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? -1 : value;
});

/** Digit by digit: six million pieces of text less for a million events. */
function writeUuid(buffer: Buffer, value: string, from: number): number {
  let at = from;
  let seen = 0;
  for (const digit of UUID_DIGITS) {
    const byte = (digitAt(value, digit) << 4) | digitAt(value, digit + 1);
    seen |= byte;
    buffer[at] = byte;
    at += 1;
  }
  if (seen < 0 || value.length !== 36) throw new TypeError(`${value} is no UUID.`);
  return at;
}

function digitAt(text: string, at: number): number {
  return DIGIT_VALUES[text.charCodeAt(at)] ?? -1;
}

export function texts(values: readonly Maybe<string>[]): Buffer {
  return variable(OIDS.text, values, '');
}

/** Each value as JSON; `undefined` is SQL's null. */
export function jsonbs(values: readonly unknown[]): Buffer {
  // The one byte before the text is the version of jsonb's binary form.
  return variable(OIDS.jsonb, values.map(documentOf), '\u0001');
}

/** Each value as JSON that is kept as it is written; `undefined` is SQL's null. */
export function jsons(values: readonly unknown[]): Buffer {
  return variable(OIDS.json, values.map(documentOf), '');
}

function documentOf(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

export function int2s(values: readonly number[]): Buffer {
  return fixed(OIDS.int2, 2, values, (buffer, value, at) => buffer.writeInt16BE(value, at));
}

export function int4s(values: readonly Maybe<number>[]): Buffer {
  return fixed(OIDS.int4, 4, values, (buffer, value, at) => buffer.writeInt32BE(value, at));
}

export function bools(values: readonly boolean[]): Buffer {
  return fixed(OIDS.bool, 1, values, (buffer, value, at) => buffer.writeUInt8(value ? 1 : 0, at));
}

/** Days as `YYYY-MM-DD`. */
export function dates(values: readonly Maybe<string>[]): Buffer {
  return fixed(OIDS.date, 4, values, (buffer, value, at) =>
    buffer.writeInt32BE((Date.parse(value) - EPOCH_2000_MS) / DAY_MS, at),
  );
}

/** Instants as milliseconds since 1970. */
export function timestamptzs(values: readonly Maybe<number>[]): Buffer {
  return fixed(OIDS.timestamptz, 8, values, writeMoment);
}

/** Times of a clock on the wall, as milliseconds since 1970 of a clock in Greenwich that shows the same. */
export function timestamps(values: readonly number[]): Buffer {
  return fixed(OIDS.timestamp, 8, values, writeMoment);
}

function writeMoment(buffer: Buffer, ms: number, at: number): number {
  // Microseconds since 2000 are whole numbers of fewer than 53 bits for three hundred years.
  const micros = (ms - EPOCH_2000_MS) * 1000;
  const high = Math.floor(micros / HIGH);
  buffer.writeInt32BE(high, at);
  return buffer.writeUInt32BE(micros - high * HIGH, at + 4);
}

function fixed<Value>(
  oid: number,
  bytes: number,
  values: readonly Maybe<Value>[],
  write: (buffer: Buffer, value: Value, at: number) => number,
): Buffer {
  const buffer = open(oid, values.length, values.length * (4 + bytes));
  let at = HEADER;
  for (const value of values) {
    at = buffer.writeInt32BE(value === null ? -1 : bytes, at);
    if (value !== null) at = write(buffer, value, at);
  }
  return buffer.subarray(0, at);
}

function variable(oid: number, values: readonly Maybe<string>[], prefix: string): Buffer {
  let most = 0;
  for (const value of values) most += 4 + (value === null ? 0 : prefix.length + 3 * value.length);
  const buffer = open(oid, values.length, most);
  let at = HEADER;
  for (const value of values) {
    if (value === null) {
      at = buffer.writeInt32BE(-1, at);
      continue;
    }
    const bytes = buffer.write(prefix + value, at + 4);
    buffer.writeInt32BE(bytes, at);
    at += 4 + bytes;
  }
  return buffer.subarray(0, at);
}

/** The header: one dimension, perhaps nulls, the elements' type, how many, counted from one. */
function open(oid: number, count: number, bytes: number): Buffer {
  const buffer = Buffer.allocUnsafe(HEADER + bytes);
  const header = [count === 0 ? 0 : 1, 1, oid, count, 1];
  header.forEach((value, index) => {
    buffer.writeInt32BE(value, index * 4);
  });
  return count === 0 ? buffer.subarray(0, 12) : buffer;
}
