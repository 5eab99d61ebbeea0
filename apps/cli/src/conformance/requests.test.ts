import { allOperations } from '@lading/contract/catalogue';
import { documentsOf } from '@lading/contract/schema/documents';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { asksOf } from './generated.ts';
import { createJudge } from './judge.ts';
import { emptied, numbered, unwrapped } from './leniency.ts';
import { meaningOf, meaningsFor } from './meanings.ts';
import { requestsFrom } from './requests.ts';
import { loadSpecs, type Specs } from './specs.ts';
import { subjectOf } from './subject.ts';
import { hasSpecs, specsFolder } from './testing/shared.ts';

const setting = { now: new Date('2026-11-20T12:00:00Z'), account: 'A1B2C3' };
const withDocuments = allOperations.filter(({ requestFormat }) => requestFormat === 'json');

let specs: Specs;
beforeAll(async () => {
  if (hasSpecs) specs = await loadSpecs(specsFolder);
});

describe.skipIf(!hasSpecs)('generated requests', () => {
  it.each(withDocuments)('of $id fit the carrier’s own schema, and differ', async (wire) => {
    const subject = await subjectOf(wire, specs);
    const judge = createJudge(subject, 'published');
    const asks = fc.sample(asksOf(subject, setting), { numRuns: 40, seed: 7 });
    for (const ask of asks) expect({ ask, faults: judge.request(ask.body) }).toEqual({ ask, faults: [] });
    expect(new Set(asks.map((ask) => JSON.stringify(ask))).size).toBeGreaterThan(5);
  });

  it('are held against a schema that refuses others', async () => {
    for (const wire of withDocuments) {
      const judge = createJudge(await subjectOf(wire, specs), 'published');
      expect(judge.request('text')).not.toEqual([]);
    }
  });
});

it.runIf(!hasSpecs)(
  'skipped: the carrier’s published files are not here (LADING_SHARED or ../shared)',
  () => {
    expect(hasSpecs).toBe(false);
  },
);

describe('a request', () => {
  it('shrinks to the first seed without anything more', async () => {
    const documents = await documentsOf('quantum-view.events');
    if (!documents?.request) throw new Error('Quantum View has no documents');
    const seeds = [{ QuantumViewRequest: { Request: { RequestAction: 'QVEvents' } } }];
    const requests = requestsFrom(documents.request, seeds, meaningsFor(setting));
    const found = fc.check(
      fc.property(requests, () => false),
      { seed: 3 },
    );
    expect(found.counterexample).toEqual(seeds);
  });
});

describe('a meaning', () => {
  it('is that of the longest end of the path', () => {
    const meanings = new Map([
      ['Code', ['a']],
      ['Service/Code', ['b']],
    ]);
    expect(meaningOf(meanings, 'Shipment/Service/Code')).toEqual(['b']);
    expect(meaningOf(meanings, 'Shipment/Type/Code')).toEqual(['a']);
    expect(meaningOf(meanings, 'Shipment/Type')).toBeUndefined();
  });
});

describe('the leniency ladder', () => {
  it('takes arrays of one apart, and leaves others', () => {
    const nodes = [{ path: 'A/B' }, { path: 'A/C' }];
    expect(unwrapped({ A: { B: [{ x: '1' }], C: ['1', '2'] } }, nodes)).toEqual({
      A: { B: { x: '1' }, C: ['1', '2'] },
    });
  });

  it('writes plain numbers as numbers and numbers as text, and keeps leading zeros', async () => {
    const documents = await documentsOf('time-in-transit.services');
    if (!documents?.request) throw new Error('Time in Transit has no documents');
    const document = { originPostalCode: '21093', destinationPostalCode: '03104', weight: 10.5 };
    expect(numbered(document, documents.request)).toEqual({
      originPostalCode: 21_093,
      destinationPostalCode: '03104',
      weight: '10.5',
    });
  });

  it('writes empty texts for absent ones, never a tag whose presence says yes', async () => {
    const documents = await documentsOf('time-in-transit.services');
    if (!documents?.request) throw new Error('Time in Transit has no documents');
    const document = emptied({ originCountryCode: 'US' }, documents.request);
    expect(document).toMatchObject({ originCountryCode: 'US', originTownName: '', shipTime: '' });
    expect(document).not.toHaveProperty('weight');
  });
});
