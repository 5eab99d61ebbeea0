import { readFile } from 'node:fs/promises';
import { isObject } from '../reading.ts';

/**
 * A case of a `wrong-fields.txt`: `what | changes | status | code | text | grade`. Changes are separated by ` ; `:
 * `path = JSON` sets a member, `path = absent` removes it, `@name = text` changes how it is asked.
 */
export interface WrongField {
  readonly what: string;
  /** What differs from the request that is right. */
  readonly changes: readonly { readonly path: string; readonly value: string }[];
  readonly status: number;
  readonly code: string;
  readonly text: string;
  readonly grade: string;
}

/** How a request is sent, as far as cases change it. */
export interface Asking {
  readonly option?: string;
  readonly version?: string;
  readonly query?: string;
  readonly token?: string;
}

export interface WrongRequest extends Asking {
  /** A document, or the very text to be sent. */
  readonly body: unknown;
}

/** Reads the cases; lines that begin with `#` tell something to people. @throws RangeError for a line of another form. */
export async function readCases(file: URL): Promise<readonly WrongField[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.filter((line) => line.trim() !== '' && !line.startsWith('#')).map(readCase);
}

function readCase(line: string): WrongField {
  const [what, changes, status, code, text, grade, ...rest] = line.split(' | ').map((cell) => cell.trim());
  if (what === undefined || changes === undefined || grade === undefined || rest.length > 0)
    throw new RangeError(`no case: ${line}`);
  return {
    what,
    changes: changes.split(' ; ').map(readChange),
    status: Number(status),
    code: code ?? '',
    text: text ?? '',
    grade,
  };
}

function readChange(text: string): WrongField['changes'][number] {
  const [, path, value] = /^(\S+) = (.*)$/.exec(text.trim()) ?? [];
  if (path === undefined || value === undefined) throw new RangeError(`no change: ${text}`);
  return { path, value };
}

/** The request of a case: the right one with its changes. */
export function requestOf(right: object, { changes }: WrongField): WrongRequest {
  const asking: Record<string, string> = {};
  const body: unknown = structuredClone(right);
  for (const { path, value } of changes) {
    if (path.startsWith('@')) asking[path.slice(1)] = value;
    else change(body, path.split('.'), value);
  }
  const { body: sent, ...rest } = asking;
  return { ...rest, body: sent ?? body };
}

function change(body: unknown, path: readonly string[], value: string): void {
  const [member = '', ...deeper] = path;
  if (!isObject(body) && !Array.isArray(body)) throw new RangeError(`nothing holds ${member}`);
  if (deeper.length > 0) {
    if (Reflect.get(body, member) === undefined) Reflect.set(body, member, {});
    change(Reflect.get(body, member), deeper, value);
  } else if (value === 'absent') Reflect.deleteProperty(body, member);
  else Reflect.set(body, member, JSON.parse(value));
}

/** Status, code and text of a refusal in either of the carrier's envelopes. */
export function refusalOf(status: number, body: unknown): readonly [number, string, string] {
  const { response, errors } = Object(body);
  const [error] = response?.errors ?? errors ?? [];
  return [status, String(error?.code), String(error?.message)];
}
