import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TSchema } from 'typebox';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Deviation } from './deviation.ts';
import * as oauth from './oauth/schema.ts';
import { deviations as quantumViewDeviations } from './quantum-view/deviations.ts';
import { QuantumViewRequest, QuantumViewResponse } from './quantum-view/schema.ts';
import { ErrorResponse } from './response/schema.ts';
import { ARRAY_SINCE, REQUIRED_IN_FILE } from './schema/notation.ts';

/** One row per document of the carrier's files; `at` leads from the file's root to the schema. */
interface Published {
  readonly file: string;
  readonly at: readonly string[];
  readonly ours: TSchema;
  readonly deviations: readonly Deviation[];
}

const component = (name: string) => ['components', 'schemas', name];
const form = (path: string) => [
  ...['paths', path, 'post', 'requestBody', 'content'],
  ...['application/x-www-form-urlencoded', 'schema'],
];
const starting = (root: string) =>
  quantumViewDeviations.filter(({ paths }) => paths.every((path) => path.startsWith(root)));

const documents: readonly Published[] = [
  {
    file: 'QuantumView.yaml',
    at: component('QUANTUMVIEWRequestWrapper'),
    ours: QuantumViewRequest,
    deviations: starting('QuantumViewRequest'),
  },
  {
    file: 'QuantumView.yaml',
    at: component('QUANTUMVIEWResponseWrapper'),
    ours: QuantumViewResponse,
    deviations: starting('QuantumViewResponse'),
  },
  { file: 'QuantumView.yaml', at: component('ErrorResponse'), ours: ErrorResponse, deviations: [] },
  {
    file: 'OAuthAuthCode.yaml',
    at: form('/v1/oauth/token'),
    ours: oauth.AuthorizationCodeForm,
    deviations: [],
  },
  { file: 'OAuthAuthCode.yaml', at: form('/v1/oauth/refresh'), ours: oauth.RefreshForm, deviations: [] },
  {
    file: 'OAuthAuthCode.yaml',
    at: component('generateTokenSuccessResponse'),
    ours: oauth.AuthorizedToken,
    deviations: [],
  },
  {
    file: 'OAuthAuthCode.yaml',
    at: component('refreshTokenSuccessResponse'),
    ours: oauth.AuthorizedToken,
    deviations: [],
  },
  { file: 'OAuthAuthCode.yaml', at: component('tokenErrorResponse'), ours: ErrorResponse, deviations: [] },
  {
    file: 'OAuthClientCredentials.yaml',
    at: form('/security/v1/oauth/token'),
    ours: oauth.ClientCredentialsForm,
    deviations: [],
  },
  {
    file: 'OAuthClientCredentials.yaml',
    at: component('tokenSuccessResponse'),
    ours: oauth.ClientCredentialsToken,
    deviations: [],
  },
];

const folder = join(
  process.env.LADING_SHARED ?? resolve(import.meta.dirname, '../../../../shared'),
  'contract',
);
const isThere = existsSync(join(folder, 'QuantumView.yaml'));

describe.skipIf(!isThere)('our schemas beside the carrier’s published files', () => {
  it.each(documents)(
    '$file $at: differ exactly where the deviations say so',
    ({ file, at, ours, deviations }) => {
      const root = record(parse(readFileSync(join(folder, file), 'utf8'), { version: '1.2' }));
      const theirs = flatten(follow(root, at), root);
      const found = differences(theirs, flatten(ours, root));
      expect(theirs.size).toBeGreaterThan(0);
      expect(found.sort()).toEqual(deviations.flatMap(listed).sort());
    },
  );

  it('counts every element of a Quantum View answer', () => {
    const root = record(parse(readFileSync(join(folder, 'QuantumView.yaml'), 'utf8'), { version: '1.2' }));
    expect(flatten(follow(root, component('QUANTUMVIEWResponseWrapper')), root).size).toBe(338);
  });
});

it.runIf(!isThere)('skipped: the carrier’s published files are not here (LADING_SHARED or ../shared)', () => {
  expect(isThere).toBe(false);
});

interface Node {
  readonly kind: string;
  readonly required: boolean;
  readonly length: string;
  readonly empty: boolean;
  readonly since: string | undefined;
}

type Document = Readonly<Record<string, unknown>>;

function record(value: unknown): Document {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('no object');
  return value as Document;
}

function follow(root: Document, at: readonly string[]): Document {
  return at.reduce((node, name) => record(node[name]), root);
}

function flatten(schema: unknown, root: Document): Map<string, Node> {
  const nodes = new Map<string, Node>();
  visit(record(schema), '', false, root, nodes);
  return nodes;
}

function visit(
  raw: Document,
  path: string,
  required: boolean,
  root: Document,
  nodes: Map<string, Node>,
): void {
  const schema = dereference(raw, root);
  const empty = Array.isArray(raw.anyOf);
  if (path !== '') nodes.set(path, { ...shapeOf(schema, root), required, empty });
  const below = schema.type === 'array' ? dereference(record(schema.items), root) : schema;
  if (below.type !== 'object') return;
  const demanded = Array.isArray(below.required) ? below.required : [];
  for (const [name, member] of Object.entries(record(below.properties ?? {}))) {
    visit(record(member), path === '' ? name : `${path}/${name}`, demanded.includes(name), root, nodes);
  }
}

function dereference(schema: Document, root: Document): Document {
  if (Array.isArray(schema.anyOf)) return record(schema.anyOf[0]);
  return typeof schema.$ref === 'string' ? follow(root, schema.$ref.slice(2).split('/')) : schema;
}

function shapeOf(schema: Document, root: Document): Omit<Node, 'required' | 'empty'> {
  const item = schema.type === 'array' ? dereference(record(schema.items), root) : undefined;
  const scalar = item ?? schema;
  return {
    kind: item === undefined ? String(schema.type) : `array of ${String(item.type)}`,
    length: lengthOf(scalar),
    since: sinceOf(schema),
  };
}

function lengthOf({ const: only, minLength, maxLength }: Document): string {
  const exact = typeof only === 'string' ? only.length : undefined;
  const from = Number(exact ?? minLength ?? 0);
  const to = exact ?? maxLength;
  return `${from}..${to === undefined ? '' : Number(to)}`;
}

/** The file says it in a note beside the description, ours in an annotation. */
function sinceOf(schema: Document): string | undefined {
  const annotated = schema[ARRAY_SINCE];
  if (typeof annotated === 'string') return annotated;
  return /For versions >= (v\d+), this element will always be returned as an array/.exec(
    String(schema.description ?? ''),
  )?.[1];
}

function differences(theirs: ReadonlyMap<string, Node>, ours: ReadonlyMap<string, Node>): string[] {
  const found: string[] = [];
  for (const path of new Set([...theirs.keys(), ...ours.keys()])) {
    const [file, here] = [theirs.get(path), ours.get(path)];
    if (file === undefined) found.push(`${path} added`);
    else if (here === undefined) found.push(`${path} missing`);
    else found.push(...compare(path, file, here));
  }
  return found;
}

function compare(path: string, file: Node, here: Node): string[] {
  const aspects = ['kind', 'required', 'length', 'since', 'empty'] as const;
  return aspects.filter((aspect) => file[aspect] !== here[aspect]).map((aspect) => `${path} ${aspect}`);
}

function listed({ aspect, paths }: Deviation): string[] {
  return paths.map((path) => `${path} ${aspect}`);
}

describe('the deviations of Quantum View', () => {
  it('name the same over-required members that the schema marks', () => {
    const marked: string[] = [];
    collectMarked(QuantumViewRequest, '', marked);
    collectMarked(QuantumViewResponse, '', marked);
    const stated = quantumViewDeviations
      .filter(({ aspect }) => aspect === 'required')
      .flatMap(({ paths }) => paths);
    expect(marked.sort()).toEqual([...stated].sort());
  });
});

function collectMarked(schema: unknown, path: string, marked: string[]): void {
  const node = record(schema);
  if (node[REQUIRED_IN_FILE] === true) marked.push(path);
  const below = node.type === 'array' ? record(node.items) : node;
  for (const [name, member] of Object.entries(record(below.properties ?? {}))) {
    collectMarked(member, path === '' ? name : `${path}/${name}`, marked);
  }
}
