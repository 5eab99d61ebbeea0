import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expandArrays } from '@lading/contract/arrays/wire';
import { deviations } from '@lading/contract/quantum-view/deviations';
import { events } from '@lading/contract/quantum-view/wire';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { DAY_MS, smallWorld } from './testing/small-world.ts';

const shared = process.env.LADING_SHARED ?? resolve(import.meta.dirname, '../../../../../shared');
const published = resolve(shared, 'contract/QuantumView.yaml');
const isThere = existsSync(published);

it.skipIf(!isThere)(
  'answers fit the carrier’s published file but for the deviations that the contract lists',
  async () => {
    const validate = publishedSchema();
    const small = await smallWorld();
    await small.traffic(400, -6, 0);
    for (const account of ['A1B2C3', 'N1R2T3']) {
      small.command({ type: 'ship', account, to: 'D4E5F6', service: '11' });
    }
    await small.advance(4 * DAY_MS);
    let found = 0;
    for (let page = await small.ask(); ; page = await small.ask({ Bookmark: page.bookmark })) {
      const strict = expandArrays(page.body, events.responseArrays);
      validate(strict);
      const faults = (validate.errors ?? []).filter((error) => !isListed(error.instancePath, error));
      expect(faults).toEqual([]);
      found += page.records.length;
      if (page.bookmark === undefined) break;
    }
    expect(found).toBeGreaterThan(1000);
    await small.world.close();
  },
);

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
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const ASPECT_OF: Readonly<Record<string, string>> = {
  required: 'required',
  minLength: 'length',
  maxLength: 'length',
  type: 'empty',
};

function isListed(instancePath: string, { keyword, params }: Found): boolean {
  const members = instancePath.split('/').filter((part) => part !== '' && !/^\d+$/.test(part));
  const missing = typeof params.missingProperty === 'string' ? [params.missingProperty] : [];
  const path = [...members, ...missing].join('/');
  return deviations.some(({ aspect, paths }) => aspect === ASPECT_OF[keyword] && paths.includes(path));
}
