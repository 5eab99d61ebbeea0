import type { Deviation } from '../deviation.ts';
import type { Evidence } from '../operation.ts';
import { LENGTH_IS_GREATEST, PRESENCE } from '../schema/notation.ts';
import { follow, isObject, objectOf, type PublishedDocument } from './files.ts';
import { type Node, nodesOf } from './nodes.ts';

/** A JSON schema that stands alone: nothing in it refers to anything else. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

/** What makes a schema of the carrier's file one that answers can be held against. */
export interface PatchOptions {
  /** The parsed file, for its references. */
  readonly root: PublishedDocument;
  /** Our schema of the same document: its marks explain lengths, its members are what deviations put in place. */
  readonly ours: object;
  readonly deviations: readonly Deviation[];
  /** Whose deviations count: the file's own contradictions (`published`), or recorded habits too (`observed`). */
  readonly profile: 'published' | 'observed';
  /** Whether members that nobody declares are faults. */
  readonly isClosed?: boolean;
}

/**
 * The carrier's own schema of a document, standing alone, with the patch list applied: `maximum: 1` that means "at
 * most once" is gone, the greatest length no longer stands for the only one, and the deviations of the profile are
 * worked in.
 */
export function patchedSchema(theirs: unknown, options: PatchOptions): JsonSchema {
  const { root, deviations, profile, isClosed = false } = options;
  const draft = inlined(objectOf(theirs), root, []);
  const ours: JsonSchema = JSON.parse(JSON.stringify(options.ours));
  mendLengths(draft, nodesOf(ours));
  for (const { aspect, paths, evidence } of deviations) {
    if (!countsIn(evidence, profile)) continue;
    for (const path of paths) deviate(draft, ours, path, aspect);
  }
  if (isClosed) close(draft);
  return draft;
}

function countsIn(evidence: Evidence, profile: PatchOptions['profile']): boolean {
  return profile === 'observed' || evidence === 'published';
}

/** Words of OpenAPI and XML that say nothing about the shape. */
const UNREAD = new Set(['xml', 'example', 'examples', 'description', 'title', 'format', 'default']);

/** A copy in which references stand written out; a schema within itself becomes one that takes anything. */
function inlined(schema: PublishedDocument, root: PublishedDocument, above: readonly string[]): JsonSchema {
  const { $ref } = schema;
  if (typeof $ref === 'string') {
    if (above.includes($ref)) return {};
    return inlined(follow(root, $ref.slice(2).split('/')), root, [...above, $ref]);
  }
  const draft: JsonSchema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (UNREAD.has(keyword) || isCardinality(keyword, value, schema)) continue;
    draft[keyword] = inlineValue(keyword, value, root, above);
  }
  return draft;
}

/** The files write `maximum` and `minimum` for how often a member comes, also on numbers. */
function isCardinality(keyword: string, value: unknown, { type }: PublishedDocument): boolean {
  const isNumber = type === 'number' || type === 'integer';
  return (keyword === 'maximum' && (!isNumber || value === 1)) || (keyword === 'minimum' && !isNumber);
}

function inlineValue(
  keyword: string,
  value: unknown,
  root: PublishedDocument,
  above: readonly string[],
): unknown {
  if (keyword === 'properties') {
    const members = Object.entries(objectOf(value));
    return Object.fromEntries(
      members.map(([name, member]) => [name, inlined(objectOf(member), root, above)]),
    );
  }
  if (keyword === 'items' && isObject(value)) return inlined(value, root, above);
  const isChoice = keyword === 'oneOf' || keyword === 'anyOf' || keyword === 'allOf';
  return isChoice && Array.isArray(value)
    ? value.map((one) => inlined(objectOf(one), root, above))
    : structuredClone(value);
}

/** The two habits of the files that our marks explain for all members at once. */
function mendLengths(draft: JsonSchema, ours: ReadonlyMap<string, Node>): void {
  for (const [path, { marks, pattern }] of ours) {
    const member = memberAt(draft, path);
    if (!member) continue;
    const scalar = contentOf(member);
    if (marks.has(LENGTH_IS_GREATEST) && scalar.minLength === scalar.maxLength) scalar.minLength = 1;
    if (marks.has(PRESENCE) || (pattern !== '' && pattern === scalar.pattern)) {
      delete scalar.minLength;
      delete scalar.maxLength;
    }
  }
}

/** The member at a path, arrays and choices walked through; undefined where the document has none. */
export function memberAt(schema: JsonSchema, path: string): JsonSchema | undefined {
  return path
    .split('/')
    .reduce<JsonSchema | undefined>((node, name) => node && propertiesOf(node)?.[name], schema);
}

function propertiesOf(schema: JsonSchema): Record<string, JsonSchema> | undefined {
  return contentOf(schema).properties as Record<string, JsonSchema> | undefined;
}

/** What a member holds: the element of an array, the first of a choice. */
function contentOf(schema: JsonSchema): JsonSchema {
  const [first] = [schema.anyOf, schema.oneOf].flatMap((choice) => (Array.isArray(choice) ? choice : []));
  if (isObject(first)) return contentOf(first as JsonSchema);
  return schema.type === 'array' && isObject(schema.items) ? contentOf(schema.items as JsonSchema) : schema;
}

function deviate(draft: JsonSchema, ours: JsonSchema, path: string, aspect: Deviation['aspect']): void {
  const [parentPath, name] = [path.split('/').slice(0, -1), path.split('/').at(-1) ?? ''];
  const parent = parentPath.length === 0 ? draft : memberAt(draft, parentPath.join('/'));
  const mine = memberAt(ours, path);
  const members = parent && propertiesOf(parent);
  if (!parent || !members) return;
  if (aspect === 'required' || aspect === 'missing') withoutDemand(contentOf(parent), name);
  if (aspect === 'missing') delete members[name];
  const theirs = members[name];
  if (aspect === 'added' && mine && !theirs) members[name] = structuredClone(mine);
  if (theirs && mine) members[name] = deviated(theirs, mine, aspect);
}

/** What the deviation names is taken from our schema; all else stays the carrier's. */
function deviated(theirs: JsonSchema, mine: JsonSchema, aspect: Deviation['aspect']): JsonSchema {
  if (aspect === 'kind') return structuredClone(mine);
  if (aspect === 'empty') return { anyOf: [theirs, { const: '' }] };
  const keywords: Partial<Record<Deviation['aspect'], readonly string[]>> = {
    length: ['minLength', 'maxLength'],
    values: ['enum'],
    pattern: ['pattern'],
  };
  const [to, from] = [contentOf(theirs), contentOf(mine)];
  for (const keyword of keywords[aspect] ?? []) {
    delete to[keyword];
    if (keyword in from) to[keyword] = from[keyword];
  }
  return theirs;
}

function withoutDemand(schema: JsonSchema, name: string): void {
  if (Array.isArray(schema.required)) schema.required = schema.required.filter((one) => one !== name);
}

function close(schema: unknown): void {
  if (Array.isArray(schema)) {
    for (const one of schema) close(one);
    return;
  }
  if (!isObject(schema)) return;
  const draft = schema as JsonSchema;
  if (isObject(draft.properties)) {
    draft.additionalProperties = false;
    for (const member of Object.values(draft.properties)) close(member);
  }
  for (const keyword of ['items', 'anyOf', 'oneOf']) close(draft[keyword]);
}
