import { CarrierFault, faultCodes, type Outcome } from './errors.ts';

/** Deeper than any answer of the contract; beyond it, reading would block or exhaust the stack. */
const MAX_DEPTH = 64;

/** Below this many bytes nothing can nest deeper than what reading and walking take in a blink. */
const SHORT_BYTES = 4_096;

/** An object of an answer, not yet believed in. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** An answer as an object; what is no JSON object becomes a fault with the given outcome. */
export function readObject(bytes: Uint8Array, status: number, outcome: Outcome): JsonObject {
  const value = isTooDeep(bytes) ? undefined : parse(bytes);
  if (isObject(value)) return value;
  throw unreadable(status, outcome);
}

/** The fault of an answer that is not what the contract promises. */
export function unreadable(status: number, outcome: Outcome, transactionId?: string): CarrierFault {
  return new CarrierFault({
    code: faultCodes.answerUnreadable,
    text: 'The answer is not what the contract promises.',
    status,
    outcome,
    transactionId,
  });
}

let decoder: TextDecoder | undefined;

/** Made once: making one costs more than decoding a short answer. It keeps nothing between calls. */
function decode(bytes: Uint8Array): string {
  decoder ??= new TextDecoder('utf-8', { fatal: true });
  return decoder.decode(bytes);
}

/** The value of a JSON text, or `undefined` for bytes that are none. */
export function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decode(bytes));
  } catch {
    return undefined;
  }
}

/** Whether a value is an object and neither an array nor `null`. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member as text; numbers count, since the carrier and its imitators do not agree on quotes. */
export function textOf(object: JsonObject, name: string): string | undefined {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Below a member that is an object; an empty object where it is absent or something else. */
export function within(object: JsonObject, name: string): JsonObject {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return isObject(value) ? value : {};
}

/** The elements of a member that are objects; none where it is no array. */
export function objectsOf(object: JsonObject, name: string): readonly JsonObject[] {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Counted on the bytes: `JSON.parse` of megabytes of nested arrays would block for seconds. */
function isTooDeep(bytes: Uint8Array): boolean {
  if (bytes.length <= SHORT_BYTES) return false;
  let depth = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === 0x22) at = endOfString(bytes, at);
    else if (byte === 0x5b || byte === 0x7b) depth += 1;
    else if (byte === 0x5d || byte === 0x7d) depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

function endOfString(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== 0x22) at += bytes[at] === 0x5c ? 2 : 1;
  return at;
}
