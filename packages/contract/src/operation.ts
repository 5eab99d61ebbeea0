/** How we know a rule, a code or a text: from the carrier's files or guide, from recorded traffic, or our own. */
export type Evidence = 'published' | 'observed' | 'invented';

/** The one name of each API: folders, documents, tests, commit scopes and translation keys bear it. */
export type Slug =
  | 'address-city'
  | 'address-street'
  | 'dangerous-goods'
  | 'locator'
  | 'pickup'
  | 'pre-notification'
  | 'rating'
  | 'shipping'
  | 'time-in-transit'
  | 'quantum-view'
  | 'tracking'
  | 'signature-tracking'
  | 'paperless'
  | 'trade'
  | 'oauth';

/** A node that is an array always from a version on, and before it only where it holds more than one element. */
export interface ArrayNode {
  /** Member names from the document's root, joined by `/`; array members are walked through. */
  readonly path: string;
  /** First version in which the node is always an array; absent where it always was. */
  readonly since?: string;
}

/** One operation as it goes over the wire: plain frozen data, no schema library behind it. */
export interface WireOperation {
  /** `<slug>.<verb>`, for example `quantum-view.events`. */
  readonly id: `${Slug}.${string}`;
  readonly slug: Slug;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/api/quantumview/{version}/events`, from the host's root. */
  readonly path: string;
  /** Oldest first; empty where the path carries none. */
  readonly versions: readonly string[];
  readonly currentVersion: string | null;
  readonly deprecatedVersions: readonly string[];
  readonly requestFormat: 'json' | 'form' | 'query' | 'none';
  readonly auth: 'bearer' | 'basic' | 'client-or-basic' | 'none';
  /** Headers the operation knows, lower case; `required` ones answer 400 when missing. */
  readonly headers: readonly { readonly name: string; readonly required: boolean }[];
  readonly requestArrays: readonly ArrayNode[];
  readonly responseArrays: readonly ArrayNode[];
  /** Whether business errors arrive inside a 200. */
  readonly errorsInsideSuccess: boolean;
}
