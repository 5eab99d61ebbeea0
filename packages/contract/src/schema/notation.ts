import { type TSchema, type TString, Type } from 'typebox';
import { type Unit, units } from './units.ts';

/**
 * How the contract's schemas are written down. Lengths are in characters. Annotations stand beside JSON
 * Schema's own words, among them `x-array-since` (first version in which the node is always an array; absent where it
 * always was) and `x-required-in-file` (the carrier's file demands a member that cannot always be there).
 */
export const ARRAY_SINCE = 'x-array-since';
/** Marks a member that the carrier’s file demands although it cannot always be there. */
export const REQUIRED_IN_FILE = 'x-required-in-file';
/** Marks a tag whose presence says yes. */
export const PRESENCE = 'x-presence';
/** Marks a member that comes, or is read, only from a `SubVersion` of the request on. */
export const SINCE_SUB_VERSION = 'x-since-sub-version';
/** The element's name in the XML dialects where it is not the member's. */
export const XML_NAME = 'x-xml-name';
/** What a number counts in: a name of `units`. */
export const UNIT = 'x-unit';
/** How a member is known, where that is otherwise than its API's file says; put there by `annotated.ts`. */
export const EVIDENCE = 'x-evidence';
/** Marks text whose file gives the greatest length as the only one. */
export const LENGTH_IS_GREATEST = 'x-length-is-greatest';

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

/**
 * Text of one to `max` characters where the carrier's file says exactly `max`: its own values, and recorded
 * answers, are shorter.
 */
export function upTo(max: number, description?: string): TString {
  return Type.String({ minLength: 1, maxLength: max, [LENGTH_IS_GREATEST]: true, ...noted(description) });
}

/** One of the texts that the carrier's file enumerates. */
export function oneOf<const Values extends readonly string[]>(values: [...Values], description?: string) {
  return Type.Enum<[...Values]>(values, noted(description));
}

/** Text of a published pattern. */
export function matching(pattern: string, description?: string): TString {
  return Type.String({ pattern, ...noted(description) });
}

/** A tag whose presence says yes; its content, mostly empty, says nothing. */
export function flag(description?: string): TString {
  return Type.String({ [PRESENCE]: true, ...noted(description) });
}

const IN_WORDS = 'The code in words; the carrier does not read it.';

/** A code, and mostly its words beside it. */
export function coded<Code extends TSchema>(code: Code): ReturnType<typeof codeAlone<Code>>;
export function coded<Code extends TSchema, Words extends TSchema>(
  code: Code,
  words: Words,
): ReturnType<typeof codeAndWords<Code, Words>>;
export function coded(code: TSchema, words?: TSchema) {
  return words === undefined ? codeAlone(code) : codeAndWords(code, words);
}

function codeAlone<Code extends TSchema>(code: Code) {
  return Type.Object({ Code: code });
}

function codeAndWords<Code extends TSchema, Words extends TSchema>(code: Code, words: Words) {
  return Type.Object({ Code: code, Description: annotate(words, { description: IN_WORDS }) });
}

/** An amount: text with a point before the decimals, beside its currency (ISO 4217). */
export function money<Value extends TSchema>(value: Value): ReturnType<typeof amount<TString, Value>>;
export function money<Value extends TSchema, Currency extends TSchema>(
  value: Value,
  currency: Currency,
): ReturnType<typeof amount<Currency, Value>>;
export function money(value: TSchema, currency: TSchema = exactly(3, 'ISO 4217.')) {
  return amount(currency, value);
}

function amount<Currency extends TSchema, Value extends TSchema>(currency: Currency, value: Value) {
  return Type.Object({ CurrencyCode: currency, MonetaryValue: measured('currency-beside', value) });
}

/** A number in a unit; the unit's sentence comes before what else is said of the member. */
export function measured<Schema extends TSchema>(unit: Unit, schema: Schema): Schema {
  const said = 'description' in schema ? ` ${schema.description}` : '';
  return annotate(schema, { [UNIT]: unit, description: `${units[unit]}${said}` });
}

/** A member of answers, or a demand on requests, from a `SubVersion` (YYMM) of the request on. */
export function sinceSubVersion<Schema extends TSchema>(subVersion: string, schema: Schema): Schema {
  return annotate(schema, { [SINCE_SUB_VERSION]: subVersion });
}

/** A member whose element has another name in the XML dialects. */
export function xmlName<Schema extends TSchema>(name: string, schema: Schema): Schema {
  return annotate(schema, { [XML_NAME]: name });
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
  return maybe(annotate(schema, { [REQUIRED_IN_FILE]: true }));
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

function annotate<Schema extends TSchema>(schema: Schema, notes: Readonly<Record<string, unknown>>): Schema {
  return Object.assign(copyOf(schema), notes);
}

/** TypeBox keeps its own marks in members that spreading would lose. */
export function copyOf<Value extends object>(value: Value): Value {
  return Object.create(Object.getPrototypeOf(value), Object.getOwnPropertyDescriptors(value));
}

function noted(description: string | undefined): { description?: string } {
  return description === undefined ? {} : { description };
}
