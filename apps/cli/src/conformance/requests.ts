import { isObject } from '@lading/contract/published/files';
import { PRESENCE } from '@lading/contract/schema/notation';
import fc from 'fast-check';
import type { TSchema } from 'typebox';
import { type Meanings, meaningOf } from './meanings.ts';

/** What of a JSON schema requests are made from. */
export interface Shape {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly [PRESENCE]?: boolean;
}

type Document = Readonly<Record<string, unknown>>;

/** One member that a request may have, put into it. */
interface Pick {
  readonly path: readonly string[];
  readonly value: unknown;
}

const MOST_PICKS = 4;

/** The JSON schema of a TypeBox one. */
export function shapeOf(schema: TSchema): Shape {
  return JSON.parse(JSON.stringify(schema));
}

/**
 * Valid requests: one of the seeds, with up to four optional members of the schema grown into it. What fails shrinks
 * to the first seed and the fewest members.
 */
export function requestsFrom(
  schema: TSchema,
  seeds: readonly Document[],
  meanings: Meanings,
): fc.Arbitrary<Document> {
  const shape = shapeOf(schema);
  const roots = seeds.length > 0 ? seeds : [least(shape, '', meanings) as Document];
  const optional = optionalPaths(shape, []);
  const base = fc.constantFrom(...roots);
  if (optional.length === 0) return base;
  const picks = fc.array(
    fc.constantFrom(...optional).chain((one) => pickOf(one, meanings)),
    {
      maxLength: MOST_PICKS,
    },
  );
  return fc
    .tuple(base, picks)
    .map(([document, chosen]) =>
      chosen.reduce<Document>((grown, pick) => grow(grown, shape, pick, meanings), document),
    );
}

interface Optional {
  readonly path: readonly string[];
  readonly shape: Shape;
}

/** Every member that need not be there, with its place. */
function optionalPaths(shape: Shape, path: readonly string[]): Optional[] {
  const inner = contentOf(shape);
  return Object.entries(inner.properties ?? {}).flatMap(([name, member]) => {
    const at = [...path, name];
    const own = inner.required?.includes(name) ? [] : [{ path: at, shape: member }];
    return [...own, ...optionalPaths(member, at)];
  });
}

/** The object of a member that may be an array of them, or one of several kinds. */
function contentOf(shape: Shape): Shape {
  const one = shape.anyOf?.[0] ?? shape;
  return one.type === 'array' && one.items ? contentOf(one.items) : one;
}

function pickOf({ path, shape }: Optional, meanings: Meanings): fc.Arbitrary<Pick> {
  return valuesOf(shape, path.join('/'), meanings).map((value) => ({ path, value }));
}

/** Values of a schema; of an object only what must be there. */
function valuesOf(shape: Shape, path: string, meanings: Meanings): fc.Arbitrary<unknown> {
  const one = shape.anyOf?.[0] ?? shape;
  if (one.type === 'array') {
    return fc.array(valuesOf(one.items ?? {}, path, meanings), { minLength: 1, maxLength: 2 });
  }
  if (one.properties) return objectOf(one, path, meanings);
  if (one.const !== undefined) return fc.constant(one.const);
  if (one.enum) return fc.constantFrom(...one.enum);
  if (one.type === 'boolean') return fc.boolean();
  if (one.type === 'integer') return fc.integer({ min: 1, max: 9 });
  if (one.type === 'number') return fc.integer({ min: 1, max: 900 }).map((tenths) => tenths / 10);
  return textOf(one, path, meanings);
}

function objectOf({ properties = {}, required = [] }: Shape, path: string, meanings: Meanings) {
  const demanded = required.map((name) => [
    name,
    valuesOf(properties[name] ?? {}, path === '' ? name : `${path}/${name}`, meanings),
  ]);
  return fc.record(Object.fromEntries(demanded) as Record<string, fc.Arbitrary<unknown>>);
}

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const DIGITS = '0123456789'.split('');
const USUAL_LENGTH = 12;

function textOf(shape: Shape, path: string, meanings: Meanings): fc.Arbitrary<string> {
  if (shape[PRESENCE]) return fc.constantFrom('', 'Y');
  const known = fitting(shape, meaningOf(meanings, path));
  if (known.length > 0) return fc.constantFrom(...known);
  if (shape.pattern !== undefined) return patterned(shape.pattern);
  const minLength = shape.minLength ?? 0;
  const maxLength = Math.max(minLength, Math.min(shape.maxLength ?? USUAL_LENGTH, USUAL_LENGTH));
  const of = (unit: string[]) => fc.string({ unit: fc.constantFrom(...unit), minLength, maxLength });
  return fc.oneof(of(DIGITS), of(CAPITALS));
}

const NOT_BLANK = '(?!\\s*$)';

/** The generator knows no look ahead; the files use one, for what is not blank. */
function patterned(pattern: string): fc.Arbitrary<string> {
  const form = new RegExp(pattern);
  return fc.stringMatching(new RegExp(pattern.replace(NOT_BLANK, ''))).filter((value) => form.test(value));
}

/** Of meaningful values those that the schema allows. */
function fitting(shape: Shape, values: readonly string[] = []): readonly string[] {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = shape;
  const form = pattern === undefined ? undefined : new RegExp(pattern);
  return values.filter(
    (value) => value.length >= minLength && value.length <= maxLength && (form?.test(value) ?? true),
  );
}

/** The smallest document of a schema: what must be there, always the same. */
function least(shape: Shape, path: string, meanings: Meanings): unknown {
  return fc.sample(valuesOf(shape, path, meanings), { seed: 1, numRuns: 1 })[0];
}

/** The document with the picked member; what lies on the way to it is made with what it must hold. */
function grow(document: Document, shape: Shape, { path, value }: Pick, meanings: Meanings): Document {
  const set = (node: unknown, at: Shape, depth: number): unknown => {
    if (depth === path.length) return value;
    const one = at.anyOf?.[0] ?? at;
    const here = path.slice(0, depth).join('/');
    if (one.type === 'array') {
      const [first, ...rest] = Array.isArray(node) ? node : [];
      return [set(first, one.items ?? {}, depth), ...rest];
    }
    const name = path[depth] ?? '';
    const object = isObject(node) ? node : (least(one, here, meanings) as Document);
    return { ...object, [name]: set(object[name], one.properties?.[name] ?? {}, depth + 1) };
  };
  return set(document, shape, 0) as Document;
}
