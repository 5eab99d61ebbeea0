import type { ArrayNode } from '../operation.ts';

/** The members below one point of a document; `since` stands where the point itself is an array node. */
interface Branch {
  readonly members: Map<string, Branch>;
  array: boolean;
  /** The number of the version. */
  since: number | undefined;
}

/** What the nodes of a list come to. */
interface Tree {
  readonly root: Branch;
  /** From this version on every node is an array. */
  readonly settledSince: number;
}

type Change = (value: unknown, branch: Branch) => unknown;

/**
 * The client's side of the array rule: every node named in `nodes` that is there becomes an array. A single
 * value is wrapped, `null` becomes an empty array, an absent node stays absent, unknown members are kept.
 * The document is never changed; parts that need no change are shared with the answer.
 *
 * @example
 * expandArrays({ A: { B: { C: '1' } } }, [{ path: 'A/B' }]) // { A: { B: [{ C: '1' }] } }
 */
export function expandArrays(document: unknown, nodes: readonly ArrayNode[]): unknown {
  return rewrite(document, treeOf(nodes).root, wrap);
}

/**
 * The server's side of the array rule: a node whose `since` is newer than `version` and that holds exactly one
 * element becomes that bare element. Nodes without `since` stay arrays in every version.
 * The document is never changed; parts that need no change are shared with the answer.
 *
 * @param document In the strict form, where every node of `nodes` is an array.
 * @param version As in the path: `v1`, `v2`, `v2403`.
 */
export function collapseArrays(document: unknown, nodes: readonly ArrayNode[], version: string): unknown {
  const asked = versionNumber(version);
  const { root, settledSince } = treeOf(nodes);
  if (asked >= settledSince) return document;
  const unwrap: Change = (value, { since }) => {
    const isOlder = since !== undefined && asked < since;
    return isOlder && Array.isArray(value) && value.length === 1 ? value[0] : value;
  };
  return rewrite(document, root, unwrap);
}

function wrap(value: unknown): unknown {
  if (Array.isArray(value)) return value;
  return value === null ? [] : [value];
}

/** `v3` → 3, `v2403` → 2403; what carries no number counts as newest, so nothing is collapsed for it. */
function versionNumber(version: string): number {
  const digits = /^v?(\d+)$/i.exec(version)?.[1];
  return digits === undefined ? Number.POSITIVE_INFINITY : Number(digits);
}

const planted = new WeakMap<readonly ArrayNode[], Tree>();

/** The lists of the contract are frozen and come at every call: their trees are kept. */
function treeOf(nodes: readonly ArrayNode[]): Tree {
  if (!Object.isFrozen(nodes)) return plant(nodes);
  const known = planted.get(nodes);
  if (known !== undefined) return known;
  const tree = plant(nodes);
  planted.set(nodes, tree);
  return tree;
}

function plant(nodes: readonly ArrayNode[]): Tree {
  const root = sprout();
  let settledSince = Number.NEGATIVE_INFINITY;
  for (const { path, since } of nodes) {
    let at = root;
    for (const name of path.split('/')) at = grow(at, name);
    at.array = true;
    at.since = since === undefined ? undefined : versionNumber(since);
    settledSince = Math.max(settledSince, at.since ?? settledSince);
  }
  return { root, settledSince };
}

function sprout(): Branch {
  return { members: new Map(), array: false, since: undefined };
}

function grow(branch: Branch, name: string): Branch {
  const known = branch.members.get(name);
  if (known !== undefined) return known;
  const fresh = sprout();
  branch.members.set(name, fresh);
  return fresh;
}

/** Depth is bounded by the paths, never by the document: hostile nesting cannot exhaust the stack. */
function rewrite(value: unknown, branch: Branch, change: Change): unknown {
  if (branch.members.size === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return rewriteElements(value, branch, change);
  return rewriteMembers(value as Readonly<Record<string, unknown>>, branch, change);
}

function rewriteElements(list: readonly unknown[], branch: Branch, change: Change): readonly unknown[] {
  let copy: unknown[] | undefined;
  list.forEach((element, index) => {
    const rewritten = Array.isArray(element) ? element : rewrite(element, branch, change);
    if (rewritten === element) return;
    copy ??= [...list];
    copy[index] = rewritten;
  });
  return copy ?? list;
}

function rewriteMembers(
  object: Readonly<Record<string, unknown>>,
  branch: Branch,
  change: Change,
): Readonly<Record<string, unknown>> {
  let copy: Record<string, unknown> | undefined;
  for (const [name, below] of branch.members) {
    const before = Object.hasOwn(object, name) ? object[name] : undefined;
    if (before === undefined) continue;
    const inside = rewrite(before, below, change);
    const after = below.array ? change(inside, below) : inside;
    if (after === before) continue;
    copy ??= { ...object };
    copy[name] = after;
  }
  return copy ?? object;
}
