import { errorHints, events } from '@lading/contract/quantum-view/wire';
import type { Advice, CallOptions, Carrier } from '../carrier.ts';
import type { Answer } from '../refusal.ts';
import type { QuantumViewItem } from './answer.ts';
import { type QuantumViewQuery, repeatOf, requestOf } from './request.ts';
import { walk } from './walk.ts';

/** `v1`, `v2` or `v3`; they differ in what is an array, which the SDK evens out. */
export type QuantumViewVersion = (typeof events.versions)[number];

/** What one walk does otherwise than its client. */
export type QuantumViewOptions = CallOptions<QuantumViewVersion>;

/** The same for one answer of a walk that the caller conducts. */
export interface RawOptions extends QuantumViewOptions {
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
  files(
    query?: QuantumViewQuery,
    options?: QuantumViewOptions,
  ): AsyncGenerator<QuantumViewItem, void, undefined>;
  /**
   * One answer as bytes, unread by us: to be stored before anything else happens to it. Business errors may be
   * inside.
   *
   * @throws CarrierFault when there is no successful answer of at most `maxBytes` (8,000,000 unless told).
   */
  raw(query?: QuantumViewQuery, options?: RawOptions): Promise<Answer>;
}

/** How to find out what became of an unread read. */
const howToLook = {
  en: 'Files may count as read. Read by date.',
  fr: 'Des fichiers sont peut-être lus. Relisez par date.',
} as const;

/** The Quantum View member of a client. */
export function createQuantumViewClient(carrier: Carrier): QuantumViewClient {
  const raw = async (query: QuantumViewQuery, { bookmark, ...options }: RawOptions) =>
    carrier.raw(events, { document: requestOf(query, bookmark) }, options, adviceFor(query));
  return {
    raw: (query = {}, options = {}) => raw(query, options),
    files: (query = {}, options = {}) => {
      requestOf(query);
      return walk(
        (bookmark) => raw(query, bookmark === undefined ? options : { ...options, bookmark }),
        (answer) => carrier.read(events, answer, adviceFor(query)),
      );
    },
  };
}

function adviceFor(query: QuantumViewQuery): Advice {
  const repeat = repeatOf(query);
  return { repeat, hints: errorHints, howToLook: repeat === 'once' ? howToLook : undefined };
}
