import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TSchema } from 'typebox';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { allOperations } from '../catalogue.ts';
import * as oauth from '../oauth/schema.ts';
import type { WireOperation } from '../operation.ts';
import { ErrorResponse } from '../response/schema.ts';
import { documentsOf } from '../schema/documents.ts';
import { REQUIRED_IN_FILE } from '../schema/notation.ts';
import { deviationsOf } from './deviations.ts';
import { differences, operationDifferences } from './differences.ts';
import {
  follow,
  objectOf,
  type PublishedDocument,
  publishedFiles,
  publishedOperation,
  requestSchema,
  responseSchema,
} from './files.ts';
import { nodesOf } from './nodes.ts';

const folder = join(
  process.env.LADING_SHARED ?? resolve(import.meta.dirname, '../../../../../shared'),
  'contract',
);
const isThere = existsSync(join(folder, 'QuantumView.yaml'));
const operations = allOperations.filter(({ slug }) => slug !== 'oauth');

const files = new Map<string, PublishedDocument>();
function load(name: string): PublishedDocument {
  const known =
    files.get(name) ?? objectOf(parse(readFileSync(join(folder, name), 'utf8'), { version: '1.2' }));
  files.set(name, known);
  return known;
}

function publishedFor(wire: WireOperation) {
  const { slug } = wire;
  if (slug === 'oauth') throw new Error('OAuth has no documents');
  const root = load(publishedFiles[slug]);
  const operation = publishedOperation(root, wire);
  if (!operation) throw new Error(`${publishedFiles[slug]} has no ${wire.method} ${wire.path}`);
  return { root, operation };
}

/** The differences that the deviations state for a document; what the file has as we do is not among them. */
function listed(
  slug: WireOperation['slug'],
  nodes: ReadonlyMap<string, unknown>,
  theirs: ReadonlyMap<string, unknown>,
): string[] {
  const all = deviationsOf(slug)
    .flatMap(({ aspect, paths }) => paths.map((path) => [path, aspect] as const))
    .filter(([path, aspect]) => aspect !== 'added' || !theirs.has(path));
  return all
    .filter(([path]) => nodes.has(path))
    .map(([path, aspect]) => `${path} ${aspect}`)
    .sort();
}

describe.skipIf(!isThere)('the contract beside the carrier’s published files', () => {
  it.each(operations)('$id: asks and answers where and how the file says', (wire) => {
    expect(operationDifferences(wire, publishedFor(wire).operation)).toEqual([]);
  });

  it.each(operations)('$id: its documents differ exactly where the deviations say so', async (wire) => {
    const { root, operation } = publishedFor(wire);
    const documents = await documentsOf(wire.id);
    if (documents?.request) {
      const ours = nodesOf(documents.request);
      const theirs = nodesOf(requestSchema(operation.current), root);
      expect(differences(theirs, ours).sort()).toEqual(listed(wire.slug, ours, theirs));
    }
    const ours = nodesOf(documents?.response);
    const theirs = nodesOf(responseSchema(operation.current), root);
    expect(theirs.size).toBeGreaterThan(5);
    expect(differences(theirs, ours).sort()).toEqual(listed(wire.slug, ours, theirs));
  });

  it('counts every element of a Quantum View answer', () => {
    const root = load('QuantumView.yaml');
    expect(nodesOf(follow(root, ['components', 'schemas', 'QUANTUMVIEWResponseWrapper']), root).size).toBe(
      338,
    );
  });

  it('leaves no deviation that belongs to no document', async () => {
    for (const slug of new Set(operations.map((wire) => wire.slug))) {
      const documents = await Promise.all(
        operations.filter((wire) => wire.slug === slug).map((wire) => documentsOf(wire.id)),
      );
      const known = documents.flatMap((one) => [
        ...nodesOf(one?.response).keys(),
        ...(one?.request ? nodesOf(one.request).keys() : []),
      ]);
      for (const path of deviationsOf(slug).flatMap(({ paths }) => paths)) expect(known).toContain(path);
    }
  });
});

const component = (name: string) => ['components', 'schemas', name];
const form = (path: string) => [
  ...['paths', path, 'post', 'requestBody', 'content'],
  ...['application/x-www-form-urlencoded', 'schema'],
];
const others: readonly [file: string, at: readonly string[], ours: TSchema][] = [
  ['QuantumView.yaml', component('ErrorResponse'), ErrorResponse],
  ['OAuthAuthCode.yaml', form('/v1/oauth/token'), oauth.AuthorizationCodeForm],
  ['OAuthAuthCode.yaml', form('/v1/oauth/refresh'), oauth.RefreshForm],
  ['OAuthAuthCode.yaml', component('generateTokenSuccessResponse'), oauth.AuthorizedToken],
  ['OAuthAuthCode.yaml', component('refreshTokenSuccessResponse'), oauth.AuthorizedToken],
  ['OAuthAuthCode.yaml', component('tokenErrorResponse'), ErrorResponse],
  ['OAuthClientCredentials.yaml', form('/security/v1/oauth/token'), oauth.ClientCredentialsForm],
  ['OAuthClientCredentials.yaml', component('tokenSuccessResponse'), oauth.ClientCredentialsToken],
];

describe.skipIf(!isThere)('what all APIs share, beside the carrier’s published files', () => {
  it.each(others)('%s %s is described alike', (file, at, ours) => {
    const root = load(file);
    const theirs = nodesOf(follow(root, at), root);
    expect(theirs.size).toBeGreaterThan(0);
    expect(differences(theirs, nodesOf(ours))).toEqual([]);
  });
});

it.runIf(!isThere)('skipped: the carrier’s published files are not here (LADING_SHARED or ../shared)', () => {
  expect(isThere).toBe(false);
});

describe('the members that our schemas mark as over-required', () => {
  it.each(operations)('$id: are those that the deviations name', async (wire) => {
    const documents = await documentsOf(wire.id);
    const marked = [documents?.request, documents?.response].flatMap((schema) =>
      schema
        ? [...nodesOf(schema)].filter(([, node]) => node.marks.has(REQUIRED_IN_FILE)).map(([path]) => path)
        : [],
    );
    const stated = deviationsOf(wire.slug)
      .filter(({ aspect }) => aspect === 'required')
      .flatMap(({ paths }) => paths);
    for (const path of marked) expect(stated).toContain(path);
  });
});
