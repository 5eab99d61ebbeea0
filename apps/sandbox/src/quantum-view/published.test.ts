import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expandArrays } from '@lading/contract/arrays/wire';
import type { Deviation } from '@lading/contract/deviation';
import { deviations } from '@lading/contract/quantum-view/deviations';
import { events } from '@lading/contract/quantum-view/wire';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { JsonObject } from '../registry.ts';
import type { Profile } from '../world/settings.ts';
import { DAY_MS, smallWorld } from './testing/small-world.ts';

const shared = process.env.LADING_SHARED ?? resolve(import.meta.dirname, '../../../../../shared');
const published = resolve(shared, 'contract/QuantumView.yaml');
const isThere = existsSync(published);

describe.skipIf(!isThere)('answers fit the carrier’s published file', () => {
  it.each([
    ['observed', 'but for the deviations that the contract lists', deviations],
    ['published', 'but for what contradicts itself there', deviations.filter(contradictsItself)],
  ] as const)('in the profile %s, %s', async (profile, _but, allowed) => {
    const validate = publishedSchema();
    const small = await smallWorld({ profile });
    const faultsOf = (answer: JsonObject): readonly Found[] => {
      validate(expandArrays(answer, events.responseArrays));
      const found = validate.errors ?? [];
      return found.filter((error) => !isListed(error.instancePath, error, allowed));
    };
    await small.traffic(400, -6, 0);
    for (const account of ['A1B2C3', 'N1R2T3']) {
      small.command({ type: 'ship', account, to: 'D4E5F6', service: '11' });
    }
    await small.advance(4 * DAY_MS);
    let found = 0;
    for (let page = await small.ask(); ; page = await small.ask({ Bookmark: page.bookmark })) {
      expect(faultsOf(page.body)).toEqual([]);
      found += page.records.length;
      if (page.bookmark === undefined) break;
    }
    expect(found).toBeGreaterThan(1000);
    const refused = await small.ask({ Bookmark: 'bm90aGluZw==' });
    expect(refused.status).toBe('0');
    expect(faultsOf(refused.body)).toEqual([]);
    const warned = await small.ask({ SubscriptionRequest: [{ Name: 'Dormant' }, { Name: 'Outbound' }] });
    expect([warned.status, warned.errorCode]).toEqual(['1', '336000']);
    expect(faultsOf(warned.body)).toEqual([]);
    await small.world.close();
  });
});

it('a deviation that only recorded answers explain is used in the profile observed alone', async () => {
  const said = async (profile: Profile): Promise<string> => {
    const small = await smallWorld({ profile });
    await small.traffic(100, -3, 0);
    const { records } = await small.ask();
    await small.world.close();
    return records.join('\n');
  };
  for (const habit of [/"COD":""/, /"Weight":"\+0\d{3}\.\d"/, /"Length":"000000\d\d"/]) {
    expect(await said('observed')).toMatch(habit);
    expect(await said('published')).not.toMatch(habit);
  }
});

it.runIf(!isThere)('skipped: the carrier’s published file is not here (LADING_SHARED or ../shared)', () => {
  expect(isThere).toBe(false);
});

function publishedSchema() {
  const document = parse(readFileSync(published, 'utf8'), { version: '1.2' });
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
  ajv.addSchema(withoutXmlNotes(document) as object, 'published');
  return ajv.compile({ $ref: 'published#/components/schemas/QUANTUMVIEWResponseWrapper' });
}

/** The file uses `maximum: 1` for cardinality; on texts and objects validators ignore it. */
function withoutXmlNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutXmlNotes);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => name !== 'maximum');
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutXmlNotes(inner)]));
}

interface Found {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const ASPECT_OF: Readonly<Record<string, string>> = {
  required: 'required',
  minLength: 'length',
  maxLength: 'length',
  type: 'empty',
};

function isListed(
  instancePath: string,
  { keyword, params }: Pick<Found, 'keyword' | 'params'>,
  allowed: readonly Deviation[],
): boolean {
  const members = instancePath.split('/').filter((part) => part !== '' && !/^\d+$/.test(part));
  const missing = typeof params.missingProperty === 'string' ? [params.missingProperty] : [];
  const path = [...members, ...missing].join('/');
  return allowed.some(({ aspect, paths }) => aspect === ASPECT_OF[keyword] && paths.includes(path));
}

/** What the file says against its own examples and values; the rest rests on recorded answers. */
function contradictsItself({ evidence }: Deviation): boolean {
  return evidence === 'published';
}
