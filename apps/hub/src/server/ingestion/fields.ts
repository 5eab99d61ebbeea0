/** A JSON object of which nothing is known: every member is looked at before it is believed. */
export type Fields = Readonly<Record<string, unknown>>;

const NOTHING: Fields = Object.freeze({});

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object below a member; an empty one where there is something else or nothing. */
export function below(fields: Fields, name: string): Fields {
  const value = fields[name];
  return isFields(value) ? value : NOTHING;
}

/** The elements below a member; none where it is no array. */
export function listBelow(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name];
  return Array.isArray(value) ? value : [];
}

/** The objects below a member. */
export function objectsBelow(fields: Fields, name: string): readonly Fields[] {
  return listBelow(fields, name).filter(isFields);
}

/** Text without blanks around it; numbers count, since quotes come and go. Absent when empty or something else. */
export function textBelow(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** A shape while it is being read: every member named, some of them undefined. */
export type Draft<Shape> = { readonly [Name in keyof Shape]?: Shape[Name] | undefined };

/** The drafts as one shape, without members that are undefined or empty lists; undefined when nothing is left. */
export function compact<Shape extends object>(...drafts: readonly Draft<Shape>[]): Shape | undefined {
  const shape: Record<string, unknown> = {};
  let isEmpty = true;
  for (const draft of drafts) {
    for (const name in draft) {
      const value: unknown = draft[name];
      if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
      shape[name] = value;
      isEmpty = false;
    }
  }
  return isEmpty ? undefined : (shape as Shape);
}

const LONE = /\p{Surrogate}/gu;

/**
 * The same document without what PostgreSQL refuses in text and jsonb: NUL characters go, lone surrogates become
 * the replacement character. Depth is the caller's to bound.
 */
export function withoutHarm(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').replace(LONE, '\ufffd');
  if (Array.isArray(value)) return value.map(withoutHarm);
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [String(withoutHarm(name)), withoutHarm(inner)]),
  );
}

/** Whether a document can hold such characters at all: in valid UTF-8 they come as escapes only. */
export function mayHarm(document: Uint8Array): boolean {
  const bytes = Buffer.from(document.buffer, document.byteOffset, document.byteLength);
  return bytes.includes('\\u0000') || bytes.includes('\\ud') || bytes.includes('\\uD');
}
