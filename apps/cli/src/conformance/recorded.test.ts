import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createJudge } from './judge.ts';
import { wireOf } from './round-trips.ts';
import { loadSpecs, type Specs } from './specs.ts';
import { subjectOf } from './subject.ts';
import { hasSpecs, specsFolder } from './testing/shared.ts';

const folder = join(specsFolder, '..', 'fixtures', 'rest', 'karrioapi+karrio', 'current', 'tests', 'ups');
const isThere = hasSpecs && existsSync(folder);

let specs: Specs;
beforeAll(async () => {
  if (isThere) specs = await loadSpecs(specsFolder);
});

/** Answers of the carrier that public programs recorded. */
const recorded: readonly [operation: string, file: string][] = [
  ['rating.rate', 'test_rate/FRRateResponseJSON.json'],
  ['rating.rate', 'test_rate/RateResponseJSON.json'],
  ['rating.rate', 'test_rate/RateResponseWithMissingAmountJSON.json'],
  ['rating.rate', 'test_rate/RateResponseWithTotalChargesJSON.json'],
  ['shipping.create', 'test_return_shipment/ShipmentResponseJSON.json'],
  ['shipping.create', 'test_shipment/ShipmentResponseJSON.json'],
  ['shipping.create', 'test_shipment/ShipmentResponseWithInvoice.json'],
  ['tracking.details', 'test_tracking/TrackingResponseJSON.json'],
  ['tracking.details', 'test_tracking/TrackingNumberNotFoundResponseJSON.json'],
  ['paperless.upload', 'test_document/DocumentUploadResponse.json'],
];

describe.skipIf(!isThere)('recorded answers', () => {
  it.each(recorded)('of %s in %s fit the observed profile', async (operation, file) => {
    const json: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const subject = await subjectOf(wireOf(operation), specs);
    const reply = { status: 200, headers: new Headers(), text: '', json };
    const { kind, faults } = createJudge(subject, 'observed').answer(reply);
    expect(kind).toBe('success');
    expect([...new Set(faults)]).toEqual([]);
  });

  it('need the recorded habits: the files alone do not explain them', async () => {
    const json: unknown = JSON.parse(readFileSync(join(folder, 'test_rate/RateResponseJSON.json'), 'utf8'));
    const judge = createJudge(await subjectOf(wireOf('rating.rate'), specs), 'published');
    const { faults } = judge.answer({ status: 200, headers: new Headers(), text: '', json });
    expect(faults.join()).toContain('Service/Description must NOT have fewer than 1 characters');
  });
});

it.runIf(!isThere)('skipped: recorded answers are not here (LADING_SHARED or ../shared)', () => {
  expect(isThere).toBe(false);
});
