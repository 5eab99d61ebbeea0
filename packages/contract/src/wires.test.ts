import type { TSchema } from 'typebox';
import { describe, expect, it } from 'vitest';
import * as oauth from './oauth/wire.ts';
import type { ArrayNode, WireOperation } from './operation.ts';
import { QuantumViewRequest, QuantumViewResponse } from './quantum-view/schema.ts';
import * as quantumView from './quantum-view/wire.ts';
import { ARRAY_SINCE } from './schema/notation.ts';

/** One row per operation whose documents can hold arrays. */
const documents: readonly [string, readonly ArrayNode[], TSchema][] = [
  ['quantum-view request', quantumView.events.requestArrays, QuantumViewRequest],
  ['quantum-view response', quantumView.events.responseArrays, QuantumViewResponse],
];

const operations: readonly WireOperation[] = [...oauth.operations, ...quantumView.operations];

describe('wire.ts beside schema.ts', () => {
  it.each(documents)('%s: names every array node of the schema with its version', (_name, nodes, schema) => {
    const annotated = arraysOf(schema, '');
    expect(annotated.length).toBeGreaterThan(0);
    expect([...nodes].sort(byPath)).toEqual(annotated.sort(byPath));
  });
});

describe('the registered operations', () => {
  it('have identifiers of their own that begin with their slug', () => {
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    for (const { id, slug } of operations) expect(id.startsWith(`${slug}.`)).toBe(true);
  });

  it('carry a version place in the path exactly when they have versions', () => {
    for (const { path, versions } of operations) {
      expect(path.includes('{version}')).toBe(versions.length > 0);
    }
  });

  it('know their current and deprecated versions', () => {
    for (const { versions, currentVersion, deprecatedVersions } of operations) {
      expect(currentVersion ?? null).toBe(versions.at(-1) ?? null);
      for (const version of deprecatedVersions) expect(versions).toContain(version);
    }
  });

  it('are frozen', () => {
    for (const operation of operations) expect(Object.isFrozen(operation)).toBe(true);
    expect(Object.isFrozen(oauth.operations) && Object.isFrozen(quantumView.operations)).toBe(true);
  });
});

interface Annotated {
  readonly type?: string;
  readonly items?: Annotated;
  readonly properties?: Readonly<Record<string, Annotated>>;
  readonly [ARRAY_SINCE]?: string;
}

function arraysOf(schema: Annotated, path: string): ArrayNode[] {
  const since = schema[ARRAY_SINCE];
  const here = schema.type === 'array' ? [since === undefined ? { path } : { path, since }] : [];
  const members = Object.entries((schema.items ?? schema).properties ?? {});
  return [
    ...here,
    ...members.flatMap(([name, member]) => arraysOf(member, path === '' ? name : `${path}/${name}`)),
  ];
}

function byPath(left: ArrayNode, right: ArrayNode): number {
  return left.path < right.path ? -1 : 1;
}
