import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSealer, equalBytes, hashPassword, sha256, verifyPassword } from './crypto.ts';

const old = { id: 'old', key: randomBytes(32) };
const fresh = { id: 'fresh', key: randomBytes(32) };

describe('a sealer', () => {
  it('opens what it sealed, for the same tenant', () => {
    const sealer = createSealer({ keys: [fresh] });
    const { keyId, sealed } = sealer.seal('token ü', 'tenant-1');
    expect(keyId).toBe('fresh');
    expect(sealer.open(sealed, keyId, 'tenant-1').toString()).toBe('token ü');
    expect(sealed.includes('token')).toBe(false);
  });

  it('seals the same text differently each time', () => {
    const sealer = createSealer({ keys: [fresh] });
    expect(sealer.seal('x', 't').sealed).not.toEqual(sealer.seal('x', 't').sealed);
  });

  it('opens under an older key after the first key was changed', () => {
    const { keyId, sealed } = createSealer({ keys: [old] }).seal('x', 't');
    expect(
      createSealer({ keys: [fresh, old] })
        .open(sealed, keyId, 't')
        .toString(),
    ).toBe('x');
  });

  const { sealed } = createSealer({ keys: [fresh] }).seal('a longer secret', 'tenant-1');
  const changed = Buffer.from(sealed);
  changed.writeUInt8(changed.readUInt8(14) ^ 1, 14);
  it.each([
    ['another tenant', sealed, 'fresh', 'tenant-2', 'SEAL_BROKEN'],
    ['one changed bit', changed, 'fresh', 'tenant-1', 'SEAL_BROKEN'],
    ['a cut-off end', sealed.subarray(0, -1), 'fresh', 'tenant-1', 'SEAL_BROKEN'],
    ['too few bytes', Buffer.from('x'), 'fresh', 'tenant-1', 'SEAL_BROKEN'],
    ['an unknown key', sealed, 'lost', 'tenant-1', 'SEAL_KEY_UNKNOWN'],
  ])('refuses %s', (_what, bytes, keyId, aad, code) => {
    const sealer = createSealer({ keys: [fresh] });
    expect(() => sealer.open(bytes, keyId, aad)).toThrow(expect.objectContaining({ code }));
  });

  it('refuses a key that is not 32 bytes long', () => {
    expect(() => createSealer({ keys: [{ id: 'short', key: randomBytes(16) }] })).toThrow('16 bytes');
  });
});

describe('passwords', () => {
  it('are kept as argon2id and recognised again', async () => {
    const stored = await hashPassword('lading-demo');
    expect(stored).toMatch(/^\$argon2id\$/);
    expect(await verifyPassword(stored, 'lading-demo')).toBe(true);
    expect(await verifyPassword(stored, 'Lading-demo')).toBe(false);
  });
});

describe('equalBytes', () => {
  it.each([
    [sha256('a'), sha256('a'), true],
    [sha256('a'), sha256('b'), false],
    [Buffer.from('ab'), Buffer.from('abc'), false],
    [Buffer.alloc(0), Buffer.alloc(0), true],
  ])('compares %# by value and length', (one, other, expected) => {
    expect(equalBytes(one, other)).toBe(expected);
  });
});
