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
  readonly body?: string;
}

/**
 * The request of an operation: places of the path filled, the query that makes the operation what it is added,
 * `transid` and `transactionsrc` sent to operations that know them.
 *
 * @throws TypeError for a place that is not filled, and for a version that the operation never had.
 */
export function fill(operation: WireOperation, ask: Ask, sender: Sender): FilledRequest {
  const query = queryOf({ ...ask.query, ...operation.fixedQuery });
  const url = `${sender.baseUrl}${pathOf(operation, ask, sender.version)}${query}`;
  const headers = headersOf(operation, ask, sender);
  if (ask.document === undefined) return { method: operation.method, url, headers };
  return { method: operation.method, url, headers, body: JSON.stringify(ask.document) };
}

function pathOf(operation: WireOperation, { places = {} }: Ask, version: string | undefined): string {
  const filled: Readonly<Record<string, string>> = { ...places, ...versionOf(operation, version) };
  return operation.path.replaceAll(/\{(\w+)\}/g, (_place, name: string) => {
    const value = Object.hasOwn(filled, name) ? filled[name] : undefined;
    if (value === undefined || value === '' || /^\.{1,2}$/.test(value)) {
      throw new TypeError(`${operation.id}: ${name} is not a value that a path can carry`);
    }
    return encodeURIComponent(value);
  });
}

function versionOf({ id, versions, currentVersion }: WireOperation, asked: string | undefined) {
  if (currentVersion === null) return {};
  if (asked !== undefined && !versions.includes(asked)) {
    throw new TypeError(`${id}: there is no version ${asked}, only ${versions.join(', ')}`);
  }
  return { version: asked ?? currentVersion };
}

function queryOf(query: NonNullable<Ask['query']>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

function headersOf(operation: WireOperation, ask: Ask, sender: Sender): Readonly<Record<string, string>> {
  const { transactionId, transactionSource } = sender;
  const known: Readonly<Record<string, string | undefined>> = {
    transid: transactionId,
    transactionsrc: transactionSource,
    ...ask.headers,
  };
  const headers: Record<string, string> = { accept: 'application/json' };
  if (ask.document !== undefined) headers['content-type'] = 'application/json';
  for (const { name } of operation.headers) {
    const value = known[name];
    if (value !== undefined) headers[name] = value;
  }
  return headers;
}
