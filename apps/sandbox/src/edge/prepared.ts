import { randomUUID } from 'node:crypto';

/**
 * A part of an answer whose JSON is known already, so that a large answer is put together from bytes instead of
 * being written anew. It may stand wherever an object may; array rules do not look inside it.
 */
export class Prepared {
  readonly jsonFor: (version: string | null) => readonly Uint8Array[];

  /** @param jsonFor The part as JSON in UTF-8, in pieces, in the shape that the version gives to arrays. */
  constructor(jsonFor: (version: string | null) => readonly Uint8Array[]) {
    this.jsonFor = jsonFor;
  }

  /** Holds the place while the document around it is written. */
  toJSON(): string {
    return `${MARK}${placed.push(this) - 1}${MARK}`;
  }
}

/**
 * JSON in UTF-8 with every prepared part in its place. The pieces are not joined: encoding or copying half a megabyte
 * costs more than all the rest of an answer.
 */
export function writeJson(value: unknown, version: string | null): readonly Uint8Array[] {
  placed = [];
  const skeleton = JSON.stringify(value);
  const parts = placed;
  if (parts.length === 0) return [Buffer.from(skeleton)];
  return skeleton.split(PLACE).flatMap((piece, index) => {
    const part = index % 2 === 1 ? parts[Number(piece)] : undefined;
    return part === undefined ? [Buffer.from(piece)] : part.jsonFor(version);
  });
}

/** Nobody can guess it, so no text of a caller is taken for a place. */
const MARK = randomUUID();
const PLACE = new RegExp(`"${MARK}(\\d+)${MARK}"`);
/** The parts met in the document that is being written, which happens in one go. */
let placed: Prepared[] = [];
