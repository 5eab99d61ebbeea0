import type { ArrayNode } from '../operation.ts';

/** Array nodes that travel bare below a version; `undefined` where a node is an array in every version. */
export function arrays(since: string | undefined, paths: readonly string[]): readonly ArrayNode[] {
  return paths.map((path) => Object.freeze(since === undefined ? { path } : { path, since }));
}
