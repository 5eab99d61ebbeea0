import { allOperations } from '@lading/contract/catalogue';
import { rate } from '@lading/contract/rating/wire';
import { services } from '@lading/contract/time-in-transit/wire';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFindings } from './findings.ts';
import { createJudge, type Judge } from './judge.ts';
import { driveSdk, requestFaults } from './sdk.ts';
import { sdkCalls } from './sdk-calls.ts';
import { seedsOf } from './seeds/all.ts';
import { loadSpecs, type Specs } from './specs.ts';
import { type Subject, subjectOf } from './subject.ts';
import { hasSpecs, specsFolder } from './testing/shared.ts';

const setting = { now: new Date('2026-11-20T12:00:00Z'), account: 'A1B2C3' };
let specs: Specs;
let subject: Subject;
let judge: Judge;

beforeAll(async () => {
  if (!hasSpecs) return;
  specs = await loadSpecs(specsFolder);
  subject = await subjectOf(rate, specs);
  judge = createJudge(subject, 'published');
});

describe('the calls of the SDK', () => {
  it('are known for every operation of the contract', () => {
    const asked = allOperations.filter(({ slug }) => slug !== 'oauth').map(({ id }) => id);
    expect(Object.keys(sdkCalls).sort()).toEqual([...asked].sort());
  });
});

describe.skipIf(!hasSpecs)('a request that the SDK wrote', () => {
  const captured = (changes: Partial<{ method: string; url: string; body: unknown }> = {}) => {
    const { method = 'POST', url = '/api/rating/v2409/Shop?additionalinfo=timeintransit', body } = changes;
    return {
      method,
      url: new URL(url, 'http://127.0.0.1'),
      headers: new Headers(),
      body: JSON.stringify(body ?? seedsOf('rating', rate.id, setting)[0]?.body),
    };
  };
  const faults = (changes: Parameters<typeof captured>[0]) =>
    requestFaults(subject, captured(changes), judge).join('; ');

  it('is one that the carrier’s file allows', () => {
    expect(faults({})).toBe('');
  });

  it.each([
    ['asks with another verb', { method: 'GET' }, 'asked GET'],
    ['asks another address', { url: '/api/ratings/v1/Shop' }, 'instead of POST /api/rating'],
    ['has a query member of its own', { url: '/api/rating/v1/Shop?page=2' }, 'no query member page'],
    ['lacks its document', { body: {} }, 'RateRequest'],
    ['has a member that nobody declares', { body: { RateRequest: {}, Extra: 1 } }, 'Extra'],
  ])('is told apart from one that %s', (_what, changes, expected) => {
    expect(faults(changes)).toContain(expected);
  });

  it('is told apart from one without a header that the file demands', async () => {
    const timed = await subjectOf(services, specs);
    const body = seedsOf('time-in-transit', services.id, setting)[0]?.body;
    const sent = captured({ url: '/api/shipments/v1/transittimes', body });
    const found = requestFaults(timed, sent, createJudge(timed, 'published'));
    expect(found).toEqual(['transId is missing', 'transactionSrc is missing']);
  });

  it('is looked for with every call, and a call that sends nothing fails', async () => {
    const findings = createFindings();
    await driveSdk({ ...subject, wire: { ...rate, id: 'rating.unknown' } }, { findings, setting, seed: 1 });
    await driveSdk(subject, { findings, setting, seed: 1 });
    const { checks, faults: found } = findings.of('rating', [rate], new Set());
    expect(checks.sdk).toEqual({ passed: 12, failed: 1 });
    expect(found).toMatchObject([{ what: 'the suite knows no call of the SDK for it' }]);
  });
});

it.runIf(!hasSpecs)(
  'skipped: the carrier’s published files are not here (LADING_SHARED or ../shared)',
  () => {
    expect(hasSpecs).toBe(false);
  },
);
