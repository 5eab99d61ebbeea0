/** Limits for a document from outside; both are inclusive. */
export interface JsonCaps {
  readonly maxBytes: number;
  /** How many arrays and objects may stand inside one another. */
  readonly maxDepth: number;
}

/** Why a document was refused before or while reading it. `position` counts bytes from 0. */
export type JsonRefusal =
  | { readonly reason: 'too-large'; readonly bytes: number; readonly maxBytes: number }
  | { readonly reason: 'too-deep'; readonly position: number; readonly maxDepth: number }
  | { readonly reason: 'not-utf8' }
  | { readonly reason: 'not-json' };

/** What was read, or why nothing was. */
export type JsonResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: JsonRefusal };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/**
 * Reads a document that nobody vouches for. Size and depth are checked on the bytes, before anything is built
 * from them: `JSON.parse` of 10 MB of nested arrays alone would block for seconds. Never throws.
 *
 * @example
 * const read = parseCappedJson(bytes, { maxBytes: 8_000_000, maxDepth: 64 });
 * if (!read.ok) return refuse(read.refusal.reason);
 */
export function parseCappedJson(bytes: Uint8Array, caps: JsonCaps): JsonResult {
  const refusal = refuseBySize(bytes, caps) ?? refuseByDepth(bytes, caps);
  return refusal === undefined ? parse(bytes) : { ok: false, refusal };
}

function refuseBySize({ byteLength }: Uint8Array, { maxBytes }: JsonCaps): JsonRefusal | undefined {
  return byteLength > maxBytes ? { reason: 'too-large', bytes: byteLength, maxBytes } : undefined;
}

/** In UTF-8 no byte of a longer character looks like a quote or a bracket, so bytes are enough. */
function refuseByDepth(bytes: Uint8Array, { maxDepth }: JsonCaps): JsonRefusal | undefined {
  let depth = 0;
  for (let position = 0; position < bytes.length; position += 1) {
    const byte = bytes[position];
    if (byte === QUOTE) position = endOfString(bytes, position);
    else if (byte === CLOSE_BRACKET || byte === CLOSE_BRACE) depth -= 1;
    else if (byte === OPEN_BRACKET || byte === OPEN_BRACE) {
      depth += 1;
      if (depth > maxDepth) return { reason: 'too-deep', position, maxDepth };
    }
  }
  return undefined;
}

/** Where the string that opens at `start` closes; the end of the bytes when it never does. */
function endOfString(bytes: Uint8Array, start: number): number {
  let position = start + 1;
  while (position < bytes.length && bytes[position] !== QUOTE) {
    position += bytes[position] === BACKSLASH ? 2 : 1;
  }
  return position;
}

function parse(bytes: Uint8Array): JsonResult {
  const text = decode(bytes);
  if (text === undefined) return { ok: false, refusal: { reason: 'not-utf8' } };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (cause) {
    if (cause instanceof SyntaxError) return { ok: false, refusal: { reason: 'not-json' } };
    throw cause;
  }
}

/** Holds nothing between two whole documents. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}
