import { type TSchema, type TString, Type } from 'typebox';

/**
 * How the contract's schemas are written down. Lengths are in characters. Two annotations stand beside JSON
 * Schema's own words: `x-array-since` (first version in which the node is always an array; absent where it
 * always was) and `x-required-in-file` (the carrier's file demands a member that cannot always be there).
 */
export const ARRAY_SINCE = 'x-array-since';
/** Marks a member that the carrier’s file demands although it cannot always be there. */
export const REQUIRED_IN_FILE = 'x-required-in-file';

/** Text of `min` to `max` characters. */
export function text(min: number, max: number, description?: string): TString {
  return Type.String({ minLength: min, maxLength: max, ...noted(description) });
}

/** Text of exactly `length` characters. */
export function exactly(length: number, description?: string): TString {
  return text(length, length, description);
}

/** Text without a published length. */
export function free(description?: string): TString {
  return Type.String(noted(description));
}

/** A tag whose presence says yes; its content, mostly empty, says nothing. */
export function flag(description?: string): TString {
  return free(description);
}

/** `YYYYMMDD`, local to the place. */
export function date(description?: string): TString {
  return exactly(8, description ?? 'YYYYMMDD');
}

/** `HHMMSS`, local to the place. */
export function time(description?: string): TString {
  return exactly(6, description ?? 'HHMMSS');
}

/** A member that may really be absent. */
export const maybe = Type.Optional;

/** A member that the carrier's file marks required although it cannot always be there. */
export function maybeDespiteFile<Schema extends TSchema>(schema: Schema) {
  const annotated = copyOf(schema);
  Object.assign(annotated, { [REQUIRED_IN_FILE]: true });
  return maybe(annotated);
}

/** An object for which real answers send an empty text where there is nothing in it. */
export function orEmpty<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Literal('')]);
}

/** A node that is an array; with `since`, below that version a single element travels bare. */
export function list<Item extends TSchema>(item: Item, since?: string) {
  return Type.Array(item, since === undefined ? {} : { [ARRAY_SINCE]: since });
}

/** The same schema in which no object accepts members it does not name: for linting, not for reading. */
export function closed<Schema extends TSchema>(schema: Schema): Schema {
  const copy = copyOf(schema);
  for (const [name, value] of Object.entries(copy)) Object.assign(copy, { [name]: closeWithin(value) });
  if ('properties' in copy) Object.assign(copy, { additionalProperties: false });
  return copy;
}

function closeWithin(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closeWithin);
  return typeof value === 'object' && value !== null ? closed(value) : value;
}

/** TypeBox keeps its own marks in members that spreading would lose. */
function copyOf<Value extends object>(value: Value): Value {
  return Object.create(Object.getPrototypeOf(value), Object.getOwnPropertyDescriptors(value));
}

function noted(description: string | undefined): { description?: string } {
  return description === undefined ? {} : { description };
}
