import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { allOperations } from '../catalogue.ts';
import type { WireOperation } from '../operation.ts';
import { type Documents, documentsOf } from '../schema/documents.ts';
import { compareOperation } from './compare.ts';
import { deviationsOf } from './deviations.ts';
import { filePatches, patchFile } from './file-patches.ts';
import {
  isObject,
  objectOf,
  type PublishedDocument,
  publishedFiles,
  publishedOperation,
  requestSchema,
  responseSchema,
} from './files.ts';
import { patchedSchema } from './patch.ts';

const folder = join(
  process.env.LADING_SHARED ?? resolve(import.meta.dirname, '../../../../../shared'),
  'contract',
);
const isThere = existsSync(join(folder, 'QuantumView.yaml'));
const operations = allOperations.filter(({ slug }) => slug !== 'oauth');

const files = new Map<string, PublishedDocument>();
function load(name: string): PublishedDocument {
  const file =
    files.get(name) ?? objectOf(parse(readFileSync(join(folder, name), 'utf8'), { version: '1.2' }));
  files.set(name, file);
  return file;
}

async function operationInFile(id: string) {
  const wire = operations.find((one) => one.id === id) as WireOperation;
  const documents = (await documentsOf(id)) as Documents;
  return { wire, documents, root: load('TimeInTransit.yaml') };
}

describe.skipIf(!isThere)('the patch list beside the carrier’s published files', () => {
  it('leaves no list of required members that names what is not declared', () => {
    for (const file of new Set(Object.values(publishedFiles))) {
      expect(undeclared(patchFile(file, load(file)))).toEqual([]);
    }
  });

  it('needs every one of its patches', () => {
    for (const { file, pointer, change } of filePatches) {
      if ('drop' in change) expect(undeclared(load(file))).toContain(`${pointer} ${change.drop}`);
    }
  });

  it.each(operations)('makes of $id schemas that stand alone', async (wire) => {
    const file = publishedFiles[wire.slug as keyof typeof publishedFiles];
    const root = patchFile(file, load(file));
    const entry = publishedOperation(root, wire)?.current as PublishedDocument;
    const documents = (await documentsOf(wire.id)) as Documents;
    const pairs = [[responseSchema(entry), documents.response] as const];
    if (documents.request) pairs.push([requestSchema(entry), documents.request]);
    for (const [theirs, ours] of pairs) {
      for (const profile of ['published', 'observed'] as const) {
        const schema = patchedSchema(theirs, { root, ours, deviations: deviationsOf(wire.slug), profile });
        expect(JSON.stringify(schema)).not.toContain('$ref');
        expect(new Ajv({ strict: false, validateFormats: false }).compile(schema)('text')).toBe(false);
      }
    }
  });
});

describe.skipIf(!isThere)('holding an operation against the carrier’s file', () => {
  it('counts members, and finds nothing without an explanation', async () => {
    const { wire, documents, root } = await operationInFile('time-in-transit.services');
    const compared = compareOperation(wire, documents, root);
    expect(compared.unexplained).toEqual([]);
    expect(compared.members).toBeGreaterThan(50);
    expect(compared.explained).toBeGreaterThan(0);
  });

  it('finds a member that our schema lost', async () => {
    const { wire, documents, root } = await operationInFile('time-in-transit.services');
    const request = structuredClone(documents.request) as Documents['response'];
    delete (Reflect.get(request, 'properties') as Record<string, unknown>).weight;
    expect(compareOperation(wire, { ...documents, request }, root).unexplained).toEqual([
      'weight missing: not explained',
    ]);
  });

  it('finds an answer of another kind, and the explanations that then explain nothing', async () => {
    const { wire, documents, root } = await operationInFile('time-in-transit.services');
    const compared = compareOperation(
      wire,
      { ...documents, response: Type.Object({ a: Type.String() }) },
      root,
    );
    expect(compared.unexplained).toContain('a added: not explained');
  });

  it('finds an address that the file does not have', async () => {
    const { wire, documents, root } = await operationInFile('time-in-transit.services');
    const moved = { ...wire, path: '/api/nowhere' };
    expect(compareOperation(moved, documents, root).unexplained).toEqual([
      'the file has no POST /api/nowhere',
    ]);
  });
});

it.runIf(!isThere)('skipped: the carrier’s published files are not here (LADING_SHARED or ../shared)', () => {
  expect(isThere).toBe(false);
});

function undeclared(node: unknown, at = ''): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.entries(node).flatMap(([name, value]) => undeclared(value, `${at}/${name}`));
  if (!isObject(node) || !Array.isArray(node.required) || !isObject(node.properties)) return below;
  const { properties } = node;
  const missing = node.required.filter((name) => !(String(name) in properties));
  return [...missing.map((name) => `${at}/required ${String(name)}`), ...below];
}
