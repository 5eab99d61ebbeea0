import type { RegisteredOperation } from '../registry.ts';

/** An operation found for a request. */
export interface Match {
  readonly operation: RegisteredOperation;
  /** As it stands in the path, known or not; null where the operation's path carries none. */
  readonly version: string | null;
  readonly params: Readonly<Record<string, string>>;
}

interface Route {
  readonly operation: RegisteredOperation;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

export type FindOperation = (method: string, path: string, query: URLSearchParams) => Match | undefined;

/** Two operations at one address would leave to chance which of them answers: refused at the start. */
export function createRoutes(operations: readonly RegisteredOperation[]): FindOperation {
  const plain = new Map<string, Match>();
  const patterns: Route[] = [];
  const known = new Set<string>();
  for (const operation of operations) {
    const { method, path, id, fixedQuery = {} } = operation.wire;
    const address = `${method} ${path}?${new URLSearchParams(fixedQuery)}`;
    if (known.has(address)) throw new Error(`${id} is registered at an address already taken`);
    known.add(address);
    if (!path.includes('{')) plain.set(`${method} ${path}`, { operation, version: null, params: {} });
    else patterns.push(compile(operation));
  }
  // Whoever asks with what makes an operation special asks that one, and not the one it is a kind of.
  patterns.sort((a, b) => fixedMembers(b).length - fixedMembers(a).length);
  return (method, path, query) =>
    plain.get(`${method} ${path}`) ?? findPattern(patterns, method, path, query);
}

function fixedMembers({ operation }: Route): [string, string][] {
  return Object.entries(operation.wire.fixedQuery ?? {});
}

function isAskedFor(route: Route, query: URLSearchParams): boolean {
  return fixedMembers(route).every(([name, value]) => query.get(name)?.toLowerCase() === value.toLowerCase());
}

function compile(operation: RegisteredOperation): Route {
  const names: string[] = [];
  const source = operation.wire.path.replace(/[.*+?^$()|[\]\\]|\{(\w+)\}/g, (piece, name?: string) => {
    if (name === undefined) return `\\${piece}`;
    names.push(name);
    return '([^/]+)';
  });
  return { operation, pattern: new RegExp(`^${source}$`), names };
}

function findPattern(
  routes: readonly Route[],
  method: string,
  path: string,
  query: URLSearchParams,
): Match | undefined {
  for (const route of routes) {
    const { operation, pattern, names } = route;
    const values = operation.wire.method === method ? pattern.exec(path)?.slice(1) : undefined;
    if (!values || !isAskedFor(route, query)) continue;
    const { version = null, ...params } = Object.fromEntries(
      names.map((name, index) => [name, decoded(values[index] ?? '')]),
    );
    return { operation, version, params };
  }
  return undefined;
}

/** A piece of a path without percent signs; as it came where these mean nothing. */
export function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}
