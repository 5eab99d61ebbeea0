import { events } from '@lading/contract/quantum-view/wire';
import { sendAuthorized } from '../authorized.ts';
import type { Answer } from '../refusal.ts';
import type { Access, Tokens } from '../tokens.ts';
import type { Limits, Surroundings } from '../transport.ts';
import type { QuantumViewItem } from './answer.ts';
import { type QuantumViewQuery, repeatOf, requestOf } from './request.ts';
import { walk } from './walk.ts';

/** `v1`, `v2` or `v3`; they differ in what is an array, which the SDK evens out. */
export type QuantumViewVersion = (typeof events.versions)[number];

/** What one call does otherwise than its client. */
export interface CallOptions extends Partial<Limits> {
  /** On whose behalf; absent means as the client was made. */
  readonly access?: Access;
  /** Ends the call. An unread read that is ended may be lost: the fault's outcome says `unknown`. */
  readonly signal?: AbortSignal;
  /** Default `v3`. */
  readonly version?: QuantumViewVersion;
}

/** The same for one answer of a walk that the caller conducts. */
export interface RawOptions extends CallOptions {
  /** From the answer before, with the same query. */
  readonly bookmark?: string;
}

/** What happens to the parcels of a subscription. */
export interface QuantumViewClient {
  /**
   * Walks through all files that the query finds, across bookmarks, and names subscriptions and warnings on the
   * way. Without dates and file names this consumes what is unread: nothing of it is ever asked for twice, so
   * after a fault with outcome `unknown` read the missing time again by date.
   *
   * @example
   * for await (const item of client.quantumView.files({ names: ['Outbound'], from: yesterday })) {
   *   if (item.kind === 'file') console.log(item.fileName, item.deliveries.length);
   * }
   * @throws CarrierFault with the carrier's code for its refusals, also those inside a 200.
   * @throws TypeError at once for a query that says something else than it would do.
   */
  files(query?: QuantumViewQuery, options?: CallOptions): AsyncGenerator<QuantumViewItem, void, undefined>;
  /**
   * One answer as bytes, unread by us: to be stored before anything else happens to it. Business errors may be
   * inside.
   *
   * @throws CarrierFault when there is no successful answer of at most `maxBytes` (8,000,000 unless told).
   */
  raw(query?: QuantumViewQuery, options?: RawOptions): Promise<Answer>;
}

/** What the Quantum View client is made of. */
export interface QuantumViewParts extends Surroundings {
  readonly baseUrl: string;
  readonly limits: Limits;
  readonly tokens: Tokens;
  readonly access: Access;
}

/** The Quantum View member of a client. */
export function createQuantumViewClient(parts: QuantumViewParts): QuantumViewClient {
  return {
    raw: async (query = {}, options = {}) => raw(parts, query, options),
    files: (query = {}, options = {}) => {
      requestOf(query);
      return walk((bookmark) =>
        raw(parts, query, bookmark === undefined ? options : { ...options, bookmark }),
      );
    },
  };
}

function raw(parts: QuantumViewParts, query: QuantumViewQuery, options: RawOptions): Promise<Answer> {
  const { limits, baseUrl, tokens } = parts;
  return sendAuthorized(
    {
      operation: events.id,
      method: events.method,
      url: `${baseUrl}${events.path.replace('{version}', options.version ?? events.currentVersion)}`,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(requestOf(query, options.bookmark)),
      repeat: repeatOf(query),
      access: options.access ?? parts.access,
      signal: options.signal,
      timeoutMs: options.timeoutMs ?? limits.timeoutMs,
      answerTimeoutMs: options.answerTimeoutMs ?? limits.answerTimeoutMs,
      maxBytes: options.maxBytes ?? limits.maxBytes,
    },
    tokens,
    parts,
  );
}
