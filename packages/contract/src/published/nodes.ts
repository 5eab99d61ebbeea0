import {
  ARRAY_SINCE,
  LENGTH_IS_GREATEST,
  PRESENCE,
  REQUIRED_IN_FILE,
  SINCE_SUB_VERSION,
} from '../schema/notation.ts';
import { follow, isObject, objectOf, type PublishedDocument } from './files.ts';

/** What can be compared of one member of a document. */
export interface Node {
  /** `string`, `object`, `array of string`… */
  readonly kind: string;
  readonly required: boolean;
  /** `1..35`, without an end where there is none. */
  readonly length: string;
  readonly values: string;
  readonly pattern: string;
  /** An empty text may stand in its place. */
  readonly empty: boolean;
  readonly since: string | undefined;
  /** Our annotations, which explain differences. */
  readonly marks: ReadonlySet<string>;
}

const MARKS = [PRESENCE, LENGTH_IS_GREATEST, REQUIRED_IN_FILE, SINCE_SUB_VERSION];

/** Every member of a document by its path: names joined by `/`, array members walked through. */
export function nodesOf(schema: unknown, root: PublishedDocument = {}): Map<string, Node> {
  const nodes = new Map<string, Node>();
  visit(objectOf(schema), '', false, { root, nodes, above: [] });
  return nodes;
}

interface Walk {
  readonly root: PublishedDocument;
  readonly nodes: Map<string, Node>;
  /** Schemas that are being walked: a schema within itself ends the walk. */
  readonly above: readonly PublishedDocument[];
}

function visit(raw: PublishedDocument, path: string, required: boolean, walk: Walk): void {
  const { root, nodes, above } = walk;
  const schema = resolved(raw, root);
  if (path !== '') nodes.set(path, { ...shapeOf(schema, root), required, empty: isArray(raw.anyOf) });
  const below = itemOf(schema, root) ?? schema;
  if (!isObject(below.properties) || above.includes(below)) return;
  const demanded = isArray(below.required) ? below.required : [];
  for (const [name, member] of Object.entries(below.properties)) {
    const at = path === '' ? name : `${path}/${name}`;
    visit(objectOf(member), at, demanded.includes(name), { ...walk, above: [...above, below] });
  }
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** The schema behind references and the first of several. */
export function resolved(schema: PublishedDocument, root: PublishedDocument): PublishedDocument {
  if (typeof schema.$ref === 'string') return resolved(follow(root, schema.$ref.slice(2).split('/')), root);
  const first = isArray(schema.anyOf) ? schema.anyOf[0] : isArray(schema.oneOf) ? schema.oneOf[0] : undefined;
  return isObject(first) ? { ...resolved(first, root), description: schema.description } : schema;
}

function itemOf(schema: PublishedDocument, root: PublishedDocument): PublishedDocument | undefined {
  if (schema.type !== 'array') return undefined;
  return isObject(schema.items) ? resolved(schema.items, root) : { type: 'string' };
}

function shapeOf(schema: PublishedDocument, root: PublishedDocument): Omit<Node, 'required' | 'empty'> {
  const item = itemOf(schema, root);
  const scalar = item ?? schema;
  return {
    kind: item === undefined ? kindOf(schema) : `array of ${kindOf(item)}`,
    length: kindOf(scalar) === 'string' ? lengthOf(scalar) : '',
    values: isArray(scalar.enum) ? [...scalar.enum].map(String).sort().join(' ') : '',
    pattern: typeof scalar.pattern === 'string' ? scalar.pattern : '',
    since: sinceOf(schema, root),
    marks: new Set(MARKS.filter((mark) => mark in schema || mark in scalar)),
  };
}

function kindOf({ type, enum: values, const: only, properties }: PublishedDocument): string {
  if (values !== undefined || only !== undefined) return 'string';
  return typeof type === 'string' ? type : properties === undefined ? 'string' : 'object';
}

function lengthOf({ const: only, minLength, maxLength, enum: values }: PublishedDocument): string {
  if (values !== undefined) return '';
  const exact = typeof only === 'string' ? only.length : undefined;
  const to = exact ?? maxLength;
  return `${Number(exact ?? minLength ?? 0)}..${to === undefined ? '' : Number(to)}`;
}

const NOTE = /For versions >= (v\d+), this element will always be returned as an array/;

/** The file says it in a note beside the description, of the node or of what it holds; ours in an annotation. */
function sinceOf(schema: PublishedDocument, root: PublishedDocument): string | undefined {
  const annotated = schema[ARRAY_SINCE];
  if (typeof annotated === 'string') return annotated;
  if (schema.type !== 'array') return undefined;
  const notes = [schema.description, itemOf(schema, root)?.description];
  return notes.map((note) => NOTE.exec(String(note ?? ''))?.[1]).find((version) => version !== undefined);
}
