import type { WireOperation } from '@lading/contract/operation';
import { PRESENCE } from '@lading/contract/schema/notation';
import type { Text } from '@lading/kit/text';
import { scalarForText, singleForArray } from './lenient.ts';
import { isObject } from './reading.ts';

/** What of a schema a strict reader looks at. */
interface Shape {
  readonly type?: string;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly [PRESENCE]?: boolean;
}

const unknownMember: Text = {
  en: 'a member that the contract does not know',
  fr: 'un membre que le contrat ne connaît pas',
};
const emptyText: Text = { en: 'an empty text', fr: 'un texte vide' };
const textForValue: Text = {
  en: 'text stands where a number or truth value is due',
  fr: 'un texte tient lieu de nombre ou de valeur logique',
};

/** More would not be read. */
const MOST = 20;

/**
 * What the real service lets pass in a document and the contract does not say, each with its place: a single value for
 * an array, a number for text or the other way round, empty texts, members that nobody knows. At most twenty.
 */
export async function laxities(wire: WireOperation, document: unknown): Promise<readonly Text[]> {
  const { documentsOf } = await import('@lading/contract/schema/documents');
  const documents = await documentsOf(wire.id);
  return documents?.request === undefined ? [] : look(document, documents.request, '').slice(0, MOST);
}

function look(value: unknown, shape: Shape, place: string): readonly Text[] {
  if (shape.items !== undefined) return lookAtList(value, shape.items, place);
  if (shape.properties !== undefined)
    return isObject(value) ? lookInside(value, shape.properties, place) : [];
  const isText = typeof value === 'string';
  if (shape.type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return [at(place, scalarForText)];
  }
  if (isText && shape.type !== 'string') return [at(place, textForValue)];
  return isText && value === '' && !shape[PRESENCE] ? [at(place, emptyText)] : [];
}

function lookAtList(value: unknown, items: Shape, place: string): readonly Text[] {
  if (Array.isArray(value)) return value.flatMap((item) => look(item, items, place));
  return [at(place, singleForArray), ...look(value, items, place)];
}

function lookInside(
  object: Readonly<Record<string, unknown>>,
  properties: Readonly<Record<string, Shape>>,
  place: string,
): readonly Text[] {
  return Object.keys(object).flatMap((name) => {
    const inner = place === '' ? name : `${place}.${name}`;
    const shape = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return shape === undefined ? [at(inner, unknownMember)] : look(object[name], shape, inner);
  });
}

function at(place: string, { en, fr }: Text): Text {
  return { en: [place, en].join(': '), fr: [place, fr].join(' : ') };
}
