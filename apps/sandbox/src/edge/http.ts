/** A request as every edge of the sandbox sees it, without the framework that received it. */
export interface HttpRequest {
  readonly method: string;
  /** Without the world's prefix and without the query, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  readonly remoteAddress: string;
  /** The address of the world as the caller sees it, without a slash at the end. */
  readonly publicUrl: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Pieces in their order: large answers are put together from bytes that others keep. */
  readonly body: readonly Uint8Array[];
  /** To wait before anything is sent. */
  readonly delayMs?: number;
  /** Runs, and is on disk, before the first byte goes out. Not when the caller has gone. */
  readonly handOver?: () => Promise<void>;
  /** Runs instead when the caller has gone, or after `handOver` failed. */
  readonly drop?: () => void;
  /** The connection is cut after so many bytes of the body; with 0 not even the head is sent. */
  readonly cutAtByte?: number;
  /** What `text/html` pages may do beyond the house's policy, for example where their form leads. */
  readonly policy?: string;
}

export function jsonAnswer(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  return jsonBytes(status, [Buffer.from(JSON.stringify(value))], headers);
}

/** An answer whose JSON is written already. */
export function jsonBytes(
  status: number,
  body: readonly Uint8Array[],
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body };
}
