import type { Slug, WireOperation } from '../operation.ts';

/** In which of the carrier's files an API is described. */
export const publishedFiles: Readonly<Record<Exclude<Slug, 'oauth'>, string>> = Object.freeze({
  'address-city': 'AddressValidation.yaml',
  'address-street': 'AddressValidation.yaml',
  'dangerous-goods': 'DangerousGoods.yaml',
  locator: 'Locator.yaml',
  paperless: 'Paperless.yaml',
  pickup: 'Pickup.yaml',
  'pre-notification': 'PreNotification.yaml',
  'quantum-view': 'QuantumView.yaml',
  rating: 'Rating.yaml',
  shipping: 'Shipping.yaml',
  'signature-tracking': 'Tracking.yaml',
  'time-in-transit': 'TimeInTransit.yaml',
  tracking: 'Tracking.yaml',
  trade: 'LandedCost.yaml',
});

/** A parsed file, or a part of one. */
export type PublishedDocument = Readonly<Record<string, unknown>>;

/** The object at a place of a file. @throws TypeError where there is none. */
export function follow(root: PublishedDocument, at: readonly string[]): PublishedDocument {
  return at.reduce<PublishedDocument>((node, name) => objectOf(node[name], at), root);
}

export function objectOf(value: unknown, at: readonly string[] = []): PublishedDocument {
  if (isObject(value)) return value;
  throw new TypeError(`no object at ${at.join('/')}`);
}

export function isObject(value: unknown): value is PublishedDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The operation's entry in its file, and that of its deprecated versions where there is one. */
export interface PublishedOperation {
  readonly current: PublishedDocument;
  readonly deprecated: PublishedDocument | undefined;
}

/** The file writes paths without `/api`, and deprecated versions as a path of their own. */
export function publishedOperation(
  root: PublishedDocument,
  wire: WireOperation,
): PublishedOperation | undefined {
  const path = wire.path.replace(/^\/api/, '');
  const method = wire.method.toLowerCase();
  const at = (name: string): PublishedDocument | undefined => {
    const entry = objectOf(root.paths)[name];
    const operation = isObject(entry) ? entry[method] : undefined;
    return isObject(operation) ? operation : undefined;
  };
  const current = at(path);
  return current && { current, deprecated: at(path.replace('{version}', '{deprecatedVersion}')) };
}

/** The schema of what is sent; undefined where nothing is. */
export function requestSchema(operation: PublishedDocument): unknown {
  if (!isObject(operation.requestBody)) return undefined;
  return follow(operation, ['requestBody', 'content', 'application/json']).schema;
}

/** The schema of a success. */
export function responseSchema(operation: PublishedDocument): unknown {
  return follow(operation, ['responses', '200', 'content', 'application/json']).schema;
}
