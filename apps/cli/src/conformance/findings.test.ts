import { rate } from '@lading/contract/rating/wire';
import { describe, expect, it } from 'vitest';
import { createFindings, settle } from './findings.ts';

describe('what the suite writes down', () => {
  const implemented = new Set([rate.id]);

  it('counts the same fault once, with how often it was met and its first example', () => {
    const findings = createFindings();
    settle(findings, 'rules', rate, [], 'fine');
    settle(findings, 'rules', rate, ['broken', 'and more'], 'first');
    settle(findings, 'rules', rate, ['broken'], 'second');
    const { checks, faults } = findings.of('rating', [rate], implemented);
    expect(checks).toEqual({ rules: { passed: 1, failed: 2 } });
    expect(faults).toEqual([
      { check: 'rules', operation: rate.id, what: 'broken', times: 2, example: 'first' },
    ]);
  });

  it('counts a rule once, whatever its figures', () => {
    const findings = createFindings();
    findings.noted(rate, [
      { rule: 'zone 5, billed 10.5 lb', evidence: 'invented' },
      { rule: 'zone 7, billed 1,200 lb', evidence: 'invented' },
      { rule: 'in the currency of the origin', evidence: 'published' },
    ]);
    const { evidence } = findings.of('rating', [rate], implemented);
    expect(evidence).toEqual({ observed: 0, published: 1, invented: 1 });
  });

  it('says what is there and what is missing of an API that nothing was asked of', () => {
    const api = createFindings().of('rating', [rate], new Set());
    expect(api).toMatchObject({ implemented: [], missing: [rate.id], checks: {}, successes: 0 });
  });
});
