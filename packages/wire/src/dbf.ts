/** A dBASE table, as it lies beside the geometry of a shapefile. */
export interface DbfTable {
  readonly fields: readonly string[];
  /** Text of every field without the blanks around it; records marked as deleted are passed over. */
  records(): Generator<DbfRecord, void, undefined>;
}

export interface DbfRecord {
  /** Counted from 1, deleted ones included. */
  readonly number: number;
  readonly values: Readonly<Record<string, string>>;
}

/** Why a file is no such table: it begins otherwise, or ends before its last record. */
export type DbfFault = 'not-dbf' | 'cut-off';

interface Field {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const HEAD_BYTES = 32;
const FIELD_BYTES = 32;
const HEAD_END = 0x0d;
const DELETED = 0x2a;

/** Whether the first bytes are those of a dBASE III table with at least one field. */
export function looksLikeDbf(head: Uint8Array): boolean {
  return head.length > HEAD_BYTES + FIELD_BYTES && head[0] === 0x03 && fieldsOf(head) !== null;
}

/** Reads a whole table; text is UTF-8, or Latin-1 where it is not. */
export function readDbf(bytes: Uint8Array): DbfTable | { readonly fault: DbfFault } {
  const fields = looksLikeDbf(bytes) ? fieldsOf(bytes) : null;
  if (fields === null) return { fault: 'not-dbf' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [count, headBytes, recordBytes] = [
    view.getUint32(4, true),
    view.getUint16(8, true),
    view.getUint16(10, true),
  ];
  if (bytes.length < headBytes + count * recordBytes) return { fault: 'cut-off' };
  return {
    fields: fields.map(({ name }) => name),
    *records() {
      for (let at = 0; at < count; at += 1) {
        const start = headBytes + at * recordBytes;
        if (bytes[start] === DELETED) continue;
        const record = bytes.subarray(start, start + recordBytes);
        yield { number: at + 1, values: valuesOf(record, fields) };
      }
    },
  };
}

function fieldsOf(bytes: Uint8Array): readonly Field[] | null {
  const fields: Field[] = [];
  let start = 1;
  for (let at = HEAD_BYTES; bytes[at] !== HEAD_END; at += FIELD_BYTES) {
    const length = bytes[at + 16];
    if (length === undefined) return null;
    const [name = ''] = decode(bytes.subarray(at, at + 11)).split('\0');
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return null;
    fields.push({ name, start, end: start + length });
    start += length;
  }
  return fields.length === 0 ? null : fields;
}

function valuesOf(record: Uint8Array, fields: readonly Field[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.map(({ name, start, end }) => [
      name,
      decode(record.subarray(start, end)).replaceAll('\0', ' ').trim(),
    ]),
  );
}

const utf8 = new TextDecoder('utf-8');
const latin1 = new TextDecoder('latin1');

function decode(bytes: Uint8Array): string {
  const text = utf8.decode(bytes);
  return text.includes('\uFFFD') ? latin1.decode(bytes) : text;
}
