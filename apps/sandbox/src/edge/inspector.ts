import type { Evidence } from '@lading/contract/operation';
import type { Text } from '@lading/kit/text';
import type { Caller } from '../registry.ts';
import type { FaultOrder } from './faults.ts';
import type { HttpAnswer, HttpRequest } from './http.ts';

/** A rule that shaped an answer, and how well it is known. */
export interface AppliedRule {
  /** In English, `fr` in French. */
  readonly rule: string;
  readonly fr: string;
  readonly evidence: Evidence;
}

/** A rule as it is kept: most requests are never looked at, so its words may still be to be found. */
export interface NotedRule {
  readonly rule: Text | (() => Text);
  readonly evidence: Evidence;
}

/** What happened to one request; filled while it is worked on. */
export interface Trace {
  readonly request: HttpRequest;
  readonly operation: string;
  /** World time. */
  readonly at: number;
  readonly startedAt: number;
  readonly rules: NotedRule[];
  caller?: Caller;
  fault?: FaultOrder;
  answer?: HttpAnswer;
  durationMs?: number;
}

/** A request as it may be shown: without secrets, large bodies cut. */
export interface ShownRequest {
  readonly id: string;
  /** World time, ISO 8601. */
  readonly at: string;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  readonly status: number | undefined;
  readonly durationMs: number | undefined;
  readonly clientId: string | undefined;
  readonly userName: string | undefined;
  readonly accounts: readonly string[] | undefined;
  readonly fault: FaultOrder | undefined;
  readonly rules: readonly AppliedRule[];
  readonly request: ShownMessage;
  readonly answer: ShownMessage | undefined;
}

export interface ShownMessage {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** Which requests to list; what is absent does not narrow. */
export interface RequestFilter {
  /** A slug. */
  readonly api?: string;
  /** `503`, or a whole class as `5xx`. */
  readonly status?: string;
}

export interface Inspector {
  /** Keeps a trace; gives the number under which it can be asked for. */
  keep(trace: Trace): string;
  /** Newest first, redacted. */
  list(limit: number, filter?: RequestFilter): readonly ShownRequest[];
  /** By our number, or by the `transId` that the caller sent. */
  find(id: string): ShownRequest | undefined;
  clear(): void;
}

const KEPT = 500;
const SHOWN_BYTES = 16_384;
const HIDDEN = '[hidden]';
const HIDDEN_HEADERS: ReadonlySet<string> = new Set([
  ...['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key'],
]);
const HIDDEN_NAMES = 'access_?token|refresh_?token|id_?token|code_?verifier|client_?secret|password';
/**
 * A member with its value, which may break off; within a text within JSON, up to the end of that text. A plain `Code`
 * is a word of the carrier's.
 */
const HIDDEN_MEMBERS = new RegExp(
  String.raw`(\\*"(?:${HIDDEN_NAMES})\\*"\s*:\s*\\*")(?:[^"\\]|\\[\s\S])*`,
  'gi',
);
const HIDDEN_CODES = /(\\*"code\\*"\s*:\s*\\*")(?:[^"\\]|\\[\s\S])*/g;
const HIDDEN_FIELDS = new RegExp(`^(code|state|${HIDDEN_NAMES})$`, 'i');
const FIELD = /(^|[?&])([^=&?]+)=[^&]*/g;

/** The last requests of a world. Secrets never leave it. */
export function createInspector(): Inspector {
  const kept = new Map<string, Trace>();
  let last = 0;
  return {
    keep: (trace) => {
      last += 1;
      kept.set(String(last), trimmed(trace));
      const oldest = kept.keys().next().value;
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return String(last);
    },
    list: (limit, filter = {}) =>
      [...kept]
        .reverse()
        .filter(([, trace]) => passes(trace, filter))
        .slice(0, limit)
        .map(([id, trace]) => show(id, trace)),
    find: (id) => {
      const found = [...kept].reverse().find(([key, { request }]) => {
        return key === id || request.headers['transid'] === id;
      });
      return found && show(...found);
    },
    clear: () => kept.clear(),
  };
}

/** The members `api` and `status` of a query; an empty one does not narrow. */
export function readFilter(query: URLSearchParams): RequestFilter {
  const [api, status] = [query.get('api'), query.get('status')];
  return { ...(api ? { api } : {}), ...(status ? { status } : {}) };
}

function passes({ operation, answer }: Trace, { api, status }: RequestFilter): boolean {
  if (api !== undefined && !operation.startsWith(`${api}.`)) return false;
  const got = String(answer?.status ?? '');
  return status === undefined || got === status || (/^\dxx$/.test(status) && got[0] === status[0]);
}

/** Large bodies are cut at once, so that what is remembered stays small. */
function trimmed(trace: Trace): Trace {
  const { answer, request } = trace;
  const isSmall = request.body.byteLength <= SHOWN_BYTES && sizeOf(answer?.body ?? []) <= SHOWN_BYTES;
  if (isSmall) return trace;
  return {
    ...trace,
    request: { ...request, body: Buffer.concat(firstOf([request.body])) },
    ...(answer ? { answer: { ...answer, body: firstOf(answer.body) } } : {}),
  };
}

function sizeOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/** The pieces that are shown. One that goes on is copied, so that what is kept here holds on to nothing larger. */
function firstOf(pieces: readonly Uint8Array[]): readonly Uint8Array[] {
  const first: Uint8Array[] = [];
  let left = SHOWN_BYTES;
  for (const piece of pieces) {
    if (left <= 0) break;
    first.push(piece.byteLength <= left ? piece : Buffer.from(piece.subarray(0, left)));
    left -= piece.byteLength;
  }
  return first;
}

function show(id: string, { request, answer, caller, at, ...trace }: Trace): ShownRequest {
  const query = request.query.toString();
  return {
    id,
    at: new Date(at).toISOString(),
    operation: trace.operation,
    method: request.method,
    path: request.path,
    ...(query === '' ? {} : { query: hideFields(query) }),
    status: answer?.status,
    durationMs: trace.durationMs,
    clientId: caller?.clientId,
    userName: caller?.userName,
    accounts: caller?.accounts,
    fault: trace.fault,
    rules: trace.rules.map(applied),
    request: {
      headers: hideHeaders(request.headers),
      body: hideCodes(readable(request.body), trace.operation),
    },
    answer: answer && {
      headers: hideHeaders(answer.headers),
      body: readable(Buffer.concat(firstOf(answer.body))),
    },
  };
}

function applied({ rule, evidence }: NotedRule): AppliedRule {
  const { en, fr } = typeof rule === 'function' ? rule() : rule;
  return { rule: en, fr, evidence };
}

function hideHeaders(headers: ShownMessage['headers']): ShownMessage['headers'] {
  const shown = Object.entries(headers).map(([name, value]) => {
    if (HIDDEN_HEADERS.has(name)) return [name, HIDDEN];
    return [name, name === 'location' ? hideFields(value ?? '') : value];
  });
  return Object.fromEntries(shown);
}

function hideFields(text: string): string {
  return text.replace(FIELD, (field, before: string, name: string) =>
    HIDDEN_FIELDS.test(decoded(name)) ? `${before}${name}=${HIDDEN}` : field,
  );
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}

function readable(body: Uint8Array): string {
  const text = Buffer.from(body).toString('utf8');
  if (!/^\s*[{["]/.test(text)) return hideFields(text);
  return text.replace(HIDDEN_MEMBERS, `$1${HIDDEN}`);
}

/** What authorizes is sent to the OAuth addresses alone; everywhere else a code says what is the matter. */
function hideCodes(text: string, operation: string): string {
  return operation.startsWith('oauth.') ? text.replace(HIDDEN_CODES, `$1${HIDDEN}`) : text;
}
