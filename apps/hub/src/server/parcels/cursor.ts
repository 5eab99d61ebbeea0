import { Problem } from '@lading/kit/errors';

/** The place of a row in the list's order: ship date, then id, both descending. */
export interface Position {
  readonly shippedOn: string;
  readonly parcelId: string;
}

/** The place of a row among the late ones: when it became late, then id, both descending. */
export interface LatePosition {
  /** ISO 8601 in UTC. */
  readonly lateAfter: string;
  readonly parcelId: string;
}

const ID = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';
const DAY = new RegExp(`^(\\d{4}-\\d{2}-\\d{2}) ${ID}$`);
const INSTANT = new RegExp(`^(\\d{4}-\\d{2}-\\d{2}T[\\d:.]{12}Z) ${ID}$`);

/** A cursor is opaque to its holder; it names the last row seen. */
export function writeCursor(position: Position | LatePosition): string {
  const at = 'lateAfter' in position ? position.lateAfter : position.shippedOn;
  return Buffer.from(`${at} ${position.parcelId}`).toString('base64url');
}

/** Throws `INVALID_CURSOR` on anything that `writeCursor` did not make for a list in the usual order. */
export function readCursor(cursor: string): Position {
  const [shippedOn, parcelId] = read(cursor, DAY);
  return { shippedOn, parcelId };
}

/** The same for the list of late parcels. */
export function readLateCursor(cursor: string): LatePosition {
  const [lateAfter, parcelId] = read(cursor, INSTANT);
  return { lateAfter, parcelId };
}

function read(cursor: string, shape: RegExp): [at: string, parcelId: string] {
  const [, at, parcelId] = shape.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (!at || !parcelId || Number.isNaN(Date.parse(at))) throw invalidCursor();
  return [at, parcelId];
}

const invalidCursor = (): Problem =>
  new Problem({
    code: 'INVALID_CURSOR',
    status: 400,
    text: {
      en: 'This page marker is not valid. Start the list again.',
      fr: 'Ce repère de page n’est pas valide. Recommencez la liste.',
    },
  });
