import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { allOperations } from '../catalogue.ts';
import type { Slug, WireOperation } from '../operation.ts';
import { documentsOf } from '../schema/documents.ts';
import { PRESENCE, SINCE_SUB_VERSION, XML_NAME } from '../schema/notation.ts';
import {
  isObject,
  objectOf,
  type PublishedDocument,
  publishedFiles,
  publishedOperation,
  requestSchema,
  responseSchema,
} from './files.ts';
import { resolved } from './nodes.ts';

const folder = join(
  process.env.LADING_SHARED ?? resolve(import.meta.dirname, '../../../../../shared'),
  'contract',
);
const isThere = existsSync(join(folder, 'QuantumView.yaml'));
const operations = allOperations.filter(({ slug }) => slug !== 'oauth');

/** One member: its own schema, what its elements are, and all that is said of it. */
interface Member {
  readonly schema: PublishedDocument;
  readonly said: string;
  readonly xmlName: unknown;
  readonly order: readonly string[];
}

type Members = Map<string, Member>;

function membersOf(raw: unknown, root: PublishedDocument, path = '', found: Members = new Map()): Members {
  const schema = resolved(objectOf(raw), root);
  const item = isObject(schema.items) ? resolved(schema.items, root) : schema;
  const properties = isObject(item.properties) ? item.properties : {};
  const said = [objectOf(raw).description, schema.description, item.description].join(' ');
  const xmlName = [schema, item].map(({ xml }) => isObject(xml) && xml.name).find(Boolean);
  const depth = path.split('/').length;
  if (path !== '') {
    found.set(path, { schema, said: said.replaceAll(/\s+/g, ' '), xmlName, order: Object.keys(properties) });
  }
  for (const [name, member] of depth > 20 ? [] : Object.entries(properties)) {
    membersOf(member, root, path === '' ? name : `${path}/${name}`, found);
  }
  return found;
}

const files = new Map<string, PublishedDocument>();
function load(slug: Exclude<Slug, 'oauth'>): PublishedDocument {
  const name = publishedFiles[slug];
  const text = () => readFileSync(join(folder, name), 'utf8');
  const root = files.get(name) ?? objectOf(parse(text(), { version: '1.2' }));
  files.set(name, root);
  return root;
}

/** The members that the file and our schema both have. */
async function pairsOf({ id, slug, ...wire }: WireOperation) {
  if (slug === 'oauth') throw new Error('OAuth has no documents');
  const root = load(slug);
  const operation = publishedOperation(root, { id, slug, ...wire });
  const documents = await documentsOf(id);
  if (!operation || !documents) throw new Error(`${id} is nowhere described`);
  const sides: [unknown, unknown][] = [[responseSchema(operation.current), documents.response]];
  if (documents.request) sides.push([requestSchema(operation.current), documents.request]);
  return sides.flatMap(([theirs, ours]) => {
    const here = membersOf(ours, {});
    return [...membersOf(theirs, root)].flatMap(([path, file]) => {
      const own = here.get(path);
      return own === undefined ? [] : [{ path, file, own }];
    });
  });
}

/** A version in the text of a member as a whole; of some shipments alone it is no gate. */
function gateIn(said: string): string | undefined {
  if (/shipments with SubVersion/i.test(said)) return undefined;
  return /sub-?version[^.]{0,60}?(\d{4})/i.exec(said)?.[1];
}

/** The version's own member lists versions as its values. */
const isGated = (path: string) => !path.endsWith('/SubVersion');

/** The file gives this element the name of its neighbour. */
const WRONG_NAME = 'ShipmentRequest/Shipment/Package/Dimensions/UnitOfMeasurement';

describe.skipIf(!isThere)('annotations beside the carrier’s files', () => {
  it.each(operations)('$id: gates by SubVersion are those of the text', async (wire) => {
    const pairs = (await pairsOf(wire)).filter(({ path }) => isGated(path));
    const ours = pairs.map(({ path, own }) => `${path} ${own.schema[SINCE_SUB_VERSION]}`);
    expect(ours).toEqual(pairs.map(({ path, file }) => `${path} ${gateIn(file.said)}`));
  });

  it.each(operations)('$id: members stand in the order of the elements, under their names', async (wire) => {
    for (const { path, file, own } of await pairsOf(wire)) {
      const shared = file.order.filter((name) => own.order.includes(name));
      expect({ path, order: own.order.filter((name) => file.order.includes(name)) }).toEqual({
        path,
        order: shared,
      });
      const name = own.schema[XML_NAME] ?? path.split('/').at(-1);
      if (path !== WRONG_NAME) expect({ path, name: file.xmlName ?? name }).toEqual({ path, name });
    }
  });

  it('finds gates, names and tags whose presence says yes', async () => {
    const pairs = (await Promise.all(operations.map(pairsOf))).flat();
    const count = (is: (pair: (typeof pairs)[number]) => unknown) => pairs.filter(is).length;
    expect(count(({ own }) => own.schema[SINCE_SUB_VERSION])).toBeGreaterThanOrEqual(80);
    expect(count(({ file }) => file.xmlName)).toBeGreaterThan(500);
    expect(count(({ own }) => own.schema[PRESENCE])).toBeGreaterThan(100);
  });

  it.each(operations)('$id: a tag that the text calls one of presence is marked', async (wire) => {
    const unmarked = (await pairsOf(wire)).filter(
      ({ file, own }) => TAG.test(file.said) && own.order.length === 0 && own.schema[PRESENCE] !== true,
    );
    expect(unmarked.map(({ path }) => path)).toEqual([]);
  });
});

/** How the files say that a tag's presence is what counts. */
const TAG =
  /(empty tag|presence\/absence|presence or absence|presence indicator|presence of (this|the) (tag|indicator|element))/i;

it.runIf(!isThere)('skipped: the carrier’s published files are not here (LADING_SHARED or ../shared)', () => {
  expect(isThere).toBe(false);
});
