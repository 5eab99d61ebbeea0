import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';

const MARK = '/* prepared */ ';
/** A server holds what it has prepared for as long as the connection lasts. */
const MOST = 200;
const names = new Map<string, string>();

/**
 * A statement that is sent again and again with other values: the server takes its text apart once for each
 * connection, and where `plan_cache_mode` allows it plans it once too. Values belong into parameters, not into the
 * text: every text is one more that is held.
 */
export function prepared<Row>(statement: RawBuilder<Row>): RawBuilder<Row> {
  return sql<Row>`${sql.raw(MARK)}${statement}`;
}

/** By what name the server knows a prepared statement; undefined for every other, and beyond what is held. */
export function nameOf(text: string): string | undefined {
  if (!text.startsWith(MARK)) return undefined;
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST) return known;
  const name = `lading_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
  names.set(text, name);
  return name;
}
