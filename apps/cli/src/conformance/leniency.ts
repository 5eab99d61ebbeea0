import { collapseArrays } from '@lading/contract/arrays/wire';
import type { ArrayNode } from '@lading/contract/operation';
import { isObject } from '@lading/contract/published/files';
import { PRESENCE } from '@lading/contract/schema/notation';
import type { TSchema } from 'typebox';
import { type Shape, shapeOf } from './requests.ts';

/** The document with every array of one element as that element. */
export function unwrapped(document: unknown, nodes: readonly ArrayNode[]): unknown {
  const always = nodes.map(({ path }) => ({ path, since: 'v9999' }));
  return collapseArrays(document, always, 'v1');
}

/** The document with numbers where its texts are plain numbers, and texts where its schema has numbers. */
export function numbered(document: unknown, schema: TSchema): unknown {
  return walk(document, shapeOf(schema), (value, shape) => {
    if (typeof value === 'number') return String(value);
    const isNumber = typeof value === 'string' && shape.type === 'string' && /^(0|[1-9]\d{0,8})$/.test(value);
    return isNumber ? Number(value) : value;
  });
}

/** The document with an empty text for every plain text member that its objects could have and do not. */
export function emptied(document: unknown, schema: TSchema): unknown {
  return walk(
    document,
    shapeOf(schema),
    (value) => value,
    (object, { properties = {} }) => {
      const absent = Object.entries(properties).filter(
        ([name, shape]) => isPlainText(shape) && !(name in object),
      );
      return { ...object, ...Object.fromEntries(absent.map(([name]) => [name, ''])) };
    },
  );
}

/** Where an empty text says nothing: not a tag whose presence says yes. */
function isPlainText(shape: Shape): boolean {
  return shape.type === 'string' && shape.const === undefined && shape.enum === undefined && !shape[PRESENCE];
}

type Change = (value: unknown, shape: Shape) => unknown;
type Widen = (object: Readonly<Record<string, unknown>>, shape: Shape) => Readonly<Record<string, unknown>>;

function walk(value: unknown, shape: Shape, change: Change, widen: Widen = (object) => object): unknown {
  const one = shape.anyOf?.[0] ?? shape;
  if (Array.isArray(value)) return value.map((item) => walk(item, one.items ?? {}, change, widen));
  if (!isObject(value)) return change(value, one);
  const members = Object.entries(value).map(([name, member]) => [
    name,
    walk(member, one.properties?.[name] ?? {}, change, widen),
  ]);
  return widen(Object.fromEntries(members), one);
}
