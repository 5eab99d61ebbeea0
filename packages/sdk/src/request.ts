import type { WireOperation } from '@lading/contract/operation';

/** What fills an operation: its places and query, its own headers, and the document where it takes one. */
export interface Ask {
  /** By the names of the path. */
  readonly places?: Readonly<Record<string, string>>;
  /** By the names of the query; what is `undefined` stays away. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** By the operation's names, in lower case; what is `undefined` stays away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly document?: object;
}

/** What every call carries, whatever it asks. */
export interface Sender {
  readonly baseUrl: string;
  /** Absent: the operation's current one. */
  readonly version: string | undefined;
  readonly transactionId: string;
  readonly transactionSource: string;
}

/** An operation filled in, as HTTP wants it. */
export interface FilledRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/**
 * The request of an operation: places of the path filled, the query that makes the operation what it is added,
 * `transid` and `transactionsrc` sent to operations that know them.
 *
 * @throws TypeError for a place that is not filled, and for a version that the operation never had.
 */
export function fill(operation: WireOperation, ask: Ask, sender: Sender): FilledRequest {
  const url = `${sender.baseUrl}${pathOf(operation, ask, sender.version)}${queryOf(operation, ask)}`;
  const headers = headersOf(operation, ask, sender);
  const body = ask.document === undefined ? undefined : JSON.stringify(ask.document);
  return { method: operation.method, url, headers, body };
}

const cutPaths = new WeakMap<WireOperation, readonly string[]>();

/** Literal text and names of places in turn, cut once for each operation. */
function piecesOf(operation: WireOperation): readonly string[] {
  let pieces = cutPaths.get(operation);
  if (pieces === undefined) {
    pieces = operation.path.split(/[{}]/);
    cutPaths.set(operation, pieces);
  }
  return pieces;
}

function pathOf(operation: WireOperation, { places = {} }: Ask, version: string | undefined): string {
  const current = versionOf(operation, version);
  let path = '';
  let isPlace = false;
  for (const piece of piecesOf(operation)) {
    path += isPlace ? placeOf(operation, piece, piece === 'version' ? current : places[piece]) : piece;
    isPlace = !isPlace;
  }
  return path;
}

function placeOf({ id }: WireOperation, name: string, value: string | undefined): string {
  if (value === undefined || value === '' || value === '.' || value === '..') {
    throw new TypeError(`${id}: ${name} is not a value that a path can carry`);
  }
  return encodeURIComponent(value);
}

function versionOf({ id, versions, currentVersion }: WireOperation, asked: string | undefined) {
  if (currentVersion === null) return undefined;
  if (asked !== undefined && !versions.includes(asked)) {
    throw new TypeError(`${id}: there is no version ${asked}, only ${versions.join(', ')}`);
  }
  return asked ?? currentVersion;
}

function queryOf({ fixedQuery }: WireOperation, { query }: Ask): string {
  if (query === undefined && fixedQuery === undefined) return '';
  const asked = { ...query, ...fixedQuery };
  const given: [string, string][] = [];
  for (const name of Object.keys(asked)) {
    const value = asked[name];
    if (value !== undefined) given.push([name, String(value)]);
  }
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

function headersOf(operation: WireOperation, ask: Ask, sender: Sender): Readonly<Record<string, string>> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (ask.document !== undefined) headers['content-type'] = 'application/json';
  for (const { name } of operation.headers) {
    const value = ask.headers?.[name] ?? senders(name, sender);
    if (value !== undefined) headers[name] = value;
  }
  return headers;
}

/** What every call says of itself, under the two names that most operations know. */
function senders(name: string, { transactionId, transactionSource }: Sender): string | undefined {
  if (name === 'transid') return transactionId;
  return name === 'transactionsrc' ? transactionSource : undefined;
}
