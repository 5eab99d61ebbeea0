import { expandArrays } from '@lading/contract/arrays/wire';
import type { WireOperation } from '@lading/contract/operation';
import { gatewayErrors } from '@lading/contract/response/codes';
import type { CarrierError } from '@lading/contract/stated';
import type { Text } from '@lading/kit/text';
import { type JsonRefusal, parseCappedJson } from '@lading/wire/json';
import type { JsonObject } from '../registry.ts';
import { isObject } from './reading.ts';

/** A body as the handlers get it, and what had to be mended on the way. */
export interface ReadBody {
  readonly body: JsonObject;
  /** What a strict reader would have refused. */
  readonly mended: readonly Text[];
}

const CAPS = { maxBytes: 16_000_000, maxDepth: 64 };

export const scalarForText: Text = {
  en: 'a number or truth value stands where text is due',
  fr: 'un nombre ou une valeur logique tient lieu de texte',
};
export const singleForArray: Text = {
  en: 'a single value stands where an array is due',
  fr: 'une valeur seule tient lieu de tableau',
};

/** Reads what the real service reads: a single object for an array, numbers for text, members nobody knows. */
export function readBody(wire: WireOperation, raw: Uint8Array): ReadBody | CarrierError {
  if (wire.requestFormat === 'form') return { body: readForm(raw), mended: [] };
  if (wire.requestFormat !== 'json') return { body: {}, mended: [] };
  if (raw.byteLength === 0) return gatewayErrors.documentEmpty;
  const read = parseCappedJson(raw, CAPS);
  if (!read.ok) return errorFor(read.refusal);
  if (!isObject(read.value)) return gatewayErrors.documentMalformed;
  const texts = textScalars(read.value);
  const body = expandArrays(texts, wire.requestArrays);
  if (!isObject(body)) return gatewayErrors.documentMalformed;
  const mended = [
    ...(texts !== read.value && hasOddScalar(read.value, wire.requestValues) ? [scalarForText] : []),
    ...(body === texts ? [] : [singleForArray]),
  ];
  return { body, mended };
}

export function isReadBody(read: ReadBody | CarrierError): read is ReadBody {
  return 'mended' in read;
}

/** Of a name that comes twice the first counts. */
function readForm(raw: Uint8Array): JsonObject {
  const members = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(Buffer.from(raw).toString('utf8'))) {
    if (!members.has(name)) members.set(name, value);
  }
  return Object.fromEntries(members);
}

function errorFor({ reason }: JsonRefusal): CarrierError {
  if (reason === 'too-large') return gatewayErrors.documentTooLarge;
  return reason === 'too-deep' ? gatewayErrors.documentInvalid : gatewayErrors.documentMalformed;
}

/** Whether a number or truth value stands where the contract has text; `values` are the names that have none. */
function hasOddScalar(value: unknown, values: readonly string[] | undefined, name = ''): boolean {
  if (values === undefined) return true;
  if (typeof value === 'number' || typeof value === 'boolean') return !values.includes(name);
  if (Array.isArray(value)) return value.some((item) => hasOddScalar(item, values, name));
  if (!isObject(value)) return false;
  return Object.keys(value).some((member) => hasOddScalar(value[member], values, member));
}

/** Numbers and truth values as text. Depth was capped before; what needs no change is shared, not copied. */
function textScalars(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? textItems(value) : textMembers(value as JsonObject);
}

function textItems(list: readonly unknown[]): readonly unknown[] {
  let mended: unknown[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const text = textScalars(list[index]);
    if (text === list[index]) continue;
    mended ??= [...list];
    mended[index] = text;
  }
  return mended ?? list;
}

function textMembers(object: JsonObject): JsonObject {
  let mended: Record<string, unknown> | undefined;
  for (const name of Object.keys(object)) {
    const text = textScalars(object[name]);
    if (text === object[name]) continue;
    mended ??= { ...object };
    mended[name] = text;
  }
  return mended ?? object;
}
