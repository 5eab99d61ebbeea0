import { describe, expect, it } from 'vitest';
import { allOperations } from '../catalogue.ts';
import { type Slug, slugs, type WireOperation } from '../operation.ts';
import { deviationsOf } from '../published/deviations.ts';
import { isObject } from '../published/files.ts';
import { defaultEvidence, withEvidence } from './annotated.ts';
import { documentsOf } from './documents.ts';
import { EVIDENCE, UNIT } from './notation.ts';
import { units } from './units.ts';

const withDocuments = allOperations.filter(({ slug }) => slug !== 'oauth');

/** One member as the walk comes across it. */
interface Member {
  readonly path: string;
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
  /** Names beside it, and those above. */
  readonly siblings: readonly string[];
  readonly above: readonly string[];
}

function membersOf(schema: unknown, path = '', above: readonly string[] = []): Member[] {
  if (!isObject(schema)) return [];
  const inside = [schema.items, ...(Array.isArray(schema.anyOf) ? schema.anyOf : [])];
  const properties = isObject(schema.properties) ? schema.properties : {};
  const siblings = Object.keys(properties);
  return [
    ...inside.flatMap((one) => membersOf(one, path, above)),
    ...Object.entries(properties).flatMap(([name, member]): Member[] => {
      if (!isObject(member)) return [];
      const at = path === '' ? name : `${path}/${name}`;
      const here = { path: at, name, schema: member, siblings, above };
      return [here, ...membersOf(member, at, [...above, ...siblings])];
    }),
  ];
}

async function annotatedMembers(wire: WireOperation): Promise<Member[]> {
  const documents = await documentsOf(wire.id);
  if (!documents) throw new Error(`${wire.id} has no documents`);
  const { request, response } = withEvidence(wire.slug, documents);
  return [...membersOf(request), ...membersOf(response)];
}

const isLeaf = ({ schema }: Member) => schema.properties === undefined && schema.items === undefined;

describe('units', () => {
  it.each(withDocuments)('$id: stand beside or below what they refer to', async (wire) => {
    const lost = (await annotatedMembers(wire)).filter(({ schema, siblings, above }) => {
      const unit = String(schema[UNIT] ?? '');
      const names = unit.endsWith('-above') ? above : siblings;
      const wanted = unit.startsWith('unit') ? /unit/i : /currency|^(Total|Shipment)Charges?$/i;
      return /-(beside|above)$/.test(unit) && !names.some((name) => wanted.test(name));
    });
    expect(lost.map(({ path, schema }) => `${path} ${schema[UNIT]}`)).toEqual([]);
  });

  it.each(withDocuments)('$id: are told of every weight, length, amount and number of days', async (wire) => {
    const measures = /^(Gross)?Weight$|^(Length|Width|Height)$|^MonetaryValue$|Days$|DayCount$|Percentage$/i;
    const untold = (await annotatedMembers(wire))
      .filter((member) => isLeaf(member) && measures.test(member.name))
      .filter(({ schema }) => schema[UNIT] === undefined);
    expect(untold.map(({ path }) => path).filter((path) => !UNTOLD.has(path))).toEqual([]);
  });

  it('are found at all', async () => {
    const all = (await Promise.all(withDocuments.map(annotatedMembers))).flat();
    const told = all.flatMap(({ schema }) => (schema[UNIT] === undefined ? [] : [String(schema[UNIT])]));
    expect(told.length).toBeGreaterThan(190);
    expect([...new Set(told)].filter((unit) => !Object.hasOwn(units, unit))).toEqual([]);
  });
});

/** An amount in a currency that neither the answer nor the carrier's file names. */
const UNTOLD: ReadonlySet<string> = new Set([
  'QuantumViewResponse/QuantumViewEvents/SubscriptionEvents/SubscriptionFile/Manifest/CustomsValue/MonetaryValue',
]);

describe('evidence', () => {
  it.each([...slugs])('%s: every deviation is on its members, and nothing else', async (slug: Slug) => {
    const own = withDocuments.filter((wire) => wire.slug === slug);
    const carried = new Set<string>();
    for (const member of (await Promise.all(own.map(annotatedMembers))).flat()) {
      const evidence = member.schema[EVIDENCE];
      for (const one of Array.isArray(evidence) ? evidence : []) {
        carried.add(`${member.path} ${one.aspect} ${one.evidence} ${one.source}`);
      }
    }
    const stated = deviationsOf(slug)
      .filter(({ aspect }) => aspect !== 'missing')
      .flatMap(({ aspect, paths, evidence, source }) =>
        paths.map((path) => `${path} ${aspect} ${evidence} ${source}`),
      );
    expect([...carried].sort()).toEqual([...new Set(stated)].sort());
  });

  it('is the carrier’s file of a day where nothing else is said', () => {
    for (const slug of slugs) {
      expect(defaultEvidence(slug)).toMatchObject({ evidence: 'published', date: expect.any(String) });
    }
    expect(defaultEvidence('rating').source).toContain('Rating.yaml');
  });

  it('names source and date, or says that the source bears none', async () => {
    const observed = slugs
      .flatMap((slug) => deviationsOf(slug))
      .filter(({ evidence }) => evidence !== 'published');
    expect(observed.length).toBeGreaterThan(10);
    for (const { source, date } of observed) {
      expect(source.length).toBeGreaterThan(10);
      expect(date ?? '2023').toMatch(/^\d{4}/);
    }
  });
});
