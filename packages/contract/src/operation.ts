/** How we know a rule, a code or a text: from the carrier's files or guide, from recorded traffic, or our own. */
export type Evidence = 'published' | 'observed' | 'invented';

/** The one name of each API: folders, documents, tests, commit scopes and translation keys bear it. */
export const slugs = Object.freeze([
  'address-city',
  'address-street',
  'dangerous-goods',
  'locator',
  'pickup',
  'pre-notification',
  'rating',
  'shipping',
  'time-in-transit',
  'quantum-view',
  'tracking',
  'signature-tracking',
  'paperless',
  'trade',
  'oauth',
] as const);
export type Slug = (typeof slugs)[number];

/** A node that is an array always from a version on, and before it only where it holds more than one element. */
export interface ArrayNode {
  /** Member names from the document's root, joined by `/`; array members are walked through. */
  readonly path: string;
  /** First version in which the node is always an array; absent where it always was. */
  readonly since?: string;
}

/** A place in the path, or a member of the query. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  /** The only values, as the path or query spells them; absent where any text goes. */
  readonly values?: readonly string[];
  /** What the carrier takes where nothing is said. */
  readonly default?: string;
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
  /** Of path and query, without the version. */
  readonly parameters: readonly Parameter[];
  /**
   * Members of the query that make the operation what it is, where several share one address: whoever asks with them
   * (in any case) asks this one.
   */
  readonly fixedQuery?: Readonly<Record<string, string>>;
  readonly requestFormat: 'json' | 'form' | 'query' | 'none';
  readonly auth: 'bearer' | 'basic' | 'client-or-basic' | 'none';
  /** Headers the operation knows, lower case; `required` ones answer 400 when missing. */
  readonly headers: readonly { readonly name: string; readonly required: boolean }[];
  readonly requestArrays: readonly ArrayNode[];
  readonly responseArrays: readonly ArrayNode[];
  /** Members of the request that are numbers or truth values; absent where every one is text. */
  readonly requestValues?: readonly string[];
  /** Names of all members that an answer's schema knows, whatever their place; other names are drift. */
  readonly responseNames: readonly string[];
  /** Statuses that the carrier's file declares. */
  readonly statuses: readonly number[];
  /**
   * What a second call does: nothing but compute again (`reads`), create or change something twice (`changes`), or
   * spend what can be spent once (`consumes`).
   */
  readonly effect: 'reads' | 'changes' | 'consumes';
  /** Whether business errors arrive inside a 200. */
  readonly errorsInsideSuccess: boolean;
}
