import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base32, codeAt, otpauthUrl, stepOf } from './totp.ts';

/** The secret and codes of RFC 6238, appendix B (SHA-1), the last six of its eight digits. */
const secret = Buffer.from('12345678901234567890');
const published = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
] as const;

describe('a time-based code', () => {
  it.each(published)('is that of RFC 6238 at second %i', (second, code) => {
    expect(codeAt(secret, Math.floor(second / 30))).toBe(code);
    expect(stepOf(secret, code, second * 1000, null)).toBe(Math.floor(second / 30));
  });

  it('is taken once', () => {
    const at = 59_000;
    const step = stepOf(secret, '287082', at, null);
    expect(stepOf(secret, '287082', at, step)).toBeNull();
  });

  it('is taken one step early or late, not two', () => {
    for (const [off, taken] of [
      [-2, false],
      [-1, true],
      [1, true],
      [2, false],
    ] as const) {
      const typed = codeAt(secret, 1000 + off);
      expect(stepOf(secret, typed, 1000 * 30_000, null) !== null).toBe(taken);
    }
  });

  it('is never a text of another length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5 }), (typed) => stepOf(secret, typed, 59_000, null) === null),
    );
  });
});

describe('the secret for an authenticator', () => {
  it('is written in base 32', () => {
    expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(otpauthUrl(secret, 'a@b.example')).toBe(
      'otpauth://totp/Lading%3Aa%40b.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Lading',
    );
  });
});
