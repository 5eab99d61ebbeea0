import { token } from '@lading/contract/oauth/wire';
import { services } from '@lading/contract/time-in-transit/wire';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { asksOf } from './generated.ts';
import { mutatedAsks } from './mutations.ts';
import { loadSpecs, type Specs } from './specs.ts';
import { subjectOf } from './subject.ts';
import type { Ask } from './target.ts';
import { hasSpecs, specsFolder } from './testing/shared.ts';

const setting = { now: new Date('2026-11-20T12:00:00Z'), account: 'A1B2C3' };
let specs: Specs;
beforeAll(async () => {
  if (hasSpecs) specs = await loadSpecs(specsFolder);
});

describe.skipIf(!hasSpecs)('mutated requests', () => {
  it('are mostly no longer what they were grown from, some of them bytes that are no JSON', async () => {
    const subject = await subjectOf(services, specs);
    const asks = fc.sample(mutatedAsks(subject, { setting }), { numRuns: 400, seed: 5 });
    const valid = new Set(fc.sample(asksOf(subject, setting), { numRuns: 400, seed: 5 }).map(bodyText));
    expect(asks.filter((ask) => !valid.has(bodyText(ask))).length).toBeGreaterThan(380);
    const bytes = asks.filter(({ body }) => body instanceof Uint8Array);
    expect(bytes.length).toBeGreaterThan(40);
    expect(bytes.some((ask) => !isJson(bodyText(ask)))).toBe(true);
    expect(asks.some((ask) => isJson(bodyText(ask)))).toBe(true);
  });

  it('are made of forms too', async () => {
    const subject = await subjectOf(token, specs);
    const asks = fc.sample(mutatedAsks(subject, { setting }), { numRuns: 100, seed: 5 });
    const plain = JSON.stringify({ grant_type: 'client_credentials' });
    expect(asks.filter((ask) => bodyText(ask) !== plain).length).toBeGreaterThan(60);
  });

  it('are the same from the same seed', async () => {
    const subject = await subjectOf(services, specs);
    const made = () => fc.sample(mutatedAsks(subject, { setting }), { numRuns: 50, seed: 9 });
    expect(made()).toEqual(made());
  });
});

it.runIf(!hasSpecs)(
  'skipped: the carrier’s published files are not here (LADING_SHARED or ../shared)',
  () => {
    expect(hasSpecs).toBe(false);
  },
);

function bodyText({ body }: Ask): string {
  return body instanceof Uint8Array ? Buffer.from(body).toString('latin1') : (JSON.stringify(body) ?? '');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
