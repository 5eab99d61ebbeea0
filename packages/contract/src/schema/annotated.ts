import type { TSchema } from 'typebox';
import type { Deviation } from '../deviation.ts';
import type { Slug } from '../operation.ts';
import { deviationsOf } from '../published/deviations.ts';
import { publishedFiles } from '../published/files.ts';
import { type Stated, sources } from '../stated.ts';
import type { Documents } from './documents.ts';
import { copyOf, EVIDENCE } from './notation.ts';

/** How we know what a member is, where that is not what its API's file says. */
export interface Evidence extends Stated {
  readonly aspect: Deviation['aspect'];
  readonly why: string;
}

/** How the members of an API are known unless one of them says otherwise. OAuth's come from two files of one day. */
export function defaultEvidence(slug: Slug): Stated {
  return sources.file(slug === 'oauth' ? 'OAuth files' : publishedFiles[slug]);
}

/**
 * The documents of an operation whose members say how they are known, in `x-evidence`, where that is otherwise than
 * `defaultEvidence`. It stands once, in the API's deviations; the schemas themselves stay as they are.
 */
export function withEvidence(slug: Slug, { request, response }: Documents): Documents {
  const evidence = evidenceByPath(slug);
  return {
    ...(request === undefined ? {} : { request: annotated(request, '', evidence) }),
    response: annotated(response, '', evidence),
  };
}

/** The same for one document. */
export function schemaWithEvidence<Schema extends TSchema>(slug: Slug, schema: Schema): Schema {
  return annotated(schema, '', evidenceByPath(slug));
}

type ByPath = ReadonlyMap<string, readonly Evidence[]>;

function evidenceByPath(slug: Slug): ByPath {
  const found = new Map<string, Evidence[]>();
  for (const { paths, ...evidence } of deviationsOf(slug)) {
    for (const path of paths) found.set(path, [...(found.get(path) ?? []), evidence]);
  }
  return found;
}

function annotated<Schema extends TSchema>(schema: Schema, path: string, evidence: ByPath): Schema {
  const copy = copyOf(schema);
  const own = evidence.get(path);
  if (own !== undefined) Object.assign(copy, { [EVIDENCE]: own });
  if ('items' in copy) Object.assign(copy, { items: below(copy.items, path, evidence) });
  if ('anyOf' in copy && Array.isArray(copy.anyOf)) {
    Object.assign(copy, { anyOf: copy.anyOf.map((one) => below(one, path, evidence)) });
  }
  if ('properties' in copy) Object.assign(copy, { properties: members(copy.properties, path, evidence) });
  return copy;
}

/** What an element or an alternative is known by stands on the node that holds it. */
function below(schema: unknown, path: string, evidence: ByPath): TSchema {
  const inside = new Map([...evidence].filter(([at]) => at !== path));
  return annotated(schema as TSchema, path, inside);
}

function members(properties: unknown, path: string, evidence: ByPath): Record<string, TSchema> {
  const entries = Object.entries(properties as Record<string, TSchema>);
  return Object.fromEntries(
    entries.map(([name, member]) => [
      name,
      annotated(member, path === '' ? name : `${path}/${name}`, evidence),
    ]),
  );
}
