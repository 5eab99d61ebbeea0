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
  readonly fixed: readonly (readonly [name: string, value: string])[];
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
  patterns.sort((a, b) => b.fixed.length - a.fixed.length);
  const byStart = byStartOf(patterns);
  return (method, path, query) => {
    const known = plain.get(`${method} ${path}`);
    if (known !== undefined) return known;
    return findPattern(byStart.get(`${method} ${startOf(path)}`) ?? [], path, query);
  };
}

/** By method and by what no operation leaves open, so that only few patterns are tried on a path. */
function byStartOf(routes: readonly Route[]): ReadonlyMap<string, readonly Route[]> {
  const groups = new Map<string, Route[]>();
  for (const route of routes) {
    const { method, path, id } = route.operation.wire;
    if (startOf(path).includes('{')) throw new Error(`${id} leaves the first two pieces of its path open`);
    const key = `${method} ${startOf(path)}`;
    groups.set(key, [...(groups.get(key) ?? []), route]);
  }
  return groups;
}

/** The first two pieces of a path, `/api/rating`. */
function startOf(path: string): string {
  const end = path.indexOf('/', path.indexOf('/', 1) + 1);
  return end < 0 ? path : path.slice(0, end);
}

function isAskedFor({ fixed }: Route, query: URLSearchParams): boolean {
  return fixed.every(([name, value]) => query.get(name)?.toLowerCase() === value);
}

function compile(operation: RegisteredOperation): Route {
  const names: string[] = [];
  const source = operation.wire.path.replace(/[.*+?^$()|[\]\\]|\{(\w+)\}/g, (piece, name?: string) => {
    if (name === undefined) return `\\${piece}`;
    names.push(name);
    return '([^/]+)';
  });
  const fixed = Object.entries(operation.wire.fixedQuery ?? {}).map(
    ([name, value]) => [name, value.toLowerCase()] as const,
  );
  return { operation, fixed, pattern: new RegExp(`^${source}$`), names };
}

function findPattern(routes: readonly Route[], path: string, query: URLSearchParams): Match | undefined {
  for (const route of routes) {
    const values = isAskedFor(route, query) ? route.pattern.exec(path) : null;
    if (values !== null) return matchOf(route, values);
  }
  return undefined;
}

function matchOf({ operation, names }: Route, [, ...values]: readonly string[]): Match {
  let version: string | null = null;
  const params: Record<string, string> = {};
  names.forEach((name, index) => {
    const value = decoded(values[index] ?? '');
    if (name === 'version') version = value;
    else params[name] = value;
  });
  return { operation, version, params };
}

/** A piece of a path without percent signs; as it came where these mean nothing. */
export function decoded(piece: string): string {
  if (!piece.includes('%')) return piece;
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}
