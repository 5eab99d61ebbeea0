import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { slugs } from '@lading/contract/operation';
import { type Evidence, schemaWithEvidence } from '@lading/contract/schema/annotated';
import type { Documents } from '@lading/contract/schema/documents';
import { EVIDENCE } from '@lading/contract/schema/notation';
import { isObject } from '@lading/sdk/json';

const INDENT = '  ';

type Schema = Documents['response'];

/**
 * The types that a slug's `schema.ts` exports, written out from the schemas themselves: what a client needs to know
 * of them, without the library that they are made with. Members carry their descriptions and lengths, and how they are
 * known where that is otherwise than by the carrier's file.
 *
 * @param folder The slug's folder in the contract.
 * @throws Error for an exported type whose schema cannot be found.
 */
export async function typesOfSchemas(folder: string): Promise<string> {
  const source = await readFile(join(folder, 'schema.ts'), 'utf8');
  const reexported = [...source.matchAll(/^export \{ (\w+) \} from '(\.[\w./-]+)';$/gm)];
  const again = reexported.map(
    ([, name, from]) => `export type { ${name} } from '${from?.replace(/\.ts$/, '.d.ts')}';\n`,
  );
  const aliases = [
    ...source.matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)export type (\w+) = Static<typeof (\w+)>;/g),
  ];
  const known = await schemasBelow(folder);
  const slug = slugs.find((one) => one === basename(folder));
  const written = aliases.map(([, , name = '', of = '']) => {
    const schema = known.get(of);
    if (schema === undefined) throw new Error(`${folder}: no exported schema is called ${of}`);
    return `${noteOn(documentedIn(source, of), '')}export type ${name} = ${typeOf(slug === undefined ? schema : schemaWithEvidence(slug, schema), '')};\n`;
  });
  return [...again, ...written].join('\n');
}

/** The schemas of a slug by the names under which they are exported. */
async function schemasBelow(folder: string): Promise<ReadonlyMap<string, Schema>> {
  const parts = await readdir(join(folder, 'schema')).catch(() => []);
  const files = [...parts.filter((name) => !name.includes('.test.')).map((name) => join('schema', name))];
  const found = new Map<string, Schema>();
  for (const file of [...files, 'schema.ts']) {
    const module: Record<string, Schema> = await import(pathToFileURL(join(folder, file)).href);
    for (const [name, schema] of Object.entries(module)) found.set(name, schema);
  }
  return found;
}

/** The sentence above the schema of this name, where the file has one. */
function documentedIn(source: string, name: string): string | undefined {
  const above = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\n(?:export )?const ${name} =`).exec(
    source,
  )?.[1];
  return above?.replaceAll(/\n? \* ?/g, ' ').trim();
}

/** A schema as a type. */
function typeOf(schema: unknown, indent: string): string {
  if (!isObject(schema)) throw new Error(`not a schema: ${JSON.stringify(schema)}`);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (Array.isArray(schema.anyOf)) return schema.anyOf.map((one) => typeOf(one, indent)).join(' | ');
  switch (schema.type) {
    case 'object':
      return objectType(schema, indent);
    case 'array':
      return elementsOf(typeOf(schema.items, indent));
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
      return schema.type;
    default:
      throw new Error(`no type for a schema of ${JSON.stringify(schema.type)}`);
  }
}

function elementsOf(type: string): string {
  return / \| /.test(type.replaceAll(/\{[\s\S]*\}/g, '')) ? `(${type})[]` : `${type}[]`;
}

function objectType({ properties, required }: Readonly<Record<string, unknown>>, indent: string): string {
  const inside = indent + INDENT;
  const demanded = new Set(Array.isArray(required) ? required : []);
  const members = Object.entries(isObject(properties) ? properties : {}).map(([name, member]) => {
    const mark = demanded.has(name) ? '' : '?';
    const key = /^\w+$/.test(name) ? name : JSON.stringify(name);
    return `${noteOn(noteFor(member), inside)}${inside}${key}${mark}: ${typeOf(member, inside)};\n`;
  });
  return `{\n${members.join('')}${indent}}`;
}

function noteOn(note: string | undefined, indent: string): string {
  return note === undefined || note === '' ? '' : `${indent}/** ${note.replaceAll('*/', '* /')} */\n`;
}

function noteFor(schema: unknown): string | undefined {
  if (!isObject(schema)) return undefined;
  const { description } = schema;
  const told = typeof description === 'string' ? description.replace(/(?<=\w)$/, '.') : '';
  return [told, lengthOf(schema), ...evidenceOf(schema)].filter((part) => part !== '').join(' ');
}

/** Only what was seen or made up: what two places of the carrier's files say is still published. */
function evidenceOf(schema: Readonly<Record<string, unknown>>): readonly string[] {
  const known = (schema[EVIDENCE] ?? []) as readonly Evidence[];
  return known
    .filter(({ evidence }) => evidence !== 'published')
    .map(
      ({ evidence, source, date, why }) =>
        `${why} (${evidence}: ${[source, date].filter(Boolean).join(', ')})`,
    );
}

function lengthOf({ minLength: least, maxLength: most }: Readonly<Record<string, unknown>>): string {
  if (most === undefined) return '';
  if (least === most) return most === 1 ? 'One character.' : `${most} characters.`;
  return least === 0 || least === 1 ? `At most ${most} characters.` : `${least} to ${most} characters.`;
}
