import type { TSchema } from 'typebox';
import { describe, expect, it } from 'vitest';
import { allOperations } from './catalogue.ts';
import type { ArrayNode, WireOperation } from './operation.ts';
import { documentsOf } from './schema/documents.ts';
import { ARRAY_SINCE } from './schema/notation.ts';

const withDocuments = allOperations.filter(({ slug }) => slug !== 'oauth');

describe('wire.ts beside schema.ts', () => {
  it.each(withDocuments)('$id: names every array node of its schemas with its version', async (wire) => {
    const documents = await documentsOf(wire.id);
    if (!documents) throw new Error(`${wire.id} has no documents`);
    const { request, response } = documents;
    expect(nodes(wire.requestArrays)).toEqual(request ? nodes(arraysOf(request, '')) : []);
    expect(nodes(wire.responseArrays)).toEqual(nodes(arraysOf(response, '')));
  });

  it.each(withDocuments)('$id: knows the names of all members of its answer', async (wire) => {
    const documents = await documentsOf(wire.id);
    expect([...wire.responseNames]).toEqual([...namesOf(documents?.response ?? {})].sort());
  });

  it.each(withDocuments)('$id: knows which members of its request are no text', async (wire) => {
    const documents = await documentsOf(wire.id);
    const values = new Set(documents?.request ? valuesOf(documents.request, '') : []);
    expect([...(wire.requestValues ?? [])]).toEqual([...values].sort());
  });

  it.each(withDocuments)('$id: takes a document exactly where it sends JSON', async (wire) => {
    const documents = await documentsOf(wire.id);
    expect(documents?.request !== undefined).toBe(wire.requestFormat === 'json');
  });

  it('finds array nodes at all', () => {
    const found = withDocuments.flatMap(({ responseArrays }) => responseArrays);
    expect(found.filter(({ since }) => since !== undefined).length).toBeGreaterThanOrEqual(96);
  });
});

describe('the registered operations', () => {
  it('have identifiers of their own that begin with their slug', () => {
    expect(new Set(allOperations.map(({ id }) => id)).size).toBe(allOperations.length);
    for (const { id, slug } of allOperations) expect(id.startsWith(`${slug}.`)).toBe(true);
  });

  it('carry a version place in the path exactly when they have versions', () => {
    for (const { path, versions } of allOperations) {
      expect(path.includes('{version}')).toBe(versions.length > 0);
    }
  });

  it('know their current and deprecated versions', () => {
    for (const { versions, currentVersion, deprecatedVersions } of allOperations) {
      expect(currentVersion === null).toBe(versions.length === 0);
      if (currentVersion !== null) expect(versions).toContain(currentVersion);
      for (const version of deprecatedVersions) expect(versions).toContain(version);
    }
  });

  it('are frozen', () => {
    for (const operation of allOperations) expect(Object.isFrozen(operation)).toBe(true);
  });

  it('name every place of their path, and nothing else, among their parameters', () => {
    for (const { path, parameters } of allOperations) {
      const places = [...path.matchAll(/\{(\w+)\}/g)]
        .map(([, name]) => name)
        .filter((name) => name !== 'version');
      expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(places);
    }
  });

  it('have addresses of their own, with what makes them special', () => {
    const addresses = allOperations.map((wire: WireOperation) => [
      wire.method,
      wire.path.replace(/\{\w+\}/g, '{}'),
      JSON.stringify(wire.fixedQuery ?? {}),
    ]);
    expect(new Set(addresses.map(String)).size).toBe(allOperations.length);
  });
});

interface Annotated {
  readonly type?: string;
  readonly anyOf?: readonly Annotated[];
  readonly items?: Annotated;
  readonly properties?: Readonly<Record<string, Annotated>>;
  readonly [ARRAY_SINCE]?: string;
}

function membersOf(schema: Annotated): [string, Annotated][] {
  const node = schema.anyOf?.[0] ?? schema;
  return Object.entries((node.items ?? node).properties ?? {});
}

function arraysOf(schema: Annotated, path: string): ArrayNode[] {
  const since = schema[ARRAY_SINCE];
  const here = schema.type === 'array' ? [since === undefined ? { path } : { path, since }] : [];
  const below = membersOf(schema).flatMap(([name, member]) =>
    arraysOf(member, path === '' ? name : `${path}/${name}`),
  );
  return [...here, ...below];
}

function namesOf(schema: TSchema | Annotated): Set<string> {
  return new Set(membersOf(schema).flatMap(([name, member]) => [name, ...namesOf(member)]));
}

function nodes(list: readonly ArrayNode[]): string[] {
  return list.map(({ path, since = 'always' }) => `${path} ${since}`).sort();
}

/** The names of the members that are numbers or truth values. */
function valuesOf(schema: Annotated, name: string): string[] {
  if (schema.items) return valuesOf(schema.items, name);
  const inside = Object.entries(schema.properties ?? {}).flatMap(([member, one]) => valuesOf(one, member));
  return ['number', 'integer', 'boolean'].includes(schema.type ?? '') ? [name] : inside;
}
