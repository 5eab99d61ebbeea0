import { details } from '@lading/contract/tracking/wire';
import { describe, expect, it } from 'vitest';
import { findMissing } from './missing.ts';
import { refuse } from './registry.ts';

const nothing = new URLSearchParams();
const proof = new URLSearchParams({ returnPOD: 'true', returnSignature: 'true' });

describe('an operation of the contract that the sandbox does not have', () => {
  const find = findMissing([]);
  it.each([
    ['by its address', 'GET', '/api/track/v1/details/1Z1', nothing, 'tracking.details'],
    ['by what makes it special', 'GET', '/api/track/v1/details/1Z1', proof, 'signature-tracking.proof'],
    ['in any version', 'POST', '/api/labels/v1903/recovery', nothing, 'shipping.recover'],
    ['not by another method', 'POST', '/api/track/v1/details/1Z1', nothing, undefined],
    ['not where the contract has nothing', 'GET', '/api/nowhere/v1', nothing, undefined],
  ])('is known %s', (_name, method, path, query, expected) => {
    expect(find(method, path, query)).toBe(expected);
  });

  it('is not one that it has', () => {
    const code = {
      code: '1',
      status: 400,
      text: '',
      en: '',
      fr: '',
      source: '',
      evidence: 'invented',
    } as const;
    const some = findMissing([{ wire: details, handle: async () => refuse(code) }]);
    expect(some('GET', '/api/track/v1/details/1Z1', nothing)).toBeUndefined();
  });
});
